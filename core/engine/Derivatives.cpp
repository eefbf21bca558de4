#include "core/engine/Derivatives.h"

#include "core/engine/CashFlowMetrics.h"
#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string>

// Reverse accumulation (Linnainmaa, "Taylor expansion of the accumulated rounding error", 1976;
// Griewank and Walther, "Evaluating Derivatives", 2008): the adjoint of a value is what the figure
// changes by, per unit of that value. Going through the computation backwards, each step hands its
// adjoint on to its operands, times its derivative by each of them. Whatever order the steps were
// done in, the reverse of it has each value after all of its users.
namespace core {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

double slopeByBase(double base, double exponent, double power)
{
    if (exponent == 0.0)
        return 0.0;
    return exponent * (base != 0.0 ? power / base : powerOf(base, exponent - 1.0));
}

double slopeByExponent(double base, double exponent, double power)
{
    return base == 0.0 && exponent > 0.0 ? 0.0 : power * std::log(base);
}

class BackwardPass {
public:
    explicit BackwardPass(const ComputedSheet& computed)
        : m_computed(computed)
        , m_tape(computed.program.tape())
        , m_values(computed.values)
        , m_adjoints(computed.values.size(), 0.0)
    {
    }

    double adjoint(int value) const { return m_adjoints[at(value)]; }

    std::vector<double> byCell() const
    {
        std::vector<double> derivatives(at(m_computed.sheet.inputCellCount()), 0.0);
        for (const Program::CellPlace& place : m_computed.program.inputPlaces())
            derivatives[at(place.cell)] = adjoint(place.value);
        return derivatives;
    }

    // Input cells that have just the value that a formula has a case of its own for. That case
    // knows nothing of the cell.
    const std::set<int>& cellsAtSpecialValues() const { return m_cellsAtSpecialValues; }

    void run(int figure)
    {
        const std::vector<KernelInstruction>& steps = m_computed.program.steps();
        m_adjoints[at(figure)] = 1.0;
        for (auto step = steps.rbegin(); step != steps.rend(); ++step)
            // What the figure does not depend on may be infinite, as in a branch not taken.
            if (const double adjoint = m_adjoints[at(step->target)]; adjoint != 0.0)
                handOn(*step, adjoint);
    }

private:
    double value(int v) const { return m_values[at(v)]; }
    void add(int v, double amount) { m_adjoints[at(v)] += amount; }
    std::span<const int> operandsOf(const KernelInstruction& step) const
    {
        return std::span(m_tape.operands()).subspan(at(step.b), at(step.c));
    }

    void handOn(const KernelInstruction& step, double adjoint);
    void noteSpecialValue(int condition);
    void handOnAverage(std::span<const int> numbers, double adjoint);
    void handOnRateOfReturn(std::span<const int> flows, double rate, double adjoint);
    void handOnPayback(std::span<const int> flows, double adjoint);
    void readFlows(std::span<const int> flows);

