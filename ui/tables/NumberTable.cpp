#include "ui/tables/NumberTable.h"

#include "ui/document/Session.h"
#include "ui/tables/CellEditing.h"
#include "ui/tables/EditingDelegate.h"
#include "ui/tables/FrozenColumns.h"
#include "ui/tables/GroupFilter.h"
#include "ui/tables/RowEditing.h"
#include "ui/tables/TableClipboard.h"
#include "ui/tables/TableColumns.h"
#include "ui/tables/TableControl.h"
#include "ui/tables/TableHeader.h"
#include "ui/tables/TableMenu.h"
#include "ui/tables/TablePointer.h"
#include "ui/theme/Appearance.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui {

NumberTable::NumberTable(Session& session, Appearance& appearance, QWidget* parent)
    : QTableView(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_painter(appearance)
    , m_model(new TableModel(session.invalidEntries(), this))
    , m_rows(new GroupFilter(*m_model, this))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers); // the table opens its editors itself
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(0);

    m_header = new TableHeader(*m_rows, appearance, m_painter, this);
    setHorizontalHeader(m_header);
    setModel(m_rows);
    m_selection = std::make_unique<TableSelection>(*selectionModel());
    m_state.cells = selectionModel();
    EditingDelegate* const delegate = makeDelegate(*this);
    setItemDelegate(delegate);
    m_parts = new FrozenColumns(*this, *m_rows, appearance, m_painter,
        [this](QTableView& part) { return makeDelegate(part); });
    connect(m_parts, &FrozenColumns::laidOut, this, [this, delegate] {
        delegate->setSight(m_parts->sight());
        m_header->setSight(m_parts->sight());
    });
    m_columns = new TableColumns(*this, *m_parts, *m_rows, appearance, *m_selection);
    connect(m_columns, &TableColumns::widthsChanged, this, &NumberTable::layOutColumns);
    connect(m_columns, &TableColumns::orderChanged, this, &NumberTable::showContent);
    auto* const pointer =
        new TablePointer(*this, *m_parts, *m_rows, m_painter, *delegate, *m_selection, m_state);
    auto* const cells = new CellEditing(session, appearance, *m_rows, *m_selection, *this);
    auto* const rows = new RowEditing(session, *m_rows, *m_selection, this);
    m_control = new TableControl(*this, *m_parts, *m_rows, *m_selection, *cells, *rows);

    connect(pointer, &TablePointer::cellShown, this, [this](auto cell) { scrollTo(cell); });
    connect(pointer, &TablePointer::chevronPressed, m_control, &TableControl::toggleGroup);
    connect(pointer, &TablePointer::boxPressed, cells, &CellEditing::toggle);
    connect(pointer, &TablePointer::doubleClicked, m_control, &TableControl::activate);
    connect(pointer, &TablePointer::filled, cells, &CellEditing::fill);
    for (QTableView* part : m_parts->parts()) {
        auto* const editing = static_cast<EditingDelegate*>(part->itemDelegate());
        connect(editing, &EditingDelegate::closed, m_control, &TableControl::moveAfterEdit);
        connect(editing, &EditingDelegate::messageShown, this, &NumberTable::messageShown);
        connect(editing, &EditingDelegate::nameTyped, rows, &RowEditing::rename);
    }
    connect(cells, &CellEditing::messageShown, this, &NumberTable::messageShown);
    connect(rows, &RowEditing::messageShown, this, &NumberTable::messageShown);
    connect(rows, &RowEditing::added, m_control, &TableControl::showAdded);
    connect(m_control, &TableControl::explainRequested, this, &NumberTable::explainRequested);
    connect(m_control, &TableControl::removalRequested, this, &NumberTable::removalRequested);
    connect(m_control, &TableControl::messageShown, this, &NumberTable::messageShown);
    connect(m_control, &TableControl::copyRequested, this, &NumberTable::copy);
    connect(m_model, &TableModel::dataChanged, this, [this] {
        m_parts->update();
        emit selectionSummaryChanged();
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &NumberTable::showSelection);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_session.finishTyping();
        m_parts->update();
        tellOfCurrentCell();
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_rows, change, this, &NumberTable::tellOfHeight);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &NumberTable::tellOfHeight);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &NumberTable::tellOfHeight);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &NumberTable::tellOfHeight);
    connect(&appearance, &Appearance::changed, this, &NumberTable::dress);
    connect(qApp, &QApplication::focusChanged, this, &NumberTable::showFocus);
    dress();
}

