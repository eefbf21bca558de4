#include "ui/window/Navigation.h"

#include "ui/theme/Appearance.h"
#include "ui/window/NavigationModel.h"

#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowHeight = 29;
constexpr int headingHeight = 35;
constexpr int expandedWidth = 204;
constexpr int collapsedWidth = 48;
constexpr int iconSize = 16;
constexpr int textLeft = 43;

class PageDelegate : public QStyledItemDelegate {
public:
    PageDelegate(const Appearance& appearance, const Navigation& list)
        : QStyledItemDelegate(nullptr)
        , m_appearance(appearance)
        , m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const bool isHeading = index.data(NavigationModel::IsHeadingRole).toBool();
        const int height = !isHeading ? rowHeight : m_list.isCollapsed() ? 12 : headingHeight;
        return {10, m_appearance.px(height)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Theme& theme = m_appearance.theme();
        const QRect& area = option.rect;
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (index.data(NavigationModel::IsHeadingRole).toBool()) {
            if (m_list.isCollapsed())
                return;
            painter->setFont(m_appearance.font(TextStyle::caption, QFont::Medium));
            painter->setPen(theme.text3);
            painter->drawText(area.adjusted(16, 10, -8, -4), Qt::AlignLeft | Qt::AlignBottom,
                index.data().toString());
            return;
        }
        if (isSelected) {
            painter->fillRect(area, theme.accentSoft);
            painter->fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(area, theme.hover);
        }
        const QColor ink = isSelected ? theme.accent : theme.text;
        m_appearance
            .icon(index.data(NavigationModel::IconNameRole).toString(),
                isSelected ? theme.accent : theme.text2)
            .paint(painter, QRect(area.left() + 16, area.top(), iconSize, area.height()));
        if (m_list.hasFocus() && isSelected) {
            // Inside, as at a scale of 150 % the edge of a row lies between two pixels and would
            // stay.
            painter->setPen(QPen(theme.accent, 1));
            painter->drawRect(area.adjusted(3, 1, -2, -2));
        }
        const int errors = index.data(NavigationModel::ErrorCountRole).toInt();
        int right = area.right() - 10;
        if (errors > 0) {
            const QString text = QString::number(errors);
            painter->setFont(m_appearance.font(TextStyle::caption, QFont::DemiBold));
            painter->setPen(theme.error);
            if (m_list.isCollapsed()) {
                painter->fillRect(QRect(area.left() + 33, area.top() + 6, 6, 6), theme.error);
                return;
            }
            painter->drawText(area.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter, text);
            right -= painter->fontMetrics().horizontalAdvance(text) + 20;
            m_appearance.icon(u"error"_s, theme.error)
                .paint(painter, QRect(right + 3, area.top(), 14, area.height()));
        }
        if (m_list.isCollapsed())
            return;
        painter->setFont(
            m_appearance.font(TextStyle::body, isSelected ? QFont::DemiBold : QFont::Normal));
        painter->setPen(ink);
        const QRect line(
            area.left() + textLeft, area.top(), right - area.left() - textLeft, area.height());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), Qt::ElideRight, line.width()));
    }

private:
    const Appearance& m_appearance;
    const Navigation& m_list;
};

}

Navigation::Navigation(const Appearance& appearance, QWidget* parent)
    : QListView(parent)
    , m_model(new NavigationModel(this))
    , m_appearance(appearance)
{
    setObjectName(u"navigationList"_s);
    setAccessibleName(tr("Pages"));
    setModel(m_model);
    auto* const delegate = new PageDelegate(appearance, *this);
    delegate->setParent(this);
    setItemDelegate(delegate);
    viewport()->setAutoFillBackground(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    connect(&appearance, &Appearance::changed, this, [this] {
        doItemsLayout();
        updateGeometry();
    });
}

void Navigation::setCurrentPage(PageId page)
{
    m_isQuiet = true;
    setCurrentIndex(m_model->indexOf(page));
    m_isQuiet = false;
}

PageId Navigation::currentPage() const
{
    return static_cast<PageId>(currentIndex().data(NavigationModel::PageRole).toInt());
}

void Navigation::setErrorCounts(const std::map<PageId, int>& counts)
{
    m_model->setErrorCounts(counts);
}

void Navigation::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    doItemsLayout();
    updateGeometry();
}

int Navigation::preferredWidth() const
{
    return m_isCollapsed ? collapsedWidth : m_appearance.px(expandedWidth);
}

void Navigation::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isQuiet && current.isValid() && !current.data(NavigationModel::IsHeadingRole).toBool())
        emit pageChosen(currentPage());
}

}
