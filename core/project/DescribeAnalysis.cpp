#include "core/project/DescribeFields.h"

namespace core {

namespace {

const Choices uncertaintyWords {{"set", "scale"}, {}};
const Choices processWords {{"mean_reverting", "random_walk"}, {}};
const Choices samplingWords {{"random", "latin_hypercube", "sobol"}, {}};

constexpr auto required = Presence::required;
constexpr auto optional = Presence::optional;

}

void describe(Scenario& scenario, Visitor& visitor)
{
    Fields fields(scenario, visitor);
    fields.identity();
    fields.add({"probability", "Probability", "%", range::share, optional,
                   "Weight of the scenario; the probabilities sum to 100 %."},
        &Scenario::probability);
    fields.add({"deck", "Price deck", "", range::any, optional, "Instead of the one in use."},
        &Scenario::deck, ReferenceTarget::priceDeck);
    const Field overrides {
        "overrides", "Changed inputs", "", range::any, optional, "Values by input id."};
    visitor.field(overrides, OverridesSlot {&scenario.overrides});
    fields.note();
}

void describe(TornadoRange& bar, Visitor& visitor)
{
    Fields fields(bar, visitor);
    fields.add(
        {"input", "Input", "", range::any, required, "Id of the input."}, &TornadoRange::input);
    fields.add(
        {"low", "Low", "", range::any, optional,
            "Value, or factor on a series or profile. Without low and high the range follows "
            "from evidence."},
        &TornadoRange::low);
    fields.add(
        {"high", "High", "", range::any, optional,
            "Value, or factor on a series or profile. Without low and high the range follows "
            "from evidence."},
        &TornadoRange::high);
    fields.add({"used", "Used", "", range::any, optional, "Whether the tornado shows the input.",
                   false, true},
        &TornadoRange::used);
}

void describe(Distribution& distribution, Visitor& visitor)
{
    Fields fields(distribution, visitor);
    fields.add(
        {"type", "Distribution", "", range::any, required, "Its family."}, &Distribution::type);
    static const Field parameters[] = {
        {"min", "Minimum", "", range::any, optional, {}},
        {"mode", "Most likely", "", range::any, optional, {}},
        {"max", "Maximum", "", range::any, optional, {}},
        {"mean", "Mean", "", range::any, optional, {}},
        {"standard_deviation", "Standard deviation", "", range::any, optional, {}},
    };
    for (const Field& parameter : parameters)
        visitor.field(parameter, ParameterSlot {&distribution.parameters});
    fields.add({"values", "Values", "", range::any, optional, "Of a discrete distribution."},
        &Distribution::values);
    fields.add({"probabilities", "Probabilities", "%", range::share, optional,
                   "Of the values of a discrete distribution."},
        &Distribution::probabilities);
}

void describe(Uncertainty& uncertainty, Visitor& visitor)
{
    Fields fields(uncertainty, visitor);
    fields.add(
        {"input", "Input", "", range::any, required, "Id of the input."}, &Uncertainty::input);
    fields.add({"mode", "Mode", "", {}, optional, "Whether a draw is the value or multiplies it."},
        &Uncertainty::mode, uncertaintyWords);
    fields.object(
        {"distribution", "Distribution", "", {}, required, {}}, &Uncertainty::distribution);
}

void describe(Correlation& correlation, Visitor& visitor)
{
    Fields fields(correlation, visitor);
    fields.add({"a", "First input", "", range::any, required, {}}, &Correlation::a);
    fields.add({"b", "Second input", "", range::any, required, {}}, &Correlation::b);
    fields.add(
        {"rank", "Rank correlation", "", {-1.0, 1.0, 0.1}, required, {}}, &Correlation::rank);
}

void describe(PriceProcess& process, Visitor& visitor)
{
    Fields fields(process, visitor);
    fields.add({"type", "Price process", "", {}, required, {}}, &PriceProcess::type, processWords);
    fields.add({"half_life_years", "Half-life", "years", {0.01, 1000.0, 0.5}, optional,
                   "Time in which a deviation halves; for mean_reverting."},
        &PriceProcess::halfLifeYears);
    fields.add({"volatility", "Volatility", "%", {0.0, 10.0, 0.05}, required,
                   "Of the logarithm of the price, per square root of a year."},
        &PriceProcess::volatility);
}

void describe(Simulation& simulation, Visitor& visitor)
{
    Fields fields(simulation, visitor);
    fields.add({"trials", "Trials", "", {1.0, 1e9, 1000.0}, optional, "Number of draws."},
        &Simulation::trials);
    fields.add({"seed", "Seed", "", range::any, optional, "The same seed gives the same draws."},
        &Simulation::seed);
    fields.add({"sampling", "Sampling", "", {}, optional, "How the draws are spread."},
        &Simulation::sampling, samplingWords);
}

void describe(Analysis& analysis, Visitor& visitor)
{
    Fields fields(analysis, visitor);
    fields.list({"tornado", "Tornado", "", range::listLength, optional, {}}, &Analysis::tornado);
    fields.list({"uncertainties", "Uncertain inputs", "", range::listLength, optional, {}},
        &Analysis::uncertainties);
    fields.list({"correlations", "Correlations", "", range::listLength, optional, {}},
        &Analysis::correlations);
    fields.object(
        {"price_process", "Price process", "", {}, optional, {}}, &Analysis::priceProcess);
    fields.add({"draw_deck", "Deck is drawn", "", {}, optional,
                   "Whether the price deck is drawn by its probability."},
        &Analysis::drawDeck);
    fields.object({"simulation", "Simulation", "", {}, optional, {}}, &Analysis::simulation);
}

void describe(PriceHistory& history, Visitor& visitor)
{
    Fields fields(history, visitor);
    fields.add({"product", "Product", "", range::any, required, {}}, &PriceHistory::product);
    fields.add({"source", "Source", "", range::any, optional, {}}, &PriceHistory::source);
    fields.add(
        {"prices", "Prices", "USD/kg", range::perKg, required, "By year."}, &PriceHistory::prices);
}

}