    const ComputedSheet m_computed;
    const Tape& m_tape;
    const Program::Values& m_values;
    std::vector<double> m_adjoints; // by value of the tape
    std::vector<double> m_flows;    // of the operation at hand
    std::set<int> m_cellsAtSpecialValues;
};

void BackwardPass::handOn(const KernelInstruction& step, double adjoint)
{
    switch (step.operation) {
    case TapeOperation::add:
        add(step.a, adjoint);
        add(step.b, adjoint);
        break;
    case TapeOperation::subtract:
        add(step.a, adjoint);
        add(step.b, -adjoint);
        break;
    case TapeOperation::multiply:
        add(step.a, adjoint * value(step.b));
        add(step.b, adjoint * value(step.a));
        break;
    case TapeOperation::divide: {
        const double byDividend = adjoint / value(step.b);
        add(step.a, byDividend);
        add(step.b, -byDividend * value(step.target));
        break;
    }
    case TapeOperation::minimum:
        add(value(step.b) < value(step.a) ? step.b : step.a, adjoint);
        break;
    case TapeOperation::maximum:
        add(value(step.a) < value(step.b) ? step.b : step.a, adjoint);
        break;
    case TapeOperation::power: {
        const double base = value(step.a);
        const double exponent = value(step.b);
        const double power = value(step.target);
        add(step.a, adjoint * slopeByBase(base, exponent, power));
        if (m_tape.values()[at(step.b)].operation != TapeOperation::constant)
            add(step.b, adjoint * slopeByExponent(base, exponent, power));
        break;
    }
    case TapeOperation::where:
        add(value(step.a) != 0.0 ? step.b : step.c, adjoint);
        noteSpecialValue(step.a);
        break;
    case TapeOperation::choose:
        add(operandsOf(step)[at(choiceIndex(value(step.a), step.c))], adjoint);
        break;
    case TapeOperation::smallest:
    case TapeOperation::largest:
        for (const int operand : operandsOf(step)) {
            if (value(operand) == value(step.target)) {
                add(operand, adjoint);
                break;
            }
        }
        break;
    case TapeOperation::average:
        handOnAverage(operandsOf(step), adjoint);
        break;
    case TapeOperation::rateOfReturn:
        handOnRateOfReturn(operandsOf(step), value(step.target), adjoint);
        break;
    case TapeOperation::payback:
        handOnPayback(operandsOf(step), adjoint);
        break;
    case TapeOperation::constant:
    case TapeOperation::inputCell:
    case TapeOperation::less:
    case TapeOperation::equal:
        break;
    }
}

void BackwardPass::noteSpecialValue(int condition)
{
    const TapeValue& comparison = m_tape.values()[at(condition)];
    if (comparison.operation != TapeOperation::equal || value(condition) == 0.0)
        return;
    for (const int operand : {comparison.a, comparison.b})
        if (m_tape.values()[at(operand)].operation == TapeOperation::inputCell)
            m_cellsAtSpecialValues.insert(m_tape.values()[at(operand)].a);
}

void BackwardPass::handOnAverage(std::span<const int> numbers, double adjoint)
{
    int defined = 0;
    for (const int number : numbers)
        defined += isUndefined(value(number)) ? 0 : 1;
    for (const int number : numbers)
        if (!isUndefined(value(number)))
            add(number, adjoint / defined);
}

void BackwardPass::readFlows(std::span<const int> flows)
{
    m_flows.clear();
    for (const int flow : flows)
        m_flows.push_back(value(flow));
}

// The rate r is defined by f(r, c) = sum c[t]·(1+r)^-t = 0, so that dr/dc[t] = -(1+r)^-t / (df/dr)
// with df/dr = -sum t·c[t]·(1+r)^-(t+1). Below a growth of 1 the powers are counted from the last
// flow, so that they do not overflow; that multiplies both by the same number.
void BackwardPass::handOnRateOfReturn(std::span<const int> flows, double rate, double adjoint)
{
    constexpr double rounding = 1e-12;
    const double growth = 1.0 + rate;
    const bool isForward = growth >= 1.0;
    const double factor = isForward ? 1.0 / growth : growth;
    const std::size_t count = flows.size();
    const auto position = [&](std::size_t i) { return isForward ? i : count - 1 - i; };
    readFlows(flows);
    double sum = 0.0;
    double size = 0.0;
    double weight = 1.0;
    for (std::size_t i = 0; i < count; ++i, weight *= factor) {
        const std::size_t t = position(i);
        const double term = static_cast<double>(t) * m_flows[t] * weight;
        sum += term;
        size += std::abs(term);
    }
    const double scale = std::abs(sum) > rounding * size ? growth / sum : undefinedFigure;
    weight = 1.0;
    for (std::size_t i = 0; i < count; ++i, weight *= factor)
        add(flows[position(i)], adjoint * weight * scale);
}

// years = year - before / flow[year], with `before` the sum of the flows before that year.
void BackwardPass::handOnPayback(std::span<const int> flows, double adjoint)
{
    readFlows(flows);
    const std::optional<PaybackCrossing> crossing = paybackCrossing(m_flows);
    if (!crossing)
        return;
    const double flow = m_flows[crossing->year];
    for (std::size_t t = 0; t < crossing->year; ++t)
        add(flows[t], -adjoint / flow);
    add(flows[crossing->year], adjoint * crossing->before / (flow * flow));
}

// The row in whose formula a value stands: the first that needs the value.
std::string nameOfRowWith(const ComputedSheet& computed, int value)
{
    const std::vector<TapeValue>& values = computed.program.tape().values();
    std::vector<std::string> rowOf(values.size());
    const std::vector<Sheet::RowContent>& rows = computed.sheet.rows();
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const YearSpan years = rows[at(row)].years.value_or(YearSpan {0, 0});
        for (int year = years.first; year <= years.last; ++year)
            if (const int v = computed.program.tape().valueOf(row, year); v >= 0)
                if (std::string& name = rowOf[at(v)]; name.empty())
                    name = rows[at(row)].title.name;
    }
    std::vector<char> needsIt(values.size(), 0);
    needsIt[at(value)] = 1;
    for (std::size_t v = at(value); v < values.size(); ++v) {
        forEachOperand(computed.program.tape(), values[v],
            [&](int operand) { needsIt[v] |= needsIt[at(operand)]; });
        if (needsIt[v] && !rowOf[v].empty())
            return rowOf[v];
    }
    return {};
}

