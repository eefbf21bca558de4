#pragma once

#include "core/analysis/Target.h"
#include "core/analysis/TrialDraws.h"
#include "core/model/Model.h"

#include <memory>
#include <optional>
#include <vector>

namespace core {

// The model of one structure made ready for the trials of a simulation: the drawn inputs, deck and
// price factors vary, everything else is computed once. Immutable; threads share it.
class TrialModel {
public:
    struct Options {
        Target target;
        InstructionSet instructionSet = bestInstructionSet();
        // Whether what does not vary is folded into the program: for many trials.
        bool folds = false;
        bool findsRates = false; // of return, beside the target
    };

    // `project` has the structure of the model. Fails where the model cannot be written.
    static Result<std::shared_ptr<const TrialModel>> make(std::shared_ptr<const Model> model,
        const Project& project, const TrialDraws& draws, const Options& options);

    // Work per trial, for measuring.
    std::size_t bodyLength() const { return m_program.bodyLength(); }
    std::size_t slotCount() const { return m_program.slotCount(); }

    // Computes trials on one thread.
    class Lanes {
    public:
        Lanes(std::shared_ptr<const TrialModel> model, LaneWidth width);

        int width() const { return m_runner.width(); }
        // Of the trials of a block from its place `first` on, as many as the lanes are wide. The
        // target, the net present value and the rate of return of each follow; undefinedFigure
        // (core/engine/TapeArithmetic.h) where there is none, or where it is not found.
        void run(const TrialDraws::Block& block, int first);
        const double* target() const { return m_target.data(); }
        const double* npv() const { return m_npv.data(); }
        const double* irr() const { return m_irr.data(); }

    private:
        void fill(Program::Runner& runner, const TrialDraws::Block& block, int first) const;
        void runExpectedNpv(const TrialDraws::Block& block, int first);
        void runBreakEven(const TrialDraws::Block& block, int first);

        std::shared_ptr<const TrialModel> m_model;
        Program::Runner m_runner;
        std::optional<Program::Runner> m_flatPrice;
        std::vector<double> m_target;
        std::vector<double> m_npv;
        std::vector<double> m_irr;
    };

private:
    // An input cell that follows a drawn input.
    struct Cell {
        int input = 0;
        UncertaintyMode mode = UncertaintyMode::set;
        double planned = 0.0;
    };
    struct DeckWeight {
        double planned = 0.0;
        int input = -1; // that draws it, if any
        UncertaintyMode mode = UncertaintyMode::set;
    };

    TrialModel(std::shared_ptr<const Model> model, Program program, std::vector<Cell> cells)
        : m_model(std::move(model))
        , m_program(std::move(program))
        , m_cells(std::move(cells))
    {
    }

    std::shared_ptr<const Model> m_model;
    Program m_program;
    Program::Values m_values;
    std::vector<Cell> m_cells; // these vary first, in this order,
    int m_deckCell = -1;       // then the deck, when it does,
    bool m_drawsDeck = false;
    bool m_findsRates = false;
    double m_plannedDeck = 0.0;
    double m_flatPriceDeck = 0.0; // the alternative behind the decks
    int m_firstFactor = -1;       // then the price factors, when they do
    int m_priceYears = 0;
    Target m_target;
    InstructionSet m_instructionSet = bestInstructionSet();
    std::vector<DeckWeight> m_weights;         // for the weighted net present value
    std::optional<Program> m_flatPriceProgram; // for the break-even price
    Program::Values m_flatPriceValues;
};

}
