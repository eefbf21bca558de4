#pragma once

#include <QObject>

class QWidget;

namespace ui {

class Appearance;

// Leaves a part of the window out while it is hidden and the style sheet changes, and lets it
// follow when it is shown: Qt matches a new sheet with every widget that there is, seen or not.
class LateStyle : public QObject {
    Q_OBJECT

public:
    // Belongs to the part.
    LateStyle(QWidget& part, const Appearance& appearance);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void leaveOut();
    void follow();

    QWidget& m_part;
    bool m_isLeftOut = false;
};

}
