#include "ui/pages/risk/DistributionPicture.h"

#include "core/analysis/Distributions.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double rare = 0.002; // of the draws, at either end

// A density without end, as of draws that are all the same, is drawn as a needle.
double drawn(double density, double span)
{
    return std::isfinite(density) ? density : 1e3 / span;
}

}

ValueRange rangeOfDraws(const core::Distribution& distribution)
{
    const auto shape = core::shapeOf(distribution);
    if (!shape)
        return {};
    ValueRange range {shape->lowest(), shape->highest()};
    // The end of a lognormal distribution is far from all draws.
    if (!std::isfinite(range.low) || !std::isfinite(range.high))
        range.low = shape->quantile(rare);
    if (!std::isfinite(range.high))
        range.high = shape->quantile(1.0 - rare);
    if (!(range.high > range.low)) {
        const double reach = range.low == 0.0 ? 1.0 : 0.1 * std::abs(range.low);
        range = {range.low - reach, range.high + reach};
    }
    return range;
}

QList<QPointF> densityLine(
    const core::Distribution& distribution, const ValueRange& range, int points)
{
    const auto shape = core::shapeOf(distribution);
    if (!shape || shape->isDiscrete())
        return {};
    QList<QPointF> line;
    double highest = 0.0;
    const auto add = [&](double value) {
        const double density = drawn(shape->density(value), range.high - range.low);
        highest = std::max(highest, density);
        line << QPointF(range.place(value), density);
    };
    for (int i = 0; i <= points; ++i)
        add(range.value(static_cast<double>(i) / points));
    // Corners between two of these points would be cut off.
    for (const auto& [name, value] : distribution.parameters)
        if (name != "standard_deviation" && value > range.low && value < range.high)
            add(value);
    std::sort(
        line.begin(), line.end(), [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    for (QPointF& point : line)
        point.setY(highest > 0.0 ? point.y() / highest : 0.0);
    return line;
}

QList<QPointF> discreteBars(const core::Distribution& distribution, const ValueRange& range)
{
    QList<QPointF> bars;
    const auto shape = core::shapeOf(distribution);
    if (!shape || !shape->isDiscrete())
        return bars;
    if (distribution.type != "discrete") // all draws are the same
        return {QPointF(range.place(shape->lowest()), 1.0)};
    const auto& probabilities = distribution.probabilities;
    const double highest = *std::max_element(probabilities.begin(), probabilities.end());
    for (std::size_t i = 0; i < probabilities.size(); ++i)
        bars << QPointF(
            range.place(distribution.values[i]), highest > 0.0 ? probabilities[i] / highest : 0.0);
    return bars;
}

}
