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

}
