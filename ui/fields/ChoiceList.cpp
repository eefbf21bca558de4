#include "ui/fields/ChoiceList.h"

#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QToolTip>

namespace ui {

bool ChoiceList::isCut() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    return fontMetrics().horizontalAdvance(currentText()) > room.width() - 2;
}

bool ChoiceList::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !isCut())
        return QComboBox::event(event);
    const QString help = toolTip().isEmpty() ? currentText() : currentText() + u'\n' + toolTip();
    QToolTip::showText(static_cast<const QHelpEvent*>(event)->globalPos(), help, this);
    return true;
}

}
