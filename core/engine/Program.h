#pragma once

#include "core/engine/Kernel.h"
#include "core/engine/Result.h"
#include "core/engine/Tape.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace core {

// A sheet made ready to be computed, for one case or for many at once.
//
// Which input cells vary between lanes is fixed when the program is made. What does not depend on
// them is computed once per run, whatever the number of lanes; the rest runs in blocks of lanes
// that fit the cache. One case is a program in which nothing varies. A program is immutable:
// threads may share it.
class Program {
public:
    struct WantedValue {
        int row;
        int year; // any for a single figure
    };
    struct Options {
        // What a run over lanes hands back. Empty: every row, for a program of one case.
        std::vector<WantedValue> wanted;
        std::vector<int> varyingCells; // input cells that differ between lanes
        // Values of all input cells, to be folded in where they do not vary; empty: they are given
        // with each run. Folding takes about as long as some evaluations and makes long runs
        // faster; of a program with varying cells it leaves nothing but what is wanted.
        std::vector<double> inputCells;
    };

    static Result<Program> make(const Sheet& sheet, const Options& options);

    // The same computation with other cells varying and other values wanted; options.inputCells is
    // ignored. It shares this program's tape, and runs lanes on values that this one has prepared:
    // it has no evaluate() of its own.
    Program derive(const Options& options) const;

    // One case.

    using Values = std::vector<double>;

    // Computes all that does not vary: the whole case, when nothing does. `inputCells` are the
    // values of all input cells of the sheet; those that were folded in are ignored. `values` is
    // reused.
    void evaluate(std::span<const double> inputCells, Values& values) const;

    // A figure of a row after evaluate(); undefined (core/engine/TapeArithmetic.h) where there is
    // none, 0 in a year that the row does not have.
    double figure(const Values& values, Row row, int year) const;
    double figure(const Values& values, int row, int year) const;

    // Whether every row has a finite number, or none where there may be none.
    bool isFinite(const Values& values) const;

    // Many cases.

    // Runs one block of lanes after another on one thread. The program and the values must outlive
    // it.
    class Runner {
    public:
        Runner(const Program& program, const Values& values, LaneWidth width,
            InstructionSet instructionSet = bestInstructionSet());

        int width() const { return m_width; }
        // To be filled in; it keeps its values from one run to the next.
        double* input(std::size_t varyingCell) { return m_inputs[varyingCell]; }
        const double* output(std::size_t wanted) const { return m_outputs[wanted]; }
        void run(); // computes the outputs of all lanes

    private:
        struct AlignedDelete {
            void operator()(double* memory) const;
        };
        void execute(const std::vector<KernelInstruction>& instructions);

        const Program* m_program;
        const double* m_singles;
        int m_width;
        Kernel m_kernel;
        std::unique_ptr<double[], AlignedDelete> m_lanes;
        std::vector<double*> m_inputs;
        std::vector<const double*> m_outputs;
    };

    struct LaneRun {
        std::size_t lanes = 0;
        // Called for each block of `count` lanes from `firstLane` on, before and after it is
        // computed; for different blocks at once, so that each must touch only what belongs to its
        // own.
        std::function<void(std::size_t firstLane, int count, Runner& runner)> fill;
        std::function<void(std::size_t firstLane, int count, const Runner& runner)> collect;
        int threads = 1;
        LaneWidth width = LaneWidth::sixtyFour;
        InstructionSet instructionSet = bestInstructionSet();
    };

    // Runs all lanes; blocks are dealt to threads as these become free. A figure depends on its
    // lane alone, not on the number of threads.
    void evaluateLanes(const Values& values, const LaneRun& run) const;

    // How much work one lane is, by operation, for measuring.
    std::size_t bodyLength() const { return m_body.size(); }
    std::size_t slotCount() const { return static_cast<std::size_t>(m_slotCount); }
    const std::vector<KernelInstruction>& body() const { return m_body; }

    // How one case is computed, for reading it backwards: where the input cells stand among the
    // values, and the steps in the order they are done, their operands being values of the tape.
    struct CellPlace {
        int value;
        int cell;
    };
    const Tape& tape() const { return *m_tape; }
    const std::vector<CellPlace>& inputPlaces() const { return m_inputPlaces; }
    const std::vector<KernelInstruction>& steps() const { return m_prologue; }

private:
    Program(std::shared_ptr<const Tape> tape, const Options& options);
    void findVarying();
    std::vector<char> neededValues() const;
    void writePrologue();
    void groupPrologue();
    bool choosesSingles(const TapeValue& value) const;
    void writeBody();
    void findFiniteValues(const Sheet& sheet);

    std::shared_ptr<const Tape> m_tape;
    std::vector<int> m_wanted; // values of the tape
    std::vector<int> m_varyingCells;
    std::vector<char> m_varies;   // by value of the tape
    std::vector<char> m_isNeeded; // likewise, for what is wanted

    // Only of a program that prepares values, not of a derived one.
    Values m_initial;                     // constants in their places
    std::vector<CellPlace> m_inputPlaces; // of input cells that do not vary
    std::vector<KernelInstruction> m_prologue;
    std::vector<int> m_finiteValues;    // those of rows that have a figure in every year
    std::vector<int> m_undefinedValues; // those of rows where there may be none

    std::vector<KernelInstruction>
        m_spread; // single values that are needed in every lane, once per run
    std::vector<KernelInstruction> m_body;
    std::vector<int> m_bodyOperands;
    std::vector<int> m_inputSlots;  // by varying cell
    std::vector<int> m_outputSlots; // by wanted value
    int m_slotCount = 0;
};

// A sheet and its values.
struct ComputedSheet {
    const Sheet& sheet;
    const Program& program; // of all rows, nothing varying
    const Program::Values& values;
    std::span<const double> inputCells;
};

}
