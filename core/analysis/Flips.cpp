#include "core/analysis/Flips.h"

#include "core/analysis/Crossings.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

std::vector<double> column(const Study::Table& table, Eigen::Index index)
{
    return {table.col(index).begin(), table.col(index).end()};
}

Study::Table asColumn(const std::vector<double>& positions)
{
    return Eigen::Map<const Eigen::ArrayXd>(
        positions.data(), static_cast<Eigen::Index>(positions.size()));
}

Crossing crossingOf(const InputRange& range, std::vector<double> positions)
{
    Crossing crossing;
    crossing.all = std::move(positions);
    if (crossing.all.empty())
        return crossing;
    const double nearest =
        *std::min_element(crossing.all.begin(), crossing.all.end(), [&range](double a, double b) {
            return std::abs(a - range.base) < std::abs(b - range.base);
        });
    crossing.nearest = nearest;
    const double distance = nearest - range.base;
    if (range.base != 0.0)
        crossing.fractionOfBase = distance / std::abs(range.base);
    const double reach = (distance < 0.0 ? range.low : range.high) - range.base;
    if (reach * distance > 0.0)
        crossing.partOfRange = distance / reach;
    crossing.isInsideRange = nearest >= range.low && nearest <= range.high;
    return crossing;
}

Result<Flip> flipOf(Study& study, const InputRange& range, const Hurdle& hurdle)
{
    const Result<Search> search = searchOf(study.project(), range.input);
    if (!search)
        return search.error();
    // Always both, so that one program serves the whole search: writing another costs more than
    // computing the second figure along.
    const std::vector<Target> targets {{Target::Kind::metric, Metric::npv}, hurdle.target};
    const auto evaluate = [&](const std::vector<double>& positions) {
        return study.evaluate({range.input}, asColumn(positions), targets);
    };
    const Result<Study::Table> scanned = evaluate(search->positions);
    if (!scanned)
        return scanned.error();
    const auto crossingsOf = [&](Eigen::Index target, double level) {
        const auto figuresAt = [&](const std::vector<double>& positions) {
            return column(*evaluate(positions), target);
        };
        return crossings(*search, column(*scanned, target), level, figuresAt);
    };
    return Flip {range, crossingOf(range, crossingsOf(0, 0.0)),
        crossingOf(range, crossingsOf(1, hurdle.rate))};
}

}

Hurdle hurdleOf(const Project& project, std::optional<double> rate)
{
    const bool isReal = project.discounting.terms == Terms::real;
    return {rate.value_or(project.discounting.rate),
        {Target::Kind::metric, isReal ? Metric::irrReal : Metric::irr}};
}

Result<std::vector<Flip>> flipsOf(
    Study& study, const std::vector<InputRange>& ranges, std::optional<double> hurdle)
{
    std::vector<Flip> flips;
    for (const InputRange& range : ranges) {
        Result<Flip> flip = flipOf(study, range, hurdleOf(study.project(), hurdle));
        if (!flip)
            return flip.error();
        flips.push_back(*std::move(flip));
    }
    return flips;
}

}
