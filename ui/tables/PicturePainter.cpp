#include "ui/tables/PicturePainter.h"

#include "ui/tables/TableContent.h"
#include "ui/theme/Theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

constexpr double barPart = 0.6; // of the distance between bars

// As wide as fits between them, or what one bar looks well with.
double barWidth(const QRectF& area, const QList<QPointF>& points)
{
    double nearest = 0.2;
    for (qsizetype i = 1; i < points.size(); ++i)
        if (const double distance = points[i].x() - points[i - 1].x(); distance > 0.0)
            nearest = std::min(nearest, distance);
    return std::max(2.0, nearest * barPart * area.width());
}

}

void paintPicture(
    QPainter& painter, const QRectF& area, const CellPicture& picture, const Theme& theme)
{
    const auto at = [&](const QPointF& point) {
        return QPointF(
            area.left() + point.x() * area.width(), area.bottom() - point.y() * area.height());
    };
    if (picture.kind != CellPicture::Kind::line) {
        painter.setPen(QPen(theme.rule2, 1.0));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPolygonF line;
    for (const QPointF& point : picture.points)
        line << at(point);
    switch (picture.kind) {
    case CellPicture::Kind::bars: {
        const double width = barWidth(area, picture.points);
        for (const QPointF& top : line)
            painter.fillRect(QRectF(QPointF(top.x() - width / 2, top.y()),
                                 QPointF(top.x() + width / 2, area.bottom())),
                theme.positive);
        break;
    }
    case CellPicture::Kind::area:
        if (!line.isEmpty()) {
            QPolygonF ground = line;
            ground << QPointF(line.last().x(), area.bottom())
                   << QPointF(line.first().x(), area.bottom());
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.positiveSoft);
            painter.drawPolygon(ground);
        }
        [[fallthrough]];
    case CellPicture::Kind::line:
        painter.setPen(QPen(theme.positive, 1.2));
        painter.drawPolyline(line);
        break;
    }
    if (picture.mark && *picture.mark >= 0.0 && *picture.mark <= 1.0) {
        const double x = at({*picture.mark, 0.0}).x();
        painter.setPen(QPen(theme.text2, 1.0));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 2.0));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}
