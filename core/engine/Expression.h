#pragma once

#include "core/engine/Unit.h"

#include <initializer_list>
#include <vector>

namespace core {

class Sheet;

enum class Operation : unsigned char {
    constant,
    undefined, // there is no such figure
    input,     // a: input; the value in the year, or the one number
    row,       // a: row, b: years back (negative: ahead)
    rowInYear, // a: row, b: calendar year
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    power,
    less,         // 1 or 0
    equal,        // 1 or 0
    where,        // a: condition, b, c
    choose,       // a: index from 1, b: first operand in the list, c: their number
    total,        // of a over the timeline
    smallest,     // of a over the timeline, undefined years left out
    largest,      // likewise
    average,      // likewise
    windowTotal,  // a: row, b: number of years up to this one, c: weights
    rateOfReturn, // of the yearly flows a
    payback,      // likewise, in years
};

enum class WindowWeights {
    equal,
    falling
}; // falling: n for this year, n - 1 for the last, down to 1

struct Node {
    Operation operation = Operation::constant;
    bool isYearly = false; // has a value in each year rather than one
    Unit unit;
    int a = -1;
    int b = -1;
    int c = -1;
    double number = 0.0;
};

// A formula under construction: a small handle on a node of a sheet. Adding kilograms to dollars is
// noted in the sheet's problems under the row that the formula is given to. The literal 0 fits any
// unit.
class Expression {
public:
    Expression(Sheet* sheet, int node)
        : m_sheet(sheet)
        , m_node(node)
    {
    }

    Sheet* sheet() const { return m_sheet; }
    int node() const { return m_node; }
    Unit unit() const;

private:
    Sheet* m_sheet;
    int m_node;
};

// A named row of a sheet; in a formula it means its value in the same year.
class Row {
public:
    Row() = default; // no row: only to be assigned to
    Row(Sheet* sheet, int index)
        : m_sheet(sheet)
        , m_index(index)
    {
    }

    operator Expression() const;
    int index() const { return m_index; }
    bool isValid() const { return m_index >= 0; }
    Sheet* sheet() const { return m_sheet; }
    bool operator==(const Row&) const = default;

private:
    Sheet* m_sheet = nullptr;
    int m_index = -1;
};

Expression operator+(Expression a, Expression b);
Expression operator-(Expression a, Expression b);
Expression operator*(Expression a, Expression b);
Expression operator/(Expression a, Expression b);
Expression operator+(double a, Expression b);
Expression operator-(double a, Expression b);
Expression operator*(double a, Expression b);
Expression operator/(double a, Expression b);
Expression operator+(Expression a, double b);
Expression operator-(Expression a, double b);
Expression operator*(Expression a, double b);
Expression operator/(Expression a, double b);
Expression operator-(Expression a);

Expression minimum(Expression a, Expression b);
Expression maximum(Expression a, Expression b);
Expression minimum(double a, Expression b);
Expression maximum(Expression a, double b);

// Base and exponent are plain numbers.
Expression power(Expression base, Expression exponent);
Expression power(Expression base, double exponent);

// Conditions are 1 or 0.
Expression operator<(Expression a, Expression b);
Expression isPositive(Expression a);
Expression isZero(Expression a);
Expression where(Expression condition, Expression then, Expression otherwise);
Expression where(Expression condition, Expression then, double otherwise);
Expression where(Expression condition, double then, Expression otherwise);

// The alternative with the number `index`, counted from 1.
Expression choose(Expression index, const std::vector<Expression>& alternatives);

Expression previous(Row row); // last year's value
Expression next(Row row);
Expression lag(Row row, int years);
Expression inYear(Row row, int year);

// Over the years of the timeline; the operand has a value in each year.
Expression total(Expression yearly);
Expression smallest(
    Expression yearly); // years without a figure left out; undefined when none is left
Expression largest(Expression yearly);
Expression average(Expression yearly);

// The row's last `years` years, this one included, weighted and summed.
Expression windowTotal(Row row, int years, WindowWeights weights);

Expression rateOfReturn(Row flows); // core/engine/RateOfReturn.h; undefined when there is none
Expression payback(Row flows);      // core/engine/CashFlowMetrics.h, in years; likewise

Expression constant(Sheet& sheet, double number, Unit unit = {});
Expression undefined(Sheet& sheet, Unit unit = {});

Expression sum(
    Sheet& sheet, Unit unit, const std::vector<Expression>& terms); // 0 when there are none

}
