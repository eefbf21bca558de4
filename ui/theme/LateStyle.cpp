#include "ui/theme/LateStyle.h"

#include "ui/theme/Appearance.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStyle>
#include <QWidget>

namespace ui {

namespace {

QList<QWidget*> widgetsOf(QWidget& part)
{
    return QList<QWidget*> {&part} + part.findChildren<QWidget*>();
}

}

LateStyle::LateStyle(QWidget& part, const Appearance& appearance)
    : QObject(&part)
    , m_part(part)
{
    part.installEventFilter(this);
    connect(&appearance, &Appearance::sheetChanging, this, &LateStyle::leaveOut);
}

void LateStyle::leaveOut()
{
    if (m_part.isVisible() || m_isLeftOut)
        return;
    m_isLeftOut = true;
    for (QWidget* const widget : widgetsOf(m_part))
        widget->style()->unpolish(widget);
}

void LateStyle::follow()
{
    m_isLeftOut = false;
    const QList<QWidget*> widgets = widgetsOf(m_part);
    for (QWidget* const widget : widgets)
        widget->style()->polish(widget);
    QEvent change(QEvent::StyleChange);
    for (QWidget* const widget : widgets)
        QCoreApplication::sendEvent(widget, &change);
}

bool LateStyle::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Show && m_isLeftOut)
        follow();
    return false;
}

}
