#include "ui/figures/LabelPlacement.h"
#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <cmath>
#include <map>

// Stacked columns over years.
namespace ui {

void layOutColumns(LayoutPage& page)
{
    const auto& series = page.figure.series;
    const bool isStacked = series.size() > 1;
    PlotExtent extent;
    std::map<double, std::pair<double, double>> stacks; // negative and positive sum by year
    for (const core::FigureSeries& part : series)
        for (const core::FigurePoint& point : part.points) {
            auto& [low, high] = stacks[point.x];
            (point.value < 0.0 ? low : high) += point.value;
            extent.xFirst = std::min(extent.xFirst, point.x);
            extent.xLast = std::max(extent.xLast, point.x);
            extent.lowest = std::min(extent.lowest, low);
            extent.highest = std::max(extent.highest, high);
        }
    if (stacks.empty())
        return;
    for (const core::FigureLevel& level : page.figure.levels)
        extent.highest = std::max(extent.highest, level.value);

    // Sums are of money; of a yearly quantity the name says enough.
    const bool isSummed = page.figure.unit != "t";
    double rightWidth = page.px(4.0);
    std::vector<QString> names;
    for (const core::FigureSeries& part : series) {
        double sum = 0.0;
        for (const core::FigurePoint& point : part.points)
            sum += point.value;
        names.push_back(isSummed ? QStringLiteral("%1 %2").arg(textOf(part.label), page.number(sum))
                                 : textOf(part.label));
        if (isStacked)
            rightWidth = std::max(rightWidth,
                std::min(LayoutPage::widthOf(names.back(), page.labelFont()) + page.px(12.0),
                    page.body.width() * 0.36));
    }
    // Room for a value above or below the bars.
    const double labelPart = isStacked ? 0.0 : 1.6 * page.style.labelSize / page.body.height();
    const double span = extent.highest - extent.lowest;
    if (extent.highest > 0.0)
        extent.highest += labelPart * span;
    if (extent.lowest < 0.0)
        extent.lowest -= labelPart * span;
    page.shapePlot(extent, rightWidth, 0.6);
    FigureLayout& layout = page.layout;
    const double slot = layout.plot.width() / (layout.x.last - layout.x.first);
    const double half = std::min(slot * 0.3, page.px(30.0));

    std::map<double, std::pair<double, double>> grown;
    std::vector<double> centres;
    int group = 0;
    for (const core::FigureSeries& part : series) {
        double centre = layout.at(0.0, 0.0).y();
        double largest = -1.0;
        for (const core::FigurePoint& point : part.points) {
            auto& [low, high] = grown[point.x];
            double& base = point.value < 0.0 ? low : high;
            const QPointF from = layout.at(point.x, base);
            base += point.value;
            const QPointF to = layout.at(point.x, base);
            const QRectF area =
                QRectF(QPointF(from.x() - half, from.y()), QPointF(from.x() + half, to.y()))
                    .normalized();
            if (point.value != 0.0)
                page.addBar(area, page.style.ink(part.ink, point.value));
            page.addTarget(area.adjusted(0.0, -2.0, 0.0, 2.0), to, textOf(part.label), point.value,
                part.row, static_cast<int>(std::lround(point.x)), group, point.x);
            const auto& [allLow, allHigh] = stacks[point.x];
            if (point.value != 0.0 && allHigh - allLow > largest) {
                largest = allHigh - allLow;
                centre = area.center().y();
            }
        }
        centres.push_back(centre);
        ++group;
    }
    page.addZeroLine();
    page.addValueAxis();
    page.addYears(
        static_cast<int>(std::lround(extent.xFirst)), static_cast<int>(std::lround(extent.xLast)));
    for (const core::FigureLevel& level : page.figure.levels) {
        const double y = layout.at(0.0, level.value).y();
        page.addLine(
            {layout.plot.left(), y, layout.plot.right(), y}, page.style.text, page.px(1.3), true);
        page.addText({layout.plot.right() - page.px(8.0), y - page.style.labelSize},
            Qt::AlignRight | Qt::AlignVCenter, textOf(level.text), page.boldFont(), page.style.text,
            LayoutPage::Ground::surface);
    }
    if (isStacked) {
        const double textHalf = page.style.labelSize / 2;
        const std::vector<double> placed = pushedApart(centres, page.style.labelSize + page.px(3.5),
            layout.plot.top() + textHalf, layout.plot.bottom() - textHalf);
        const double room = page.body.right() - layout.plot.right() - page.px(8.0);
        for (std::size_t i = 0; i < series.size(); ++i)
            page.addText({layout.plot.right() + page.px(8.0), placed[i]},
                Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetricsF(page.labelFont()).elidedText(names[i], Qt::ElideMiddle, room),
                page.labelFont(), page.style.inkOfText(series[i].ink, 1.0));
        return;
    }
    // Each bar says its value when all have room, otherwise the largest one.
    const auto& points = series.front().points;
    double widest = 0.0;
    const core::FigurePoint* largest = &points.front();
    for (const core::FigurePoint& point : points) {
        widest = std::max(widest, LayoutPage::widthOf(page.number(point.value), page.labelFont()));
        if (std::abs(point.value) > std::abs(largest->value))
            largest = &point;
    }
    for (const core::FigurePoint& point : points) {
        if (point.value == 0.0 || (widest + page.px(4.0) > slot && &point != largest))
            continue;
        const QPointF at = layout.at(point.x, point.value);
        const double away = page.style.labelSize * (point.value < 0.0 ? 0.9 : -0.9);
        page.addText({at.x(), at.y() + away}, Qt::AlignHCenter | Qt::AlignVCenter,
            page.number(point.value), page.boldFont(), page.style.text,
            LayoutPage::Ground::surface);
    }
}

}
