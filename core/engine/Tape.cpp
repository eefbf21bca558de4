#include "core/engine/Tape.h"

#include "core/engine/TapeArithmetic.h"

#include <bit>
#include <cstdint>

namespace core {

namespace {

constexpr int notWritten = -1;
constexpr int beingWritten = -2;
constexpr int isFree = -1;

std::size_t hashOf(const TapeValue& value)
{
    std::uint64_t hash = static_cast<std::uint64_t>(value.operation) + 1;
    hash = (hash ^ static_cast<std::uint32_t>(value.a)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ static_cast<std::uint32_t>(value.b)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ static_cast<std::uint32_t>(value.c)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ std::bit_cast<std::uint64_t>(value.number)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
}

bool isSame(const TapeValue& a, const TapeValue& b)
{
    return a.operation == b.operation && a.a == b.a && a.b == b.b && a.c == b.c &&
           std::bit_cast<std::uint64_t>(a.number) == std::bit_cast<std::uint64_t>(b.number);
}

}

Tape::Tape(const Sheet& sheet, const Options& options)
    : m_sheet(&sheet)
    , m_inputCells(options.inputCells)
    , m_isVarying(options.isVarying)
{
    m_isVarying.resize(static_cast<std::size_t>(sheet.inputCellCount()), false);
    m_inputValues.assign(static_cast<std::size_t>(sheet.inputCellCount()), notWritten);
    int cells = 0;
    for (const Sheet::RowContent& row : sheet.rows()) {
        m_firstCell.push_back(cells);
        m_years.push_back(row.years.value_or(YearSpan {0, 0}));
        cells += m_years.back().count();
    }
    m_cells.assign(static_cast<std::size_t>(cells), notWritten);
    m_values.reserve(static_cast<std::size_t>(cells) * 3);
    m_table.assign(std::bit_ceil(static_cast<std::size_t>(cells) * 3 + 64), isFree);
}

Result<Tape> Tape::write(const Sheet& sheet, const Options& options)
{
    if (!sheet.problems().empty())
        return Error(ErrorCode::NotComputable, sheet.problems());
    Tape tape(sheet, options);
    const auto writeRow = [&tape](int row) {
        const YearSpan years = tape.m_years[static_cast<std::size_t>(row)];
        for (int year = years.first; year <= years.last; ++year)
            tape.cell(row, year);
    };
    if (options.rows.empty()) {
        for (int row = 0; row < static_cast<int>(sheet.rows().size()); ++row)
            writeRow(row);
    } else {
        for (const int row : options.rows)
            writeRow(row);
    }
    if (tape.m_circularRow >= 0)
        return Error(ErrorCode::NotComputable,
            sheet.rows()[static_cast<std::size_t>(tape.m_circularRow)].title.name,
            "needs its own value in the same year");
    return tape;
}

int Tape::valueOf(Row row, int year) const
{
    return valueOf(row.index(), year);
}

int Tape::valueOf(int row, int year) const
{
    const auto index = static_cast<std::size_t>(row);
    const bool isYearly = m_sheet->rows()[index].years.has_value();
    const YearSpan years = m_years[index];
    if (isYearly && !years.contains(year))
        return -1;
    const int column = isYearly ? year - years.first : 0;
    return m_cells[static_cast<std::size_t>(m_firstCell[index] + column)];
}

int Tape::cell(int row, int year)
{
    const auto index = static_cast<std::size_t>(row);
    const Sheet::RowContent& content = m_sheet->rows()[index];
    const YearSpan years = m_years[index];
    if (content.years && !years.contains(year))
        return constant(0.0);
    const int column = content.years ? year - years.first : 0;
    int& value = m_cells[static_cast<std::size_t>(m_firstCell[index] + column)];
    if (value == beingWritten) {
        if (m_circularRow < 0)
            m_circularRow = row;
        return constant(0.0);
    }
    if (value == notWritten) {
        value = beingWritten;
        value = content.formula < 0 ? constant(content.data[static_cast<std::size_t>(column)])
                                    : node(content.formula, year);
    }
    return value;
}

int Tape::node(int index, int year)
{
    const Node& n = m_sheet->node(index);
    switch (n.operation) {
    case Operation::constant:
        return constant(n.number);
    case Operation::undefined:
        return constant(undefinedFigure);
    case Operation::input: {
        const Sheet::InputContent& input = m_sheet->inputs()[static_cast<std::size_t>(n.a)];
        if (!input.years)
            return inputCell(input.firstCell);
        if (!input.years->contains(year))
            return constant(0.0);
        return inputCell(input.cells[static_cast<std::size_t>(year - input.years->first)]);
    }
    case Operation::row:
        return cell(n.a, year - n.b);
    case Operation::rowInYear:
        return cell(n.a, n.b);
    case Operation::add:
        return binary(TapeOperation::add, node(n.a, year), node(n.b, year));
    case Operation::subtract:
        return binary(TapeOperation::subtract, node(n.a, year), node(n.b, year));
    case Operation::multiply: {
        // A flag that is 0 makes the rest superfluous; it need not even be written.
        const int a = node(n.a, year);
        return isConstant(a, 0.0) ? a : binary(TapeOperation::multiply, a, node(n.b, year));
    }
    case Operation::divide:
        return binary(TapeOperation::divide, node(n.a, year), node(n.b, year));
    case Operation::minimum:
        return binary(TapeOperation::minimum, node(n.a, year), node(n.b, year));
    case Operation::maximum:
        return binary(TapeOperation::maximum, node(n.a, year), node(n.b, year));
    case Operation::power:
        return binary(TapeOperation::power, node(n.a, year), node(n.b, year));
    case Operation::less:
        return binary(TapeOperation::less, node(n.a, year), node(n.b, year));
    case Operation::equal:
        return binary(TapeOperation::equal, node(n.a, year), node(n.b, year));
    case Operation::where: {
        const int condition = node(n.a, year);
        if (isConstant(condition))
            return node(number(condition) != 0.0 ? n.b : n.c, year);
        return select(condition, node(n.b, year), node(n.c, year));
    }
    case Operation::choose: {
        const int chosen = node(n.a, year);
        const auto alternative = [&](int i) {
            return node(m_sheet->operands()[static_cast<std::size_t>(n.b + i)], year);
        };
        if (isConstant(chosen))
            return alternative(choiceIndex(number(chosen), n.c));
        std::vector<int> alternatives;
        for (int i = 0; i < n.c; ++i)
            alternatives.push_back(alternative(i));
        return list(TapeOperation::choose, chosen, alternatives);
    }
    case Operation::total:
    case Operation::smallest:
    case Operation::largest:
    case Operation::average:
    case Operation::rateOfReturn:
    case Operation::payback:
        return overYears(n);
    case Operation::windowTotal:
        return window(n, year);
    }
    return constant(undefinedFigure);
}

int Tape::overYears(const Node& n)
{
    const YearSpan years = m_sheet->timeline();
    if (n.operation == Operation::total) {
        int result = constant(0.0);
        for (int year = years.first; year <= years.last; ++year)
            result = binary(TapeOperation::add, result, node(n.a, year));
        return result;
    }
    std::vector<int> operands;
    for (int year = years.first; year <= years.last; ++year)
        operands.push_back(node(n.a, year));
    switch (n.operation) {
    case Operation::smallest:
        return list(TapeOperation::smallest, -1, operands);
    case Operation::largest:
        return list(TapeOperation::largest, -1, operands);
    case Operation::average:
        return list(TapeOperation::average, -1, operands);
    case Operation::rateOfReturn:
        return list(TapeOperation::rateOfReturn, -1, operands);
    default:
        return list(TapeOperation::payback, -1, operands);
    }
}

int Tape::window(const Node& n, int year)
{
    int result = constant(0.0);
    for (int back = n.b - 1; back >= 0; --back) {
        const int value = cell(n.a, year - back);
        const bool isFalling = n.c == static_cast<int>(WindowWeights::falling);
        const int weighted = isFalling ? binary(TapeOperation::multiply, value,
                                             constant(static_cast<double>(n.b - back)))
                                       : value;
        result = binary(TapeOperation::add, result, weighted);
    }
    return result;
}

int Tape::constant(double number)
{
    return append({TapeOperation::constant, -1, -1, -1, number});
}

int Tape::inputCell(int cell)
{
    if (cell < 0)
        return constant(0.0);
    const auto index = static_cast<std::size_t>(cell);
    if (!m_inputCells.empty() && !m_isVarying[index])
        return constant(m_inputCells[index]);
    int& value = m_inputValues[index];
    if (value == notWritten) {
        value = static_cast<int>(m_values.size());
        m_values.push_back({TapeOperation::inputCell, cell, -1, -1, 0.0});
    }
    return value;
}

bool Tape::isConstant(int value) const
{
    return m_values[static_cast<std::size_t>(value)].operation == TapeOperation::constant;
}

bool Tape::isConstant(int value, double number) const
{
    return isConstant(value) && this->number(value) == number;
}

int Tape::binary(TapeOperation operation, int a, int b)
{
    if (isConstant(a) && isConstant(b))
        return constant(compute(operation, number(a), number(b)));
    switch (operation) {
    case TapeOperation::add:
        if (isConstant(a, 0.0))
            return b;
        if (isConstant(b, 0.0))
            return a;
        break;
    case TapeOperation::subtract:
        if (isConstant(b, 0.0))
            return a;
        break;
    case TapeOperation::multiply:
        if (isConstant(a, 0.0) || isConstant(b, 1.0))
            return a;
        if (isConstant(b, 0.0) || isConstant(a, 1.0))
            return b;
        break;
    case TapeOperation::divide:
        if (isConstant(b, 1.0) || isConstant(a, 0.0))
            return a;
        break;
    case TapeOperation::power:
        if (isConstant(b, 0.0))
            return constant(1.0);
        if (isConstant(b, 1.0))
            return a;
        break;
    default:
        break;
    }
    return append({operation, a, b, -1, 0.0});
}

int Tape::select(int condition, int a, int b)
{
    return a == b ? a : append({TapeOperation::where, condition, a, b, 0.0});
}

int Tape::list(TapeOperation operation, int index, const std::vector<int>& operands)
{
    const int first = static_cast<int>(m_operands.size());
    m_operands.insert(m_operands.end(), operands.begin(), operands.end());
    const int value = static_cast<int>(m_values.size());
    m_values.push_back({operation, index, first, static_cast<int>(operands.size()), 0.0});
    return value;
}

// The same computation is found again rather than written twice.
int Tape::append(const TapeValue& value)
{
    const std::size_t mask = m_table.size() - 1;
    std::size_t place = hashOf(value) & mask;
    while (m_table[place] != isFree) {
        if (isSame(m_values[static_cast<std::size_t>(m_table[place])], value))
            return m_table[place];
        place = (place + 1) & mask;
    }
    const int index = static_cast<int>(m_values.size());
    m_table[place] = index;
    m_values.push_back(value);
    if (++m_tableUsed * 2 > m_table.size())
        growTable();
    return index;
}

void Tape::growTable()
{
    std::vector<int> old(m_table.size() * 2, isFree);
    old.swap(m_table);
    const std::size_t mask = m_table.size() - 1;
    for (const int index : old) {
        if (index == isFree)
            continue;
        std::size_t place = hashOf(m_values[static_cast<std::size_t>(index)]) & mask;
        while (m_table[place] != isFree)
            place = (place + 1) & mask;
        m_table[place] = index;
    }
}

}
