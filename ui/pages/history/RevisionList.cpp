#include "ui/pages/history/RevisionList.h"

#include "ui/theme/Appearance.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowHeight = 48;
constexpr int nameLeft = 17;
constexpr int textLeft = 58;
constexpr int rightMargin = 16;
constexpr int gap = 10;
constexpr int iconSize = 13;

class RevisionDelegate : public QStyledItemDelegate {
public:
    RevisionDelegate(const Appearance& appearance, RevisionList& list)
        : QStyledItemDelegate(&list)
        , m_appearance(appearance)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {10, m_appearance.px(rowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        const RevisionLine& line = static_cast<const RevisionModel*>(index.model())->line(index);
        const QRect& area = option.rect;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected) {
            painter->fillRect(area, theme.accentSoft);
            painter->fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(area, theme.hover);
        }
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.rule);

        const int half = area.height() / 2;
        const QRect upper(area.left(), area.top() + 4, area.width() - rightMargin, half - 4);
        const QRect lower(area.left(), area.top() + half, area.width() - rightMargin, half - 6);
        const QFont strong = m_appearance.font(TextStyle::table, QFont::DemiBold);
        const QFont small = m_appearance.font(TextStyle::caption);
        const int left = m_appearance.px(textLeft);
        write(*painter, upper.adjusted(nameLeft, 0, 0, 0), Qt::AlignLeft, strong, theme.text,
            line.name);
        const int figureWidth =
            write(*painter, upper, Qt::AlignRight, strong, theme.text, line.figure);
        const int whenWidth = write(*painter, upper.adjusted(left, 0, -figureWidth - gap, 0),
            Qt::AlignLeft, m_appearance.font(TextStyle::table), theme.text2, line.when);
        if (!line.approval.isEmpty()) {
            const QRect mark(upper.left() + left + whenWidth + gap, upper.top(),
                m_appearance.px(iconSize), upper.height());
            m_appearance.icon(u"check"_s, theme.ok).paint(painter, mark);
            write(*painter,
                upper.adjusted(mark.right() + 4 - upper.left(), 0, -figureWidth - gap, 0),
                Qt::AlignLeft, small, theme.ok, RevisionList::tr("approved"));
        }
        const int figuresWidth =
            write(*painter, lower, Qt::AlignRight, small, theme.text2, line.figures);
        write(*painter, lower.adjusted(left, 0, -figuresWidth - gap, 0), Qt::AlignLeft, small,
            theme.text2, line.said);
        if (m_list.hasFocus() && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.accent, 1));
            painter->drawRect(area.adjusted(3, 1, -2, -2));
        }
    }

private:
    // The width that it took.
    static int write(QPainter& painter, const QRect& area, Qt::Alignment side, const QFont& font,
        const QColor& colour, const QString& text)
    {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, area.width()));
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(area, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return metrics.horizontalAdvance(shown);
    }

    const Appearance& m_appearance;
    const RevisionList& m_list;
};

// Of three, one of which was just added: it takes the place of the nearer one.
std::vector<int> withoutNeighbour(std::vector<int> three, int added)
{
    if (three[0] == added || (three[1] == added && three[1] - three[2] < three[0] - three[1]))
        std::swap(three[0], three[2]);
    if (three[1] == added)
        return {three[1], three[2]};
    return {three[0], three[2]};
}

}

RevisionModel::RevisionModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

int RevisionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RevisionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return line(index).name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return line(index).details;
    case NumberRole:
        return line(index).number;
    default:
        return {};
    }
}

const RevisionLine& RevisionModel::line(const QModelIndex& index) const
{
    return m_lines[static_cast<std::size_t>(index.row())];
}

void RevisionModel::setLines(std::vector<RevisionLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

bool RevisionModel::update(const std::vector<RevisionLine>& lines)
{
    const auto isSameRevision = [](const RevisionLine& a, const RevisionLine& b) {
        return a.number == b.number;
    };
    if (!std::equal(m_lines.begin(), m_lines.end(), lines.begin(), lines.end(), isSameRevision))
        return false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (m_lines[i] == lines[i])
            continue;
        m_lines[i] = lines[i];
        const QModelIndex changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed);
    }
    return true;
}

QModelIndex RevisionModel::indexOf(int number) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (m_lines[i].number == number)
            return index(static_cast<int>(i));
    return {};
}

RevisionList::RevisionList(const Appearance& appearance, QWidget* parent)
    : QListView(parent)
    , m_model(new RevisionModel(this))
{
    setObjectName(u"revisions"_s);
    setAccessibleName(tr("Revisions"));
    setModel(m_model);
    setItemDelegate(new RevisionDelegate(appearance, *this));
    viewport()->setAutoFillBackground(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(&appearance, &Appearance::changed, this, &QListView::doItemsLayout);
}

void RevisionList::setLines(std::vector<RevisionLine> lines)
{
    if (m_model->update(lines))
        return;
    const std::vector<int> numbers = selected();
    const QModelIndex now = currentIndex();
    const int current = now.isValid() ? m_model->line(now).number : -1;
    const int top = verticalOffset();
    {
        const bool wasQuiet = std::exchange(m_isQuiet, true);
        m_model->setLines(std::move(lines));
        if (const QModelIndex index = m_model->indexOf(current); index.isValid())
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        m_isQuiet = wasQuiet;
    }
    select(numbers);
    verticalScrollBar()->setValue(top);
}

void RevisionList::select(const std::vector<int>& numbers)
{
    const bool wasQuiet = std::exchange(m_isQuiet, true);
    selectionModel()->clearSelection();
    for (const int number : numbers) {
        const QModelIndex index = m_model->indexOf(number);
        if (!index.isValid())
            continue;
        selectionModel()->select(index, QItemSelectionModel::Select);
        if (!currentIndex().isValid())
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    }
    m_isQuiet = wasQuiet;
}

std::vector<int> RevisionList::selected() const
{
    QModelIndexList indexes = selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    std::vector<int> numbers;
    for (const QModelIndex& index : indexes)
        numbers.push_back(m_model->line(index).number);
    return numbers;
}

void RevisionList::selectionChanged(const QItemSelection& selected, const QItemSelection& before)
{
    QListView::selectionChanged(selected, before);
    if (m_isQuiet)
        return;
    const std::vector<int> numbers = this->selected();
    if (const QModelIndexList added = selected.indexes(); numbers.size() == 3 && added.size() == 1)
        select(withoutNeighbour(numbers, m_model->line(added.front()).number));
    else if (numbers.size() > 2)
        select({numbers.front(), numbers.back()});
    emit selectionMoved();
}

}