// The first step backwards that hands on what is no finite number.
Error noSlope(const ComputedSheet& computed, const BackwardPass& pass)
{
    const Tape& tape = computed.program.tape();
    const std::vector<KernelInstruction>& steps = computed.program.steps();
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        bool isCulprit = false;
        forEachOperand(tape, tape.values()[at(step->target)], [&](int operand) {
            if (!std::isfinite(pass.adjoint(operand)) && std::isfinite(pass.adjoint(step->target)))
                isCulprit = isCulprit || pass.adjoint(step->target) != 0.0;
        });
        if (isCulprit)
            return Error(ErrorCode::NotComputable, nameOfRowWith(computed, step->target),
                "has no finite derivative here");
    }
    return Error(ErrorCode::NotComputable, "", "has no finite derivative here");
}

// The derivatives of a figure with other values of the input cells, and its own value there.
struct Neighbour {
    double value = 0.0;
    std::vector<double> derivatives;
};

Neighbour neighbour(const ComputedSheet& computed, const std::vector<double>& cells, int figure)
{
    Program::Values values;
    computed.program.evaluate(cells, values);
    BackwardPass pass({computed.sheet, computed.program, values, cells});
    pass.run(figure);
    return {values[at(figure)], pass.byCell()};
}

std::vector<double> cellsOf(const ComputedSheet& computed)
{
    return {computed.inputCells.begin(), computed.inputCells.end()};
}

// By a cell at a special value, from those a little above it. The formula for other values loses
// digits close to the special one: at this distance rounding and curvature each cost about 1e-8.
double derivativeAbove(const ComputedSheet& computed, int figure, int cell)
{
    constexpr double distance = 1.0 / (1 << 15);
    std::vector<double> cells = cellsOf(computed);
    cells[at(cell)] += distance;
    const double near = neighbour(computed, cells, figure).derivatives[at(cell)];
    cells[at(cell)] += distance;
    const double far = neighbour(computed, cells, figure).derivatives[at(cell)];
    const double above = 2.0 * near - far;
    return std::isfinite(above) ? above : 0.0; // there need be no figure
}

// By a cell that may stand at a kink, to the side of another value: the derivative here or there,
// whichever is nearer to what the figure really does between them.
double derivativeToSide(
    const ComputedSheet& computed, int figure, const CellBeside& other, double here)
{
    std::vector<double> cells = cellsOf(computed);
    const double distance = other.value - cells[at(other.cell)];
    cells[at(other.cell)] = other.value;
    const Neighbour beside = neighbour(computed, cells, figure);
    const double quotient = (beside.value - computed.values[at(figure)]) / distance;
    const double there = beside.derivatives[at(other.cell)];
    return std::abs(there - quotient) < std::abs(here - quotient) ? there : here;
}

// Few cells at the end of a range do stand at a kink. All moved at once tell which may: there,
// derivatives differ, and so much that the figure shows it.
void followSides(const ComputedSheet& computed, int figure, std::span<const CellBeside> beside,
    std::vector<double>& derivatives)
{
    constexpr double same = 1e-6;
    constexpr double rounding = 1e-16;
    std::vector<double> cells = cellsOf(computed);
    double size = 0.0; // of what the figure is made from: it may be 0 itself
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        size = std::max(size, std::abs(derivatives[cell] * cells[cell]));
    for (const CellBeside& other : beside)
        cells[at(other.cell)] = other.value;
    const std::vector<double> moved = neighbour(computed, cells, figure).derivatives;
    for (const CellBeside& other : beside) {
        double& here = derivatives[at(other.cell)];
        const double difference = std::abs(moved[at(other.cell)] - here);
        const double distance = std::abs(other.value - computed.inputCells[at(other.cell)]);
        if (!(difference <= same * std::abs(here) || difference * distance <= rounding * size))
            here = derivativeToSide(computed, figure, other, here);
    }
}

}

Result<std::vector<double>> derivativesByCell(
    const ComputedSheet& computed, Row figure, int year, std::span<const CellBeside> beside)
{
    const int value = computed.program.tape().valueOf(figure, year);
    if (value < 0)
        return std::vector<double>(at(computed.sheet.inputCellCount()), 0.0);
    if (!std::isfinite(computed.values[at(value)]))
        return Error(ErrorCode::NotComputable, computed.sheet.row(figure).title.name,
            "has no value, and so no derivative");
    BackwardPass pass(computed);
    pass.run(value);
    std::vector<double> derivatives = pass.byCell();
    if (!std::all_of(derivatives.begin(), derivatives.end(),
            [](double derivative) { return std::isfinite(derivative); }))
        return noSlope(computed, pass);

    const std::set<int>& special = pass.cellsAtSpecialValues();
    for (const int cell : special)
        derivatives[at(cell)] = derivativeAbove(computed, value, cell);
    std::vector<CellBeside> others;
    std::copy_if(beside.begin(), beside.end(), std::back_inserter(others),
        [&special](const CellBeside& other) { return !special.contains(other.cell); });
    if (!others.empty())
        followSides(computed, value, others, derivatives);
    return derivatives;
}

}
