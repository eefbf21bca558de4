#pragma once

#include <QStackedWidget>

namespace ui {

// Shows one of several pages, which take whatever room there is. Only the shown one is asked how
// much it would like, so that a change of fonts does not lay out all the others.
class PageStack : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override
    {
        return currentWidget() ? currentWidget()->sizeHint() : QSize();
    }
    QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
    }
};

}
