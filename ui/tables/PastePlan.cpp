#include "ui/tables/PastePlan.h"

#include "ui/document/Session.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PastePlan)
};

using Places = std::vector<std::optional<int>>;

bool isEmpty(const BlockCell& cell)
{
    return cell.text.isEmpty() && !cell.number;
}

bool isNumber(const BlockCell& cell)
{
    return cell.number || !std::holds_alternative<NumberError>(numberIn(cell, NumberExpectation()));
}

bool isName(const QString& text, const QString& name)
{
    return !name.isEmpty() && text.compare(name, Qt::CaseInsensitive) == 0;
}

bool canPasteInto(const TableCell& cell)
{
    return cell.editor == TableCell::Editor::number || cell.editor == TableCell::Editor::choice ||
           cell.editor == TableCell::Editor::flag;
}

bool showsSame(const TableCell& cell, const BlockCell& pasted)
{
    if (!pasted.text.isEmpty() && pasted.text == cell.text)
        return true;
    if (!pasted.number || !cell.number)
        return false;
    return std::abs(*pasted.number - *cell.number) <= 1e-9 * std::abs(*cell.number);
}

// Works out a plan step by step.
class Planner {
public:
    explicit Planner(const PasteRequest& request)
        : m_request(request)
        , m_content(request.content)
        , m_block(request.block)
        , m_mark(request.decimalMark ? request.decimalMark : decimalMarkOf(request.block))
    {
    }

    PastePlan plan()
    {
        if (m_block.isEmpty() || m_request.selection.rows.empty() ||
            m_request.selection.columns.empty())
            return m_plan;
        findNames();
        if (fillsSelection())
            repeat();
        else
            place();
        return m_plan;
    }

private:
    int bodyRows() const { return m_block.rowCount() - m_plan.headRows; }
    int bodyColumns() const { return m_block.columnCount() - m_plan.labelColumns; }
    int selectedRows() const { return static_cast<int>(m_request.selection.rows.size()); }
    int selectedColumns() const { return static_cast<int>(m_request.selection.columns.size()); }
    bool isRange() const { return selectedRows() * selectedColumns() > 1; }

