#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

// More would crowd a figure of half a page's width.
constexpr std::size_t shownCostLines = 3;

struct Step {
    std::string id;
    Sentence label;
    double value = 0.0;
    std::string row = {};
};

double sumOf(
    const Evaluation& evaluation, const std::vector<Row>& rows, std::size_t first, std::size_t last)
{
    double sum = 0.0;
    for (std::size_t i = first; i < last; ++i)
        sum += evaluation.figure(rows[i]).value_or(0.0);
    return sum;
}

std::vector<Step> stepsOf(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const SavingsRows& rows = evaluation.rows().savings;
    // The other values are those of sustaining capital, closure, salvage, property tax, working
    // capital and income tax.
    constexpr std::size_t firstTax = 3;
    std::vector<Step> steps {
        {"capital", {"Capital avoided"},
            sumOf(evaluation, rows.itemValues, 0, rows.itemValues.size())},
        {"sustaining_closure", {"Sustaining, closure"},
            sumOf(evaluation, rows.otherValues, 0, firstTax)},
    };

    std::vector<std::size_t> bySize(rows.costLineValues.size());
    std::iota(bySize.begin(), bySize.end(), std::size_t {0});
    const auto sizeOf = [&](std::size_t line) {
        return std::abs(evaluation.figure(rows.costLineValues[line]).value_or(0.0));
    };
    std::stable_sort(bySize.begin(), bySize.end(),
        [&](std::size_t a, std::size_t b) { return sizeOf(a) > sizeOf(b); });
    const std::size_t shown = std::min(shownCostLines, bySize.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const CostLine& line = project.costLines[bySize[i]];
        const Row row = rows.costLineValues[bySize[i]];
        steps.push_back({"cost_lines." + line.id, verbatim(shortName(line.name)),
            evaluation.figure(row).value_or(0.0), rowName(evaluation, row)});
    }
    const double tax = sumOf(evaluation, rows.otherValues, firstTax, rows.otherValues.size());
    double others = 0.0;
    for (std::size_t i = shown; i < bySize.size(); ++i)
        others += evaluation.figure(rows.costLineValues[bySize[i]]).value_or(0.0);
    steps.push_back({"other_costs", {"Other costs"}, others});
    steps.push_back({"tax_working_capital", {"Tax and NWC"}, tax});
    return steps;
}

}

Figure reuseBridgeFigure(const Evaluation& evaluation, MoneyView view)
{
    const CaseRows& standaloneRows = evaluation.rows().standalone;
    const CaseRows& projectRows = evaluation.rows().project;
    const MoneyConversion money(evaluation, view);
    const double conversion = money.presentValue();
    const double standalone = evaluation.figure(standaloneRows.npv).value_or(0.0) * conversion;
    const double project = evaluation.figure(projectRows.npv).value_or(0.0) * conversion;
    const MoneyScale scale =
        moneyScale(std::max(std::abs(standalone), std::abs(project)), view.currency);

    Figure figure;
    figure.id = "reuse_bridge";
    figure.kind = FigureKind::bridge;
    figure.unit = scale.unit;
    figure.source = sourceOf(evaluation);
    figure.subtitle = {"NPV bridge from stand-alone plant to project, %1 in %2 money",
        {scale.unit, std::to_string(money.yearOfPresentValues())}};
    figure.bars.push_back({"standalone", {"Stand-alone NPV"}, 0.0, standalone / scale.divisor,
        {FigureInk::Role::total}, true, true, std::nullopt,
        rowName(evaluation, standaloneRows.npv)});
    double level = standalone;
    for (const Step& step : stepsOf(evaluation)) {
        if (step.value == 0.0)
            continue;
        const double next = level + step.value * conversion;
        figure.bars.push_back({step.id, step.label, level / scale.divisor, next / scale.divisor,
            {FigureInk::Role::bySign}, false, false, std::nullopt, step.row});
        level = next;
    }
    // What rounding of the sums leaves, some 1e-9 of a dollar, must not show as a gap.
    if (figure.bars.size() > 1)
        figure.bars.back().to = project / scale.divisor;
    figure.bars.push_back(
        {"project", {"Project NPV"}, 0.0, project / scale.divisor, {FigureInk::Role::series, 0},
            true, true, std::nullopt, rowName(evaluation, projectRows.npv)});

    const std::string from = fixedText(standalone / scale.divisor, 1);
    const std::string to = fixedText(project / scale.divisor, 1);
    if (from == to)
        figure.title = {"Reusing the refinery leaves NPV at %1", {to}};
    else if (project > standalone)
        figure.title = {"Reusing the refinery lifts NPV from %1 to %2", {from, to}};
    else
        figure.title = {"Reusing the refinery lowers NPV from %1 to %2", {from, to}};
    return figure;
}

}
