#pragma once

#include "core/analysis/PriceSteps.h"
#include "core/analysis/QuantileTable.h"
#include "core/analysis/UnitPoints.h"
#include "core/analysis/VariedInput.h"
#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core {

// What is drawn in each trial of a simulation: the positions of the uncertain inputs, the price
// deck, and the factors on prices by operating year. A trial's draws depend on the settings and on
// its number alone. Dimensions of the sampling are in this order: inputs, deck, years.
class TrialDraws {
public:
    // The project's uncertainties must pass checkUncertainties() (core/analysis/Simulation.h).
    // Inputs of a block that the project does without are left out. InvalidInput when there is
    // nothing to draw, or more than the sampling can do. Each of the `copies` of a trial has draws
    // of its own.
    static Result<TrialDraws> make(const Project& project, const Simulation& simulation,
        InstructionSet instructionSet = bestInstructionSet(), int copies = 1);

    const std::vector<VariedInput>& inputs() const { return m_inputs; }
    bool drawsDeck() const { return !m_deck.values.empty(); }
    int deckCount() const { return static_cast<int>(m_deck.values.size()); } // that are drawn
    int priceYears() const { return static_cast<int>(m_steps.variances.size()); }
    // What is drawn: each input, then the deck and the yearly prices where they are.
    int quantityCount() const
    {
        return static_cast<int>(m_inputs.size()) + (drawsDeck() ? 1 : 0) +
               (priceYears() > 0 ? 1 : 0);
    }
    std::int64_t trials() const { return m_trials; }

    // The draws of the trials that are computed together.
    class Block {
    public:
        explicit Block(const TrialDraws&);

        // One number for each trial. The deck is one past its place in the project's list; years
        // count from the start of operations.
        const double* positions(int input) const { return lanes(input); }
        const double* deck() const { return lanes(m_inputCount); }
        const double* priceFactors(int year) const { return lanes(m_inputCount + 1 + year); }

        // Takes over one of the quantities drawn from another block of the same draws.
        void copyQuantity(const Block& other, int quantity);

        // Draws of each input, of all trials since the block was made, that lay beyond the limits
        // of the field and were held there.
        const std::vector<std::int64_t>& held() const { return m_held; }

        // Makes this a copy of some trials of another block, the last one again in all places
        // after them.
        void select(const Block& other, const std::vector<int>& trials);

    private:
        friend class TrialDraws;
        struct alignas(64) Lanes {
            double numbers[trialsPerBlock] = {};
        };
        const double* lanes(int row) const { return m_rows[static_cast<std::size_t>(row)].numbers; }
        double* lanes(int row) { return m_rows[static_cast<std::size_t>(row)].numbers; }

        int m_inputCount;
        bool m_drawsDeck;
        std::vector<Lanes> m_rows;    // inputs, deck, price factors
        std::vector<Lanes> m_normals; // of the correlated inputs, one after another
        std::vector<std::int64_t> m_held;
    };

    // Of trialsPerBlock trials from `first` on, a multiple of trialsPerBlock; some numbers stand in
    // the places of trials beyond the last.
    void draw(std::int64_t first, Block& block, int copy = 0) const;

private:
    struct Recipe {
        DistributionShape shape;
        std::optional<QuantileTable> table;
        InputPosition field;
        int correlated = -1;        // place among the correlated inputs
        std::vector<double> values; // of a discrete distribution
        std::vector<double> thresholds;
    };
    struct Deck {
        std::vector<double> values;
        std::vector<double> thresholds;
    };

    TrialDraws(const Simulation& simulation, InstructionSet instructionSet)
        : m_trials(simulation.trials)
        , m_kernel(samplingKernelFor(instructionSet))
    {
    }
    Status addInputs(const Project& project);
    void correlate(const Analysis& analysis, const std::vector<Eigen::Index>& places);
    void addDeck(const Project& project);
    int mostYears(const Project& project) const;
    void drawInput(int input, int dimension, std::int64_t first, Block& block, int count) const;
    void drawPriceFactors(int firstDimension, std::int64_t first, Block& block) const;

    std::int64_t m_trials;
    int m_dimensions = 0; // of each copy
    const SamplingKernel* m_kernel;
    std::vector<VariedInput> m_inputs;
    std::vector<Recipe> m_recipes;                                                   // by input
    std::vector<int> m_correlated;                                                   // inputs
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> m_factor; // of them
    QuantileTable m_uniform = QuantileTable::uniform();
    Deck m_deck;
    PriceSteps m_steps;
    std::optional<UnitPoints> m_points;
};

}
