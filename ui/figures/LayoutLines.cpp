#include "ui/figures/LabelPlacement.h"
#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Lines over years or over a number.
namespace ui {

namespace {

using Look = core::FigureSeries::Look;

// The name and, over years, the last value; a long name is elided so that the lines keep most of
// the width.
QString endLabel(const LayoutPage& page, const core::FigureSeries& series)
{
    constexpr double widestPart = 0.36; // of the figure
    const QFont font = series.isActive ? page.boldFont() : page.labelFont();
    if (page.figure.axis)
        return QFontMetricsF(font).elidedText(
            textOf(series.label), Qt::ElideRight, page.body.width() * widestPart);
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

// The highest and lowest point of a line near some x, as distances from the top.
std::pair<double, double> occupied(
    const LayoutPage& page, const ChartLine& line, double from, double to)
{
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
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

// Of all lines.
std::pair<double, double> occupied(const LayoutPage& page, double from, double to)
{
    std::pair<double, double> all {
        std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const ChartLine& line : page.layout.chartLines) {
        const auto [top, bottom] = occupied(page, line, from, to);
        all = {std::min(all.first, top), std::max(all.second, bottom)};
    }
    return all;
}

// Whether no line comes near a text.
bool isFree(const LayoutPage& page, double from, double to, double y)
{
    const double half = 0.7 * page.style.labelSize;
    return std::none_of(
        page.layout.chartLines.begin(), page.layout.chartLines.end(), [&](const ChartLine& line) {
            const auto [top, bottom] = occupied(page, line, from, to);
            return top < y + half && bottom > y - half;
        });
}

void addMark(LayoutPage& page, const core::FigureMark& mark)
{
    const QPointF at = page.layout.at(mark.at.x, mark.at.value);
    page.layout.dots.push_back({at, page.px(4.0), page.style.ink(mark.ink, mark.at.value)});
    if (mark.text.isEmpty())
        return;
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
}

// Dashed, named above its right end, or below it where there is no room.
void addLevel(LayoutPage& page, const core::FigureLevel& level)
{
    const QRectF& plot = page.layout.plot;
    const double y = page.layout.at(page.layout.x.first, level.value).y();
    const double height = page.style.labelSize;
    page.addLine({plot.left(), y, plot.right(), y}, page.style.text, page.px(1.3), true);
    const bool isBelow = y - 1.6 * height < plot.top();
    page.addText({plot.right() - page.px(8.0), isBelow ? y + height : y - height},
        Qt::AlignRight | Qt::AlignVCenter, textOf(level.text), page.labelFont(), page.style.text,
        LayoutPage::Ground::surface);
}

void addAxis(LayoutPage& page, const core::FigureAxis& axis)
{
    const FigureLayout& layout = page.layout;
    core::FigureAxis shown = axis;
    shown.decimals = layout.x.decimals();
    double last = layout.plot.left() - page.body.width();
    for (const double x : layout.x.values()) {
        const QString text = QString::fromStdString(core::axisText(shown, x));
        const double half = LayoutPage::widthOf(text, page.axisFont()) / 2;
        const double centre = layout.at(x, 0.0).x();
        if (centre - half < last + page.px(8.0))
            continue; // there is no room for all
        page.addText({centre, layout.plot.bottom() + page.px(8.0)}, Qt::AlignHCenter | Qt::AlignTop,
            text, page.axisFont(), page.style.text2);
        last = centre + half;
    }
}

// "Price, 70 %" over a number; over years the year is said apart.
QString nameOfPoint(
    const LayoutPage& page, const core::FigureSeries& series, const core::FigurePoint& point)
{
    const QString name = textOf(series.label);
    if (!page.figure.axis)
        return name;
    const std::string at = core::axisText(*page.figure.axis, point.x);
    return QStringLiteral("%1, %2").arg(name, QString::fromStdString(at));
}

void addMarkTarget(LayoutPage& page, const core::FigureMark& mark, int group)
{
    const QPointF at = page.layout.at(mark.at.x, mark.at.value);
    const double reach = page.px(6.0);
    FigureTarget target;
    target.area = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach);
    target.at = at;
    target.text = textOf(mark.text);
    target.row = QString::fromStdString(mark.row);
    target.group = group;
    target.order = mark.at.x;
    page.layout.targets.push_back(target);
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
        page.body.top() + half, page.layout.plot.bottom()); // below it are the numbers of the axis
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
// Where there is no room it stands above the dashed line, or above all when another passes there.
void nameThreshold(LayoutPage& page, const core::FigureSeries& series)
{
    const core::FigurePoint& last = series.points.back();
    const QPointF end = page.layout.at(last.x, last.value);
    const QString text = textOf(series.label);
    const double width = LayoutPage::widthOf(text, page.labelFont());
    const double right = end.x() - page.px(14.0);
    const double height = page.style.labelSize;
    const double startX = right - width;
    double highestOfThreshold = end.y();
    double lowestOfThreshold = end.y();
    for (const core::FigurePoint& point : series.points) {
        const QPointF at = page.layout.at(point.x, point.value);
        if (at.x() < startX - page.px(10.0))
            continue;
        highestOfThreshold = std::min(highestOfThreshold, at.y());
        lowestOfThreshold = std::max(lowestOfThreshold, at.y());
    }
    double y = lowestOfThreshold + height * 1.1;
    if (y > page.layout.plot.bottom() - height) {
        y = highestOfThreshold - height;
        if (!isFree(page, startX, right, y))
            y = occupied(page, startX, right).first - height;
    }
    page.addText({right, y}, Qt::AlignRight | Qt::AlignVCenter, text, page.labelFont(),
        page.style.text, LayoutPage::Ground::surface);
}

}

void layOutLines(LayoutPage& page)
{
    PlotExtent extent;
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
    for (const core::FigureLevel& level : page.figure.levels) {
        extent.lowest = std::min(extent.lowest, level.value);
        extent.highest = std::max(extent.highest, level.value);
    }
    const double wholeSpan = extent.highest - extent.lowest;
    for (const core::FigureMark& mark : page.figure.marks)
        if (!mark.isAbove) { // room for its text
            const double room = 2.4 * page.style.labelSize / page.body.height() * wholeSpan;
            extent.lowest = std::min(extent.lowest, mark.at.value - room);
        }
    if (page.figure.divide) // its words stand above the lines
        extent.highest += 0.1 * (extent.highest - extent.lowest);
    const auto& axis = page.figure.axis;
    page.shapePlot(extent, rightWidth, axis ? 0.0 : 0.6);
    FigureLayout& layout = page.layout;
    if (axis && extent.xLast > extent.xFirst)
        layout.x.step = stepWithin(extent.xFirst, extent.xLast);
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
                nameOfPoint(page, *series, point), point.value, series->row,
                axis ? 0 : static_cast<int>(std::lround(point.x)), group, point.x);
            layout.targets.back().series = QString::fromStdString(series->id);
            layout.targets.back().input = QString::fromStdString(series->input);
        }
        if (!isColumns)
            layout.chartLines.push_back(line);
        ++group;
    }
    page.addZeroLine();
    page.addValueAxis();
    if (axis)
        addAxis(page, *axis);
    else
        page.addYears(static_cast<int>(std::lround(extent.xFirst)),
            static_cast<int>(std::lround(extent.xLast)));
    for (const core::FigureLevel& level : page.figure.levels)
        addLevel(page, level);
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
    for (const core::FigureMark& mark : page.figure.marks) {
        addMark(page, mark);
        if (!mark.row.empty())
            addMarkTarget(page, mark, group);
    }
    addEndLabels(page);
}

}
