#include "ui/tables/FrozenColumns.h"

#include "ui/tables/GroupFilter.h"
#include "ui/tables/TableHeader.h"
#include "ui/theme/Appearance.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

// A view over an end of the table. Keys are the table's, and so is the focus.
class FrozenPart : public QTableView {
public:
    FrozenPart(QTableView& table, Qt::Edge edge, const Appearance& appearance)
        : QTableView(&table)
        , m_table(table)
        , m_appearance(appearance)
        , m_edge(edge)
    {
        setFrameShape(QFrame::NoFrame);
        setShowGrid(false);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        setEditTriggers(QAbstractItemView::NoEditTriggers);
        setAutoScroll(false);
        verticalHeader()->hide();
        setFocusPolicy(Qt::NoFocus);
        setFocusProxy(&table);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (m_edge == Qt::LeftEdge) {
            // The ground of the column of totals goes on below the last row.
            QPainter painter(viewport());
            painter.fillRect(viewport()->rect(), m_appearance.theme().surface2);
        }
        QTableView::paintEvent(event);
        QPainter painter(viewport());
        const auto edge = static_cast<TableHeader*>(horizontalHeader())->frozenEdge();
        const int below = verticalHeader()->length() - verticalHeader()->offset();
        if (edge)
            paintFrozenEdge(painter, viewport()->rect().intersected({0, 0, width(), below}), *edge,
                m_appearance);
    }

    void keyPressEvent(QKeyEvent* event) override { event->ignore(); }
    void wheelEvent(QWheelEvent* event) override
    {
        QCoreApplication::sendEvent(m_table.viewport(), event);
    }
    void contextMenuEvent(QContextMenuEvent* event) override
    {
        QCoreApplication::sendEvent(m_table.viewport(), event);
    }

private:
    QTableView& m_table;
    const Appearance& m_appearance;
    Qt::Edge m_edge; // towards the other columns
};

}

FrozenColumns::FrozenColumns(QTableView& table, const GroupFilter& rows,
    const Appearance& appearance, const TablePainter& painter, const MakeDelegate& makeDelegate)
    : QObject(&table)
    , m_table(table)
    , m_rows(rows)
    , m_parts {&table, new FrozenPart(table, Qt::RightEdge, appearance),
          new FrozenPart(table, Qt::LeftEdge, appearance)}
    , m_scrollBarStart(new QWidget(&table))
{
    for (QTableView* part : {m_parts[1], m_parts[2]}) {
        part->setHorizontalHeader(new TableHeader(rows, appearance, painter, part));
        part->setModel(m_table.model());
        // The view made one of its own with the model.
        QItemSelectionModel* const own = part->selectionModel();
        part->setSelectionModel(m_table.selectionModel());
        delete own;
        part->setItemDelegate(makeDelegate(*part));
        QScrollBar* const bar = m_table.verticalScrollBar();
        connect(bar, &QScrollBar::valueChanged, part->verticalScrollBar(), &QScrollBar::setValue);
        connect(part->verticalScrollBar(), &QScrollBar::valueChanged, bar, &QScrollBar::setValue);
        part->hide();
    }
    m_table.addScrollBarWidget(m_scrollBarStart, Qt::AlignLeft);
    // The column of totals stands beside the last one while there is room.
    QScrollBar* const bar = m_table.horizontalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, &FrozenColumns::layOut);
    connect(bar, &QScrollBar::valueChanged, this, &FrozenColumns::snap);
}

QTableView& FrozenColumns::partOf(int column) const
{
    const TableContent& content = m_rows.content();
    if (column < content.frozenLeft)
        return *m_parts[1];
    return column >= content.columnCount() - content.frozenRight ? *m_parts[2] : *m_parts[0];
}

TableHeader& FrozenColumns::header(const QTableView& part) const
{
    return static_cast<TableHeader&>(*part.horizontalHeader());
}

int FrozenColumns::widthOf(int first, int last) const
{
    int width = 0;
    for (int column = first; column < last; ++column)
        width += m_table.columnWidth(column);
    return width;
}

int FrozenColumns::firstScrolling() const
{
    return std::min(m_rows.content().frozenLeft, m_rows.content().columnCount());
}

int FrozenColumns::lastScrolling() const
{
    const TableContent& content = m_rows.content();
    return std::max(firstScrolling(), content.columnCount() - content.frozenRight);
}

void FrozenColumns::layOut()
{
    const int columns = m_rows.content().columnCount();
    // Where columns come or go, the parts hear of it one after the other.
    for (const QTableView* part : m_parts)
        if (part->horizontalHeader()->count() != columns)
            return;
    const int left = firstScrolling(), right = lastScrolling();
    const int rightWidth = widthOf(right, columns);
    // Scrolled to the end, the last columns of the table lie at this place, too.
    const int rightPlace = std::min(m_table.viewport()->width(), widthOf(0, columns)) - rightWidth;
    layOutPart(*m_parts[1], 0, left, 0);
    layOutPart(*m_parts[2], right, columns, rightPlace);
    m_scrollBarStart->setFixedWidth(widthOf(0, left));
    const bool isScrolling = m_table.horizontalScrollBar()->maximum() > 0;
    for (QTableView* part : {m_parts[1], m_parts[2]}) {
        const Qt::Edge edge = part == m_parts[1] ? Qt::RightEdge : Qt::LeftEdge;
        header(*part).setFrozenEdge(isScrolling ? std::optional(edge) : std::nullopt);
        part->viewport()->update();
    }
    emit laidOut();
}