NumberTable::~NumberTable()
{
    // The focus leaves, and models go, when this is no table any more.
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(selectionModel(), nullptr, this, nullptr);
    disconnect(m_model, nullptr, this, nullptr);
}

EditingDelegate* NumberTable::makeDelegate(QTableView& part)
{
    return new EditingDelegate(m_session, *m_rows, m_painter, m_state, &part);
}

void NumberTable::setContent(TableContent content)
{
    showContent(m_columns->inOrder(std::move(content)));
}

void NumberTable::showContent(TableContent content)
{
    const TableContent& before = m_model->content();
    const bool hasSameColumns = content.columns == before.columns &&
                                content.frozenLeft == before.frozenLeft &&
                                content.frozenRight == before.frozenRight;
    const bool hasSameRows = content.rowCount() == before.rowCount();
    const QString row = currentRow(), column = currentColumn();
    const int place = currentCell().row();
    m_model->setContent(std::move(content));
    if (!hasSameColumns)
        layOutColumns();
    else if (!hasSameRows)
        m_parts->layOut();
    if (!currentCell().isValid() && !row.isEmpty()) {
        // Columns came or went, or the row is gone: then the next one takes its place.
        const auto sameRow = this->content().rowOf(row);
        const auto sameColumn = this->content().columnOf(column);
        const QModelIndex cell = sameRow ? m_rows->indexOf(*sameRow, sameColumn.value_or(0))
                                         : m_rows->index(std::min(place, m_rows->rowCount() - 1),
                                               sameColumn.value_or(0));
        if (cell.isValid())
            m_control->moveTo(cell);
    }
    showHandle();
    tellOfCurrentCell();
}

const TableContent& NumberTable::content() const
{
    return m_model->content();
}

void NumberTable::setRowHeight(int px)
{
    m_rowHeight = px;
    dress();
}

int NumberTable::contentHeight() const
{
    const QScrollBar& bar = *horizontalScrollBar();
    return m_header->minimumHeight() + m_rows->rowCount() * verticalHeader()->defaultSectionSize() +
           (bar.maximum() > bar.minimum() ? bar.sizeHint().height() : 0);
}

void NumberTable::setSideMargins(int left, int right)
{
    m_painter.setSideMargins(left, right);
    dress();
}

void NumberTable::setMarksCurrentRow(bool marks)
{
    m_state.marksCurrentRow = marks;
    m_parts->update();
}

void NumberTable::setCollapsed(const QString& rowId, bool isCollapsed)
{
    m_rows->setCollapsed(rowId, isCollapsed);
}

QString NumberTable::currentRow() const
{
    return currentCell().isValid() ? m_rows->row(currentCell().row()).id : QString();
}

QString NumberTable::currentColumn() const
{
    return currentCell().isValid()
               ? content().columns[static_cast<std::size_t>(currentCell().column())].id
               : QString();
}

bool NumberTable::select(const CellAddress& address)
{
    for (int row = 0; row < content().rowCount(); ++row)
        for (int column = 0; column < content().columnCount(); ++column) {
            const TableCell& cell = content().cell(row, column);
            if (cell.editor == TableCell::Editor::none || cell.cell != address)
                continue;
            m_rows->reveal(row);
            m_control->moveTo(m_rows->indexOf(row, column));
            return true;
        }
    return false;
}

bool NumberTable::selectRow(const QString& rowId)
{
    const auto row = content().rowOf(rowId);
    if (!row)
        return false;
    m_rows->reveal(*row);
    const int column = currentCell().isValid() ? currentCell().column() : 0;
    m_control->moveTo(m_rows->indexOf(*row, column));
    return true;
}

Block NumberTable::block(bool withHeads) const
{
    TableArea area;
    for (const int row : m_selection->rows())
        area.rows.push_back(m_rows->contentRow(row));
    area.columns = m_selection->columns();
    area.isTaken = [this](int row, int column) {
        return m_selection->isSelected(m_rows->indexOf(row, column));
    };
    return blockOf(content(), area, withHeads);
}

Block NumberTable::whole() const
{
    return blockOf(content(), wholeArea(content()), true);
}

SelectionSummary NumberTable::selectionSummary() const
{
    SelectionSummary summary;
    double sum = 0.0;
    int percentages = 0;
    for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
        const TableCell& cell = m_rows->cell(index);
        if (!cell.number || cell.editor == TableCell::Editor::flag)
            continue;
        ++summary.count;
        sum += *cell.number;
        percentages += cell.isPercent ? 1 : 0;
    }
    if (summary.count > 0 && (percentages == 0 || percentages == summary.count)) {
        summary.sum = sum;
        summary.mean = sum / summary.count;
        if (percentages > 0)
            summary.unit = QStringLiteral("%");
    }
    return summary;
}

