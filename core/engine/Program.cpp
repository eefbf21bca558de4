#include "core/engine/Program.h"

#include "core/engine/SimplifiedTape.h"
#include "core/engine/Threads.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <new>
#include <numeric>

namespace core {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

constexpr std::align_val_t cacheLine {64};

// Slots of lanes, handed out again once the value in them is no longer needed, so that all stay in
// the cache.
class SlotPool {
public:
    int take()
    {
        if (m_free.empty())
            return m_count++;
        const int slot = m_free.back();
        m_free.pop_back();
        return slot;
    }
    void release(int slot) { m_free.push_back(slot); }
    int count() const { return m_count; }

private:
    std::vector<int> m_free;
    int m_count = 0;
};

}

Result<Program> Program::make(const Sheet& sheet, const Options& options)
{
    Tape::Options tapeOptions;
    for (const WantedValue& wanted : options.wanted)
        tapeOptions.rows.push_back(wanted.row);
    tapeOptions.inputCells = options.inputCells;
    tapeOptions.isVarying.assign(at(sheet.inputCellCount()), false);
    for (const int cell : options.varyingCells)
        tapeOptions.isVarying[at(cell)] = true;
    Result<Tape> tape = Tape::write(sheet, tapeOptions);
    if (!tape)
        return tape.error();
    const bool runsOften = !options.inputCells.empty() && !options.varyingCells.empty();
    if (runsOften && !options.wanted.empty()) {
        std::vector<int> wanted;
        for (const WantedValue& value : options.wanted)
            wanted.push_back(tape->valueOf(value.row, value.year));
        *tape = simplified(*tape, wanted);
    }
    Program program(std::make_shared<const Tape>(std::move(*tape)), options);
    program.writePrologue();
    program.groupPrologue();
    program.findFiniteValues(sheet);
    return program;
}

Program Program::derive(const Options& options) const
{
    return Program(m_tape, options);
}

Program::Program(std::shared_ptr<const Tape> tape, const Options& options)
    : m_tape(std::move(tape))
    , m_varyingCells(options.varyingCells)
{
    for (const WantedValue& wanted : options.wanted)
        m_wanted.push_back(m_tape->valueOf(wanted.row, wanted.year));
    m_varies.assign(m_tape->values().size(), 0);
    findVarying();
    m_isNeeded = neededValues();
    writeBody();
}

void Program::findVarying()
{
    for (std::size_t v = 0; v < m_tape->values().size(); ++v) {
        const TapeValue& value = m_tape->values()[v];
        if (value.operation == TapeOperation::inputCell)
            m_varies[v] = std::find(m_varyingCells.begin(), m_varyingCells.end(), value.a) !=
                          m_varyingCells.end();
        forEachOperand(*m_tape, value, [this, v](int operand) {
            if (m_varies[at(operand)])
                m_varies[v] = 1;
        });
    }
}

std::vector<char> Program::neededValues() const
{
    std::vector<char> isNeeded(m_tape->values().size(), m_wanted.empty() ? 1 : 0);
    for (const int value : m_wanted)
        isNeeded[at(value)] = 1;
    for (std::size_t v = isNeeded.size(); v-- > 0;)
        if (isNeeded[v])
            forEachOperand(*m_tape, m_tape->values()[v],
                [&isNeeded](int operand) { isNeeded[at(operand)] = 1; });
    return isNeeded;
}

void Program::writePrologue()
{
    m_initial.assign(m_tape->values().size(), 0.0);
    m_prologue.reserve(m_tape->values().size());
    for (int v = 0; v < static_cast<int>(m_tape->values().size()); ++v) {
        const TapeValue& value = m_tape->values()[at(v)];
        if (value.operation == TapeOperation::constant)
            m_initial[at(v)] = value.number;
        else if (m_varies[at(v)] || !m_isNeeded[at(v)])
            continue;
        else if (value.operation == TapeOperation::inputCell)
            m_inputPlaces.push_back({v, value.a});
        else
            m_prologue.push_back({value.operation, false, false, v, value.a, value.b, value.c});
    }
}

