#include "core/analysis/SimulationStatistics.h"

#include "core/analysis/Ranks.h"
#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double tail = 0.05;

// Mean and deviation of numbers as they come, by their distance from the first.
class Moments {
public:
    void add(double number)
    {
        if (m_count == 0.0)
            m_first = number;
        m_count += 1.0;
        m_sum += number - m_first;
        m_squares += (number - m_first) * (number - m_first);
    }
    double mean() const { return m_count > 0.0 ? m_first + m_sum / m_count : undefinedFigure; }
    double deviation() const
    {
        if (m_count < 2.0)
            return m_count > 0.0 ? 0.0 : undefinedFigure;
        const double squares = m_squares - m_sum * m_sum / m_count;
        return std::sqrt(std::max(0.0, squares) / (m_count - 1.0));
    }
    double error() const { return deviation() / std::sqrt(m_count); }
    double count() const { return m_count; }

private:
    double m_first = 0.0;
    double m_count = 0.0;
    double m_sum = 0.0;
    double m_squares = 0.0;
};

// Some twenty numbers of trials, each larger than the last by the same factor, up to all.
std::vector<std::int64_t> milestones(std::int64_t trials)
{
    constexpr int count = 20;
    const double first = std::min(100.0, static_cast<double>(trials));
    const double factor = std::pow(static_cast<double>(trials) / first, 1.0 / (count - 1));
    std::vector<std::int64_t> stones;
    for (int k = 0; k < count; ++k) {
        const std::int64_t stone =
            k + 1 == count ? trials : std::llround(first * std::pow(factor, k));
        if (stones.empty() || stone > stones.back())
            stones.push_back(stone);
    }
    return stones;
}

// The mean of the worst twentieth of the trials; where that is no whole number of them, the last
// one counts in part.
double meanOfWorst(const std::vector<double>& sorted, bool isWorseWhenHigher)
{
    const double wanted = tail * static_cast<double>(sorted.size());
    double sum = 0.0;
    double left = wanted;
    for (std::size_t k = 0; left > 0.0 && k < sorted.size(); ++k) {
        const double weight = std::min(left, 1.0);
        sum += weight * (isWorseWhenHigher ? sorted[sorted.size() - 1 - k] : sorted[k]);
        left -= weight;
    }
    return sum / wanted;
}

}

bool isWorseWhenHigher(Target target)
{
    if (target.kind != Target::Kind::metric)
        return false;
    const MetricDescription::Kind kind = descriptionOf(target.metric).kind;
    return kind == MetricDescription::Kind::years || kind == MetricDescription::Kind::pricePerKg ||
           target.metric == Metric::peakFunding || target.metric == Metric::stateTakeShare;
}

void findStatistics(SimulationResult& result)
{
    Moments irr;
    for (const double rate : result.irr)
        if (!isUndefined(rate))
            irr.add(rate);
    result.irrNone = static_cast<std::int64_t>(result.irr.size()) - std::llround(irr.count());
    if (irr.count() > 0.0)
        result.irrMean = irr.mean();
    Moments target;
    const std::vector<std::int64_t> stones = milestones(result.trials);
    std::size_t stone = 0;
    result.sorted.reserve(result.values.size());
    for (std::size_t trial = 0; trial < result.values.size(); ++trial) {
        if (const double value = result.values[trial]; !isUndefined(value)) {
            target.add(value);
            result.sorted.push_back(value);
        }
        if (static_cast<std::int64_t>(trial) + 1 == stones[stone]) {
            if (target.count() > 0.0)
                result.convergence.push_back({stones[stone], target.mean(), target.error()});
            ++stone;
        }
    }
    sortAscending(result.sorted);
    result.undefined = result.trials - static_cast<std::int64_t>(result.sorted.size());
    result.mean = target.mean();
    result.standardDeviation = target.deviation();
    result.standardError = target.error();
    const bool isEmpty = result.sorted.empty();
    result.smallest = isEmpty ? undefinedFigure : result.sorted.front();
    result.largest = isEmpty ? undefinedFigure : result.sorted.back();
    result.conditionalValueAtRisk =
        isEmpty ? undefinedFigure : meanOfWorst(result.sorted, isWorseWhenHigher(result.target));
}

double SimulationResult::percentile(double part) const
{
    if (sorted.empty())
        return undefinedFigure;
    const double place = std::clamp(part, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const std::size_t below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

double SimulationResult::cumulative(double value) const
{
    if (sorted.empty())
        return undefinedFigure;
    const auto above = std::upper_bound(sorted.begin(), sorted.end(), value);
    return static_cast<double>(above - sorted.begin()) / static_cast<double>(sorted.size());
}

}
