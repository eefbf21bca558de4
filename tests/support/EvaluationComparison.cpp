#include "tests/support/EvaluationComparison.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

namespace support {

using core::CaseRows;
using core::Evaluation;
using core::Metric;
using core::Project;
using core::Row;

namespace {

using Differences = std::vector<std::string>;
using NamedRows = std::vector<std::pair<std::string, Row>>;

std::string written(std::optional<double> figure)
{
    if (!figure)
        return "none";
    std::ostringstream text;
    text.precision(17);
    text << *figure;
    return text.str();
}

void compare(const std::string& name, std::optional<double> actual, std::optional<double> expected,
    const Nearness& nearness, Differences& differences)
{
    const bool agree = actual && expected ? nearness.holds(*actual, *expected)
                                          : actual.has_value() == expected.has_value();
    if (!agree)
        differences.push_back(name + " is " + written(actual) + ", not " + written(expected));
}

bool isInKilograms(const std::string& line)
{
    return line == "production" || line == "paid_kg";
}

double largest(const YearValues& values)
{
    double result = 0.0;
    for (const auto& [year, value] : values)
        result = std::max(result, std::abs(value));
    return result;
}

// A line of the plain calculation may be short of years that have no figure.
std::optional<double> figureIn(const YearValues& line, int year)
{
    const auto found = line.find(year);
    return found == line.end() ? std::nullopt : std::optional<double>(found->second);
}

void compareLine(const Evaluation& evaluation, const std::string& name, Row row,
    const YearValues& expected, const Nearness& nearness, Differences& differences)
{
    const core::YearSpan years = evaluation.years();
    for (int year = years.first; year <= years.last; ++year)
        compare(name + " in " + std::to_string(year), evaluation.figure(row, year),
            figureIn(expected, year), nearness, differences);
}

// Rows that are no line of the printed results, by their names in the plain calculation.
NamedRows furtherRows(const Evaluation& evaluation, const CaseRows& rows)
{
    const Project& project = evaluation.project();
    NamedRows named = {
        {"paid_kg", evaluation.rows().revenue.paidSales},
        {"fees", rows.fees},
        {"interest_paid", rows.interestPaid},
        {"closing_debt", rows.debt},
        {"nwc", rows.workingCapital},
        {"taxable_before_losses_levered", rows.leveredTax.taxable},
        {"dscr", rows.dscr},
        {"withholding", rows.withholding},
        {"state_take", rows.stateTake},
    };
    for (std::size_t j = 0; j < project.capital.items.size(); ++j)
        named.emplace_back("capital.items." + project.capital.items[j].id, rows.itemCapex[j]);
    for (std::size_t c = 0; c < project.tax.assetClasses.size(); ++c) {
        const std::string prefix = "asset_classes." + project.tax.assetClasses[c].id;
        named.emplace_back(prefix + ".additions", rows.additions[c]);
        named.emplace_back(prefix + ".depreciation", rows.depreciations[c]);
        named.emplace_back(prefix + ".closing", rows.bookValues[c]);
    }
    for (std::size_t h = 0; h < project.shareholders.size(); ++h)
        named.emplace_back(
            "shareholders." + project.shareholders[h].id + ".net", rows.shareholderNets[h]);
    return named;
}

Nearness nearnessOf(Metric metric, double money, double production)
{
    switch (metric) {
    case Metric::irr:
    case Metric::irrReal:
    case Metric::irrPreTax:
    case Metric::irrEquity:
        return {solved, 1e-10};
    case Metric::breakEvenPrice:
        return {solved, 0.0};
    case Metric::levelisedCost:
    case Metric::cashCost:
    case Metric::allInSustainingCost:
        return {1e-9, production > 0.0 ? cancellation * money / production : 0.0};
    default:
        break;
    }
    const auto kind = core::descriptionOf(metric).kind;
    if (kind == core::MetricDescription::Kind::money)
        return {1e-9, cancellation * money};
    return {1e-9, cancellation};
}

void compareCase(const std::string& name, const Evaluation& evaluation, core::PlantCase plant,
    const StraightCase& expected, Differences& differences)
{
    const bool isProject = plant == core::PlantCase::project;
    const CaseRows& rows = isProject ? evaluation.rows().project : evaluation.rows().standalone;
    const double money = moneyScale(expected);
    const double production = largest(expected.lines.at("production"));

    NamedRows named = furtherRows(evaluation, rows);
    for (const core::ResultLine& line : evaluation.rows().lines)
        named.emplace_back(line.name, isProject ? line.project : line.standalone);
    std::set<std::string> compared;
    for (const auto& [line, row] : named) {
        const double scale = isInKilograms(line) ? production
                             : line == "dscr"    ? largest(expected.lines.at(line))
                                                 : money;
        compareLine(evaluation, name + line, row, expected.lines.at(line),
            {1e-9, cancellation * scale}, differences);
        compared.insert(line);
    }
    for (const auto& [line, values] : expected.lines)
        if (!compared.count(line) && line.find(".opening") == std::string::npos)
            differences.push_back(name + line + " was not compared");

    const core::CaseMetrics& metrics = evaluation.metrics(plant);
    for (std::size_t m = 0; m < core::metricCount; ++m) {
        const auto metric = static_cast<Metric>(m);
        const std::string id(core::descriptionOf(metric).name);
        compare(name + id, metrics[metric], expected.metrics.at(id),
            nearnessOf(metric, money, production), differences);
    }
    const std::vector<double>& roots = metrics.irr.roots;
    compare(name + "number of roots", static_cast<double>(roots.size()),
        static_cast<double>(expected.irrRoots.size()), {}, differences);
    for (std::size_t r = 0; r < std::min(roots.size(), expected.irrRoots.size()); ++r)
        compare(name + "root", roots[r], expected.irrRoots[r], {solved, 1e-10}, differences);
}

void compareSavings(
    const Evaluation& evaluation, const StraightResults& expected, Differences& differences)
{
    const Project& project = evaluation.project();
    const core::SavingsRows& savings = evaluation.rows().savings;
    const double money = std::max(moneyScale(expected.project), moneyScale(expected.standalone));
    const Nearness near {1e-9, cancellation * money};
    for (const core::ResultLine& line : evaluation.rows().lines)
        compareLine(evaluation, "savings " + line.name, line.savings,
            expected.savings.at(line.name), near, differences);
    compare("npv_savings", evaluation.npvSavings(), expected.npvSavings, near, differences);
    for (std::size_t i = 0; i < project.costLines.size(); ++i) {
        const std::string& id = project.costLines[i].id;
        compare("value of the saving on cost line " + id,
            evaluation.figure(savings.costLineValues[i]), expected.pvSavingsByCostLine.at(id), near,
            differences);
    }
    for (std::size_t j = 0; j < project.capital.items.size(); ++j) {
        const std::string& id = project.capital.items[j].id;
        compare("value of the saving on capital item " + id,
            evaluation.figure(savings.itemValues[j]), expected.pvSavingsByCapitalItem.at(id), near,
            differences);
    }
}

}

bool Nearness::holds(double actual, double expected) const
{
    return std::abs(actual - expected) <= std::max(relative * std::abs(expected), floor);
}

double moneyScale(const StraightCase& lines)
{
    double scale = 0.0;
    for (const auto& [name, values] : lines.lines)
        if (!isInKilograms(name) && name != "dscr")
            scale = std::max(scale, largest(values));
    return scale;
}

std::vector<std::string> differences(const Evaluation& evaluation, const StraightResults& expected)
{
    Differences differences;
    if (evaluation.years() != core::YearSpan {expected.firstYear, expected.lastYear})
        return {"the timelines differ"};
    compareCase("project ", evaluation, core::PlantCase::project, expected.project, differences);
    compareCase(
        "standalone ", evaluation, core::PlantCase::standalone, expected.standalone, differences);
    compareSavings(evaluation, expected, differences);

    const Nearness near {1e-9, cancellation * moneyScale(expected.project)};
    const std::vector<core::PriceDeck>& decks = evaluation.project().priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d)
        compare("npv on deck " + decks[d].id, evaluation.decks()[d].npv,
            expected.decks.at(decks[d].id), near, differences);
    compare("expected_npv", evaluation.expectedNpv(), expected.expectedNpv, near, differences);
    return differences;
}

}
