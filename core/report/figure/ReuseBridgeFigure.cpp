#include "core/report/LargestParts.h"
#include "core/report/NumberFormat.h"
#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/Figures.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

Sentence labelOf(const Evaluation& evaluation, const ReuseStep& step)
{
    if (step.costLine)
        return verbatim(shortName(evaluation.project().costLines[*step.costLine].name));
    if (step.id == "capital")
        return {"Capital avoided"};
    if (step.id == "sustaining_closure")
        return {"Sustaining, closure"};
    return {step.id == "other_costs" ? "Other costs" : "Tax and NWC"};
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
    for (const ReuseStep& step : reuseSteps(evaluation)) {
        if (step.value == 0.0)
            continue;
        const double next = level + step.value * conversion;
        figure.bars.push_back(
            {step.id, labelOf(evaluation, step), level / scale.divisor, next / scale.divisor,
                {FigureInk::Role::bySign}, false, false, std::nullopt, step.figure()});
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
