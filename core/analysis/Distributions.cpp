#include "core/analysis/Distributions.h"

#include "core/project/DistributionRules.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace core {

namespace {

// Doubles are exact enough, and long doubles would take ten times as long.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Lognormal = boost::math::lognormal_distribution<double, Policy>;
using Triangular = boost::math::triangular_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;

constexpr double infinity = std::numeric_limits<double>::infinity();

// Less of the normal between the limits than this, and rounding hides the shape of what is left.
constexpr double leastKept = 1e-100;

double square(double number)
{
    return number * number;
}

}

DistributionShape::DistributionShape(const Distribution& distribution)
{
    const auto parameter = [&distribution](const char* name) {
        const auto found = distribution.parameters.find(name);
        return found == distribution.parameters.end() ? 0.0 : found->second;
    };
    const std::string& type = distribution.type;
    if (type == "discrete") {
        readDiscrete(distribution);
        return;
    }
    if (type == "uniform" || type == "triangular" || type == "pert") {
        m_family = type == "uniform"      ? Family::uniform
                   : type == "triangular" ? Family::triangular
                                          : Family::pert;
        m_low = parameter("min");
        m_mode = parameter("mode");
        m_high = parameter("max");
        if (!(m_low < m_high))
            setPoint(m_low);
        return;
    }
    m_centre = parameter("mean");
    m_spread = parameter("standard_deviation");
    if (type == "truncated_normal") {
        m_family = Family::truncatedNormal;
        m_low = parameter("min");
        m_high = parameter("max");
        if (!(m_low < m_high) || !(m_spread > 0.0) || !(kept() > leastKept))
            setPoint(std::clamp(m_centre, m_low, m_high));
        return;
    }
    if (!(m_spread > 0.0)) {
        setPoint(m_centre);
    } else if (type == "lognormal") {
        m_family = Family::lognormal;
        const double variance = std::log1p(square(m_spread / m_centre));
        m_centre = std::log(m_centre) - variance / 2.0;
        m_spread = std::sqrt(variance);
        m_low = 0.0;
        m_high = infinity;
    } else {
        m_family = Family::normal;
        m_low = -infinity;
        m_high = infinity;
    }
}

void DistributionShape::setPoint(double value)
{
    m_family = Family::point;
    m_low = m_mode = m_high = value;
    m_points = {{value, 1.0}};
}

void DistributionShape::readDiscrete(const Distribution& distribution)
{
    std::map<double, double> weights;
    double sum = 0.0;
    for (std::size_t i = 0; i < distribution.values.size(); ++i) {
        const double weight = distribution.probabilities[i];
        if (weight > 0.0)
            weights[distribution.values[i]] += weight;
        sum += weight;
    }
    double cumulative = 0.0;
    for (const auto& [value, weight] : weights) {
        cumulative += weight / sum;
        m_points.push_back({value, cumulative});
    }
    m_points.back().cumulative = 1.0;
    m_family = m_points.size() == 1 ? Family::point : Family::discrete;
    m_low = m_mode = m_points.front().value;
    m_high = m_points.back().value;
}

double DistributionShape::alpha() const
{
    return 1.0 + 4.0 * (m_mode - m_low) / (m_high - m_low);
}

double DistributionShape::cutAt(double value) const
{
    return (value - m_centre) / m_spread;
}

double DistributionShape::kept() const
{
    const Normal normal;
    const double low = cutAt(m_low);
    const double high = cutAt(m_high);
    return low > 0.0 ? cdf(complement(normal, low)) - cdf(complement(normal, high))
                     : cdf(normal, high) - cdf(normal, low);
}

double DistributionShape::quantile(double probability) const
{
    switch (m_family) {
    case Family::uniform:
        return m_low + probability * (m_high - m_low);
    case Family::triangular:
        return boost::math::quantile(Triangular(m_low, m_mode, m_high), probability);
    case Family::pert:
        return m_low + (m_high - m_low) * boost::math::quantile(Beta(alpha(), beta()), probability);
    case Family::normal:
        return boost::math::quantile(Normal(m_centre, m_spread), probability);
    case Family::truncatedNormal: {
        // From the nearer tail, so that a cut far out keeps its digits.
        const Normal normal;
        const double low = cutAt(m_low);
        const double value =
            low > 0.0 ? boost::math::quantile(
                            complement(normal, cdf(complement(normal, low)) - probability * kept()))
                      : boost::math::quantile(normal, cdf(normal, low) + probability * kept());
        return std::clamp(m_centre + m_spread * value, m_low, m_high);
    }
    case Family::lognormal:
        return boost::math::quantile(Lognormal(m_centre, m_spread), probability);
    case Family::point:
    case Family::discrete:
        break;
    }
    const auto above = [probability](const Point& point) { return point.cumulative > probability; };
    const auto found = std::find_if(m_points.begin(), m_points.end(), above);
    return found == m_points.end() ? m_high : found->value;
}

