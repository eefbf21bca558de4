#pragma once

#include "core/engine/Result.h"
#include "core/engine/Sheet.h"

#include <span>
#include <vector>

namespace core {

enum class TapeOperation : unsigned char {
    constant,  // number
    inputCell, // a: cell
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    power,
    less,
    equal,
    where,
    // These take a list: b: first operand in the list, c: their number. `choose` has its index in
    // a.
    choose,
    smallest,
    largest,
    average,
    rateOfReturn,
    payback,
};

inline bool takesList(TapeOperation operation)
{
    return operation >= TapeOperation::choose;
}

// One value of one row in one year, or a part of it; a, b and c name earlier values of the tape.
struct TapeValue {
    TapeOperation operation = TapeOperation::constant;
    int a = -1;
    int b = -1;
    int c = -1;
    double number = 0.0;
};

// A sheet written out year by year, each value after those that it needs, and only those that the
// wanted rows need. What is known beforehand is folded: constants, flags, empty cells, and input
// cells whose value is given. The same computation is done once.
class Tape {
public:
    struct Options {
        std::vector<int> rows; // the rows wanted, all of their years; empty: every row of the sheet
        // Values of all input cells, to be folded in, except those marked in `isVarying`; empty:
        // fold none.
        std::span<const double> inputCells;
        std::vector<bool> isVarying;
    };

    // Fails on a sheet with problems, and on a row that needs itself in the same year.
    static Result<Tape> write(const Sheet& sheet, const Options& options);

    const std::vector<TapeValue>& values() const { return m_values; }
    const std::vector<int>& operands() const { return m_operands; }

    // The value that stands for a row in a year (any year for a single figure); -1 when the row
    // does not have the year, where it reads 0, or the tape does not have the row.
    int valueOf(Row row, int year) const;
    int valueOf(int row, int year) const;

private:
    friend class TapeSimplifier;

    explicit Tape(const Sheet& sheet, const Options& options);

    int cell(int row, int year);
    int node(int index, int year);
    int overYears(const Node& node);
    int window(const Node& node, int year);
    int constant(double number);
    int inputCell(int cell);
    int binary(TapeOperation operation, int a, int b);
    int select(int condition, int a, int b);
    int list(TapeOperation operation, int index, const std::vector<int>& operands);
    int append(const TapeValue& value);
    void growTable();
    bool isConstant(int value) const;
    bool isConstant(int value, double number) const;
    double number(int value) const { return m_values[static_cast<std::size_t>(value)].number; }

    const Sheet* m_sheet;
    std::span<const double> m_inputCells;
    std::vector<bool> m_isVarying;
    std::vector<TapeValue> m_values;
    std::vector<int> m_operands;
    std::vector<int> m_firstCell;  // by row: where its years begin in m_cells
    std::vector<int> m_cells;      // value by row and year
    std::vector<YearSpan> m_years; // by row
    std::vector<int> m_table;      // values by hash, open addressing; -1 where free
    std::size_t m_tableUsed = 0;
    std::vector<int> m_inputValues; // by input cell
    int m_circularRow = -1;
};

// Calls `visit` with each value of the tape that a value is made from.
template <class Visit>
void forEachOperand(const Tape& tape, const TapeValue& value, Visit visit)
{
    if (value.operation == TapeOperation::constant || value.operation == TapeOperation::inputCell)
        return;
    if (value.a >= 0)
        visit(value.a);
    if (takesList(value.operation)) {
        for (int k = 0; k < value.c; ++k)
            visit(tape.operands()[static_cast<std::size_t>(value.b + k)]);
        return;
    }
    if (value.b >= 0)
        visit(value.b);
    if (value.c >= 0)
        visit(value.c);
}

}
