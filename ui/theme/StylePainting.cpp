#include "ui/theme/StylePainting.h"

#include "ui/theme/Ground.h"
#include "ui/theme/Look.h"
#include "ui/theme/TintedIcon.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace ui {

bool isInSidePanel(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (groundOf(*widget) == Ground::sidePanel)
            return true;
    return false;
}

int controlHeight(const Look& look, const QWidget* widget)
{
    constexpr double usual = 26.0;
    constexpr double inPanel = 22.0;
    return look.px(isInSidePanel(widget) ? inPanel : usual);
}

bool has(const QWidget* widget, const char* property)
{
    return widget && widget->property(property).toBool();
}

int mnemonicFlag(const QStyleOption& option, const QWidget* widget)
{
    const bool isShown =
        widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, &option, widget);
    return isShown ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

QPainterPath roundedAtEnds(const QRectF& rect, double leftRadius, double rightRadius)
{
    const auto corner = [](QPainterPath& path, QPointF at, double radius, double angle) {
        if (radius > 0.0)
            path.arcTo(QRectF(at, QSizeF(2 * radius, 2 * radius)), angle, -90.0);
        else
            path.lineTo(at);
    };
    const double leftDiameter = 2 * leftRadius;
    const double rightDiameter = 2 * rightRadius;
    QPainterPath path;
    path.moveTo(rect.left(), rect.bottom() - leftRadius);
    corner(path, rect.topLeft(), leftRadius, 180.0);
    corner(path, rect.topRight() - QPointF(rightDiameter, 0.0), rightRadius, 90.0);
    corner(path, rect.bottomRight() - QPointF(rightDiameter, rightDiameter), rightRadius, 0.0);
    corner(path, rect.bottomLeft() - QPointF(0.0, leftDiameter), leftRadius, 270.0);
    path.closeSubpath();
    return path;
}

void drawBox(QPainter& painter, const QRect& rect, double radius, const QColor& line, double width,
    const QBrush& ground)
{
    const double inset = width / 2;
    const double curve = std::max(radius - inset, 0.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(width > 0.0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), curve, curve);
    painter.restore();
}

void drawIcon(QPainter& painter, const QString& name, const QRect& place, const QColor& colour)
{
    QRect square(0, 0, iconSize, iconSize);
    square.moveCenter(place.center());
    tintedIcon(name, colour).paint(&painter, square);
}

}
