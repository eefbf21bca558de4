#pragma once

#include "core/engine/Expression.h"
#include "core/engine/Result.h"
#include "core/engine/Unit.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

// Calendar years, both ends counted.
struct YearSpan {
    int first = 0;
    int last = -1;

    bool contains(int year) const { return year >= first && year <= last; }
    int count() const { return last - first + 1; }
    bool operator==(const YearSpan&) const = default;
};

// What a row is called: a stable name for documents, a label and the chapter for people, its unit.
struct RowTitle {
    std::string name;
    std::string label;
    Unit unit;
};

// A model written once, as named rows over years, each a formula over inputs, other rows and other
// years. A row outside its years reads 0, as an empty cell of a spreadsheet does; so does an input.
//
// The sheet only states formulas. Their readers stand beside it: Program computes them, Explanation
// tells how a figure came about.
class Sheet {
public:
    // Rows cover `timeline` unless they are given other years.
    explicit Sheet(YearSpan timeline);
    Sheet(const Sheet&) = delete; // expressions point at their sheet
    Sheet& operator=(const Sheet&) = delete;

    // Writing the model.

    // Rows that follow belong to this chapter.
    void beginChapter(std::string_view title);

    // A value that is stated rather than computed: one number, or a number in each of `years`.
    // Years of `years` that are not in `stated`, when given, are known to be 0 whatever is bound.
    Expression addInput(std::string id, std::string label, Unit unit);
    Expression addInput(std::string id, std::string label, Unit unit, YearSpan years,
        const std::vector<int>* stated = nullptr);

    // A factor in each year of the timeline that is 1 unless an analysis moves it; explanations
    // leave it out. Only to multiply by, on the right.
    Expression addNeutralFactor(std::string id, std::string label);

    // Numbers by year that follow from the structure of the model: flags and counters.
    Row addData(RowTitle title, YearSpan years, std::vector<double> values);

    Row addRow(RowTitle title, Expression formula);                 // over the timeline
    Row addRow(RowTitle title, YearSpan years, Expression formula); // over other years
    Row addFigure(RowTitle title, Expression formula);              // a single figure

    // A row that its own formula, or that of a row before it, needs: declared first, defined later.
    Row declareRow(RowTitle title);
    Row declareRow(RowTitle title, YearSpan years);
    void define(Row row, Expression formula);

    // What is wrong with the model itself: units that do not agree, a name used twice, a row that
    // was declared and never defined. A sheet with problems must not be computed.
    const Problems& problems() const { return m_problems; }
    void finish(); // reports undefined rows

    // Reading it.

    struct RowContent {
        RowTitle title;
        int chapter = 0;
        std::optional<YearSpan> years; // none: a single figure
        int formula = -1;              // node; -1 for data
        std::vector<double> data;
        bool mayBeUndefined = false; // "none" is one of its answers
    };
    struct InputContent {
        std::string id;
        std::string label;
        Unit unit;
        std::optional<YearSpan> years; // none: one number
        int firstCell = 0;             // of its values in the vector of all input cells
        std::vector<int> cells; // by year; -1 where it is known to be 0. Empty for one number
        bool isNeutral = false; // a factor of 1 in every plan
    };

    YearSpan timeline() const { return m_timeline; }
    const std::vector<Node>& nodes() const { return m_nodes; }
    const Node& node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    bool isNeutralFactor(int node) const;
    const std::vector<int>& operands() const { return m_operands; }
    const std::vector<RowContent>& rows() const { return m_rows; }
    const RowContent& row(Row row) const { return m_rows[static_cast<std::size_t>(row.index())]; }
    Row rowAt(int index) { return Row(this, index); }
    const std::vector<InputContent>& inputs() const { return m_inputs; }
    int inputCellCount() const { return m_inputCellCount; }
    const std::string& chapterTitle(int chapter) const;
    std::optional<int> findRow(std::string_view name) const;

private:
    friend class Expression;
    friend struct ExpressionBuilder;

    Row add(RowTitle title, std::optional<YearSpan> years);
    int addNode(Node node);
    bool nodeMayBeUndefined(int index) const;

    YearSpan m_timeline;
    std::vector<Node> m_nodes;
    std::vector<int> m_operands; // of nodes with a list of operands
    std::vector<RowContent> m_rows;
    std::vector<InputContent> m_inputs;
    std::vector<std::string> m_chapters;
    std::unordered_map<std::string, int> m_rowsByName;
    int m_inputCellCount = 0;
    std::vector<std::string> m_unitErrors; // of expressions not yet given to a row
    Problems m_problems;
};

}
