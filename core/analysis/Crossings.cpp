#include "core/analysis/Crossings.h"

#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core {

namespace {

constexpr int nearSteps = 64;
constexpr int farSteps = 32;   // on each side
constexpr int wholeSteps = 40; // each takes a model of its own

// Two neighbours between which a figure passes the wanted value, or ceases to exist.
struct Bracket {
    double low;
    double high;
    double atLow; // less the wanted value
    double atHigh;
    double reach =
        0.1; // how far from the estimate the crossing is expected, as a part of the width
    double scale = 0.0; // of the figure in the bracket that was found first
    double widthAtFirst = 0.0;

    bool isDefined() const { return !isUndefined(atLow) && !isUndefined(atHigh); }
    bool isPassed() const { return isDefined() && (atLow < 0.0) != (atHigh < 0.0); }
    bool isDone() const
    {
        constexpr double fine = 4.0 * std::numeric_limits<double>::epsilon();
        constexpr double fineForAnEdge = 1e-4; // a crossing closer to it is not looked for
        if (!isDefined())
            return high - low <= fineForAnEdge * widthAtFirst;
        return atLow == 0.0 || atHigh == 0.0 ||
               high - low <= fine * std::max(std::abs(low), std::abs(high));
    }
    double estimate() const { return atLow / (atLow - atHigh); } // as a part of the width
};

// Positions inside a bracket that narrow it most: close about where a straight line crosses, and
// the middle, so that it never narrows by less than half.
std::vector<double> positionsInside(const Bracket& bracket)
{
    std::vector<double> parts;
    if (bracket.isDefined()) {
        const double crossing = bracket.estimate();
        parts = {0.5, crossing};
        for (const double reach : {bracket.reach, bracket.reach * bracket.reach}) {
            parts.push_back(crossing - reach);
            parts.push_back(crossing + reach);
        }
    } else {
        for (int eighth = 1; eighth < 8; ++eighth)
            parts.push_back(eighth / 8.0);
    }
    std::vector<double> positions;
    for (const double part : parts) {
        const double position = bracket.low + part * (bracket.high - bracket.low);
        if (position > bracket.low && position < bracket.high)
            positions.push_back(position);
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

// The part of a bracket, between two of its positions, in which the value is passed; without one,
// the part in which the figure ceases to exist.
Bracket narrowed(
    const Bracket& bracket, const std::vector<double>& positions, const double* figures)
{
    std::vector<Bracket> parts;
    Bracket part = bracket;
    for (std::size_t i = 0; i <= positions.size(); ++i) {
        part.high = i < positions.size() ? positions[i] : bracket.high;
        part.atHigh = i < positions.size() ? figures[i] : bracket.atHigh;
        parts.push_back(part);
        part.low = part.high;
        part.atLow = part.atHigh;
    }
    const auto find = [&parts](const auto& isSought) {
        return std::find_if(parts.begin(), parts.end(), isSought);
    };
    auto found = find([](const Bracket& p) { return p.isPassed(); });
    if (found == parts.end())
        found =
            find([](const Bracket& p) { return isUndefined(p.atLow) != isUndefined(p.atHigh); });
    if (found == parts.end())
        return bracket; // a figure that comes and goes
    if (bracket.isDefined() && found->isDefined()) {
        const double expected = bracket.low + bracket.estimate() * (bracket.high - bracket.low);
        const double reach = bracket.reach * (bracket.high - bracket.low);
        const bool isAsExpected = found->low >= expected - reach && found->high <= expected + reach;
        found->reach = isAsExpected ? bracket.reach * bracket.reach : std::sqrt(bracket.reach);
        found->reach = std::clamp(found->reach, 1e-10, 0.25);
    }
    if (!bracket.isDefined() && found->isDefined())
        found->scale = std::max(std::abs(found->atLow), std::abs(found->atHigh));
    return *found;
}

// Narrows all brackets together, so that each round is one run over lanes.
void narrow(std::vector<Bracket>& brackets, double wanted, const FiguresAt& figuresAt)
{
    constexpr int mostRounds = 100;
    for (int round = 0; round < mostRounds; ++round) {
        std::vector<double> all;
        std::vector<std::vector<double>> positions(brackets.size());
        for (std::size_t b = 0; b < brackets.size(); ++b) {
            if (!brackets[b].isDone())
                positions[b] = positionsInside(brackets[b]);
            all.insert(all.end(), positions[b].begin(), positions[b].end());
        }
        if (all.empty())
            return;
        std::vector<double> figures = figuresAt(all);
        for (double& figure : figures)
            figure -= wanted;
        const double* next = figures.data();
        for (std::size_t b = 0; b < brackets.size(); ++b) {
            if (!positions[b].empty())
                brackets[b] = narrowed(brackets[b], positions[b], next);
            next += positions[b].size();
        }
    }
}

}

Result<Search> searchOf(const Project& project, const VariedInput& input)
{
    const Result<InputPosition> field = positionOf(project, input);
    if (!field)
        return field.error();
    Search search;
    search.isWhole = field->isInteger && input.mode == UncertaintyMode::set;
    if (search.isWhole) {
        const double low = std::max(field->minimum, field->base - wholeSteps / 2);
        const double high = std::min(field->maximum, low + wholeSteps);
        for (double position = low; position <= high; position += 1.0)
            search.positions.push_back(position);
        return search;
    }
    constexpr double farthestInPlans = 1e4;
    constexpr double farthestFromNothing = 1e12;
    const double unit = field->base != 0.0
                            ? std::abs(field->base)
                            : std::min(1.0, (field->maximum / 4.0 - field->minimum / 4.0));
    const double farthest = field->base != 0.0 ? farthestInPlans * unit : farthestFromNothing;
    const double growth = std::pow(farthest / (2.0 * unit), 1.0 / farSteps);
    const double low = std::max(field->minimum, field->base - 2.0 * unit);
    const double high = std::min(field->maximum, field->base + 2.0 * unit);
    for (int step = 0; step <= nearSteps; ++step)
        search.positions.push_back(low + (high - low) * step / nearSteps);
    search.positions.back() = high;
    search.positions.push_back(field->base);
    double distance = 2.0 * unit;
    for (int step = 0; step < farSteps; ++step) {
        distance *= growth;
        search.positions.push_back(std::max(field->minimum, field->base - distance));
        search.positions.push_back(std::min(field->maximum, field->base + distance));
    }
    std::sort(search.positions.begin(), search.positions.end());
    search.positions.erase(
        std::unique(search.positions.begin(), search.positions.end()), search.positions.end());
    return search;
}

bool isEverywhere(const std::vector<double>& scanned, double wanted)
{
    return std::all_of(
        scanned.begin(), scanned.end(), [&](double figure) { return figure == wanted; });
}

std::vector<double> crossings(const Search& search, const std::vector<double>& scanned,
    double wanted, const FiguresAt& figuresAt)
{
    if (isEverywhere(scanned, wanted))
        return {};
    std::vector<double> found;
    std::vector<Bracket> brackets;
    const std::size_t count = search.positions.size();
    const auto hasIt = [&](std::size_t i) { return i < count && scanned[i] == wanted; };
    for (std::size_t i = 0; i < count; ++i) {
        if (hasIt(i)) {
            if (i == 0 || !hasIt(i - 1) || !hasIt(i + 1)) // within a stretch only the ends
                found.push_back(search.positions[i]);
            continue;
        }
        if (i + 1 == count || hasIt(i + 1))
            continue;
        Bracket bracket {search.positions[i], search.positions[i + 1], scanned[i] - wanted,
            scanned[i + 1] - wanted};
        bracket.scale = std::max(std::abs(bracket.atLow), std::abs(bracket.atHigh));
        bracket.widthAtFirst = bracket.high - bracket.low;
        if (search.isWhole && bracket.isPassed()) {
            found.push_back(bracket.low);
            found.push_back(bracket.high);
        } else if (!search.isWhole && (bracket.isPassed() || isUndefined(bracket.atLow) !=
                                                                 isUndefined(bracket.atHigh))) {
            brackets.push_back(bracket);
        }
    }
    narrow(brackets, wanted, figuresAt);
    for (const Bracket& bracket : brackets) {
        constexpr double leap = 1e-6;
        if (!bracket.isDefined())
            continue;
        const bool isLow = std::abs(bracket.atLow) <= std::abs(bracket.atHigh);
        if (std::abs(isLow ? bracket.atLow : bracket.atHigh) <= leap * bracket.scale)
            found.push_back(isLow ? bracket.low : bracket.high);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}
