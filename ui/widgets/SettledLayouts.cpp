#include "ui/widgets/SettledLayouts.h"

#include <QApplication>
#include <QEvent>
#include <QObject>

namespace ui {

namespace {

class RequestCounter : public QObject {
public:
    int count = 0;

    RequestCounter() { qApp->installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
};

}

void settleLayouts()
{
    // A layout that never settles, such as a scroll bar that goes as soon as it has come, is left
    // to the event loop.
    constexpr int mostTurns = 20;
    RequestCounter requests;
    for (int turn = 0, before = -1; turn < mostTurns && requests.count != before; ++turn) {
        before = requests.count;
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    }
}

}
