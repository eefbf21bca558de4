#include "core/report/analysis/SimulationReport.h"

#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace core {

namespace {

using Alignment = TextTable::Alignment;

constexpr std::array<std::pair<const char*, double>, 5> percentiles {
    {{"p05", 0.05}, {"p10", 0.10}, {"p50", 0.50}, {"p90", 0.90}, {"p95", 0.95}}};

std::string countText(std::int64_t count)
{
    return fixedText(static_cast<double>(count), 0);
}

std::string samplingText(Sampling sampling)
{
    switch (sampling) {
    case Sampling::random:
        return "random sampling";
    case Sampling::latinHypercube:
        return "Latin hypercube sampling";
    case Sampling::sobol:
        break;
    }
    return "Sobol sampling";
}

std::string labelOfInput(const InputWords& words, const std::string& input)
{
    if (input == "active_deck")
        return "Price deck, drawn by its weight";
    if (input == "price_process")
        return "Yearly prices about the deck";
    return words.label({input});
}

std::string headText(const SimulationResult& result)
{
    std::string text = titleOf(result.target) + "; " + countText(result.trials) + " trials, " +
                       samplingText(result.simulation.sampling) + ", seed " +
                       std::to_string(result.simulation.seed) + "\n";
    if (result.trials < result.simulation.trials)
        text +=
            "Stopped before all " + countText(result.simulation.trials) + " trials were done.\n";
    return text;
}

std::string figuresText(const SimulationResult& result)
{
    const Target target = result.target;
    const bool isHigh = isWorseWhenHigher(target);
    TextTable table({{"", Alignment::left}, {""}});
    table.addRow({"Mean", figureText(target, result.mean)});
    table.addRow({"  standard error", figureText(target, result.standardError)});
    table.addRow({"Standard deviation", figureText(target, result.standardDeviation)});
    for (const auto& [name, part] : percentiles)
        table.addRow({percentText(part, 0) + " of trials are at most",
            figureText(target, result.percentile(part))});
    table.addRow({isHigh ? "Mean of the highest 5 %" : "Mean of the lowest 5 %",
        figureText(target, result.conditionalValueAtRisk)});
    table.addRow({"Lowest", figureText(target, result.smallest)});
    table.addRow({"Highest", figureText(target, result.largest)});
    table.addRow({"Probability of a negative NPV", percentText(result.probabilityOfLoss)});
    table.addRow({"Mean rate of return", result.irrMean ? percentText(*result.irrMean) : "none"});
    table.addRow({"  trials without one", countText(result.irrNone)});
    if (result.undefined > 0)
        table.addRow({"Trials without the figure, left out", countText(result.undefined)});
    return table.text();
}

std::string driversText(const SimulationResult& result, const Project& project)
{
    const InputWords words(project);
    std::vector<SimulatedInput> inputs = result.inputs;
    std::stable_sort(
        inputs.begin(), inputs.end(), [](const SimulatedInput& a, const SimulatedInput& b) {
            return a.varianceShare > b.varianceShare;
        });
    const bool isAnyHeld = std::any_of(
        inputs.begin(), inputs.end(), [](const SimulatedInput& input) { return input.held > 0; });
    TextTable table(
        {{"What drives it", Alignment::left}, {"Part of\nvariance"}, {"Rank\ncorrelation"},
            {isAnyHeld ? "Draws held\nat a limit" : ""}, {"Meaning", Alignment::left, 40}});
    for (const SimulatedInput& input : inputs)
        table.addRow(
            {input.input, percentText(input.varianceShare), fixedText(input.rankCorrelation, 2),
                input.held > 0 ? countText(input.held) : "", labelOfInput(words, input.input)});
    return table.text();
}

std::string convergenceText(const SimulationResult& result)
{
    TextTable table({{"After trials"}, {"Mean"}, {"Standard error"}});
    for (const SimulationResult::Convergence& at : result.convergence)
        table.addRow({countText(at.trials), figureText(result.target, at.mean),
            figureText(result.target, at.standardError)});
    return table.text();
}

}

std::string simulationJson(const SimulationResult& result)
{
    Json parts = Json::object();
    for (const auto& [name, part] : percentiles)
        parts[name] = jsonNumber(result.percentile(part));
    Json inputs = Json::array();
    for (const SimulatedInput& input : result.inputs)
        inputs.push_back(
            {{"input", input.input}, {"rank_correlation", jsonNumber(input.rankCorrelation)},
                {"variance_share", jsonNumber(input.varianceShare)}});
    const Json document = {{"metric", nameOf(result.target)}, {"trials", result.trials},
        {"seed", result.simulation.seed}, {"mean", jsonNumber(result.mean)},
        {"standard_error", jsonNumber(result.standardError)},
        {"standard_deviation", jsonNumber(result.standardDeviation)},
        {"percentiles", std::move(parts)},
        {"probability_of_loss", jsonNumber(result.probabilityOfLoss)},
        {"conditional_value_at_risk", jsonNumber(result.conditionalValueAtRisk)},
        {"irr", {{"mean", jsonNumber(result.irrMean)}, {"none", result.irrNone}}},
        {"inputs", std::move(inputs)},
        {"seconds", std::chrono::duration<double>(result.time).count()}};
    return jsonText(document);
}

std::string simulationText(const SimulationResult& result, const Project& project)
{
    return headText(result) + "\n" + figuresText(result) + "\n" + driversText(result, project) +
           "\n" + convergenceText(result);
}

}
