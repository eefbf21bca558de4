#include "core/engine/Sheet.h"

#include <utility>

namespace core {

Sheet::Sheet(YearSpan timeline)
    : m_timeline(timeline)
{
    m_nodes.reserve(8192);
    m_rows.reserve(1024);
    m_rowsByName.reserve(1024);
}

void Sheet::beginChapter(std::string_view title)
{
    m_chapters.emplace_back(title);
}

const std::string& Sheet::chapterTitle(int chapter) const
{
    return m_chapters.at(static_cast<std::size_t>(chapter));
}

Expression Sheet::addInput(std::string id, std::string label, Unit unit)
{
    const int index = static_cast<int>(m_inputs.size());
    m_inputs.push_back(
        {std::move(id), std::move(label), unit, std::nullopt, m_inputCellCount, {}, false});
    ++m_inputCellCount;
    return Expression(this, addNode(Node {Operation::input, false, unit, index}));
}

Expression Sheet::addInput(
    std::string id, std::string label, Unit unit, YearSpan years, const std::vector<int>* stated)
{
    const int index = static_cast<int>(m_inputs.size());
    InputContent input {std::move(id), std::move(label), unit, years, m_inputCellCount, {}, false};
    input.cells.assign(static_cast<std::size_t>(years.count()), -1);
    if (stated) {
        for (const int year : *stated)
            if (years.contains(year))
                input.cells[static_cast<std::size_t>(year - years.first)] = 0;
    } else {
        input.cells.assign(input.cells.size(), 0);
    }
    for (int& cell : input.cells)
        if (cell == 0)
            cell = m_inputCellCount++;
    m_inputs.push_back(std::move(input));
    return Expression(this, addNode(Node {Operation::input, true, unit, index}));
}

Expression Sheet::addNeutralFactor(std::string id, std::string label)
{
    const Expression factor = addInput(std::move(id), std::move(label), Unit(), m_timeline);
    m_inputs.back().isNeutral = true;
    return factor;
}

bool Sheet::isNeutralFactor(int index) const
{
    const Node& n = node(index);
    return n.operation == Operation::input && m_inputs[static_cast<std::size_t>(n.a)].isNeutral;
}

Row Sheet::add(RowTitle title, std::optional<YearSpan> years)
{
    const int index = static_cast<int>(m_rows.size());
    if (m_chapters.empty())
        m_chapters.emplace_back();
    if (!m_rowsByName.emplace(title.name, index).second)
        m_problems.push_back({title.name, "two rows have this name"});
    RowContent content;
    content.title = std::move(title);
    content.chapter = static_cast<int>(m_chapters.size()) - 1;
    content.years = years;
    m_rows.push_back(std::move(content));
    return Row(this, index);
}

Row Sheet::addData(RowTitle title, YearSpan years, std::vector<double> values)
{
    const Row row = add(std::move(title), years);
    m_rows.back().data = std::move(values);
    return row;
}

Row Sheet::addRow(RowTitle title, Expression formula)
{
    return addRow(std::move(title), m_timeline, formula);
}

Row Sheet::addRow(RowTitle title, YearSpan years, Expression formula)
{
    const Row row = add(std::move(title), years);
    define(row, formula);
    return row;
}

Row Sheet::addFigure(RowTitle title, Expression formula)
{
    const Row row = add(std::move(title), std::nullopt);
    define(row, formula);
    return row;
}

Row Sheet::declareRow(RowTitle title)
{
    return declareRow(std::move(title), m_timeline);
}

Row Sheet::declareRow(RowTitle title, YearSpan years)
{
    return add(std::move(title), years);
}

void Sheet::define(Row row, Expression formula)
{
    RowContent& content = m_rows[static_cast<std::size_t>(row.index())];
    const Node& top = node(formula.node());
    for (std::string& message : m_unitErrors)
        m_problems.push_back({content.title.name, std::move(message)});
    m_unitErrors.clear();
    const bool isZero = top.operation == Operation::constant && top.number == 0.0;
    if (!(top.unit == content.title.unit) && !isZero)
        m_problems.push_back(
            {content.title.name, "is declared in '" + content.title.unit.text() +
                                     "' and computed in '" + top.unit.text() + "'"});
    if (top.isYearly && !content.years)
        m_problems.push_back({content.title.name, "is a single figure and its formula is yearly"});
    content.formula = formula.node();
    content.mayBeUndefined = nodeMayBeUndefined(formula.node());
}

void Sheet::finish()
{
    for (const RowContent& row : m_rows)
        if (row.formula < 0 && row.data.empty())
            m_problems.push_back({row.title.name, "is declared and never defined"});
}

std::optional<int> Sheet::findRow(std::string_view name) const
{
    const auto found = m_rowsByName.find(std::string(name));
    if (found == m_rowsByName.end())
        return std::nullopt;
    return found->second;
}

int Sheet::addNode(Node node)
{
    m_nodes.push_back(node);
    return static_cast<int>(m_nodes.size()) - 1;
}

bool Sheet::nodeMayBeUndefined(int index) const
{
    if (index < 0)
        return false;
    const Node& n = node(index);
    switch (n.operation) {
    case Operation::constant:
    case Operation::input:
        return false;
    case Operation::undefined:
    case Operation::rateOfReturn:
    case Operation::payback:
        return true;
    case Operation::row:
    case Operation::rowInYear:
    case Operation::windowTotal:
        return m_rows[static_cast<std::size_t>(n.a)].mayBeUndefined;
    case Operation::choose:
        for (int i = 0; i < n.c; ++i)
            if (nodeMayBeUndefined(m_operands[static_cast<std::size_t>(n.b + i)]))
                return true;
        return nodeMayBeUndefined(n.a);
    default:
        return nodeMayBeUndefined(n.a) || nodeMayBeUndefined(n.b) || nodeMayBeUndefined(n.c);
    }
}

}
