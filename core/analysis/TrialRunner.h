#pragma once

#include "core/analysis/TrialStructures.h"

#include <array>
#include <optional>

namespace core {

// Computes blocks of trials on one thread, whether inputs of the structure are drawn or not.
class TrialRunner {
public:
    using Figures = std::array<double, trialsPerBlock>;

    // Both must outlive it.
    TrialRunner(const TrialDraws& draws, TrialStructures& structures)
        : m_draws(draws)
        , m_structures(structures)
        , m_selected(draws)
    {
    }

    // The first `count` trials of a block; undefinedFigure (core/engine/TapeArithmetic.h) where
    // there is no such figure.
    void run(const TrialDraws::Block& block, int count);
    const Figures& target() const { return m_target; }
    const Figures& npv() const { return m_npv; }
    const Figures& irr() const { return m_irr; }

private:
    void runByStructure(const TrialDraws::Block& block, int count);
    void take(const TrialModel::Lanes& lanes, int lane, int place);

    const TrialDraws& m_draws;
    TrialStructures& m_structures;
    TrialDraws::Block m_selected;
    std::optional<TrialModel::Lanes> m_lanes; // of the one structure
    Figures m_target {};
    Figures m_npv {};
    Figures m_irr {};
};

}