// One case is some ten thousand single operations, and the processor guesses wrong at most changes
// from one kind to another. Values that do not need each other may come in any order, so each kind
// is done as often in a row as possible.
void Program::groupPrologue()
{
    constexpr std::size_t kinds = static_cast<std::size_t>(TapeOperation::payback) + 1;
    const std::size_t count = m_tape->values().size();
    std::vector<int> instructionOf(count, -1);
    for (std::size_t i = 0; i < m_prologue.size(); ++i)
        instructionOf[at(m_prologue[i].target)] = static_cast<int>(i);

    // Who waits for whom: the users of each value, one list after another.
    std::vector<int> waitsFor(m_prologue.size(), 0);
    std::vector<int> firstUser(count + 1, 0);
    const auto forEachAwaited = [&](std::size_t i, const auto& visit) {
        forEachOperand(*m_tape, m_tape->values()[at(m_prologue[i].target)], [&](int operand) {
            if (instructionOf[at(operand)] >= 0)
                visit(operand);
        });
    };
    for (std::size_t i = 0; i < m_prologue.size(); ++i)
        forEachAwaited(i, [&](int operand) {
            ++waitsFor[i];
            ++firstUser[at(operand) + 1];
        });
    std::partial_sum(firstUser.begin(), firstUser.end(), firstUser.begin());
    std::vector<int> users(at(firstUser.back()));
    std::vector<int> next = firstUser;
    for (std::size_t i = 0; i < m_prologue.size(); ++i)
        forEachAwaited(
            i, [&](int operand) { users[at(next[at(operand)]++)] = static_cast<int>(i); });

    std::array<std::vector<int>, kinds> ready;
    const auto makeReady = [&](int i) {
        ready[static_cast<std::size_t>(m_prologue[at(i)].operation)].push_back(i);
    };
    for (std::size_t i = 0; i < m_prologue.size(); ++i)
        if (waitsFor[i] == 0)
            makeReady(static_cast<int>(i));
    std::vector<KernelInstruction> ordered;
    ordered.reserve(m_prologue.size());
    while (ordered.size() < m_prologue.size()) {
        std::vector<int>& kind = *std::max_element(ready.begin(), ready.end(),
            [](const auto& a, const auto& b) { return a.size() < b.size(); });
        while (!kind.empty()) {
            const int i = kind.back();
            kind.pop_back();
            const KernelInstruction& instruction = m_prologue[at(i)];
            ordered.push_back(instruction);
            for (int u = firstUser[at(instruction.target)];
                 u < firstUser[at(instruction.target) + 1]; ++u)
                if (--waitsFor[at(users[at(u)])] == 0)
                    makeReady(users[at(u)]);
        }
    }
    m_prologue = std::move(ordered);
}

void Program::findFiniteValues(const Sheet& sheet)
{
    for (int row = 0; row < static_cast<int>(sheet.rows().size()); ++row) {
        const Sheet::RowContent& content = sheet.rows()[at(row)];
        const YearSpan years = content.years.value_or(YearSpan {0, 0});
        std::vector<int>& values = content.mayBeUndefined ? m_undefinedValues : m_finiteValues;
        for (int year = years.first; year <= years.last; ++year)
            if (const int value = m_tape->valueOf(row, year); value >= 0)
                values.push_back(value);
    }
}

bool Program::isFinite(const Values& values) const
{
    return std::all_of(m_finiteValues.begin(), m_finiteValues.end(), [&values](int value) {
        return std::isfinite(values[at(value)]);
    }) && std::none_of(m_undefinedValues.begin(), m_undefinedValues.end(), [&values](int value) {
        return std::isinf(values[at(value)]);
    });
}

bool Program::choosesSingles(const TapeValue& value) const
{
    if (value.operation != TapeOperation::choose || !m_varies[at(value.a)])
        return false;
    for (int k = 0; k < value.c; ++k)
        if (m_varies[at(m_tape->operands()[at(value.b + k)])])
            return false;
    return true;
}

void Program::writeBody()
{
    const int count = static_cast<int>(m_tape->values().size());
    constexpr int neverUsed = -1;
    const int afterwards = count;
    std::vector<int> lastUse(at(count), neverUsed);
    for (int v = 0; v < count; ++v)
        if (m_varies[at(v)] && m_isNeeded[at(v)])
            forEachOperand(
                *m_tape, m_tape->values()[at(v)], [&](int operand) { lastUse[at(operand)] = v; });
    for (const int value : m_wanted)
        lastUse[at(value)] = afterwards;

    SlotPool slots;
    std::vector<int> slotOf(at(count), -1);
    // A single value that an instruction needs in every lane is spread once and keeps its slot.
    const auto spread = [&](int value) {
        if (slotOf[at(value)] < 0) {
            slotOf[at(value)] = slots.take();
            lastUse[at(value)] = afterwards;
            m_spread.push_back(
                {TapeOperation::constant, false, false, slotOf[at(value)], value, -1, -1});
        }
        return slotOf[at(value)];
    };
    const auto laneSlot = [&](int value) {
        return m_varies[at(value)] ? slotOf[at(value)] : spread(value);
    };

    // Spread values and inputs are in place before the first instruction, so they take their slots
    // first.
    for (int v = 0; v < count; ++v) {
        const TapeValue& value = m_tape->values()[at(v)];
        const bool isSelection =
            value.operation == TapeOperation::where || takesList(value.operation);
        if (m_varies[at(v)] && m_isNeeded[at(v)] && isSelection && !choosesSingles(value))
            forEachOperand(*m_tape, value, [&](int operand) {
                if (!m_varies[at(operand)])
                    spread(operand);
            });
    }
    for (const int value : m_wanted)
        if (!m_varies[at(value)])
            spread(value);
    m_inputSlots.assign(m_varyingCells.size(), -1);
    for (std::size_t k = 0; k < m_varyingCells.size(); ++k)
        m_inputSlots[k] = slots.take();
    for (int v = 0; v < count; ++v) {
        const TapeValue& value = m_tape->values()[at(v)];
        if (value.operation == TapeOperation::inputCell && m_varies[at(v)]) {
            const auto found = std::find(m_varyingCells.begin(), m_varyingCells.end(), value.a);
            slotOf[at(v)] = m_inputSlots[at(static_cast<int>(found - m_varyingCells.begin()))];
            lastUse[at(v)] = afterwards; // an input stays as it was filled in, for the next run
        }
    }

    for (int v = 0; v < count; ++v) {
        const TapeValue& value = m_tape->values()[at(v)];
        if (!m_varies[at(v)] || !m_isNeeded[at(v)] || value.operation == TapeOperation::inputCell)
            continue;
        KernelInstruction instruction {
            value.operation, false, false, -1, value.a, value.b, value.c};
        if (takesList(value.operation)) {
            instruction.b = static_cast<int>(m_bodyOperands.size());
            instruction.isSingleB = choosesSingles(value);
            for (int k = 0; k < value.c; ++k) {
                const int operand = m_tape->operands()[at(value.b + k)];
                m_bodyOperands.push_back(instruction.isSingleB ? operand : laneSlot(operand));
            }
            instruction.a = value.a >= 0 ? laneSlot(value.a) : -1;
        } else if (value.operation == TapeOperation::where) {
            instruction.a = laneSlot(value.a);
            instruction.b = laneSlot(value.b);
            instruction.c = laneSlot(value.c);
        } else {
            instruction.isSingleA = !m_varies[at(value.a)];
            instruction.isSingleB = !m_varies[at(value.b)];
            instruction.a = instruction.isSingleA ? value.a : slotOf[at(value.a)];
            instruction.b = instruction.isSingleB ? value.b : slotOf[at(value.b)];
        }
        forEachOperand(*m_tape, value, [&](int operand) {
            if (m_varies[at(operand)] && lastUse[at(operand)] == v) {
                slots.release(slotOf[at(operand)]);
                lastUse[at(operand)] = neverUsed; // an operand named twice is released once
            }
        });
        slotOf[at(v)] = slots.take();
        instruction.target = slotOf[at(v)];
        m_body.push_back(instruction);
    }
    for (const int value : m_wanted)
        m_outputSlots.push_back(slotOf[at(value)]);
    m_slotCount = slots.count();
}

