#include "core/engine/Expression.h"

#include "core/engine/Sheet.h"

namespace core {

// The one place where nodes are made, with the check that each kind of operation asks of its units.
struct ExpressionBuilder {
    static Expression make(Sheet* sheet, const Node& node)
    {
        return Expression(sheet, sheet->addNode(node));
    }

    static const Node& nodeOf(Expression e) { return e.sheet()->node(e.node()); }

    static bool isZeroLiteral(Expression e)
    {
        const Node& node = nodeOf(e);
        return node.operation == Operation::constant && node.number == 0.0 &&
               node.unit.isPlainNumber();
    }

    static void report(Sheet* sheet, std::string message)
    {
        sheet->m_unitErrors.push_back(std::move(message));
    }

    static std::string nameOf(const Unit& unit)
    {
        return unit.isPlainNumber() ? "a plain number" : unit.text();
    }

    // Both sides must have one unit; that of the result.
    static Unit sameUnit(Expression a, Expression b, const char* what)
    {
        if (isZeroLiteral(a))
            return b.unit();
        if (!isZeroLiteral(b) && !(a.unit() == b.unit()))
            report(a.sheet(),
                std::string(what) + " of " + nameOf(a.unit()) + " and " + nameOf(b.unit()));
        return a.unit();
    }

    static void plainNumber(Expression e, const char* what)
    {
        if (!e.unit().isPlainNumber())
            report(
                e.sheet(), std::string(what) + " must be a plain number, not " + nameOf(e.unit()));
    }

    static Expression binary(Operation operation, Expression a, Expression b, Unit unit)
    {
        return make(a.sheet(),
            Node {operation, nodeOf(a).isYearly || nodeOf(b).isYearly, unit, a.node(), b.node()});
    }

    static Expression overYears(Operation operation, Expression yearly, Unit unit)
    {
        if (!nodeOf(yearly).isYearly)
            report(yearly.sheet(), "a figure over the years must be taken of yearly values");
        return make(yearly.sheet(), Node {operation, false, unit, yearly.node()});
    }

    static Expression rowReference(Row row, Operation operation, int where)
    {
        Sheet* sheet = row.sheet();
        const Sheet::RowContent& content = sheet->row(row);
        const bool isYearly = operation == Operation::row && content.years.has_value();
        return make(sheet, Node {operation, isYearly, content.title.unit, row.index(), where});
    }

