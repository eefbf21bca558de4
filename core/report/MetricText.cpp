#include "core/report/MetricText.h"

#include "core/report/NumberFormat.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace core {

namespace {

using Kind = MetricDescription::Kind;

const CaseRows& rowsOf(const Evaluation& evaluation, PlantCase plant)
{
    return plant == PlantCase::project ? evaluation.rows().project : evaluation.rows().standalone;
}

// The flows that a rate of return or a payback is of; empty for other metrics.
std::vector<double> flowsOf(const Evaluation& evaluation, PlantCase plant, Metric metric)
{
    const CaseRows& rows = rowsOf(evaluation, plant);
    const auto weighted = [&](Row row, Row weight, bool isDivided) {
        std::vector<double> flows = evaluation.byYear(row);
        const std::vector<double> weights = evaluation.byYear(weight);
        for (std::size_t i = 0; i < flows.size(); ++i)
            flows[i] = isDivided ? flows[i] / weights[i] : flows[i] * weights[i];
        return flows;
    };
    switch (metric) {
    case Metric::irr:
    case Metric::payback:
    case Metric::paybackFromStart:
    case Metric::mirr:
        return evaluation.byYear(rows.freeCashFlow);
    case Metric::irrReal:
        return weighted(rows.freeCashFlow, evaluation.rows().macro.usdIndex, true);
    case Metric::irrPreTax:
        return evaluation.byYear(rows.preTaxCashFlow);
    case Metric::irrEquity:
        return evaluation.byYear(rows.equityCashFlow);
    case Metric::discountedPayback:
        return weighted(rows.freeCashFlow, evaluation.rows().macro.discountFactor, false);
    default:
        return {};
    }
}

bool isRateOfReturn(Metric metric)
{
    return metric == Metric::irr || metric == Metric::irrReal || metric == Metric::irrPreTax ||
           metric == Metric::irrEquity;
}

bool isEverBelowZero(const std::vector<double>& flows)
{
    double cumulative = 0.0;
    return std::any_of(
        flows.begin(), flows.end(), [&](double flow) { return (cumulative += flow) < 0.0; });
}

// Why there is no such figure, short for a table and as a sentence.
struct Absence {
    std::string word;
    std::string reason;
};

Absence absenceOf(const Evaluation& evaluation, PlantCase plant, Metric metric)
{
    const std::vector<double> flows = flowsOf(evaluation, plant, metric);
    switch (metric) {
    case Metric::irr:
    case Metric::irrReal:
    case Metric::irrPreTax:
    case Metric::irrEquity: {
        const RateOfReturn rate = rateOfReturn(flows);
        return {rateWord(rate), rateRemark(rate, std::accumulate(flows.begin(), flows.end(), 0.0))};
    }
    case Metric::payback:
    case Metric::paybackFromStart:
    case Metric::discountedPayback:
        if (!isEverBelowZero(flows))
            return {"no outlay", "the cumulative cash flow is never below zero"};
        return {"never", "the cumulative cash flow does not come back to zero"};
    case Metric::mirr: {
        const bool hasInflow =
            std::any_of(flows.begin(), flows.end(), [](double flow) { return flow > 0.0; });
        return {"none", hasInflow ? "there is no outflow, or no year between the flows"
                                  : "there is no year with an inflow"};
    }
    case Metric::profitabilityIndex:
        return {"no capital", "no capital is spent from the valuation year on"};
    case Metric::levelisedCost:
    case Metric::cashCost:
    case Metric::allInSustainingCost:
        return {"no sales", "nothing is sold"};
    case Metric::breakEvenPrice:
        return {"none", "no price is enough for a net present value of zero"};
    case Metric::minimumDscr:
    case Metric::averageDscr:
    case Metric::llcr:
        return {"no loan", "no loan is repaid"};
    default:
        return {"none", "it would be a division by zero"};
    }
}

// The roots that are no rate of return, after the one that is.
std::string otherRoots(const RateOfReturn& rate)
{
    std::string list;
    for (const double root : rate.roots)
        if (!rate.rate || root != *rate.rate)
            list += (list.empty() ? "" : ", ") + percentText(root);
    return list;
}

}

std::string metricUnit(Metric metric)
{
    switch (descriptionOf(metric).kind) {
    case Kind::money:
        return "USD million";
    case Kind::rate:
        return "%";
    case Kind::years:
        return "years";
    case Kind::pricePerKg:
        return "USD/kg";
    case Kind::ratio:
        break;
    }
    return "×";
}

std::string metricNumber(Metric metric, double value)
{
    switch (descriptionOf(metric).kind) {
    case Kind::money:
        return fixedText(value / 1e6, 2);
    case Kind::rate:
        return fixedText(100.0 * value, 1);
    case Kind::years:
        return fixedText(value, 1);
    case Kind::pricePerKg:
        return fixedText(value, std::abs(value) < 100.0 ? 1 : 0);
    case Kind::ratio:
        break;
    }
    return fixedText(value, 2);
}

std::string metricText(const Evaluation& evaluation, PlantCase plant, Metric metric)
{
    const std::optional<double> value = evaluation.metrics(plant)[metric];
    return value ? metricNumber(metric, *value) : absenceOf(evaluation, plant, metric).word;
}

std::string metricRemark(const Evaluation& evaluation, PlantCase plant, Metric metric)
{
    if (!evaluation.metrics(plant)[metric])
        return absenceOf(evaluation, plant, metric).reason;
    if (isRateOfReturn(metric))
        return rateRemark(rateOfReturn(flowsOf(evaluation, plant, metric)), 0.0);
    return {};
}

std::string rateWord(const RateOfReturn& rate)
{
    if (rate.rate)
        return percentText(*rate.rate);
    if (rate.reason == NoRateReason::noFallingRoot ||
        rate.reason == NoRateReason::severalFallingRoots)
        return std::to_string(rate.roots.size()) + " roots";
    return "none";
}

std::string rateRemark(const RateOfReturn& rate, double sumOfFlows)
{
    switch (rate.reason) {
    case NoRateReason::none:
        if (rate.isBorrowing)
            return "money comes first and is paid back later: it is what that borrowing costs";
        if (rate.roots.size() > 1)
            return "the present value is zero at " + otherRoots(rate) +
                   " too, where it rises with the rate; that is no rate of return";
        return {};
    case NoRateReason::allZero:
        return "there are no flows but zeros";
    case NoRateReason::notFinite:
        return "a flow is no finite number";
    case NoRateReason::noRoot:
        return std::string("the present value is ") + (sumOfFlows < 0.0 ? "negative" : "positive") +
               " at every rate from \u221290\u00A0% to 1,000\u00A0%";
    case NoRateReason::noFallingRoot:
        return "the present value is zero at " + otherRoots(rate) +
               ", and at none of these it falls as the rate rises";
    case NoRateReason::severalFallingRoots:
        return "the present value is zero at " + otherRoots(rate) +
               "; it cannot be told which is meant";
    case NoRateReason::tooManySignChanges:
        return "the flows change sign too often";
    }
    return {};
}

}