    const BlockCell& at(int row, int column) const
    {
        return m_block.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    // A block of the same shape as the selection means what it says. Names are looked for in
    // others, when numbers are to be typed at the place.
    void findNames()
    {
        const TableCell& first =
            m_content.cell(m_request.selection.rows.front(), m_request.selection.columns.front());
        if (!isRange() || selectedColumns() != m_block.columnCount())
            while (first.editor == TableCell::Editor::number &&
                   m_plan.labelColumns + 1 < m_block.columnCount() &&
                   isLabelColumn(m_plan.labelColumns))
                ++m_plan.labelColumns;
        if ((!isRange() || selectedRows() != m_block.rowCount()) && m_block.rowCount() > 1 &&
            isHeadRow())
            m_plan.headRows = 1;
    }

    // With texts and no numbers.
    bool isLabelColumn(int column) const
    {
        bool hasTexts = false;
        for (int row = 0; row < m_block.rowCount(); ++row) {
            if (isEmpty(at(row, column)))
                continue;
            if (isNumber(at(row, column)))
                return false;
            hasTexts = true;
        }
        return hasTexts;
    }

    bool isHeadRow() const
    {
        bool hasHeads = false;
        for (int column = m_plan.labelColumns; column < m_block.columnCount(); ++column) {
            const BlockCell& cell = at(0, column);
            if (isEmpty(cell))
                continue;
            if (isNumber(cell) && !columnNamed(cell))
                return false;
            hasHeads = true;
        }
        return hasHeads;
    }

    std::optional<int> columnNamed(const BlockCell& cell) const
    {
        // A year comes as a number.
        const QString text =
            cell.text.isEmpty() && cell.number ? QString::number(*cell.number) : cell.text;
        for (int column = 0; column < m_content.columnCount(); ++column) {
            const TableColumn& data = m_content.columns[static_cast<std::size_t>(column)];
            if (isName(text, data.head) || isName(text, headOf(data)))
                return column;
        }
        return std::nullopt;
    }

    std::optional<int> rowNamed(int blockRow) const
    {
        QStringList names;
        for (int column = 0; column < m_plan.labelColumns; ++column)
            names += at(blockRow, column).text;
        names.removeAll(QString());
        const QString name = names.join(u", "_s);
        for (const int row : m_request.rows)
            if (isName(name, rowNameOf(m_content, row)) ||
                isName(name, m_content.cell(row, 0).text))
                return row;
        return std::nullopt;
    }

    // All by name, or all by place.
    Places rowPlaces() const
    {
        Places places;
        for (int row = m_plan.headRows; row < m_block.rowCount(); ++row) {
            const auto named = m_plan.labelColumns > 0 ? rowNamed(row) : std::nullopt;
            if (!named)
                break;
            places.push_back(named);
        }
        if (static_cast<int>(places.size()) == bodyRows())
            return places;
        places.clear();
        auto from = std::find(
            m_request.rows.begin(), m_request.rows.end(), m_request.selection.rows.front());
        for (int row = 0; row < bodyRows(); ++row)
            places.push_back(from == m_request.rows.end() ? std::nullopt : std::optional(*from++));
        return places;
    }

    Places columnPlaces() const
    {
        Places places;
        for (int column = m_plan.labelColumns; column < m_block.columnCount(); ++column) {
            const auto named = m_plan.headRows > 0 ? columnNamed(at(0, column)) : std::nullopt;
            if (!named)
                break;
            places.push_back(named);
        }
        if (static_cast<int>(places.size()) == bodyColumns())
            return places;
        places.clear();
        for (int i = 0; i < bodyColumns(); ++i) {
            const int column = m_request.selection.columns.front() + i;
            places.push_back(
                column < m_content.columnCount() ? std::optional(column) : std::nullopt);
        }
        return places;
    }

    bool fillsSelection() const
    {
        return m_plan.headRows == 0 && m_plan.labelColumns == 0 && isRange() &&
               selectedRows() % bodyRows() == 0 && selectedColumns() % bodyColumns() == 0;
    }

    void repeat()
    {
        const bool isOnce = selectedRows() == bodyRows() && selectedColumns() == bodyColumns();
        for (int row = 0; row < selectedRows(); ++row)
            for (int column = 0; column < selectedColumns(); ++column) {
                const int targetRow = m_request.selection.rows[static_cast<std::size_t>(row)];
                const int targetColumn =
                    m_request.selection.columns[static_cast<std::size_t>(column)];
                const auto& isTaken = m_request.selection.isTaken;
                if (isTaken && !isTaken(targetRow, targetColumn))
                    continue;
                // Filling an area passes over what is calculated in it.
                if (isOnce || canPasteInto(m_content.cell(targetRow, targetColumn)))
                    put(row % bodyRows(), column % bodyColumns(), targetRow, targetColumn);
            }
    }

    void place()
    {
        m_plan.fitsSelection = !isRange();
        const Places rows = rowPlaces(), columns = columnPlaces();
        for (int row = 0; row < bodyRows(); ++row)
            for (int column = 0; column < bodyColumns(); ++column)
                put(row + m_plan.headRows, column + m_plan.labelColumns,
                    rows[static_cast<std::size_t>(row)], columns[static_cast<std::size_t>(column)]);
    }

    void put(int blockRow, int blockColumn, std::optional<int> row, std::optional<int> column)
    {
        const BlockCell& pasted = at(blockRow, blockColumn);
        if (isEmpty(pasted))
            return;
        PastedCell cell {blockRow, blockColumn};
        if (!row || !column) {
            cell.sentence = Texts::tr("There is no cell for it in the table.");
            m_plan.cells.push_back(cell);
            return;
        }
        cell.row = row;
        cell.column = *column;
        const TableCell& target = m_content.cell(*row, *column);
        const core::Input* const input =
            canPasteInto(target) ? m_request.session.inputOf(target.cell.input) : nullptr;
        if (!input) {
            if (showsSame(target, pasted))
                return;
            cell.sentence = Texts::tr("This cell is not for typing into.");
        } else {
            const CellReading reading = readInto(
                target, m_request.session.project(), *input, pasted, m_request.locale, m_mark);
            cell.value = reading.value;
            cell.sentence = reading.sentence;
            cell.isAmbiguous = reading.isAmbiguous;
            if (!pasted.number && (pasted.text.contains(u',') || pasted.text.contains(u'.')))
                m_plan.decimalMark =
                    m_mark.value_or(m_request.locale.decimalPoint() == u","_s ? u',' : u'.');
        }
        m_plan.cells.push_back(cell);
    }

    const PasteRequest& m_request;
    const TableContent& m_content;
    const Block& m_block;
    std::optional<QChar> m_mark;
    PastePlan m_plan;
};

}

int PastePlan::taken() const
{
    return static_cast<int>(std::count_if(
        cells.begin(), cells.end(), [](const PastedCell& cell) { return cell.value.has_value(); }));
}

int PastePlan::left() const
{
    return static_cast<int>(cells.size()) - taken();
}

bool PastePlan::needsDecision() const
{
    return headRows > 0 || labelColumns > 0 || !fitsSelection || left() > 0 ||
           std::any_of(
               cells.begin(), cells.end(), [](const PastedCell& cell) { return cell.isAmbiguous; });
}

std::vector<CellEdit> PastePlan::edits(const TableContent& content) const
{
    std::vector<CellEdit> edits;
    for (const PastedCell& cell : cells)
        if (cell.row && cell.value)
            edits.push_back({content.cell(*cell.row, cell.column).cell, cell.value});
    return edits;
}

PastePlan planPaste(const PasteRequest& request)
{
    return Planner(request).plan();
}

}
