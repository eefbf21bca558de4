#include "core/report/analysis/SobolReport.h"

#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "core/report/analysis/AnalysisText.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace core {

namespace {

std::string countText(std::int64_t count)
{
    return fixedText(static_cast<double>(count), 0);
}

std::string labelOf(const InputWords& words, const std::string& input)
{
    if (input == "active_deck")
        return "Price deck, drawn by probability";
    if (input == "price_process")
        return "Yearly prices";
    return words.label({input});
}

}

std::string sobolJson(const ProjectSobolIndices& found)
{
    const SobolIndices& indices = found.indices;
    Json inputs = Json::array();
    for (std::size_t i = 0; i < found.inputs.size(); ++i)
        inputs.push_back(
            {{"input", found.inputs[i]}, {"first_order", jsonNumber(indices.firstOrder[i])},
                {"total", jsonNumber(indices.total[i])}});
    return jsonText({{"metric", nameOf(found.target)}, {"samples", indices.samples},
        {"trials", found.trials}, {"mean", jsonNumber(indices.mean)},
        {"standard_deviation", jsonNumber(std::sqrt(indices.variance))},
        {"inputs", std::move(inputs)}});
}

std::string sobolText(const ProjectSobolIndices& found, const Project& project)
{
    using Alignment = TextTable::Alignment;
    const SobolIndices& indices = found.indices;
    if (indices.samples == 0)
        return titleOf(found.target) + ": there is no figure in any of the trials\n";
    const InputWords words(project);
    std::vector<std::size_t> order(found.inputs.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(),
        [&indices](std::size_t a, std::size_t b) { return indices.total[a] > indices.total[b]; });
    TextTable table(
        {{"Input", Alignment::left}, {"Alone"}, {"In all"}, {"Meaning", Alignment::left, 40}});
    for (const std::size_t i : order)
        table.addRow({found.inputs[i], percentText(indices.firstOrder[i]),
            percentText(indices.total[i]), labelOf(words, found.inputs[i])});
    table.addRule();
    const auto sum = [](const std::vector<double>& parts) {
        return percentText(std::accumulate(parts.begin(), parts.end(), 0.0));
    };
    table.addRow({"Sum", sum(indices.firstOrder), sum(indices.total)});
    const auto perSample = static_cast<std::int64_t>(found.inputs.size()) + 2;
    const std::int64_t without =
        found.trials / perSample - static_cast<std::int64_t>(indices.samples);
    std::string text =
        titleOf(found.target) + "; mean " + figureText(found.target, indices.mean) +
        ", standard deviation " + figureText(found.target, std::sqrt(indices.variance)) + "\n\n" +
        table.text() +
        "\nShares of the variance that each brings alone (first-order Sobol index) and "
        "with all others (total),\nestimated from " +
        countText(static_cast<std::int64_t>(indices.samples)) + " samples of " +
        countText(perSample) + " trials; correlations are left aside.\n";
    if (without > 0)
        text += "There is no figure in some trial of " + countText(without) +
                " further samples: the shares are of the others alone.\n";
    return text;
}

}
