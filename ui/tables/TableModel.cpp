#include "ui/tables/TableModel.h"

#include "ui/document/InvalidEntries.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

template <class Things>
bool haveSameIds(const Things& a, const Things& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](const auto& one, const auto& other) { return one.id == other.id; });
}

}

TableModel::TableModel(const InvalidEntries& invalidEntries, QObject* parent)
    : QAbstractTableModel(parent)
    , m_invalidEntries(invalidEntries)
{
    connect(&invalidEntries, &InvalidEntries::changed, this, &TableModel::tellOfCells);
}

void TableModel::setContent(TableContent content)
{
    if (!haveSameIds(content.columns, m_content.columns)) {
        beginResetModel();
        m_content = std::move(content);
        endResetModel();
        return;
    }
    const bool hasOtherHeads = content.columns != m_content.columns;
    if (haveSameIds(content.rows, m_content.rows)) {
        m_content = std::move(content);
        tellOfCells();
    } else {
        exchangeRows(std::move(content));
    }
    if (hasOtherHeads)
        emit headerDataChanged(Qt::Horizontal, 0, m_content.columnCount() - 1);
}

// As a change of layout, since that is the one change that lets selection, editor and current cell
// follow their rows.
void TableModel::exchangeRows(TableContent content)
{
    QHash<QString, int> places;
    for (int row = 0; row < content.rowCount(); ++row)
        places.insert(content.rows[static_cast<std::size_t>(row)].id, row);
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& index : before) {
        const QString& id = m_content.rows[static_cast<std::size_t>(index.row())].id;
        const auto place = places.constFind(id);
        after += place == places.constEnd() ? QModelIndex() : createIndex(*place, index.column());
    }
    m_content = std::move(content);
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

void TableModel::tellOfCells()
{
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const InvalidEntry* TableModel::invalidEntry(int row, int column) const
{
    const TableCell& cell = m_content.cell(row, column);
    return cell.editor == TableCell::Editor::none ? nullptr : m_invalidEntries.find(cell.cell);
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_content.rowCount();
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_content.columnCount();
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TableCell& cell = m_content.cell(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole: {
        const InvalidEntry* const invalid = invalidEntry(index.row(), index.column());
        return invalid ? invalid->text : cell.text;
    }
    case Qt::ToolTipRole: {
        const InvalidEntry* const invalid = invalidEntry(index.row(), index.column());
        const QString& text = invalid ? invalid->sentence : cell.toolTip;
        return text.isEmpty() ? QVariant() : text;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            m_content.columns[static_cast<std::size_t>(index.column())].alignment |
            Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return spokenText(index.row(), index.column());
    case AmountRole:
        return cell.number ? QVariant(*cell.number) : QVariant();
    default:
        return {};
    }
}

QString TableModel::spokenText(int row, int column) const
{
    const QString text = index(row, column).data().toString();
    const QString name = rowNameOf(m_content, row);
    const QString head = headOf(m_content.columns[static_cast<std::size_t>(column)]);
    if (column == 0)
        return text;
    const InvalidEntry* const invalid = invalidEntry(row, column);
    return invalid ? tr("%1, %2: %3, not accepted. %4").arg(name, head, text, invalid->sentence)
                   : tr("%1, %2: %3").arg(name, head, text);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    const auto place = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? rowNameOf(m_content, section)
                                                               : QVariant();
    if (section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return headOf(m_content.columns[place]);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(m_content.columns[place].alignment | Qt::AlignBottom);
    default:
        return {};
    }
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const TableCell& cell = m_content.cell(index.row(), index.column());
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return cell.editor == TableCell::Editor::none ? plain : plain | Qt::ItemIsEditable;
}

}
