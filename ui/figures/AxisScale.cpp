#include "ui/figures/AxisScale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr double slack = 1e-9; // of a step: what rounding may move a multiple
// Difference that numbers on an axis can show, where they are large of themselves.
constexpr double least = 1e-9;
constexpr double most = 1e300; // on an axis: sums and multiples of it are still numbers
// Up to here every whole number can be counted.
constexpr double mostSteps = 9e15;

}

std::vector<double> AxisScale::values() const
{
    std::vector<double> values;
    const double from = std::ceil(first / step - slack);
    const double to = std::floor(last / step + slack);
    if (!(from > -mostSteps && to < mostSteps))
        return {};
    for (double k = from; k <= to; k += 1.0)
        values.push_back(k == 0.0 ? 0.0 : k * step);
    return values;
}

int AxisScale::decimals() const
{
    return static_cast<int>(std::clamp(std::ceil(-std::log10(step) - slack), 0.0, 9.0));
}

AxisScale axisScale(double smallest, double largest)
{
    smallest = std::clamp(smallest, -most, most);
    largest = std::clamp(largest, -most, most);
    const double size = std::max(std::abs(smallest), std::abs(largest));
    if (size <= least)
        return {0.0, 1.0, 0.5};
    if (!(largest - smallest > least * std::max(1.0, size)))
        return axisScale(std::min(0.0, smallest), std::max(0.0, largest));
    const double span = largest - smallest;
    const double magnitude = std::pow(10.0, std::floor(std::log10(span)));
    const std::array steps {0.1, 0.2, 0.5, 1.0, 2.0, 5.0};
    for (const double part : steps) {
        const AxisScale exact {smallest, largest, part * magnitude};
        const std::size_t count = exact.values().size();
        if (count >= 4 && count <= 6)
            return exact;
    }
    for (const double part : steps) {
        const double step = part * magnitude;
        const AxisScale wider {std::floor(smallest / step + slack) * step,
            std::ceil(largest / step - slack) * step, step};
        const std::size_t count = wider.values().size();
        if (count >= 4 && count <= 6)
            return wider;
    }
    const double step = 0.5 * magnitude;
    return {std::floor(smallest / step) * step, std::ceil(largest / step) * step, step};
}

double stepWithin(double first, double last)
{
    constexpr std::size_t fewest = 4;
    const double magnitude = std::pow(10.0, std::floor(std::log10(last - first)));
    for (const double part : {5.0, 2.0, 1.0, 0.5, 0.2})
        if (AxisScale {first, last, part * magnitude}.values().size() >= fewest)
            return part * magnitude;
    return 0.1 * magnitude;
}

double roundStep(double atLeast)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(atLeast) + slack));
    for (const double part : {1.0, 2.0, 5.0})
        if (part * magnitude >= atLeast * (1.0 - slack))
            return part * magnitude;
    return 10.0 * magnitude;
}

std::vector<int> namedYears(int first, int last, int most)
{
    most = std::max(most, 2);
    for (const int step : {1, 2, 4, 5, 10, 20, 25, 50, 100}) {
        // Fives and tens are named at round years, the others from the first year.
        const bool isRound = step >= 5;
        const int start = isRound ? (first + step - 1) / step * step : first;
        std::vector<int> years;
        for (int year = start; year <= last; year += step)
            years.push_back(year);
        if (static_cast<int>(years.size()) <= most)
            return years;
    }
    return {first, last};
}

}
