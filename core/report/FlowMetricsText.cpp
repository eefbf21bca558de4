#include "core/report/FlowMetricsText.h"

#include "core/model/Metrics.h"
#include "core/report/JsonText.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

#include <array>
#include <numeric>
#include <utility>

namespace core {

namespace {

constexpr int textWidth = 116;

// Bare flows have a part of the metrics that projects have, by the same names.
std::array<std::pair<Metric, std::optional<double>>, 7> figuresOf(const FlowMetrics& metrics)
{
    return {{
        {Metric::npv, metrics.netPresentValue},
        {Metric::irr, metrics.rateOfReturn.rate},
        {Metric::mirr, metrics.modifiedRateOfReturn},
        {Metric::payback, metrics.paybackYears},
        {Metric::discountedPayback, metrics.discountedPaybackYears},
        {Metric::profitabilityIndex, metrics.profitabilityIndex},
        {Metric::equivalentAnnualValue, metrics.equivalentAnnualValue},
    }};
}

// In the money of the flows, whatever that is.
std::string figureText(Metric metric, double figure)
{
    switch (descriptionOf(metric).kind) {
    case MetricDescription::Kind::money:
        return fixedText(figure, 2);
    case MetricDescription::Kind::rate:
        return percentText(figure, 4);
    case MetricDescription::Kind::years:
        return fixedText(figure, 2) + " years";
    default:
        return fixedText(figure, 4);
    }
}

}

std::string flowMetricsText(const FlowMetrics& metrics, std::span<const double> flows)
{
    using Alignment = TextTable::Alignment;
    TextTable table({{"", Alignment::left}, {"", Alignment::right}});
    for (const auto& [metric, figure] : figuresOf(metrics))
        table.addRow({std::string(descriptionOf(metric).label), figure ? figureText(metric, *figure)
                                                                : metric == Metric::irr
                                                                    ? rateWord(metrics.rateOfReturn)
                                                                    : "none"});
    std::string text = table.text();
    const std::string remark =
        rateRemark(metrics.rateOfReturn, std::accumulate(flows.begin(), flows.end(), 0.0));
    if (!remark.empty())
        text +=
            wrapped(std::string(descriptionOf(Metric::irr).label) + ": " + remark + ".", textWidth);
    return text;
}

std::string flowMetricsJson(const FlowMetrics& metrics)
{
    Json document = Json::object();
    for (const auto& [metric, figure] : figuresOf(metrics)) {
        document[std::string(descriptionOf(metric).name)] = jsonNumber(figure);
        if (metric == Metric::irr)
            document["irr_roots"] = jsonNumbers(metrics.rateOfReturn.roots);
    }
    return jsonText(document);
}

}
