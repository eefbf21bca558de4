#include "ui/widgets/Rule.h"

#include "ui/theme/Appearance.h"

#include <QPainter>

namespace ui {

Rule::Rule(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setFixedHeight(1);
}

void Rule::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_appearance.theme().rule2);
}

}
