#include "core/report/ExplainedComposition.h"

#include "core/report/NumberFormat.h"

#include <string_view>

namespace core {

namespace {

using Kind = ComposedFigure::Kind;

class Composition {
public:
    Composition(const ComposedFigure& composed, std::optional<int> year, FormulaNumbers numbers)
        : m_composed(composed)
        , m_year(year)
        , m_numbers(numbers)
    {
    }

    ExplainedFigure explain()
    {
        const FigureValues& result = m_composed.result;
        m_figure.figure = result.figure;
        m_figure.figure.year = m_year;
        m_figure.title = result.label;
        m_figure.chapter = "Report";
        m_figure.quantity = result.quantity;
        m_figure.value = result.valueIn(m_year);
        if (m_composed.kind == Kind::total)
            addYears();
        else
            addParts();
        if (!m_figure.value) {
            m_figure.word = "none";
            m_figure.remark = m_composed.parts.back().figure.label + " is zero";
        }
        const std::string value =
            m_figure.value ? text(result.quantity, *m_figure.value) : m_figure.word;
        if (m_numbers == FormulaNumbers::readable && m_figure.inFigures != value)
            m_figure.inFigures += " = " + value;
        return std::move(m_figure);
    }

private:
    // All years of the one part of a total.
    void addYears()
    {
        const FigureValues& whole = m_composed.parts.front().figure;
        m_figure.inWords = "sum over the years of " + whole.label;
        m_figure.years = whole.overYears();
        for (const YearValue& one : m_figure.years)
            if (one.value.value_or(0.0) != 0.0)
                addPart(whole, one.year, " + ");
        if (m_figure.parts.empty())
            m_figure.inFigures = text(whole.quantity, 0.0);
    }

    void addParts()
    {
        const bool isQuotient = m_composed.kind == Kind::quotient;
        if (isQuotient && m_composed.parts.front().figure.quantity.unit !=
                              m_composed.parts.back().figure.quantity.unit)
            m_figure.moneyUnit = MoneyUnit::named;
        for (const ComposedFigure::Part& part : m_composed.parts) {
            const std::string_view sign = isQuotient ? " ÷ " : part.sign < 0.0 ? " − " : " + ";
            m_figure.inWords += m_figure.parts.empty() ? leading(sign) : sign;
            m_figure.inWords += part.figure.label;
            addPart(part.figure, part.figure.years ? m_year : std::nullopt, sign);
        }
        if (m_composed.result.years)
            m_figure.years = m_composed.result.overYears();
    }

    // What stands before the first part.
    static std::string_view leading(std::string_view sign)
    {
        return sign == " − " ? minusSign : std::string_view();
    }

    void addPart(const FigureValues& values, std::optional<int> year, std::string_view sign)
    {
        ExplainedPart part;
        part.label = values.label;
        part.quantity = values.quantity;
        part.year = year;
        part.value = values.valueIn(year);
        part.figure = values.figure;
        part.figure->year = year;
        const std::string number = text(values.quantity, part.value.value_or(0.0));
        const bool isFirst = m_figure.parts.empty();
        const bool isBracketed =
            number.starts_with(minusSign) && !(isFirst && leading(sign).empty());
        m_figure.inFigures += isFirst ? leading(sign) : sign;
        m_figure.inFigures += isBracketed ? "(" + number + ")" : number;
        m_figure.parts.push_back(std::move(part));
    }

    std::string text(const Quantity& quantity, double number) const
    {
        return m_numbers == FormulaNumbers::full
                   ? significantText(number)
                   : quantityText(quantity, number, m_figure.moneyUnit);
    }

    const ComposedFigure& m_composed;
    std::optional<int> m_year;
    FormulaNumbers m_numbers;
    ExplainedFigure m_figure;
};

}

ExplainedFigure explainComposition(
    const ComposedFigure& composed, std::optional<int> year, FormulaNumbers numbers)
{
    return Composition(composed, year, numbers).explain();
}

}
