#include "ui/figures/LabelPlacement.h"
#include "ui/figures/LayoutPage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// Shares of trials as bars, and the cumulative probability over them.
namespace ui {

namespace {

QString withPercent(const QString& number)
{
    return number + QStringLiteral("\u00A0%");
}

constexpr double gripReach = 4.0; // to either side of a line
constexpr int parts = 4;          // of both axes, so that they share their lines

// In percent; its top is that of the cumulative line, 100 %.
AxisScale shareScale(double largest)
{
    const double atLeast = std::max(largest, 1e-6) * 1.02 / parts;
    const double magnitude = std::pow(10.0, std::floor(std::log10(atLeast)));
    double step = 10.0 * magnitude;
    for (const double part : {8.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0})
        if (part * magnitude >= atLeast)
            step = part * magnitude;
    return {0.0, parts * step, step};
}

double pointOf(const core::FigureBar& bar)
{
    return bar.probability.value_or(0.0) * 100.0;
}

void addAxes(LayoutPage& page)
{
    const FigureLayout& layout = page.layout;
    const auto text = [&](double value, int decimals) {
        return withPercent(page.number(value, decimals));
    };
    for (const double value : layout.y.values()) {
        const double y = layout.at(layout.x.first, value).y();
        page.addText({layout.plot.left() - page.px(8.0), y}, Qt::AlignRight | Qt::AlignVCenter,
            value == 0.0 ? page.number(0.0, 0) : text(value, layout.y.decimals()), page.axisFont(),
            page.style.text2);
        page.addText({layout.plot.right() + page.px(8.0), y}, Qt::AlignLeft | Qt::AlignVCenter,
            text(value / layout.y.last * 100.0, 0), page.axisFont(), page.style.text2);
    }
}

void addMarks(LayoutPage& page, double labelHeight)
{
    const FigureLayout& layout = page.layout;
    std::vector<double> wanted;
    double widest = 0.0;
    for (const core::FigureMark& mark : page.figure.marks) {
        wanted.push_back(layout.at(mark.at.x, 0.0).x());
        widest = std::max(widest, LayoutPage::widthOf(textOf(mark.text), page.boldFont()));
    }
    const std::vector<double> placed = pushedApart(wanted, widest + page.px(10.0),
        page.body.left() + widest / 2, page.body.right() - widest / 2);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const core::FigureMark& mark = page.figure.marks[i];
        const double x = wanted[i];
        page.addLine({x, layout.plot.top() - labelHeight * 0.25, x, layout.plot.bottom()},
            page.style.text, page.px(1.2), true);
        page.addText({placed[i], layout.plot.top() - labelHeight * 0.6},
            Qt::AlignHCenter | Qt::AlignVCenter, textOf(mark.text), page.boldFont(),
            page.style.text);
        page.layout.dots.push_back({layout.at(mark.at.x, mark.at.value / 100.0 * layout.y.last),
            page.px(4.0), page.style.ink(mark.ink, 0.0)});
        const double reach = page.px(gripReach);
        page.layout.grips.push_back({QRectF(x - reach, layout.plot.top() - labelHeight, 2.0 * reach,
                                         layout.plot.height() + labelHeight),
            static_cast<int>(i)});
    }
}

}

void layOutHistogram(LayoutPage& page)
{
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    const core::FigureSeries& cumulative = page.figure.series.front();
    double largest = 0.0;
    for (const core::FigureBar& bar : bars)
        largest = std::max(largest, pointOf(bar));
    layout.y = shareScale(largest);
    layout.x = axisScale(bars.front().from, bars.back().to);
    layout.x.first = bars.front().from;
    layout.x.last = bars.back().to;

    const double left =
        LayoutPage::widthOf(
            withPercent(page.number(layout.y.last, layout.y.decimals())), page.axisFont()) +
        page.px(10.0);
    const double right =
        LayoutPage::widthOf(withPercent(QStringLiteral("100")), page.axisFont()) + page.px(12.0);
    const double top = page.style.labelSize * 1.9;
    const double bottom = page.style.axisSize * 1.4 + page.px(8.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top() + top,
        std::max(40.0, page.body.width() - left - right),
        std::max(30.0, page.body.height() - top - bottom));

    for (std::size_t i = 0; i < bars.size(); ++i) {
        const core::FigureBar& bar = bars[i];
        const QPointF corner = layout.at(bar.from, pointOf(bar));
        const QPointF foot = layout.at(bar.to, 0.0);
        // A hairline of surface between the bars.
        const double gap = foot.x() - corner.x() > 4.0 ? 1.0 : 0.0;
        if (bar.probability.value_or(0.0) > 0.0)
            layout.barsBehind.push_back({QRectF(corner, QPointF(foot.x() - gap, foot.y())),
                page.style.ink(bar.ink, bar.to)});
        const QString text =
            QCoreApplication::translate("Figure", "%1 %2: %3 of trials, %4 up to there")
                .arg(textOf(bar.label), QString::fromStdString(page.figure.unit),
                    withPercent(page.number(pointOf(bar), 1)),
                    withPercent(page.number(cumulative.points[i + 1].value, 1)));
        layout.targets.push_back(
            {QRectF(QPointF(corner.x(), layout.plot.top()), QPointF(foot.x(), foot.y())),
                QPointF((corner.x() + foot.x()) / 2, corner.y()), text,
                QString::fromStdString(bar.row), 0, 0, static_cast<double>(i)});
    }
    ChartLine line {{}, page.style.ink(cumulative.ink, 0.0), page.px(1.8), false};
    for (const core::FigurePoint& point : cumulative.points)
        line.points.push_back({point.x, point.value / 100.0 * layout.y.last});
    layout.chartLines.push_back(std::move(line));

    const double zero = std::round(layout.plot.bottom()) + 0.5;
    page.addLine({layout.plot.left(), zero, layout.plot.right(), zero}, page.style.zero);
    addAxes(page);
    page.addLyingAxis();
    addMarks(page, page.style.labelSize * 1.6);
}

}
