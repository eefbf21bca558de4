#include "ui/theme/Ground.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QVariant>
#include <QWidget>

namespace ui {

namespace {

constexpr const char* property = "ground";

}

void setGround(QWidget& widget, Ground ground)
{
    widget.setAttribute(Qt::WA_StyledBackground);
    widget.setProperty(property, static_cast<int>(ground));
}

std::optional<Ground> groundOf(const QWidget& widget)
{
    const QVariant value = widget.property(property);
    return value.isValid() ? std::optional(static_cast<Ground>(value.toInt())) : std::nullopt;
}

void drawGround(QPainter& painter, const QWidget& widget, const Theme& theme)
{
    const std::optional<Ground> ground = groundOf(widget);
    if (!ground)
        return;
    const QRect rect = widget.rect();
    const bool isChrome = ground == Ground::toolBar || ground == Ground::navigation;
    painter.fillRect(rect, isChrome ? theme.chrome : theme.surface2);
    if (ground == Ground::toolBar) {
        painter.fillRect(QRect(0, 0, rect.width(), 1), theme.rule);
        painter.fillRect(QRect(0, rect.bottom(), rect.width(), 1), theme.rule2);
    } else {
        const int x = ground == Ground::sidePanel ? 0 : rect.right();
        painter.fillRect(QRect(x, 0, 1, rect.height()), theme.rule2);
    }
}

}
