#include "ui/figures/LabelPlacement.h"
#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

// Lines over years and stacked columns over years.
namespace ui {

namespace {

using Look = core::FigureSeries::Look;

struct Extent {
    double xFirst = std::numeric_limits<double>::max();
    double xLast = std::numeric_limits<double>::lowest();
    double lowest = 0.0;
    double highest = 0.0;
};

// The name and the last value; a long name is elided so that the lines keep most of the width.
QString endLabel(const LayoutPage& page, const core::FigureSeries& series)
{
    constexpr double widestPart = 0.36; // of the figure
    const QFont font = series.isActive ? page.boldFont() : page.labelFont();
    const QString value = page.number(series.points.back().value);
    const double room =
        page.body.width() * widestPart - LayoutPage::widthOf(QLatin1Char(' ') + value, font);
    return QStringLiteral("%1 %2").arg(
        QFontMetricsF(font).elidedText(textOf(series.label), Qt::ElideRight, room), value);
}

bool isNamedAtEnd(const core::FigureSeries& series)
{
    return series.look == Look::line && !series.points.empty();
}

void shape(LayoutPage& page, const Extent& extent, double rightWidth, double paddingX)
{
    FigureLayout& layout = page.layout;
    const double span = std::max(extent.highest - extent.lowest, 1e-300);
    const double low = extent.lowest < 0.0 ? extent.lowest - 0.03 * span : 0.0;
    const double high = extent.highest > 0.0 ? extent.highest + 0.03 * span : 0.0;
    layout.y = page.heldScale ? *page.heldScale : axisScale(low, high);
    layout.x = {extent.xFirst - paddingX, extent.xLast + paddingX, 1.0};
    const double left = page.valueLabelsWidth(layout.y) + page.px(10.0);
    const double bottom = page.style.axisSize * 1.4 + page.px(8.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top() + page.px(4.0),
        std::max(40.0, page.body.width() - left - rightWidth),
        std::max(30.0, page.body.height() - bottom - page.px(4.0)));
}

void addZero(LayoutPage& page)
{
    const FigureLayout& layout = page.layout;
    const double y = std::round(layout.at(0.0, 0.0).y()) + 0.5;
    page.addLine({layout.plot.left(), y, layout.plot.right(), y}, page.style.zero);
}

// The highest and lowest point of all lines near some x, as distances from the top.
std::pair<double, double> occupied(const LayoutPage& page, double from, double to)
{
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (const ChartLine& line : page.layout.chartLines)
        for (qsizetype i = 0; i + 1 < line.points.size(); ++i) {
            const QPointF a = page.layout.at(line.points[i].x(), line.points[i].y());
            const QPointF b = page.layout.at(line.points[i + 1].x(), line.points[i + 1].y());
            if (b.x() < from || a.x() > to || b.x() <= a.x())
                continue;
            for (const double x : {std::max(from, a.x()), std::min(to, b.x())}) {
                const double y = a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
                top = std::min(top, y);
                bottom = std::max(bottom, y);
            }
        }
    return {top, bottom};
}

void addMark(LayoutPage& page, const core::FigureMark& mark)
{
    const QPointF at = page.layout.at(mark.at.x, mark.at.value);
    const QString text = textOf(mark.text);
    const QFont font = page.boldFont();
    const double width = LayoutPage::widthOf(text, font);
    const double height = page.style.labelSize;
    const QRectF& plot = page.layout.plot;
    const double centre = std::clamp(at.x(), plot.left() + width / 2,
        std::max(plot.left() + width / 2, plot.right() - width / 2));
    const auto [top, bottom] = occupied(page, centre - width / 2, centre + width / 2);
    double y = 0.0;
    if (mark.isAbove)
        y = std::max(std::min(top, at.y()) - height * 1.2, plot.top() + height * 0.6);
    else
        y = std::min(std::max(bottom, at.y()) + height * 1.4, plot.bottom() - height * 0.4);
    const double textEdge = mark.isAbove ? y + height * 0.7 : y - height * 0.7;
    page.addLine({at.x(), at.y(), at.x(), textEdge}, page.style.zero);
    page.addText({centre, y}, Qt::AlignHCenter | Qt::AlignVCenter, text, font, page.style.text,
        LayoutPage::Ground::surface);
    page.layout.dots.push_back({at, page.px(4.0), page.style.ink(mark.ink, mark.at.value)});
}

void addEndLabels(LayoutPage& page)
{
    std::vector<double> wanted;
    std::vector<const core::FigureSeries*> named;
    for (const core::FigureSeries& series : page.figure.series)
        if (isNamedAtEnd(series)) {
            const core::FigurePoint& last = series.points.back();
            wanted.push_back(page.layout.at(last.x, last.value).y());
            named.push_back(&series);
        }
    const double half = page.style.labelSize / 2;
    const std::vector<double> placed = pushedApart(wanted, page.style.labelSize + page.px(3.5),
        page.body.top() + half, page.body.bottom() - half);
    for (std::size_t i = 0; i < named.size(); ++i)
        page.addText({page.layout.plot.right() + page.px(7.0), placed[i]},
            Qt::AlignLeft | Qt::AlignVCenter, endLabel(page, *named[i]),
            named[i]->isActive ? page.boldFont() : page.labelFont(),
            page.style.inkOfText(named[i]->ink, named[i]->points.back().value));
}

void addDivide(LayoutPage& page, const core::FigureDivide& divide)
{
    const QRectF& plot = page.layout.plot;
    const double x = std::round(page.layout.at(divide.x, 0.0).x()) + 0.5;
    page.addLine({x, plot.top() - page.px(2.0), x, plot.bottom()}, page.style.rule2);
    const double y = plot.top() + page.style.labelSize * 0.8;
    page.addText({x - page.px(6.0), y}, Qt::AlignRight | Qt::AlignVCenter, textOf(divide.before),
        page.labelFont(), page.style.text2, LayoutPage::Ground::surface);
    page.addText({x + page.px(6.0), y}, Qt::AlignLeft | Qt::AlignVCenter, textOf(divide.after),
        page.labelFont(), page.style.text2, LayoutPage::Ground::surface);
}

// The dashed line's name stands below its right end, out of the way of the names of the lines.
void nameThreshold(LayoutPage& page, const core::FigureSeries& series)
{
    const core::FigurePoint& last = series.points.back();
    const QPointF end = page.layout.at(last.x, last.value);
    const QString text = textOf(series.label);
    const double width = LayoutPage::widthOf(text, page.labelFont());
    const double right = end.x() - page.px(14.0);
    const double height = page.style.labelSize;
    const auto [top, bottom] = occupied(page, right - width, right);
    Q_UNUSED(bottom)
    // Between the lines where there is room, otherwise above all of them.
    const double startX = right - width;
    double lowestOfThreshold = end.y();
    for (const core::FigurePoint& point : series.points) {
        const QPointF at = page.layout.at(point.x, point.value);
        if (at.x() >= startX - page.px(10.0))
            lowestOfThreshold = std::max(lowestOfThreshold, at.y());
    }
    double y = lowestOfThreshold + height * 1.1;
    if (y > page.layout.plot.bottom() - height)
        y = top - height;
    page.addText({right, y}, Qt::AlignRight | Qt::AlignVCenter, text, page.labelFont(),
        page.style.text, LayoutPage::Ground::surface);
}

}

void layOutLines(LayoutPage& page)
{
    Extent extent;
    double rightWidth = page.px(12.0);
    for (const core::FigureSeries& series : page.figure.series) {
        for (const core::FigurePoint& point : series.points) {
            extent.xFirst = std::min(extent.xFirst, point.x);
            extent.xLast = std::max(extent.xLast, point.x);
            extent.lowest = std::min(extent.lowest, point.value);
            extent.highest = std::max(extent.highest, point.value);
        }
        if (isNamedAtEnd(series)) {
            const QFont font = series.isActive ? page.boldFont() : page.labelFont();
            rightWidth = std::max(
                rightWidth, LayoutPage::widthOf(endLabel(page, series), font) + page.px(9.0));
        }
    }
    if (extent.xFirst > extent.xLast)
        return;
    const double wholeSpan = extent.highest - extent.lowest;
    for (const core::FigureMark& mark : page.figure.marks)
        if (!mark.isAbove) { // room for its text
            const double room = 2.4 * page.style.labelSize / page.body.height() * wholeSpan;
            extent.lowest = std::min(extent.lowest, mark.at.value - room);
        }
    if (page.figure.divide) // its words stand above the lines
        extent.highest += 0.1 * (extent.highest - extent.lowest);
    shape(page, extent, rightWidth, 0.6);
    FigureLayout& layout = page.layout;
    const double slot = layout.plot.width() / (layout.x.last - layout.x.first);

    // The active line last: it lies on top.
    std::vector<const core::FigureSeries*> ordered;
    for (const core::FigureSeries& series : page.figure.series)
        ordered.push_back(&series);
    std::stable_partition(ordered.begin(), ordered.end(),
        [](const core::FigureSeries* series) { return !series->isActive; });

    int group = 0;
    for (const core::FigureSeries* series : ordered) {
        const bool isColumns = series->look == Look::faintColumns;
        const double width = series->look == Look::threshold ? 1.3
                             : series->isActive              ? 2.7
                             : series->look == Look::actuals ? 1.8
                                                             : 1.5;
        ChartLine line {
            {}, page.style.ink(series->ink, 0.0), page.px(width), series->look == Look::threshold};
        if (series->look == Look::threshold)
            line.colour = page.style.text;
        for (const core::FigurePoint& point : series->points) {
            const QPointF at = layout.at(point.x, point.value);
            if (isColumns) {
                const double zero = layout.at(point.x, 0.0).y();
                layout.barsBehind.push_back(
                    {QRectF(QPointF(at.x() - slot * 0.3, std::min(zero, at.y())),
                         QPointF(at.x() + slot * 0.3, std::max(zero, at.y()))),
                        point.value < 0.0 ? page.style.negativeSoft : page.style.positiveSoft});
            } else {
                line.points.push_back({point.x, point.value});
            }
            if (series->look == Look::actuals)
                layout.dots.push_back({at, page.px(2.6), line.colour});
            const double reach = page.px(6.0);
            page.addTarget(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach), at,
                textOf(series->label), point.value, series->row,
                static_cast<int>(std::lround(point.x)), group, point.x);
            layout.targets.back().series = QString::fromStdString(series->id);
        }
        if (!isColumns)
            layout.chartLines.push_back(line);
        ++group;
    }
    addZero(page);
    page.addValueAxis();
    page.addYears(
        static_cast<int>(std::lround(extent.xFirst)), static_cast<int>(std::lround(extent.xLast)));
    if (page.figure.divide)
        addDivide(page, *page.figure.divide);
    for (const core::FigureSeries& series : page.figure.series) {
        if (series.look == Look::threshold && !series.points.empty())
            nameThreshold(page, series);
        if (series.look == Look::actuals && !series.points.empty()) {
            const QPointF last = layout.at(series.points.back().x, series.points.back().value);
            const std::size_t count = series.points.size();
            const bool isFalling =
                count > 1 && series.points[count - 2].value > series.points[count - 1].value;
            page.addText({last.x() - page.px(7.0), last.y() + page.px(isFalling ? 8.0 : -8.0)},
                Qt::AlignRight | Qt::AlignVCenter, page.number(series.points.back().value),
                page.boldFont(), page.style.text, LayoutPage::Ground::surface);
        }
    }
    for (const core::FigureMark& mark : page.figure.marks)
        addMark(page, mark);
    addEndLabels(page);
}

void layOutColumns(LayoutPage& page)
{
    const auto& series = page.figure.series;
    const bool isStacked = series.size() > 1;
    Extent extent;
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
    shape(page, extent, rightWidth, 0.6);
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
    addZero(page);
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
