#pragma once

#include "core/project/Series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What the project document keeps of analyses: their settings, not their results.
namespace core {

// The value of any input as a document states it: a number, a word, a yes or no, null (nothing), a
// series by year or a profile by operating year.
using InputValue = std::variant<std::monostate, double, bool, std::string, Series::Points, Profile>;

struct Scenario {
    std::string id;
    std::string name;
    double probability = 0.0;
    std::optional<std::string> deck;             // none: the project's active deck
    std::map<std::string, InputValue> overrides; // by input id
    std::string note;

    bool operator==(const Scenario&) const = default;
};

// How far an input may lie from its plan. A number is stated as values, a series or a profile as
// factors on all of it. Both ends or neither: the range then follows from evidence.
struct TornadoRange {
    std::string input;
    std::optional<double> low;
    std::optional<double> high;
    bool used = true; // an input may be set aside without losing its range

    bool operator==(const TornadoRange&) const = default;
};

struct Distribution {
    std::string type;
    std::map<std::string, double> parameters; // min, mode, max, mean, standard_deviation
    std::vector<double> values;               // of a discrete distribution
    std::vector<double> probabilities;

    bool operator==(const Distribution&) const = default;
};

enum class UncertaintyMode { set, scale };

struct Uncertainty {
    std::string input;
    UncertaintyMode mode = UncertaintyMode::set;
    Distribution distribution;

    bool operator==(const Uncertainty&) const = default;
};

struct Correlation {
    std::string a;
    std::string b;
    double rank = 0.0;

    bool operator==(const Correlation&) const = default;
};

enum class PriceProcessType { meanReverting, randomWalk };

struct PriceProcess {
    PriceProcessType type = PriceProcessType::meanReverting;
    std::optional<double> halfLifeYears; // only for mean reverting
    double volatility = 0.0;             // per square root of a year

    bool operator==(const PriceProcess&) const = default;
};

enum class Sampling { random, latinHypercube, sobol };

struct Simulation {
    std::int64_t trials = 10000;
    std::uint64_t seed = 1;
    Sampling sampling = Sampling::latinHypercube;

    bool operator==(const Simulation&) const = default;
};

struct Analysis {
    std::vector<TornadoRange> tornado;
    std::vector<Uncertainty> uncertainties;
    std::vector<Correlation> correlations;
    std::optional<PriceProcess> priceProcess;
    bool drawDeck = false;
    Simulation simulation;

    bool operator==(const Analysis&) const = default;
};

}
