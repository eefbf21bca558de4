#pragma once

#include <QEventLoop>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace ui {

// Work on files that may wait for a slow disk or a share, done beside the window. The window stays
// alive meanwhile but takes no input, so that what is being written does not change and nothing
// else is begun. After a tenth of a second it is told what is going on.
class FileWork : public QObject {
    Q_OBJECT

public:
    explicit FileWork(QWidget* window);

    enum class Giving { up, never };

    // Comes back when the work is done; false when the user has given it up. Then it may still be
    // running, so that it must not touch what others use.
    bool run(const QString& message, Giving giving, const std::function<void()>& work);
    // How long work may take before it is told of.
    std::chrono::milliseconds unnoticed() const { return m_unnoticed; }
    void setUnnoticed(std::chrono::milliseconds time) { m_unnoticed = time; }
    bool isRunning() const { return m_isRunning; }
    bool wasGivenUp() const { return m_isGivenUp; }

    void giveUp();

signals:
    // What the user waits for, and whether that can be given up; an empty message when it is over.
    void waiting(const QString& message, bool canBeGivenUp);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window = nullptr;
    QEventLoop m_loop;
    std::chrono::milliseconds m_unnoticed {100};
    bool m_isRunning = false;
    bool m_canBeGivenUp = false;
    bool m_isGivenUp = false;
};

}
