#pragma once

#include "core/analysis/Scenarios.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <string>
#include <vector>

namespace ui {

// What the table of scenarios is made from. The results may be those of an earlier state of the
// project, when it has errors.
struct ScenarioView {
    const core::Project& project;
    const core::Evaluation* plan = nullptr; // none: there are no figures
    const std::vector<core::ScenarioResult>& results;
    const std::vector<core::Target>& targets; // that are shown
    core::MoneyView money = {};
};

// The plan, a column for each scenario, and what is weighted by probability: probabilities, the
// inputs in which any scenario differs, of series and profiles only the years that do, and results.
// What a scenario changes stands out from what it inherits.
TableContent scenarioTable(const ScenarioView& view, const DisplayFormat& format);

QString planColumn();
QString weightedColumn();
QString scenarioColumn(const std::string& scenario);
std::string scenarioOfColumn(const QString& column); // empty for the other columns

QString overrideRow(const std::string& input, std::optional<int> place);
std::string inputOfRow(const QString& row); // empty for the other rows

QString targetRow(core::Target target);
std::optional<core::Target> targetOfRow(const QString& row);

}
