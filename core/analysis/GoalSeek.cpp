#include "core/analysis/GoalSeek.h"

#include "core/analysis/Crossings.h"
#include "core/engine/TapeArithmetic.h"

#include <cmath>

namespace core {

Result<GoalSeek> goalSeek(Study& study, const VariedInput& input, Target target, double wanted)
{
    if (!std::isfinite(wanted))
        return Error(ErrorCode::InvalidInput, "target", "expected a finite number");
    const Result<Search> search = searchOf(study.project(), input);
    if (!search)
        return search.error();
    const auto figuresAt = [&](const std::vector<double>& positions) {
        const Study::Table table = Eigen::Map<const Eigen::ArrayXd>(
            positions.data(), static_cast<Eigen::Index>(positions.size()));
        const Study::Table figures = *study.evaluate({input}, table, {target}); // within the field
        return std::vector<double>(figures.col(0).begin(), figures.col(0).end());
    };
    const std::vector<double> scanned = figuresAt(search->positions);
    GoalSeek result {input, target, wanted, crossings(*search, scanned, wanted, figuresAt),
        search->low(), search->high(), definedOrNone(scanned.front()),
        definedOrNone(scanned.back()), isEverywhere(scanned, wanted)};
    return result;
}

}
