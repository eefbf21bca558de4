#include "core/engine/Explanation.h"

#include "core/engine/FormulaText.h"
#include "core/engine/TapeArithmetic.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core {

namespace {

// The rows and inputs that a formula reads in one year, following the branches that count.
class PartCollector {
public:
    PartCollector(const ComputedSheet& computed, const FormulaText& formula)
        : m_computed(computed)
        , m_formula(formula)
    {
    }

    void collect(int index, int year)
    {
        const Sheet& sheet = m_computed.sheet;
        const Node& n = sheet.node(index);
        switch (n.operation) {
        case Operation::constant:
        case Operation::undefined:
            return;
        case Operation::input:
            addInput(n.a, year);
            return;
        case Operation::row:
            addRow(n.a, year - n.b);
            return;
        case Operation::rowInYear:
            addRow(n.a, n.b);
            return;
        case Operation::where:
        case Operation::choose:
            collect(n.a, year);
            collect(m_formula.branchOf(n, year), year);
            return;
        case Operation::windowTotal:
            for (int back = n.b - 1; back >= 0; --back)
                if (m_formula.rowValue(n.a, year - back) != 0.0)
                    addRow(n.a, year - back);
            return;
        case Operation::total:
        case Operation::smallest:
        case Operation::largest:
        case Operation::average:
        case Operation::rateOfReturn:
        case Operation::payback:
            collectOverYears(n.a);
            return;
        default:
            collect(n.a, year);
            collect(n.b, year);
            return;
        }
    }

    std::vector<ExplanationPart> take() { return std::move(m_parts); }

private:
    void collectOverYears(int index)
    {
        m_isOverYears = true;
        const YearSpan years = m_computed.sheet.timeline();
        for (int year = years.first; year <= years.last; ++year)
            collect(index, year);
        m_isOverYears = false;
    }

    void addRow(int row, int year)
    {
        const Sheet::RowContent& content = m_computed.sheet.rows()[static_cast<std::size_t>(row)];
        if (content.years && !content.years->contains(year))
            return; // reads 0
        ExplanationPart part {ExplanationPart::Kind::row, row, content.title.name,
            content.title.label, content.title.unit, content.formula < 0, std::nullopt,
            std::nullopt, {}};
        add(std::move(part), content.years.has_value(), year,
            [&](int y) { return m_formula.rowValue(row, y); });
    }

    void addInput(int index, int year)
    {
        const Sheet::InputContent& input =
            m_computed.sheet.inputs()[static_cast<std::size_t>(index)];
        if (input.isNeutral || (input.years && !input.years->contains(year)))
            return;
        ExplanationPart part {ExplanationPart::Kind::input, index, input.id, input.label,
            input.unit, false, std::nullopt, std::nullopt, {}};
        add(std::move(part), input.years.has_value(), year,
            [&](int y) { return m_formula.inputValue(index, y); });
    }

    template <class ValueInYear>
    void add(ExplanationPart part, bool isYearly, int year, ValueInYear valueInYear)
    {
        const bool takesAllYears = isYearly && m_isOverYears;
        if (isYearly && !takesAllYears)
            part.year = year;
        const bool isKnown =
            std::any_of(m_parts.begin(), m_parts.end(), [&](const ExplanationPart& known) {
                return known.kind == part.kind && known.index == part.index &&
                       known.year == part.year;
            });
        if (isKnown)
            return;
        if (takesAllYears) {
            const YearSpan years = m_computed.sheet.timeline();
            for (int y = years.first; y <= years.last; ++y)
                part.byYear.push_back(valueInYear(y));
        } else {
            part.value = definedOrNone(valueInYear(year));
        }
        m_parts.push_back(std::move(part));
    }

    const ComputedSheet& m_computed;
    const FormulaText& m_formula;
    std::vector<ExplanationPart> m_parts;
    bool m_isOverYears = false;
};

// Where a formula reads a row.
struct Reads {
    std::vector<int> yearsBack;
    std::vector<int> inYears;            // whatever the year of the formula
    std::vector<int> yearsBackOverYears; // in each year of the timeline

