#include "ui/window/RecentTable.h"

#include "ui/theme/Appearance.h"
#include "ui/window/RecentModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int lineHeight = 38;
constexpr int headHeight = 28;
constexpr int padding = 8;
constexpr int iconSize = 16;
// The shares of the width, by column, and what each needs at normal text size.
constexpr std::array shares {40, 16, 16, 4, 10, 10, 4};
constexpr std::array leastWidths {170, 90, 190, 116, 100, 100, 76};

class RecentDelegate : public QStyledItemDelegate {
public:
    RecentDelegate(const Appearance& appearance, const RecentModel& model, QTableView& table)
        : QStyledItemDelegate(&table)
        , m_appearance(appearance)
        , m_model(model)
        , m_table(table)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        const auto* const shown = static_cast<const QSortFilterProxyModel*>(index.model());
        const RecentFile& file = m_model.file(shown->mapToSource(index).row());
        const bool isGone =
            file.state == RecentFile::State::missing || file.state == RecentFile::State::unreadable;
        const QRect& area = option.rect;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected)
            painter->fillRect(area, theme.accentSoft);
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.rule);
        if (isSelected && m_table.hasFocus() && index.column() == 0)
            painter->fillRect(QRect(area.left(), area.top(), 3, area.height() - 1), theme.accent);

        QRect line = area.adjusted(padding, 0, -padding, -1);
        const QString text = index.data().toString();
        QString icon;
        if (index.column() == RecentModel::name)
            icon = u"file"_s;
        else if (index.column() == RecentModel::state && !file.openBy.isEmpty())
            icon = u"lock"_s;
        if (!icon.isEmpty()) {
            const QColor& ink = isGone                                ? theme.text3
                                : index.column() == RecentModel::name ? theme.accent
                                                                      : theme.text2;
            m_appearance.icon(icon, ink).paint(
                painter, QRect(line.left(), line.top(), iconSize, line.height()));
            line.setLeft(line.left() + iconSize + padding);
        }
        const bool isStrong =
            index.column() == RecentModel::name || index.column() == RecentModel::npv;
        painter->setFont(m_appearance.font(TextStyle::table));
        painter->setPen(isGone ? theme.text3 : isStrong ? theme.text : theme.text2);
        const auto side = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        painter->drawText(line, int(side) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    }

private:
    const Appearance& m_appearance;
    const RecentModel& m_model;
    const QTableView& m_table;
};

// By name and folder, not by what stands in other columns.
class NameFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override
    {
        const QString path = sourceModel()->index(row, 0).data(Qt::ToolTipRole).toString();
        return path.contains(filterRegularExpression());
    }
};

}

RecentTable::RecentTable(const Appearance& appearance, RecentModel& model, QWidget* parent)
    : QTableView(parent)
    , m_appearance(appearance)
    , m_model(model)
    , m_shown(new NameFilter(this))
{
    setObjectName(u"recentFiles"_s);
    setAccessibleName(tr("Recent projects"));
    m_shown->setSourceModel(&model);
    setModel(m_shown);
    setItemDelegate(new RecentDelegate(appearance, model, *this));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this, &RecentTable::choose);
    connect(&appearance, &Appearance::changed, this, &RecentTable::layOut);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, change, this, &RecentTable::contentHeightChanged);
    connect(m_shown, &QAbstractItemModel::modelReset, this, [this] {
        selectRow(0);
        emit contentHeightChanged();
    });
    selectRow(0);
    layOut();
}

void RecentTable::setFilter(const QString& text)
{
    m_shown->setFilterRegularExpression(QRegularExpression(
        QRegularExpression::escape(text), QRegularExpression::CaseInsensitiveOption));
}

int RecentTable::contentHeight() const
{
    return m_appearance.px(headHeight) + m_shown->rowCount() * m_appearance.px(lineHeight);
}

void RecentTable::layOut()
{
    horizontalHeader()->setFont(m_appearance.font(TextStyle::caption, QFont::Medium));
    horizontalHeader()->setFixedHeight(m_appearance.px(headHeight));
    verticalHeader()->setDefaultSectionSize(m_appearance.px(lineHeight));
    int needed = 0;
    for (const int width : leastWidths)
        needed += m_appearance.px(width);
    const int spare = std::max(0, viewport()->width() - needed);
    int left = viewport()->width();
    for (int column = 0; column < static_cast<int>(shares.size()); ++column) {
        const auto place = static_cast<std::size_t>(column);
        const bool isLast = place + 1 == shares.size();
        const int width =
            isLast ? left : m_appearance.px(leastWidths[place]) + spare * shares[place] / 100;
        setColumnWidth(column, std::max(width, padding));
        left -= width;
    }
    emit contentHeightChanged();
}

void RecentTable::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit chosen(m_model.file(m_shown->mapToSource(index).row()));
}

void RecentTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void RecentTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

}
