#pragma once

#include "core/engine/Sheet.h"
#include "core/project/Project.h"

#include <optional>
#include <string>
#include <vector>

// What the capital items of a project come to, and how their spending is spread over years. The
// shares of an item have to add to 1, within the timeline.
namespace ui {

enum class CapitalCase { project, standalone };

// With contingency, in USD; tenge at the exchange rate of the base year.
double capitalOf(const core::Project& project, const core::CapitalItem& item, CapitalCase which);
double capitalOf(const core::Project& project, CapitalCase which);
double capitalInYear(const core::Project& project, int year); // of the project case

double phasedShare(const core::CapitalItem& item);

// The first and last year in which something is spent; nothing without spending.
std::optional<core::YearSpan> yearsOfSpending(const core::Project& project);

// From the first year of the timeline to one behind the last year of spending, and further ones
// outside the timeline that have a share.
core::YearSpan yearsToPhase(const core::Project& project);

// What is wrong with the phasing of an item, if anything.
struct PhasingProblem {
    const core::CapitalItem* item = nullptr;
    double left = 0.0;                   // negative: too much is phased
    std::optional<int> outsideYear = {}; // a year with a share outside the timeline
};
std::vector<PhasingProblem> phasingProblems(const core::Project& project);

// The item's last year within the timeline takes what is left, or gives what is too much.
struct RestOfPhasing {
    core::Project project;
    int year = 0;
};
// Nothing when that year would have no share that it could have.
std::optional<RestOfPhasing> withRestPhased(core::Project project, const std::string& item);

}
