#include "ui/widgets/Rule.h"

#include "ui/theme/Appearance.h"

#include <QPainter>

namespace ui {

Rule::Rule(const Appearance& appearance, QWidget* parent, Qt::Orientation orientation)
    : QWidget(parent)
    , m_appearance(appearance)
{
    orientation == Qt::Horizontal ? setFixedHeight(1) : setFixedWidth(1);
}

void Rule::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(contentsRect(), m_appearance.theme().rule2);
}

}
