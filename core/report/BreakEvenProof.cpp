#include "core/report/BreakEvenProof.h"

namespace core {

namespace {

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

}

std::string breakEvenFormula(const Evaluation& evaluation)
{
    return "the flat price at which the net present value is 0, found by solving: real, in money "
           "of " +
           std::to_string(evaluation.project().timeline.valuationYear) +
           ", the same in every year, for every product and market, without premiums, discounts "
           "or the lever on prices; 0 when the project pays at no price";
}

std::vector<BreakEvenTrial> breakEvenProof(const Evaluation& evaluation, PlantCase plant)
{
    const std::optional<double> price = evaluation.metrics(plant)[Metric::breakEvenPrice];
    FlatPriceValue value(evaluation, plant);
    if (!price || *price == 0.0)
        return {{"At no price", 0.0, value.at(0.0)}};
    std::vector<BreakEvenTrial> proof {{"One tenth below", 0.9 * *price, 0.0},
        {"At the break-even price", *price, 0.0}, {"One tenth above", 1.1 * *price, 0.0}};
    for (BreakEvenTrial& trial : proof)
        trial.npv = value.at(trial.price);
    return proof;
}

}
