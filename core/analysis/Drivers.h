#pragma once

#include "core/analysis/Simulation.h"
#include "core/analysis/TrialDraws.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace core {

// Keeps what was drawn in the first trials of a simulation, and finds what each uncertain quantity
// did to the target.
class Drivers {
public:
    static constexpr std::int64_t mostTrials = 100'000;

    Drivers(const TrialDraws& draws, std::int64_t trials);

    // Of a block of trials; different blocks at once. What lies beyond the trials kept is ignored.
    void keep(const TrialDraws::Block& block, std::int64_t first);

    // `values` are the target by trial, undefinedFigure where there is none, of all trials done.
    std::vector<SimulatedInput> find(const std::vector<double>& values, int threads) const;

private:
    using Columns = Eigen::ArrayXXf; // one row for each trial

    // The quantities, each as one column: what stands for the deck and for the yearly prices
    // depends on the target.
    Columns quantities(const std::vector<Eigen::Index>& trials, const Eigen::ArrayXd& target) const;
    Eigen::ArrayXd variances(const Columns& columns, const Eigen::ArrayXd& target) const;
    int freedomOf(Eigen::Index quantity) const;

    const TrialDraws& m_draws;
    int m_inputCount;
    int m_deckCount = 0;
    Columns m_drawn; // inputs, deck when it is drawn, price factors
};

}
