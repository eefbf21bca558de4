#include "core/report/BreakEvenText.h"

#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

namespace core {

namespace {

constexpr int textWidth = 116;
constexpr int indent = 2;
using Alignment = TextTable::Alignment;

// The net present value of a case at a flat price.
class FlatPriceValue {
public:
    FlatPriceValue(const Evaluation& evaluation, PlantCase plant)
        : m_runner(evaluation.model().flatPriceProgram(plant), evaluation.values(), LaneWidth::one)
        , m_flatPriceDeck(static_cast<double>(evaluation.project().priceDecks.size()) + 1.0)
    {
    }

    double at(double price)
    {
        *m_runner.input(0) = m_flatPriceDeck;
        *m_runner.input(1) = price;
        m_runner.run();
        return *m_runner.output(0);
    }

private:
    Program::Runner m_runner;
    double m_flatPriceDeck;
};

std::string unitText()
{
    return std::string(noBreakSpace) + descriptionOf(Metric::breakEvenPrice).unit.text();
}

}

std::string breakEvenText(const Evaluation& evaluation, PlantCase plant)
{
    const MetricDescription& description = descriptionOf(Metric::breakEvenPrice);
    const std::string valuationYear = std::to_string(evaluation.project().timeline.valuationYear);
    const std::optional<double> price = evaluation.metrics(plant)[Metric::breakEvenPrice];
    FlatPriceValue value(evaluation, plant);

    std::string text = std::string(description.label) + '\n' +
                       (plant == PlantCase::project ? "project." : "standalone.") +
                       std::string(description.name) + ", Metrics\n\n";
    text += price ? significantText(*price) + unitText() + "\n"
                  : wrapped("none: " + metricRemark(evaluation, plant, Metric::breakEvenPrice),
                        textWidth);
    text +=
        "\nFormula\n" +
        wrapped(
            "the flat price at which the net present value is 0, found by solving: real, in "
            "money of " +
                valuationYear +
                ", the same in every year, for every product and market, without "
                "premiums, discounts or the lever on prices; 0 when the project pays at no price",
            textWidth, indent);

    TextTable table(
        {{"", Alignment::left}, {"Price,\n" + description.unit.text(), Alignment::right},
            {"Net present value,\nUSD", Alignment::right}},
        indent);
    const auto addRow = [&](const std::string& label, double tried) {
        table.addRow({label, significantText(tried), fixedText(value.at(tried), 2)});
    };
    if (!price || *price == 0.0) {
        addRow("At no price", 0.0);
    } else {
        addRow("One tenth below", 0.9 * *price);
        addRow("At the break-even price", *price);
        addRow("One tenth above", 1.1 * *price);
    }
    text += "\nProof\n" + table.text();

    const std::optional<double> npv = evaluation.metrics(plant)[Metric::npv];
    if (npv)
        text += "\n" + wrapped("On the price deck in use, " + evaluation.project().activeDeck +
                                   ", the net present value is " + fixedText(*npv, 2) +
                                   std::string(noBreakSpace) + "USD.",
                           textWidth);
    return text;
}

}
