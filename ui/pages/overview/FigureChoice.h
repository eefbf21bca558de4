#pragma once

#include <QDialog>

class QListWidget;

namespace ui {

// Which figures the Overview shows and where: the first four of a list that is put in order by
// dragging or with Alt+Up and Alt+Down.
class FigureChoice : public QDialog {
    Q_OBJECT

public:
    explicit FigureChoice(const QStringList& chosen, QWidget* parent = nullptr);

    QStringList chosen() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move(int places);

    QListWidget* m_list = nullptr;
    qsizetype m_count = 0;
};

}