void NumberTable::dress()
{
    m_painter.refresh();
    const int height = m_appearance.px(m_rowHeight);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
    layOutColumns();
    m_parts->update();
}

void NumberTable::layOutColumns()
{
    m_columns->applyWidths();
    m_header->fitHeight();
    updateGeometries();
    m_parts->layOut();
    tellOfHeight();
}

// With another height the scroll bar may come or go, which changes it again. It is told of when
// whoever was told is done with the one before.
void NumberTable::tellOfHeight()
{
    constexpr int mostTurns = 4;
    if (m_isTellingOfHeight)
        return;
    const QScopedValueRollback telling(m_isTellingOfHeight, true);
    for (int turn = 0; turn < mostTurns && contentHeight() != m_toldHeight; ++turn) {
        m_toldHeight = contentHeight();
        emit contentHeightChanged(m_toldHeight);
    }
}

void NumberTable::showFocus()
{
    const QWidget* const focused = QApplication::focusWidget();
    const bool hasFocusInside = focused && (focused == this || isAncestorOf(focused));
    if (hasFocusInside == m_state.hasFocus)
        return;
    m_state.hasFocus = hasFocusInside;
    m_parts->update();
}

// Where all that is selected can be typed into.
void NumberTable::showHandle()
{
    const QItemSelectionRange bounds = m_selection->bounds();
    const auto canBeFilled = [this](const QModelIndex& cell) {
        const TableCell::Editor editor = m_rows->cell(cell).editor;
        return editor != TableCell::Editor::none && editor != TableCell::Editor::name;
    };
    const bool isShown = bounds.isValid() && canBeFilled(bounds.topLeft()) &&
                         canBeFilled(bounds.bottomRight()) &&
                         selectionModel()->selection().size() == 1;
    m_state.handle = isShown ? QModelIndex(bounds.bottomRight()) : QModelIndex();
}

void NumberTable::showSelection()
{
    showHandle();
    m_parts->update();
    emit selectionSummaryChanged();
}

void NumberTable::tellOfCurrentCell()
{
    const QString row = currentRow(), column = currentColumn();
    if (row == m_toldRow && column == m_toldColumn)
        return;
    m_toldRow = row;
    m_toldColumn = column;
    emit currentCellChanged(row, column);
}

void NumberTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void NumberTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    // Scroll bars that went while the table was not to be seen have told nobody.
    layOutColumns();
}

void NumberTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentCell().isValid() && m_rows->rowCount() > 0 &&
        event->reason() != Qt::MouseFocusReason)
        m_control->moveTo(m_rows->index(0, 0));
}

void NumberTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    // Sideways it is a matter of the columns that lie over the ends.
    {
        QScrollBar* const bar = horizontalScrollBar();
        const QSignalBlocker blocker(bar);
        const int before = bar->value();
        QTableView::scrollTo(index, hint);
        bar->setValue(before);
    }
    m_parts->show(index.column());
}

void NumberTable::run(TableCommand command)
{
    m_control->run(command);
}

void NumberTable::add(ProjectList list)
{
    m_control->add(list);
}

void NumberTable::copy(bool withHeads)
{
    const Block copied = block(withHeads);
    if (!copied.isEmpty())
        QApplication::clipboard()->setMimeData(
            mimeDataOf(copied, separatorsOf(QLocale())).release());
}

bool NumberTable::event(QEvent* event)
{
    // Before the commands of the window that have the same keys.
    if (event->type() == QEvent::ShortcutOverride && !m_control->isEditing() &&
        m_control->commandFor(static_cast<const QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void NumberTable::keyPressEvent(QKeyEvent* event)
{
    // What an editor does not want is not the table's either.
    const bool isHandled = !m_control->isEditing() && m_control->handleKey(*event);
    event->setAccepted(isHandled);
}

void NumberTable::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex current = currentCell();
    if (!current.isValid())
        return;
    openMenu(event->reason() == QContextMenuEvent::Keyboard
                 ? mapToGlobal(m_parts->cellRect(current).bottomLeft())
                 : event->globalPos());
}

void NumberTable::openMenu(const QPoint& globalPlace)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillTableMenu(*menu, *m_control);
    emit contextMenuOpening(menu, currentRow(), currentColumn());
    menu->popup(globalPlace);
}

}
