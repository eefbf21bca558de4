#include "ui/tables/CellEditing.h"

#include "ui/document/Session.h"
#include "ui/tables/FillPlan.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/PastePreview.h"
#include "ui/tables/TableSelection.h"

#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

bool isInput(const TableCell& cell)
{
    return cell.editor == TableCell::Editor::number || cell.editor == TableCell::Editor::choice ||
           cell.editor == TableCell::Editor::flag;
}

QString firstSentence(const core::Status& status)
{
    return QString::fromStdString(status.error().problems.front().message);
}

bool isTaken(const core::Input& input, const core::InputValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return *number >= input.minimum && *number <= input.maximum;
    if (const auto* word = std::get_if<std::string>(&value))
        return std::find(input.choices.begin(), input.choices.end(), *word) != input.choices.end();
    return std::holds_alternative<bool>(value);
}

}

CellEditing::CellEditing(Session& session, const Appearance& appearance, const GroupFilter& rows,
    TableSelection& selection, QWidget& table)
    : QObject(&table)
    , m_session(session)
    , m_appearance(appearance)
    , m_rows(rows)
    , m_selection(selection)
    , m_table(table)
{
}

TableArea CellEditing::selectedArea() const
{
    TableArea area;
    for (const int row : m_selection.rows())
        area.rows.push_back(m_rows.contentRow(row));
    area.columns = m_selection.columns();
    area.isTaken = [this](int row, int column) {
        return m_selection.isSelected(m_rows.indexOf(row, column));
    };
    return area;
}

QRect CellEditing::selectedRect() const
{
    const QItemSelectionRange bounds = m_selection.bounds();
    return {bounds.left(), bounds.top(), bounds.width(), bounds.height()};
}

void CellEditing::select(const QRect& area)
{
    m_selection.select(
        m_rows.index(area.top(), area.left()), m_rows.index(area.bottom(), area.right()));
}

bool CellEditing::apply(const QString& text, const std::vector<CellEdit>& edits)
{
    m_session.finishTyping();
    const core::Status status = m_session.applyCells(text, edits);
    if (!status) {
        emit messageShown(firstSentence(status));
        return false;
    }
    // Also where what was refused gives way to the value that is there.
    for (const CellEdit& edit : edits)
        m_session.invalidEntries().clear(edit.cell);
    return true;
}

void CellEditing::giveBack()
{
    std::vector<CellEdit> edits;
    const TableArea area = selectedArea();
    for (const int row : area.rows)
        for (const int column : area.columns) {
            const TableCell& cell = m_rows.content().cell(row, column);
            if (isInput(cell) && area.isTaken(row, column))
                edits.push_back({cell.cell, std::nullopt});
        }
    if (edits.empty())
        return;
    if (edits.size() == 1) {
        m_session.finishTyping();
        const CellAddress cell = edits.front().cell;
        if (const core::Status status = m_session.resetCell(cell); !status)
            emit messageShown(firstSentence(status));
        m_session.invalidEntries().clear(cell);
        m_session.finishTyping();
        return;
    }
    // What must be stated stays.
    QString refusal;
    std::erase_if(edits, [&](const CellEdit& edit) {
        const auto tried = withCells(m_session.project(), {edit});
        if (!tried && refusal.isEmpty())
            refusal = QString::fromStdString(tried.error().problems.front().message);
        return !tried;
    });
    if (!edits.empty())
        apply(tr("Defaults for %n cells", nullptr, static_cast<int>(edits.size())), edits);
    if (!refusal.isEmpty())
        emit messageShown(refusal);
}

void CellEditing::fillDown()
{
    const QRect area = selectedRect();
    if (area.height() > 1)
        fill(QRect(area.topLeft(), QSize(area.width(), 1)), area);
    else if (area.top() > 0)
        fill(area.translated(0, -1), area.adjusted(0, -1, 0, 0));
}

void CellEditing::fillRight()
{
    const QRect area = selectedRect();
    if (area.width() > 1)
        fill(QRect(area.topLeft(), QSize(1, area.height())), area);
    else if (area.left() > 0)
        fill(area.translated(-1, 0), area.adjusted(-1, 0, 0, 0));
}

void CellEditing::fillFromCurrent()
{
    const QModelIndex current = m_selection.current();
    const QRect area = selectedRect();
    const QRect source(current.column(), current.row(), 1, 1);
    if (area != source)
        fill(source, area);
}

