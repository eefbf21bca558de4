#include "ui/widgets/IconLabel.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int iconSize = 16;

}

IconLabel::IconLabel(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(iconSize, iconSize);
}

void IconLabel::setIcon(const QIcon& icon, const QString& words)
{
    m_icon = icon;
    setToolTip(words);
    setAccessibleName(words);
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

}
