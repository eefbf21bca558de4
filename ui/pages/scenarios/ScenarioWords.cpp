#include "ui/pages/scenarios/ScenarioWords.h"

#include "core/project/Rules.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/InputText.h"
#include "ui/document/Preferences.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/Session.h"
#include "ui/pages/Shares.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScenariosPage)
};

constexpr core::Target npv {};

double sumOfProbabilities(const core::Project& project)
{
    double sum = 0.0;
    for (const core::Scenario& scenario : project.scenarios)
        sum += scenario.probability;
    return sum;
}

// A rule that a scenario breaks, after the name of the input or of the scenario.
QString sentenceOf(const Session& session, const core::Problem& problem)
{
    const QString message = QString::fromStdString(problem.message);
    const QString id = QString::fromStdString(problem.where);
    if (const core::Input* const input = session.inputOf(id))
        return Texts::tr("%1: %2.").arg(fullLabelOf(*input), message);
    const core::Scenario* const scenario =
        scenarioOf(session.project(), id.section(u'.', 1, 1).toStdString());
    if (!scenario)
        return message + u'.';
    const QString input = id.section(u".overrides."_s, 1);
    const QString name = QString::fromStdString(scenario->name);
    return Texts::tr("%1: %2.").arg(
        input.isEmpty() ? name : Texts::tr("%1, %2").arg(input, name), message);
}

}

QString scenarioMessage(const Session& session, const std::vector<core::ScenarioResult>& results,
    const DisplayFormat& format)
{
    if (session.project().scenarios.empty())
        return Texts::tr("What would be if the world were another one.");
    const auto& plan = session.evaluation();
    const std::optional<double> mean = core::weighted(results, npv);
    if (!plan || !mean)
        return Texts::tr("There is no weighted NPV until all scenarios can be computed and their "
                         "probabilities add to %1.")
            .arg(weightText(1.0, format));
    const core::TargetText text = core::targetText(*plan, npv, session.view(), *mean);
    double lost = 0.0;
    for (const core::ScenarioResult& result : results)
        if (result.evaluation && *core::figureOf(*result.evaluation, npv) < 0.0)
            lost += result.probability;
    const QString weighted =
        Texts::tr("Weighted NPV is %1.").arg(QString::fromStdString(text.withUnit(*mean)));
    return lost > 0.0 ? Texts::tr("%1 %2 of the weight is on scenarios that lose value.")
                            .arg(weighted, weightText(lost, format))
                      : Texts::tr("%1 No scenario with a weight loses value.").arg(weighted);
}

ScenarioProblems scenarioProblems(const Session& session,
    const std::vector<core::ScenarioResult>& results, const DisplayFormat& format)
{
    ScenarioProblems problems;
    const core::Project& project = session.project();
    const double sum = sumOfProbabilities(project);
    if (!project.scenarios.empty() && !core::isOne(sum)) {
        problems.sentences +=
            Texts::tr("Probabilities must add to %1; they add to %2. Weighted figures show a dash "
                      "until they do.")
                .arg(weightText(1.0, format), weightText(sum, format));
        problems.remedy = Texts::tr("Scale all to %1").arg(weightText(1.0, format));
    }
    // Of rules, each scenario knows; what overflows is found by computing alone.
    for (const core::Problem& problem : session.problems())
        if (problem.where.starts_with("scenarios."))
            problems.sentences += sentenceOf(session, problem);
    if (!session.isEvaluated())
        return problems;
    for (const core::ScenarioResult& result : results)
        for (const core::Problem& problem : result.problems)
            if (problem.where == "scenarios." + result.id)
                problems.sentences += sentenceOf(session, problem);
    return problems;
}

std::vector<core::Target> scenarioTargets(const Preferences& preferences)
{
    using core::Metric;
    std::vector<core::Target> targets;
    for (const QString& name : preferences.scenarioFigures())
        if (const auto target = core::findTarget(name.toStdString());
            target && std::find(targets.begin(), targets.end(), *target) == targets.end())
            targets.push_back(*target);
    if (!targets.empty())
        return targets;
    for (const Metric metric : {Metric::npv, Metric::irr, Metric::payback, Metric::breakEvenPrice,
             Metric::cashCost, Metric::peakFunding})
        targets.push_back({core::Target::Kind::metric, metric});
    targets.push_back({core::Target::Kind::npvSavings});
    return targets;
}

void keepScenarioTargets(Preferences& preferences, const std::vector<core::Target>& targets)
{
    QStringList names;
    for (const core::Target& target : targets) {
        const std::string_view name = core::nameOf(target);
        names += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    preferences.setScenarioFigures(names);
}

}