    static Expression choose(Expression index, const std::vector<Expression>& alternatives)
    {
        Sheet* sheet = index.sheet();
        plainNumber(index, "the index of a choice");
        bool isYearly = nodeOf(index).isYearly;
        for (const Expression& alternative : alternatives) {
            sameUnit(alternatives.front(), alternative, "a choice");
            isYearly = isYearly || nodeOf(alternative).isYearly;
        }
        const int first = static_cast<int>(sheet->m_operands.size());
        for (const Expression& alternative : alternatives)
            sheet->m_operands.push_back(alternative.node());
        return make(sheet, Node {Operation::choose, isYearly, alternatives.front().unit(),
                               index.node(), first, static_cast<int>(alternatives.size())});
    }
};

using Builder = ExpressionBuilder;

Unit Expression::unit() const
{
    return m_sheet->node(m_node).unit;
}

Row::operator Expression() const
{
    return Builder::rowReference(*this, Operation::row, 0);
}

Expression operator+(Expression a, Expression b)
{
    return Builder::binary(Operation::add, a, b, Builder::sameUnit(a, b, "a sum"));
}

Expression operator-(Expression a, Expression b)
{
    return Builder::binary(Operation::subtract, a, b, Builder::sameUnit(a, b, "a difference"));
}

Expression operator*(Expression a, Expression b)
{
    return Builder::binary(Operation::multiply, a, b, a.unit() * b.unit());
}

Expression operator/(Expression a, Expression b)
{
    return Builder::binary(Operation::divide, a, b, a.unit() / b.unit());
}

Expression operator+(double a, Expression b)
{
    return constant(*b.sheet(), a) + b;
}
Expression operator-(double a, Expression b)
{
    return constant(*b.sheet(), a) - b;
}
Expression operator*(double a, Expression b)
{
    return constant(*b.sheet(), a) * b;
}
Expression operator/(double a, Expression b)
{
    return constant(*b.sheet(), a) / b;
}
Expression operator+(Expression a, double b)
{
    return a + constant(*a.sheet(), b);
}
Expression operator-(Expression a, double b)
{
    return a - constant(*a.sheet(), b);
}
Expression operator*(Expression a, double b)
{
    return a * constant(*a.sheet(), b);
}
Expression operator/(Expression a, double b)
{
    return a / constant(*a.sheet(), b);
}
Expression operator-(Expression a)
{
    return 0.0 - a;
}

Expression minimum(Expression a, Expression b)
{
    return Builder::binary(Operation::minimum, a, b, Builder::sameUnit(a, b, "the smaller"));
}

Expression maximum(Expression a, Expression b)
{
    return Builder::binary(Operation::maximum, a, b, Builder::sameUnit(a, b, "the larger"));
}

Expression minimum(double a, Expression b)
{
    return minimum(constant(*b.sheet(), a), b);
}
Expression maximum(Expression a, double b)
{
    return maximum(a, constant(*a.sheet(), b));
}

Expression power(Expression base, Expression exponent)
{
    Builder::plainNumber(base, "the base of a power");
    Builder::plainNumber(exponent, "an exponent");
    return Builder::binary(Operation::power, base, exponent, Unit());
}

Expression power(Expression base, double exponent)
{
    return power(base, constant(*base.sheet(), exponent));
}

Expression operator<(Expression a, Expression b)
{
    Builder::sameUnit(a, b, "a comparison");
    return Builder::binary(Operation::less, a, b, Unit());
}

Expression isPositive(Expression a)
{
    return constant(*a.sheet(), 0.0) < a;
}

Expression isZero(Expression a)
{
    return Builder::binary(Operation::equal, a, constant(*a.sheet(), 0.0), Unit());
}

Expression where(Expression condition, Expression then, Expression otherwise)
{
    Builder::plainNumber(condition, "a condition");
    const Unit unit = Builder::sameUnit(then, otherwise, "an alternative");
    const bool isYearly = Builder::nodeOf(condition).isYearly || Builder::nodeOf(then).isYearly ||
                          Builder::nodeOf(otherwise).isYearly;
    return Builder::make(condition.sheet(),
        Node {Operation::where, isYearly, unit, condition.node(), then.node(), otherwise.node()});
}

Expression where(Expression condition, Expression then, double otherwise)
{
    return where(condition, then, constant(*condition.sheet(), otherwise));
}

Expression where(Expression condition, double then, Expression otherwise)
{
    return where(condition, constant(*condition.sheet(), then), otherwise);
}

Expression choose(Expression index, const std::vector<Expression>& alternatives)
{
    return Builder::choose(index, alternatives);
}

Expression previous(Row row)
{
    return lag(row, 1);
}
Expression next(Row row)
{
    return lag(row, -1);
}

Expression lag(Row row, int years)
{
    return Builder::rowReference(row, Operation::row, years);
}

Expression inYear(Row row, int year)
{
    return Builder::rowReference(row, Operation::rowInYear, year);
}

Expression total(Expression yearly)
{
    return Builder::overYears(Operation::total, yearly, yearly.unit());
}

Expression smallest(Expression yearly)
{
    return Builder::overYears(Operation::smallest, yearly, yearly.unit());
}

Expression largest(Expression yearly)
{
    return Builder::overYears(Operation::largest, yearly, yearly.unit());
}

Expression average(Expression yearly)
{
    return Builder::overYears(Operation::average, yearly, yearly.unit());
}

Expression windowTotal(Row row, int years, WindowWeights weights)
{
    const Expression reference = row;
    return Builder::make(row.sheet(), Node {Operation::windowTotal, true, reference.unit(),
                                          row.index(), years, static_cast<int>(weights)});
}

Expression rateOfReturn(Row flows)
{
    return Builder::overYears(Operation::rateOfReturn, flows, Unit());
}

Expression payback(Row flows)
{
    return Builder::overYears(Operation::payback, flows, Unit(Unit::year));
}

Expression constant(Sheet& sheet, double number, Unit unit)
{
    return Builder::make(&sheet, Node {Operation::constant, false, unit, -1, -1, -1, number});
}

Expression undefined(Sheet& sheet, Unit unit)
{
    return Builder::make(&sheet, Node {Operation::undefined, false, unit});
}

Expression sum(Sheet& sheet, Unit unit, const std::vector<Expression>& terms)
{
    if (terms.empty())
        return constant(sheet, 0.0, unit);
    Expression result = terms.front();
    for (std::size_t i = 1; i < terms.size(); ++i)
        result = result + terms[i];
    return result;
}

}
