#include "core/report/LargestParts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t shownCostLines = 3;

// Positions of the largest sizes first.
std::vector<std::size_t> bySize(const std::vector<double>& sizes)
{
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
    return order;
}

}

std::vector<ReuseStep> reuseSteps(const Evaluation& evaluation)
{
    const Project& project = evaluation.project();
    const SavingsRows& rows = evaluation.rows().savings;
    std::vector<ReuseStep> steps;
    const auto add = [&](std::string id, std::string title, std::vector<Row> of) {
        double value = 0.0;
        for (const Row row : of)
            value += evaluation.figure(row).value_or(0.0);
        steps.push_back({std::move(id), std::move(title), std::move(of), value, std::nullopt});
    };
    // The other values are those of sustaining capital, closure, salvage, property tax, working
    // capital and income tax.
    const auto firstTax = rows.otherValues.begin() + 3;
    add("capital", "Present value of capital avoided", rows.itemValues);
    add("sustaining_closure", "Present value of sustaining capital and closure avoided",
        {rows.otherValues.begin(), firstTax});

    std::vector<double> sizes;
    for (const Row row : rows.costLineValues)
        sizes.push_back(std::abs(evaluation.figure(row).value_or(0.0)));
    const std::vector<std::size_t> order = bySize(sizes);
    std::vector<Row> others;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Row row = rows.costLineValues[order[i]];
        if (i >= shownCostLines) {
            others.push_back(row);
            continue;
        }
        add("cost_lines." + project.costLines[order[i]].id,
            evaluation.model().sheet().row(row).title.label, {row});
        steps.back().costLine = order[i];
    }
    add("other_costs", "Present value of the saving on other costs", std::move(others));
    add("tax_working_capital", "Present value of tax and working capital avoided",
        {firstTax, rows.otherValues.end()});
    return steps;
}

std::vector<std::size_t> capitalItemsBySize(const Evaluation& evaluation)
{
    std::vector<double> sizes;
    for (const Row row : evaluation.rows().project.itemCapex) {
        const std::vector<double> byYear = evaluation.byYear(row);
        sizes.push_back(std::accumulate(byYear.begin(), byYear.end(), 0.0));
    }
    return bySize(sizes);
}

}
