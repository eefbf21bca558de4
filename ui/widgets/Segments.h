#pragma once

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace ui {

// A few choices side by side of which one holds, drawn as one control.
class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(const QStringList& labels, QWidget* parent = nullptr);

    int current() const;
    void setCurrent(int index); // emits nothing
    void setLabel(int index, const QString& label);
    QToolButton* button(int index) const;

signals:
    void chosen(int index); // by the user

private:
    QButtonGroup* m_group = nullptr;
};

}