double DistributionShape::density(double value) const
{
    if (isDiscrete()) {
        double before = 0.0;
        for (const Point& point : m_points) {
            if (point.value == value)
                return point.cumulative - before;
            before = point.cumulative;
        }
        return 0.0;
    }
    if (value < m_low || value > m_high)
        return 0.0;
    switch (m_family) {
    case Family::uniform:
        return 1.0 / (m_high - m_low);
    case Family::triangular:
        return pdf(Triangular(m_low, m_mode, m_high), value);
    case Family::pert:
        return pdf(Beta(alpha(), beta()), (value - m_low) / (m_high - m_low)) / (m_high - m_low);
    case Family::truncatedNormal:
        return pdf(Normal(m_centre, m_spread), value) / kept();
    case Family::lognormal:
        return pdf(Lognormal(m_centre, m_spread), value);
    default:
        return pdf(Normal(m_centre, m_spread), value);
    }
}

double DistributionShape::cumulative(double value) const
{
    if (isDiscrete()) {
        double before = 0.0;
        for (const Point& point : m_points) {
            if (point.value > value)
                break;
            before = point.cumulative;
        }
        return before;
    }
    if (value <= m_low)
        return 0.0;
    if (value >= m_high)
        return 1.0;
    switch (m_family) {
    case Family::uniform:
        return (value - m_low) / (m_high - m_low);
    case Family::triangular:
        return cdf(Triangular(m_low, m_mode, m_high), value);
    case Family::pert:
        return cdf(Beta(alpha(), beta()), (value - m_low) / (m_high - m_low));
    case Family::truncatedNormal: {
        const Normal normal;
        const double low = cutAt(m_low);
        const double below =
            low > 0.0 ? cdf(complement(normal, low)) - cdf(complement(normal, cutAt(value)))
                      : cdf(normal, cutAt(value)) - cdf(normal, low);
        return below / kept();
    }
    case Family::lognormal:
        return cdf(Lognormal(m_centre, m_spread), value);
    default:
        return cdf(Normal(m_centre, m_spread), value);
    }
}

double DistributionShape::mean() const
{
    switch (m_family) {
    case Family::uniform:
        return m_low + (m_high - m_low) / 2.0;
    case Family::triangular:
        return (m_low + m_mode + m_high) / 3.0;
    case Family::pert:
        return (m_low + 4.0 * m_mode + m_high) / 6.0;
    case Family::normal:
        return m_centre;
    case Family::truncatedNormal: {
        const Normal normal;
        const double lean = (pdf(normal, cutAt(m_low)) - pdf(normal, cutAt(m_high))) / kept();
        return std::clamp(m_centre + m_spread * lean, m_low, m_high);
    }
    case Family::lognormal:
        return std::exp(m_centre + square(m_spread) / 2.0);
    case Family::point:
    case Family::discrete:
        break;
    }
    double mean = 0.0;
    double before = 0.0;
    for (const Point& point : m_points) {
        mean += point.value * (point.cumulative - before);
        before = point.cumulative;
    }
    return mean;
}

double DistributionShape::standardDeviation() const
{
    switch (m_family) {
    case Family::uniform:
        return (m_high - m_low) / std::sqrt(12.0);
    case Family::triangular:
        return boost::math::standard_deviation(Triangular(m_low, m_mode, m_high));
    case Family::pert:
        return std::sqrt((mean() - m_low) * (m_high - mean()) / 7.0);
    case Family::normal:
        return m_spread;
    case Family::truncatedNormal: {
        const Normal normal;
        const double low = cutAt(m_low);
        const double high = cutAt(m_high);
        const double atLow = pdf(normal, low) / kept();
        const double atHigh = pdf(normal, high) / kept();
        const double variance = 1.0 + (low * atLow - high * atHigh) - square(atLow - atHigh);
        return m_spread * std::sqrt(std::max(variance, 0.0));
    }
    case Family::lognormal:
        return mean() * std::sqrt(std::expm1(square(m_spread)));
    case Family::point:
    case Family::discrete:
        break;
    }
    double variance = 0.0;
    double before = 0.0;
    for (const Point& point : m_points) {
        variance += square(point.value - mean()) * (point.cumulative - before);
        before = point.cumulative;
    }
    return std::sqrt(variance);
}

std::optional<DistributionShape> shapeOf(const Distribution& distribution)
{
    ProblemList problems;
    checkDistribution(distribution, {}, problems);
    if (!std::move(problems).take().empty())
        return std::nullopt;
    return DistributionShape(distribution);
}

}
