#pragma once

#include "core/analysis/Scenarios.h"
#include "ui/models/DisplayFormat.h"

#include <QStringList>

#include <vector>

namespace ui {

class Preferences;
class Session;

// What the page of scenarios says in sentences.

// "Weighted NPV is USD 7.1 million. 20 % of the weight is on scenarios that lose value."
QString scenarioMessage(const Session& session, const std::vector<core::ScenarioResult>& results,
    const DisplayFormat& format);

// What is wrong with scenarios, and the link that would mend it.
struct ScenarioProblems {
    QStringList sentences;
    QString remedy;
};
ScenarioProblems scenarioProblems(const Session& session,
    const std::vector<core::ScenarioResult>& results, const DisplayFormat& format);

// The figures that the user chose, else the usual ones.
std::vector<core::Target> scenarioTargets(const Preferences& preferences);
void keepScenarioTargets(Preferences& preferences, const std::vector<core::Target>& targets);

}
