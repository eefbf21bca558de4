#include "core/report/Bridge.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace core {

namespace {

// The rows of what is no line or item are labelled "Present value of income tax avoided"; in a
// column of present values the step is "Income tax avoided".
std::string remainderLabel(const std::string& rowLabel)
{
    constexpr std::string_view prefix = "Present value of ";
    if (!rowLabel.starts_with(prefix) || rowLabel.size() == prefix.size())
        return rowLabel;
    std::string label = rowLabel.substr(prefix.size());
    if (label.front() >= 'a' && label.front() <= 'z')
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
    return label;
}

}

Bridge bridgeOf(const Evaluation& evaluation, std::size_t largestSteps)
{
    using Kind = BridgeStep::Kind;
    const Project& project = evaluation.project();
    const ModelRows& rows = evaluation.rows();

    Bridge bridge;
    bridge.standaloneNpv = *evaluation.figure(rows.standalone.npv);
    bridge.projectNpv = *evaluation.figure(rows.project.npv);

    std::vector<BridgeStep>& steps = bridge.steps;
    const auto add = [&](Kind kind, const std::string& label, Row row) {
        if (const double value = *evaluation.figure(row); value != 0.0)
            steps.push_back({kind, label, value, row});
    };
    for (std::size_t i = 0; i < project.costLines.size(); ++i)
        add(Kind::operatingCosts, project.costLines[i].name, rows.savings.costLineValues[i]);
    for (std::size_t j = 0; j < project.capital.items.size(); ++j)
        add(Kind::capital, project.capital.items[j].name, rows.savings.itemValues[j]);
    for (const Row row : rows.savings.otherValues)
        add(Kind::remainder, remainderLabel(evaluation.model().sheet().row(row).title.label), row);

    std::stable_sort(steps.begin(), steps.end(), [](const BridgeStep& a, const BridgeStep& b) {
        return std::abs(a.value) > std::abs(b.value);
    });
    if (steps.size() > largestSteps + 1) {
        BridgeStep other {Kind::remainder, "Other", 0.0, std::nullopt};
        for (std::size_t i = largestSteps; i < steps.size(); ++i)
            other.value += steps[i].value;
        steps.resize(largestSteps);
        steps.push_back(std::move(other));
    }
    return bridge;
}

}
