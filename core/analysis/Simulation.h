#pragma once

#include "core/analysis/Target.h"
#include "core/engine/Kernel.h"
#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/project/Project.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core {

// Many trials of a project whose uncertain inputs, price deck and yearly prices are drawn
// (core/analysis/TrialDraws.h).

inline constexpr std::int64_t mostTrials = 10'000'000;

struct SimulationOptions {
    Simulation simulation; // trials, seed, sampling
    Target target;
    bool findsRates = true; // of return, beside the target: more than half of the work
    int threads = 1;        // changes no figure
    // Asked now and then, from one of the threads, with the part that is done; false stops the run,
    // which then keeps the trials that are done: some at least, and all up to a certain one.
    std::function<bool(double done)> goOn = {};
    InstructionSet instructionSet = bestInstructionSet(); // figures agree to 1e-12 or so
};

// What an uncertain quantity did to the target, by the first 100 000 trials. `input` is an input
// id, "active_deck" for the drawn deck, or "price_process" for the yearly prices.
//
// The deck stands for the mean of the target on it, and the yearly prices for the sum of them that
// follows the target best. A share of variance is then the squared correlation with the target,
// less what chance alone would give; where inputs are correlated, what they have in common is
// split between them (squared correlation-adjusted correlations, Zuber and Strimmer 2011).
struct SimulatedInput {
    std::string input;
    double rankCorrelation = 0.0;
    double varianceShare = 0.0; // the shares of all sum to 1
    std::int64_t held = 0;      // draws that lay beyond the limits of the field and were held there

    bool operator==(const SimulatedInput&) const = default;
};

struct SimulationResult {
    Target target;
    Simulation simulation;      // that was asked for
    std::int64_t trials = 0;    // that were done; fewer after a stop
    std::vector<double> values; // the target of each trial in their order; undefinedFigure: none
    std::vector<double> irr;    // of each trial, likewise; empty where they were not asked for
    std::int64_t undefined = 0; // trials in which the target has no value; they are in no statistic
    // Statistics of the target are undefinedFigure when no trial has one.
    double mean = 0.0;
    double standardError = 0.0; // as of random trials; the other samplings do better
    double standardDeviation = 0.0;
    double smallest = 0.0;
    double largest = 0.0;
    double probabilityOfLoss = 0.0;      // of a net present value below 0, whatever the target is
    double conditionalValueAtRisk = 0.0; // mean of the worst 5 % of the target
    std::optional<double> irrMean;       // none where rates were not asked for
    std::int64_t irrNone = 0;            // trials without a rate of return; 0 likewise
    std::vector<SimulatedInput> inputs;  // in the order of the document, then deck, yearly prices
    // The mean after so many trials, for some twenty numbers of trials.
    struct Convergence {
        std::int64_t trials = 0;
        double mean = 0.0;
        double standardError = 0.0;
        bool operator==(const Convergence&) const = default;
    };
    std::vector<Convergence> convergence;
    std::chrono::nanoseconds time {};

    // Of the target: the value that so large a part (0 to 1) of the trials does not exceed,
    // interpolated between trials.
    double percentile(double part) const;
    // The part of the trials that does not exceed the value.
    double cumulative(double value) const;

    std::vector<double> sorted; // values of the trials that have one, ascending
};

// Whether a higher figure is the worse one: costs, times and money that must be found.
bool isWorseWhenHigher(Target target);

// What is wrong with the uncertainties of a project, beyond the rules of documents: a distribution
// that leaves the limits of its field, correlations that no distribution can have.
Problems checkUncertainties(const Project&);

// InvalidInput without anything uncertain, for 0 trials or more than mostTrials, and for what
// checkUncertainties() finds.
Result<std::shared_ptr<const SimulationResult>> simulate(
    const std::shared_ptr<const Evaluation>& base, const SimulationOptions& options);

// PERT distributions of all inputs with a range from evidence, to start a simulation from.
std::vector<Uncertainty> uncertaintiesFromEvidence(const Project&);

}
