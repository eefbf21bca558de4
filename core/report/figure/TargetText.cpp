#include "core/report/figure/TargetText.h"

#include "core/report/NumberFormat.h"

#include <cmath>

namespace core {

namespace {

using Kind = MetricDescription::Kind;

bool isHigherBetter(Target target)
{
    if (target.kind != Target::Kind::metric)
        return true;
    switch (kindOf(target)) {
    case Kind::years:
    case Kind::pricePerKg:
        return false;
    default:
        return target.metric != Metric::peakFunding && target.metric != Metric::stateTakeShare;
    }
}

std::optional<double> thresholdOf(const Project& project, Target target)
{
    if (target.kind != Target::Kind::metric)
        return 0.0;
    switch (target.metric) {
    case Metric::npv:
    case Metric::npvPreTax:
    case Metric::npvEquity:
    case Metric::equivalentAnnualValue:
        return 0.0;
    case Metric::irr:
    case Metric::irrPreTax:
    case Metric::mirr:
        return project.discounting.terms == Terms::nominal ? std::optional(project.discounting.rate)
                                                           : std::nullopt;
    case Metric::irrReal:
        return project.discounting.terms == Terms::real ? std::optional(project.discounting.rate)
                                                        : std::nullopt;
    case Metric::irrEquity:
        return project.discounting.equityRate;
    case Metric::profitabilityIndex:
        return 1.0;
    default:
        return std::nullopt;
    }
}

// Costs per kilogram are money of the base year, prices of the valuation year, as on the Overview.
double ratePerKg(const Evaluation& evaluation, Target target, Currency currency)
{
    const Timeline& timeline = evaluation.project().timeline;
    const bool isBase =
        target.metric == Metric::cashCost || target.metric == Metric::allInSustainingCost;
    return MoneyConversion(evaluation, {Terms::nominal, currency})
        .inYear(isBase ? timeline.baseYear : timeline.valuationYear);
}

}

std::string TargetText::number(double figure) const
{
    return fixedText(shown(figure), decimals);
}

std::string TargetText::withUnit(double figure) const
{
    if (isMoney)
        return amountText(shown(figure), {1.0, unit});
    return number(figure) + std::string(noBreakSpace) + unit;
}

std::string TargetText::level(double figure) const
{
    return isMoney && number(figure) == number(0.0) ? "zero" : withUnit(figure);
}

TargetText targetText(const Evaluation& evaluation, Target target, MoneyView view, double largest)
{
    TargetText text;
    text.name = shortNameOf(target);
    text.isHigherBetter = isHigherBetter(target);
    text.threshold = thresholdOf(evaluation.project(), target);
    switch (kindOf(target)) {
    case Kind::money: {
        const double rate = MoneyConversion(evaluation, view).presentValue();
        const MoneyScale scale = moneyScale(std::abs(largest * rate), view.currency);
        text.unit = scale.unit;
        text.factor = rate / scale.divisor;
        text.isMoney = true;
        break;
    }
    case Kind::rate:
        text.unit = "%";
        text.factor = 100.0;
        break;
    case Kind::years:
        text.unit = "years";
        break;
    case Kind::pricePerKg:
        text.unit = view.currency == Currency::usd ? "USD/kg" : "KZT/kg";
        text.factor = ratePerKg(evaluation, target, view.currency);
        text.decimals = std::abs(largest * text.factor) < 100.0 ? 1 : 0;
        break;
    case Kind::ratio:
        text.unit = "\u00D7";
        text.decimals = 2;
        break;
    }
    return text;
}

Sentence shortNameOf(Target target)
{
    if (target.kind == Target::Kind::metric)
        switch (target.metric) {
        case Metric::npv:
            return {"NPV"};
        case Metric::npvPreTax:
            return {"NPV before tax"};
        case Metric::npvEquity:
            return {"Equity NPV"};
        case Metric::irr:
            return {"IRR"};
        case Metric::irrReal:
            return {"Real IRR"};
        case Metric::irrPreTax:
            return {"IRR before tax"};
        case Metric::irrEquity:
            return {"Equity IRR"};
        case Metric::mirr:
            return {"MIRR"};
        case Metric::minimumDscr:
            return {"Minimum DSCR"};
        case Metric::averageDscr:
            return {"Average DSCR"};
        case Metric::llcr:
            return {"LLCR"};
        case Metric::paybackFromStart:
            return {"Payback from operations"};
        default:
            break;
        }
    return {std::string(labelOf(target))};
}

}
