#include "core/report/FullOutput.h"

#include <algorithm>

namespace core {

std::optional<int> yearOfFullOutput(const Evaluation& evaluation)
{
    const std::vector<double> production = evaluation.byYear(evaluation.rows().revenue.production);
    const auto largest = std::max_element(production.begin(), production.end());
    if (largest == production.end() || !(*largest > 0.0))
        return std::nullopt;
    return evaluation.years().first + static_cast<int>(largest - production.begin());
}

bool fallsAfterFullOutput(const Evaluation& evaluation)
{
    constexpr double noticeable = 0.01;
    const std::optional<int> full = yearOfFullOutput(evaluation);
    if (!full)
        return false;
    const Row row = evaluation.rows().revenue.production;
    const double largest = evaluation.figure(row, *full).value_or(0.0);
    for (int year = *full + 1; year <= evaluation.project().timeline.lastOperatingYear(); ++year)
        if (evaluation.figure(row, year).value_or(0.0) < (1.0 - noticeable) * largest)
            return true;
    return false;
}

}