    bool isEmpty() const
    {
        return yearsBack.empty() && inYears.empty() && yearsBackOverYears.empty();
    }
};

void findReads(const Sheet& sheet, int index, int row, bool isOverYears, Reads& reads)
{
    if (index < 0)
        return;
    const Node& n = sheet.node(index);
    std::vector<int>& yearsBack = isOverYears ? reads.yearsBackOverYears : reads.yearsBack;
    switch (n.operation) {
    case Operation::constant:
    case Operation::undefined:
    case Operation::input:
        return;
    case Operation::row:
        if (n.a == row)
            yearsBack.push_back(n.b);
        return;
    case Operation::rowInYear:
        if (n.a == row)
            reads.inYears.push_back(n.b);
        return;
    case Operation::windowTotal:
        if (n.a == row)
            for (int back = 0; back < n.b; ++back)
                yearsBack.push_back(back);
        return;
    case Operation::choose:
        findReads(sheet, n.a, row, isOverYears, reads);
        for (int i = 0; i < n.c; ++i)
            findReads(sheet, sheet.operands()[static_cast<std::size_t>(n.b + i)], row, isOverYears,
                reads);
        return;
    case Operation::total:
    case Operation::smallest:
    case Operation::largest:
    case Operation::average:
    case Operation::rateOfReturn:
    case Operation::payback:
        findReads(sheet, n.a, row, true, reads);
        return;
    default:
        for (const int operand : {n.a, n.b, n.c})
            findReads(sheet, operand, row, isOverYears, reads);
        return;
    }
}

// The rows that read a row in a year. One that reads it in each of its own years, because it is a
// single figure or its year is fixed, is named once, with the first.
std::vector<ExplanationUse> usesOf(const Sheet& sheet, int row, std::optional<int> year)
{
    std::vector<ExplanationUse> uses;
    for (int user = 0; user < static_cast<int>(sheet.rows().size()); ++user) {
        const Sheet::RowContent& content = sheet.rows()[static_cast<std::size_t>(user)];
        Reads reads;
        findReads(sheet, content.formula, row, false, reads);
        if (reads.isEmpty())
            continue;
        const bool isReadAlways =
            !year ||
            std::find(reads.inYears.begin(), reads.inYears.end(), *year) != reads.inYears.end() ||
            std::any_of(reads.yearsBackOverYears.begin(), reads.yearsBackOverYears.end(),
                [&](int back) { return sheet.timeline().contains(*year + back); });
        std::vector<int> inYears;
        if (isReadAlways && content.years)
            inYears.push_back(content.years->first);
        if (year && content.years)
            for (const int back : reads.yearsBack)
                if (content.years->contains(*year + back))
                    inYears.push_back(*year + back);
        std::sort(inYears.begin(), inYears.end());
        inYears.erase(std::unique(inYears.begin(), inYears.end()), inYears.end());

        const ExplanationUse use {user, content.title.name, content.title.label, std::nullopt};
        if (!content.years && isReadAlways)
            uses.push_back(use);
        for (const int inYear : inYears) {
            uses.push_back(use);
            uses.back().year = inYear;
        }
    }
    return uses;
}

}

std::string allDigits(const FormulaNumber& number)
{
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number.value)).ptr;
    return (number.value < 0.0 ? "−" : "") + std::string(buffer.data(), end);
}

Explanation explain(const ComputedSheet& computed, Row row, int year, const NumberText& text)
{
    const Sheet::RowContent& content = computed.sheet.row(row);
    const FormulaText formula(computed, text);
    Explanation result;
    result.name = content.title.name;
    result.label = content.title.label;
    result.chapter = computed.sheet.chapterTitle(content.chapter);
    result.unit = content.title.unit;
    if (content.years)
        result.year = year;
    const double value = formula.rowValue(row.index(), year);
    result.value = definedOrNone(value);
    if (content.formula < 0) {
        result.inWords = "follows from the timeline";
        result.inFigures = text({value, content.title.unit});
    } else {
        result.inWords = formula.inWords(content.formula);
        result.inFigures = formula.inFigures(content.formula, year);
        PartCollector collector(computed, formula);
        collector.collect(content.formula, year);
        result.parts = collector.take();
    }
    result.usedBy = usesOf(computed.sheet, row.index(), result.year);
    return result;
}

}
