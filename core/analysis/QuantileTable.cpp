#include "core/analysis/QuantileTable.h"

#include <cmath>
#include <numbers>

namespace core {

namespace {

double normalDensity(double z)
{
    return std::exp(-z * z / 2.0) / std::sqrt(2.0 * std::numbers::pi);
}

double normalCumulative(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2.0;
}

DistributionShape standardPert(double mode)
{
    return DistributionShape({"pert", {{"min", 0.0}, {"mode", mode}, {"max", 1.0}}, {}, {}});
}

DistributionShape cutNormal(double low, double high)
{
    return DistributionShape({"truncated_normal",
        {{"mean", 0.0}, {"standard_deviation", 1.0}, {"min", low}, {"max", high}}, {}, {}});
}

}

// Between two knots the polynomial that has the values and both derivatives of either.
template <class KnotAt>
void QuantileTable::fill(KnotAt knotAt)
{
    constexpr double step = 1.0 / NormalTable::perUnit;
    const auto scaledKnot = [&knotAt](int place) {
        const Knot knot = knotAt(place * step - NormalTable::reach);
        return Knot {knot.value, knot.slope * step, knot.curvature * step * step};
    };
    m_content.reserve(NormalTable::intervals * NormalTable::coefficients);
    Knot a = scaledKnot(0);
    for (int interval = 0; interval < NormalTable::intervals; ++interval) {
        const Knot b = scaledKnot(interval + 1);
        const double rise = b.value - a.value - a.slope - a.curvature / 2.0;
        const double bend = b.slope - a.slope - a.curvature;
        const double turn = b.curvature - a.curvature;
        m_content.insert(m_content.end(),
            {a.value, a.slope, a.curvature / 2.0, 10.0 * rise - 4.0 * bend + turn / 2.0,
                -15.0 * rise + 7.0 * bend - turn, 6.0 * rise - 3.0 * bend + turn / 2.0});
        a = b;
    }
}

// With G the function, f the density of the distribution and φ that of the normal:
// G' = φ / f(G) and G'' = -z·G' - G'²·f'(G)/f(G). Numbers above 0 are done on the mirrored
// distribution, since probabilities close to 1 have no digits left for the tail.
QuantileTable::QuantileTable(const DistributionShape& shape)
{
    const auto knotOf = [](const DistributionShape& lower, double z, auto logarithmicSlope) {
        Knot knot;
        knot.value = lower.quantile(normalCumulative(z));
        const double density = lower.density(knot.value);
        knot.slope = density > 0.0 ? normalDensity(z) / density : 0.0;
        const double bend = knot.slope > 0.0 ? knot.slope * logarithmicSlope(knot.value) : 0.0;
        knot.curvature = knot.slope * (-z - bend);
        return knot;
    };
    const auto mirrored = [](const Knot& knot, double about) {
        return Knot {about - knot.value, knot.slope, -knot.curvature};
    };
    if (shape.family() == DistributionShape::Family::pert) {
        const double mode = (shape.alpha() - 1.0) / 4.0;
        const DistributionShape lower = standardPert(mode);
        const DistributionShape upper = standardPert(1.0 - mode);
        const auto pertKnot = [&knotOf](const DistributionShape& half, double z) {
            return knotOf(half, z, [&half](double x) {
                return (half.alpha() - 1.0) / x - (half.beta() - 1.0) / (1.0 - x);
            });
        };
        fill([&](double z) {
            return z <= 0.0 ? pertKnot(lower, z) : mirrored(pertKnot(upper, -z), 1.0);
        });
        return;
    }
    const double low = (shape.lowest() - shape.centre()) / shape.spread();
    const double high = (shape.highest() - shape.centre()) / shape.spread();
    const DistributionShape lower = cutNormal(low, high);
    const DistributionShape upper = cutNormal(-high, -low);
    const auto falling = [](double x) { return -x; };
    fill([&](double z) {
        return z <= 0.0 ? knotOf(lower, z, falling) : mirrored(knotOf(upper, -z, falling), 0.0);
    });
}

QuantileTable QuantileTable::uniform()
{
    QuantileTable table;
    table.fill([](double z) {
        const double density = normalDensity(z);
        return Knot {normalCumulative(z), density, -z * density};
    });
    return table;
}

}