void FrozenColumns::layOutPart(QTableView& part, int first, int last, int left)
{
    part.setVisible(first < last);
    if (first >= last)
        return;
    for (int column = 0; column < m_rows.content().columnCount(); ++column) {
        part.setColumnHidden(column, column < first || column >= last);
        part.setColumnWidth(column, m_table.columnWidth(column));
    }
    part.verticalHeader()->setMinimumSectionSize(m_table.verticalHeader()->minimumSectionSize());
    part.verticalHeader()->setDefaultSectionSize(m_table.verticalHeader()->defaultSectionSize());
    const int height = m_table.horizontalHeader()->height();
    part.horizontalHeader()->setFixedHeight(height);
    const QRect inside = m_table.viewport()->geometry();
    part.setGeometry(inside.left() + left, inside.top() - height, widthOf(first, last),
        inside.height() + height);
    part.verticalScrollBar()->setValue(m_table.verticalScrollBar()->value());
    part.raise();
}

QRect FrozenColumns::cellRect(const QModelIndex& index) const
{
    const QTableView& part = partOf(index.column());
    const QRect cell = part.visualRect(index);
    return {part.viewport()->mapTo(&m_table, cell.topLeft()), cell.size()};
}

QModelIndex FrozenColumns::cellAt(const QPoint& place) const
{
    for (const int i : {1, 2, 0}) {
        const QTableView& part = *m_parts[static_cast<std::size_t>(i)];
        const QPoint inside = part.viewport()->mapFrom(&m_table, place);
        if (part.isVisible() && part.viewport()->rect().contains(inside))
            return part.indexAt(inside);
    }
    return {};
}

QModelIndex FrozenColumns::nearestCell(const QPoint& place) const
{
    const int rows = m_rows.rowCount(), columns = m_rows.columnCount();
    if (rows == 0 || columns == 0)
        return {};
    const QRect inside = m_table.viewport()->geometry();
    QPoint nearest(std::clamp(place.x(), inside.left(), inside.right()),
        std::clamp(place.y(), inside.top(), inside.bottom()));
    // Below the last row and behind the last column.
    const QRect last = cellRect(m_rows.index(rows - 1, columns - 1));
    nearest = QPoint(std::min(nearest.x(), std::max(inside.left(), last.right())),
        std::min(nearest.y(), std::max(inside.top(), last.bottom())));
    return cellAt(nearest);
}

QRect FrozenColumns::sight() const
{
    const QRect whole = m_table.viewport()->rect();
    const int left = widthOf(0, firstScrolling());
    const int total = widthOf(lastScrolling(), m_rows.content().columnCount());
    return whole.adjusted(left, 0, -total, 0);
}

int FrozenColumns::scrollingWidth() const
{
    return sight().width();
}

void FrozenColumns::show(int column)
{
    const int first = firstScrolling();
    if (column < first || column >= lastScrolling())
        return;
    QScrollBar* const bar = m_table.horizontalScrollBar();
    const int left = widthOf(first, column);
    m_unscrolled = 0;
    if (left < bar->value()) {
        bar->setValue(left);
        return;
    }
    // To the start of a column, so that none is cut off.
    int start = first;
    while (start < column && widthOf(start, column + 1) > scrollingWidth())
        ++start;
    bar->setValue(std::max(bar->value(), widthOf(first, start)));
}

// The scroll position nearest to a value at which a column begins.
int FrozenColumns::columnStart(int value) const
{
    int start = 0;
    for (int column = firstScrolling(); column < lastScrolling(); ++column) {
        const int width = m_table.columnWidth(column);
        if (start + width / 2 >= value)
            break;
        start += width;
    }
    return start;
}

// Half a number beside a column that stays would be read as another one.
void FrozenColumns::snap(int value)
{
    QScrollBar* const bar = m_table.horizontalScrollBar();
    if (m_isSnapping || firstScrolling() == 0 || value == bar->minimum() || value == bar->maximum())
        return;
    const int wanted = value + (bar->isSliderDown() ? 0 : m_unscrolled);
    const int start = columnStart(wanted);
    m_unscrolled = wanted - start;
    m_isSnapping = true;
    bar->setValue(start);
    m_isSnapping = false;
}

void FrozenColumns::updateRow(int row) const
{
    for (QTableView* part : m_parts)
        part->viewport()->update(
            0, part->rowViewportPosition(row), part->viewport()->width(), part->rowHeight(row));
}

void FrozenColumns::update() const
{
    for (QTableView* part : m_parts)
        part->viewport()->update();
}

}