// The value itself, so that no digit is lost, and only where it means the same.
std::optional<CellEdit> CellEditing::copied(const TableCell& from, const TableCell& to) const
{
    if (!isInput(from) || from.editor != to.editor)
        return std::nullopt;
    const core::Input* const source = m_session.inputOf(from.cell.input);
    const core::Input* const target = m_session.inputOf(to.cell.input);
    const auto content = contentOf(m_session.project(), from.cell);
    if (!source || !target || !content || source->unit != target->unit ||
        !isTaken(*target, content->value))
        return std::nullopt;
    return CellEdit {to.cell, content->value};
}

void CellEditing::fill(const QRect& source, const QRect& whole)
{
    std::vector<CellEdit> edits;
    int left = 0;
    const auto cellAt = [this](const QPoint& place) -> const TableCell& {
        return m_rows.cell(m_rows.index(place.y(), place.x()));
    };
    for (const FillStep& step : fillSteps(source, whole)) {
        const TableCell& target = cellAt(step.to);
        if (auto edit = copied(cellAt(step.from), target))
            edits.push_back(*std::move(edit));
        else if (isInput(target))
            ++left;
    }
    select(whole);
    if (edits.empty()) {
        emit messageShown(tr("There is nothing to fill these cells with."));
        return;
    }
    const int count = static_cast<int>(edits.size());
    if (!apply(count == 1 ? tr("Fill a cell") : tr("Fill %n cells", nullptr, count), edits))
        return;
    if (left > 0)
        emit messageShown(tr("%1 filled, %2 left, Ctrl+Z undoes").arg(count).arg(left));
    else
        emit messageShown(count == 1 ? tr("One cell filled, Ctrl+Z undoes")
                                     : tr("%n cells filled, Ctrl+Z undoes", nullptr, count));
}

void CellEditing::paste(const Block& block)
{
    if (block.isEmpty() || m_selection.rows().empty())
        return;
    const auto plan = [this, block, content = m_rows.content(), rows = m_rows.contentRows(),
                          area = selectedArea()](std::optional<QChar> mark) {
        return planPaste({m_session, content, rows, area, block, QLocale(), mark});
    };
    const PastePlan first = plan(std::nullopt);
    if (!first.needsDecision()) {
        apply(first, block);
        return;
    }
    auto* const preview = new PastePreview(m_appearance, m_rows.content(), block, plan, &m_table);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PastePreview::accepted, this,
        [this, preview, block] { apply(preview->plan(), block); });
    preview->open();
}

void CellEditing::apply(const PastePlan& plan, const Block& block)
{
    const std::vector<CellEdit> edits = plan.edits(m_rows.content());
    if (edits.empty())
        return;
    const int count = static_cast<int>(edits.size());
    QRect area;
    for (const PastedCell& cell : plan.cells)
        if (cell.row && cell.value)
            area |= QRect(cell.column, m_rows.indexOf(*cell.row, cell.column).row(), 1, 1);
    if (!apply(count == 1 ? tr("Paste a number") : tr("Paste %n numbers", nullptr, count), edits))
        return;
    if (plan.fitsSelection && area.isValid())
        select(area);
    if (block.isTruncated)
        emit messageShown(
            tr("The clipboard held too much; its first part is pasted, Ctrl+Z undoes"));
    else if (plan.left() > 0)
        emit messageShown(tr("%1 pasted, %2 left, Ctrl+Z undoes").arg(count).arg(plan.left()));
    else
        emit messageShown(count == 1 ? tr("One number pasted, Ctrl+Z undoes")
                                     : tr("%n numbers pasted, Ctrl+Z undoes", nullptr, count));
}

void CellEditing::toggle(const QModelIndex& index)
{
    const TableCell& cell = m_rows.cell(index);
    const auto content = contentOf(m_session.project(), cell.cell);
    const auto* flag = content ? std::get_if<bool>(&content->value) : nullptr;
    if (cell.editor != TableCell::Editor::flag || !flag)
        return;
    m_session.finishTyping();
    if (const core::Status status = m_session.setCell(cell.cell, !*flag); !status)
        emit messageShown(firstSentence(status));
}

void CellEditing::restore(const QModelIndex& index)
{
    m_session.invalidEntries().clear(m_rows.cell(index).cell);
}

}
