#include "core/engine/FormulaText.h"

#include "core/engine/KernelCalls.h"
#include "core/engine/TapeArithmetic.h"

#include <vector>

namespace core {

namespace {

TapeOperation arithmetic(Operation operation)
{
    switch (operation) {
    case Operation::add:
        return TapeOperation::add;
    case Operation::subtract:
        return TapeOperation::subtract;
    case Operation::multiply:
        return TapeOperation::multiply;
    case Operation::divide:
        return TapeOperation::divide;
    case Operation::minimum:
        return TapeOperation::minimum;
    case Operation::maximum:
        return TapeOperation::maximum;
    case Operation::power:
        return TapeOperation::power;
    case Operation::less:
        return TapeOperation::less;
    default:
        return TapeOperation::equal;
    }
}

bool isZeroConstant(const Node& node)
{
    return node.operation == Operation::constant && node.number == 0.0;
}

}

double FormulaText::inputValue(int index, int year) const
{
    const Sheet::InputContent& input = m_computed.sheet.inputs()[static_cast<std::size_t>(index)];
    if (!input.years)
        return m_computed.inputCells[static_cast<std::size_t>(input.firstCell)];
    if (!input.years->contains(year))
        return 0.0;
    const int cell = input.cells[static_cast<std::size_t>(year - input.years->first)];
    return cell < 0 ? 0.0 : m_computed.inputCells[static_cast<std::size_t>(cell)];
}

int FormulaText::branchOf(const Node& n, int year) const
{
    if (n.operation == Operation::where)
        return valueOf(n.a, year) != 0.0 ? n.b : n.c;
    return m_computed.sheet
        .operands()[static_cast<std::size_t>(n.b + choiceIndex(valueOf(n.a, year), n.c))];
}

double FormulaText::valueOf(int index, int year) const
{
    const Node& n = m_computed.sheet.node(index);
    switch (n.operation) {
    case Operation::constant:
        return n.number;
    case Operation::undefined:
        return undefinedFigure;
    case Operation::input:
        return inputValue(n.a, year);
    case Operation::row:
        return rowValue(n.a, year - n.b);
    case Operation::rowInYear:
        return rowValue(n.a, n.b);
    case Operation::where:
    case Operation::choose:
        return valueOf(branchOf(n, year), year);
    case Operation::windowTotal: {
        double total = 0.0;
        for (int back = n.b - 1; back >= 0; --back)
            total += rowValue(n.a, year - back) *
                     (n.c == static_cast<int>(WindowWeights::falling) ? n.b - back : 1);
        return total;
    }
    case Operation::total:
    case Operation::smallest:
    case Operation::largest:
    case Operation::average:
    case Operation::rateOfReturn:
    case Operation::payback: {
        std::vector<double> byYear;
        double total = 0.0;
        for (int y = m_computed.sheet.timeline().first; y <= m_computed.sheet.timeline().last;
             ++y) {
            byYear.push_back(valueOf(n.a, y));
            total += byYear.back();
        }
        const int count = static_cast<int>(byYear.size());
        return n.operation == Operation::total      ? total
               : n.operation == Operation::smallest ? smallestOf(byYear.data(), count)
               : n.operation == Operation::largest  ? largestOf(byYear.data(), count)
               : n.operation == Operation::average  ? averageOf(byYear.data(), count)
               : n.operation == Operation::payback  ? paybackOf(byYear.data(), count)
                                                    : rateOfReturnOf(byYear.data(), count);
    }
    default:
        return compute(arithmetic(n.operation), valueOf(n.a, year), valueOf(n.b, year));
    }
}

std::string FormulaText::bracketed(const Text& text, Precedence least)
{
    return text.precedence < least ? "(" + text.text + ")" : text.text;
}

FormulaText::Text FormulaText::join(const Node& n, const Text& a, const Text& b)
{
    const Precedence sumOfBoth = a.precedence == signedSum ? signedSum : sum;
    switch (n.operation) {
    case Operation::add:
        return {a.text + " + " + bracketed(b, sum), sumOfBoth};
    case Operation::subtract:
        return {a.text + " − " + bracketed(b, product), sumOfBoth};
    case Operation::multiply:
        return {bracketed(a, product) + " × " + bracketed(b, power), product};
    case Operation::divide:
        return {bracketed(a, product) + " ÷ " + bracketed(b, power), product};
    case Operation::power:
        return {bracketed(a, atom) + "^" + bracketed(b, atom), power};
    case Operation::minimum:
        return {"min(" + a.text + "; " + b.text + ")", atom};
    case Operation::maximum:
        return {"max(" + a.text + "; " + b.text + ")", atom};
    default:
        return {a.text + (n.operation == Operation::less ? " < " : " = ") + b.text, sum};
    }
}

std::string FormulaText::rowWords(const Node& n) const
{
    const std::string& label = m_computed.sheet.rows()[static_cast<std::size_t>(n.a)].title.label;
    if (n.operation == Operation::rowInYear)
        return label + " in " + std::to_string(n.b);
    if (n.b == 1)
        return label + " last year";
    if (n.b == -1)
        return label + " next year";
    return n.b == 0 ? label : label + " " + std::to_string(n.b) + " years before";
}

std::string FormulaText::conditionWords(const Node& n) const
{
    if (n.operation == Operation::less && isZeroConstant(m_computed.sheet.node(n.a)))
        return words(n.b).text + " is above 0";
    if (n.operation == Operation::equal && isZeroConstant(m_computed.sheet.node(n.b)))
        return words(n.a).text + " is 0";
    return join(n, words(n.a), words(n.b)).text;
}

FormulaText::Text FormulaText::words(int index) const
{
    const Sheet& sheet = m_computed.sheet;
    const Node& n = sheet.node(index);
    switch (n.operation) {
    case Operation::constant:
        return {m_number({n.number, n.unit}), atom};
    case Operation::undefined:
        return {"none", atom};
    case Operation::input:
        return {sheet.inputs()[static_cast<std::size_t>(n.a)].label, atom};
    case Operation::row:
    case Operation::rowInYear:
        return {rowWords(n), atom};
    case Operation::less:
    case Operation::equal:
        return {conditionWords(n), sum};
    case Operation::where: {
        const Node& condition = sheet.node(n.a);
        const bool isComparison =
            condition.operation == Operation::less || condition.operation == Operation::equal;
        const std::string when = isComparison ? conditionWords(condition) : words(n.a).text;
        return {"if " + when + ": " + words(n.b).text + "; otherwise: " + words(n.c).text, sum};
    }
    case Operation::choose: {
        std::string text = "by " + words(n.a).text + ": ";
        for (int i = 0; i < n.c; ++i)
            text += (i > 0 ? "; or " : "") +
                    words(sheet.operands()[static_cast<std::size_t>(n.b + i)]).text;
        return {text, sum};
    }
    case Operation::total:
        return {"sum over the years of (" + words(n.a).text + ")", atom};
    case Operation::smallest:
        return {"smallest over the years of (" + words(n.a).text + ")", atom};
    case Operation::largest:
        return {"largest over the years of (" + words(n.a).text + ")", atom};
    case Operation::average:
        return {"average over the years of (" + words(n.a).text + ")", atom};
    case Operation::windowTotal: {
        const std::string& label = sheet.rows()[static_cast<std::size_t>(n.a)].title.label;
        const std::string years = std::to_string(n.b);
        return {n.c == static_cast<int>(WindowWeights::falling)
                    ? "sum of " + label + " of the last " + years + " years, weighted from " +
                          years + " down to 1"
                    : "sum of " + label + " of the last " + years + " years",
            sum};
    }
    case Operation::rateOfReturn:
        return {"rate at which the present value of (" + words(n.a).text + ") is 0", atom};
    case Operation::payback:
        return {"years until the sum of (" + words(n.a).text + ") is back at 0", atom};
    default:
        return sheet.isNeutralFactor(n.b) ? words(n.a) : join(n, words(n.a), words(n.b));
    }
}

FormulaText::Text FormulaText::figure(double value, const Node& n) const
{
    const int input = n.operation == Operation::input ? n.a : -1;
    return {isUndefined(value) ? "none" : m_number({value, n.unit, input}),
        value < 0.0 ? signedSum : atom};
}

std::string FormulaText::overYears(int node, const char* separator, bool skipsZero) const
{
    std::string text;
    const YearSpan years = m_computed.sheet.timeline();
    for (int year = years.first; year <= years.last; ++year) {
        if (skipsZero && valueOf(node, year) == 0.0)
            continue;
        if (!text.empty())
            text += separator;
        text += bracketed(figures(node, year), product);
    }
    return text.empty() ? m_number({0.0, m_computed.sheet.node(node).unit}) : text;
}

FormulaText::Text FormulaText::windowFigures(const Node& n, int year) const
{
    std::string text;
    for (int back = n.b - 1; back >= 0; --back) {
        const double value = rowValue(n.a, year - back);
        if (value == 0.0)
            continue;
        text += text.empty() ? "" : " + ";
        text += bracketed(figure(value, n), product);
        if (n.c == static_cast<int>(WindowWeights::falling))
            text += " × " + std::to_string(n.b - back);
    }
    return text.empty() ? figure(0.0, n) : Text {text, sum};
}

FormulaText::Text FormulaText::figures(int index, int year) const
{
    const Node& n = m_computed.sheet.node(index);
    switch (n.operation) {
    case Operation::constant:
    case Operation::undefined:
    case Operation::input:
    case Operation::row:
    case Operation::rowInYear:
        return figure(valueOf(index, year), n);
    case Operation::where:
    case Operation::choose:
        return figures(branchOf(n, year), year);
    case Operation::total:
        return {overYears(n.a, " + ", true), sum};
    case Operation::smallest:
        return {"min(" + overYears(n.a, "; ", false) + ")", atom};
    case Operation::largest:
        return {"max(" + overYears(n.a, "; ", false) + ")", atom};
    case Operation::average:
        return {"average(" + overYears(n.a, "; ", false) + ")", atom};
    case Operation::rateOfReturn:
        return {"rate of return(" + overYears(n.a, "; ", false) + ")", atom};
    case Operation::payback:
        return {"payback(" + overYears(n.a, "; ", false) + ")", atom};
    case Operation::windowTotal:
        return windowFigures(n, year);
    default:
        if (m_computed.sheet.isNeutralFactor(n.b))
            return figures(n.a, year);
        return join(n, figures(n.a, year), figures(n.b, year));
    }
}

}
