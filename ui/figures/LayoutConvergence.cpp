#include "ui/figures/LayoutPage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

// A mean over the number of trials, on a logarithmic axis, with its band.
namespace ui {

namespace {

double placeOf(double trials)
{
    return std::log10(std::max(trials, 1.0));
}

// The number of trials at each power of ten, and at the ends where there are fewer than two.
std::vector<double> namedTrials(double first, double last)
{
    std::vector<double> named;
    for (double power = std::ceil(placeOf(first) - 1e-9); power <= placeOf(last) + 1e-9;
         power += 1.0)
        named.push_back(std::pow(10.0, power));
    return named.size() < 2 ? std::vector<double> {first, last} : named;
}

}

void layOutConvergence(LayoutPage& page)
{
    FigureLayout& layout = page.layout;
    const auto& series = page.figure.series;
    double lowest = series.front().points.front().value;
    double highest = lowest;
    for (const core::FigureSeries& line : series)
        for (const core::FigurePoint& point : line.points) {
            lowest = std::min(lowest, point.value);
            highest = std::max(highest, point.value);
        }
    const double first = series.front().points.front().x;
    const double last = series.front().points.back().x;
    layout.y = axisScale(lowest, highest);
    layout.y.first = std::min(layout.y.first, lowest);
    layout.y.last = std::max(layout.y.last, highest);
    layout.x = {placeOf(first), placeOf(last), 1.0};
    const double left = page.valueLabelsWidth(layout.y) + page.px(10.0);
    const double bottom = page.style.axisSize * 1.4 + page.px(8.0);
    const double right = LayoutPage::widthOf(page.number(highest), page.boldFont()) + page.px(16.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top() + page.px(4.0),
        std::max(40.0, page.body.width() - left - right),
        std::max(30.0, page.body.height() - bottom - page.px(4.0)));

    int group = 0;
    for (const core::FigureSeries& line : series) {
        ChartLine laid {{}, page.style.ink(line.ink, 0.0), page.px(line.isActive ? 2.7 : 1.5)};
        for (const core::FigurePoint& point : line.points) {
            laid.points.push_back({placeOf(point.x), point.value});
            const QPointF at = layout.at(placeOf(point.x), point.value);
            const double reach = page.px(6.0);
            const QString text = QCoreApplication::translate("Figure", "%1 after %2 trials: %3 %4")
                                     .arg(textOf(line.label), page.number(point.x, 0),
                                         page.number(point.value, page.figure.decimals + 1),
                                         QString::fromStdString(page.figure.unit));
            layout.targets.push_back({QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach),
                at, text, QString::fromStdString(line.row), 0, group, point.x});
        }
        layout.chartLines.push_back(std::move(laid));
        ++group;
    }
    page.addValueAxis();
    for (const double trials : namedTrials(first, last)) {
        const double x = layout.at(placeOf(trials), layout.y.first).x();
        page.addText({x, layout.plot.bottom() + page.px(8.0)}, Qt::AlignHCenter | Qt::AlignTop,
            page.number(trials, 0), page.axisFont(), page.style.text2);
    }
    const core::FigurePoint& end = series.front().points.back();
    page.addText({layout.plot.right() + page.px(8.0), layout.at(layout.x.last, end.value).y()},
        Qt::AlignLeft | Qt::AlignVCenter, page.number(end.value), page.boldFont(),
        page.style.inkOfText(series.front().ink, end.value));
}

}