void Program::evaluate(std::span<const double> inputCells, Values& values) const
{
    values = m_initial;
    for (const CellPlace& place : m_inputPlaces)
        values[at(place.value)] = inputCells[at(place.cell)];
    const Kernel kernel = kernelFor(LaneWidth::one);
    kernel({m_prologue.data(), m_prologue.data() + m_prologue.size(), m_tape->operands().data(),
        nullptr, values.data()});
}

double Program::figure(const Values& values, Row row, int year) const
{
    return figure(values, row.index(), year);
}

double Program::figure(const Values& values, int row, int year) const
{
    const int value = m_tape->valueOf(row, year);
    return value < 0 ? 0.0 : values[at(value)];
}

void Program::Runner::AlignedDelete::operator()(double* memory) const
{
    ::operator delete[](memory, cacheLine);
}

Program::Runner::Runner(
    const Program& program, const Values& values, LaneWidth width, InstructionSet instructionSet)
    : m_program(&program)
    , m_singles(values.data())
    , m_width(laneCount(width))
    , m_kernel(kernelFor(width, instructionSet))
{
    const std::size_t count = at(program.m_slotCount) * at(m_width);
    m_lanes.reset(static_cast<double*>(::operator new[]((count + 1) * sizeof(double), cacheLine)));
    std::fill_n(m_lanes.get(), count, 0.0);
    const auto slot = [this](int s) { return m_lanes.get() + at(s) * at(m_width); };
    for (const int s : program.m_inputSlots)
        m_inputs.push_back(slot(s));
    for (const int s : program.m_outputSlots)
        m_outputs.push_back(slot(s));
    execute(program.m_spread);
}

void Program::Runner::execute(const std::vector<KernelInstruction>& instructions)
{
    m_kernel({instructions.data(), instructions.data() + instructions.size(),
        m_program->m_bodyOperands.data(), m_singles, m_lanes.get()});
}

void Program::Runner::run()
{
    execute(m_program->m_body);
}

void Program::evaluateLanes(const Values& values, const LaneRun& run) const
{
    const std::size_t width = at(laneCount(run.width));
    const std::size_t blocks = (run.lanes + width - 1) / width;
    std::atomic<std::size_t> nextBlock {0};
    const auto work = [&](int) {
        Runner runner(*this, values, run.width, run.instructionSet);
        while (true) {
            const std::size_t first = nextBlock.fetch_add(1) * width;
            if (first >= run.lanes)
                return;
            const std::size_t count = std::min(width, run.lanes - first);
            run.fill(first, static_cast<int>(count), runner);
            // Lanes beyond the last one repeat it, so that they compute something harmless.
            for (std::size_t k = 0; k < m_inputSlots.size(); ++k)
                std::fill(
                    runner.input(k) + count, runner.input(k) + width, runner.input(k)[count - 1]);
            runner.run();
            run.collect(first, static_cast<int>(count), runner);
        }
    };
    const std::size_t threads =
        std::min(at(std::max(run.threads, 1)), std::max<std::size_t>(blocks, 1));
    runOnThreads(static_cast<int>(threads), work);
}

}
