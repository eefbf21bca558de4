#include "ui/tables/TableHeader.h"

#include "ui/tables/GroupFilter.h"
#include "ui/tables/TablePainter.h"
#include "ui/theme/Appearance.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int padding = 8;
constexpr int leastPadding = 3; // before a head that needs the room
constexpr int above = 4;
constexpr int below = 5; // the line included
constexpr int mostLines = 2;

// The text in lines of a width; what is left over is cut off in the last one.
QStringList wrapped(const QString& text, const QFont& font, int width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const QString rest = text.mid(line.textStart());
        const bool isLast = lines.size() + 1 == mostLines;
        lines += QFontMetrics(font).elidedText(
            isLast ? rest : text.mid(line.textStart(), line.textLength()).trimmed(), Qt::ElideRight,
            width);
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines;
}

}

TableHeader::TableHeader(const GroupFilter& rows, const Appearance& appearance,
    const TablePainter& painter, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_rows(rows)
    , m_appearance(appearance)
    , m_painter(painter)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(16);
    setFrameShape(QFrame::NoFrame);
}

void TableHeader::setFrozenEdge(std::optional<Qt::Edge> edge)
{
    if (edge == m_frozenEdge)
        return;
    m_frozenEdge = edge;
    viewport()->update();
}

const TableColumn& TableHeader::column(int column) const
{
    return m_rows.content().columns[static_cast<std::size_t>(column)];
}

// A second line below makes the first one a title.
QFont TableHeader::firstFont(int column) const
{
    return this->column(column).headBelow.isEmpty()
               ? m_appearance.font(TextStyle::caption, QFont::Medium)
               : m_appearance.font(TextStyle::table, QFont::DemiBold);
}

int TableHeader::lineHeight(int column) const
{
    return m_appearance.px(this->column(column).headBelow.isEmpty() ? 16 : 17);
}

QRect TableHeader::textArea(const QRect& section, int column) const
{
    const bool isLast = column + 1 == m_rows.content().columnCount();
    const bool isRight = this->column(column).alignment.testFlag(Qt::AlignRight);
    const int left = column == 0 ? m_painter.leftMargin() : isRight ? leastPadding : padding;
    return section.adjusted(left, above, -(isLast ? m_painter.rightMargin() : padding), -below);
}

QStringList TableHeader::linesOf(int column, int width) const
{
    const TableColumn& head = this->column(column);
    const QFont font = firstFont(column);
    if (head.headBelow.isEmpty())
        return wrapped(head.head, font, width);
    return {QFontMetrics(font).elidedText(head.head, Qt::ElideRight, width),
        QFontMetrics(m_appearance.font(TextStyle::caption))
            .elidedText(head.headBelow, Qt::ElideRight, width)};
}

// Wide enough for all of it in two lines.
QSize TableHeader::sectionSizeFromContents(int column) const
{
    const TableColumn& heads = this->column(column);
    const QRect probe(0, 0, 1000, 100);
    const int around = probe.width() - textArea(probe, column).width();
    const QFontMetrics first(firstFont(column));
    const QString head = heads.head.simplified();
    if (!heads.headBelow.isEmpty())
        return {around + std::max(first.horizontalAdvance(head),
                             QFontMetrics(m_appearance.font(TextStyle::caption))
                                 .horizontalAdvance(heads.headBelow)),
            0};
    int narrowest = first.horizontalAdvance(head);
    for (qsizetype gap = head.indexOf(u' '); gap >= 0; gap = head.indexOf(u' ', gap + 1))
        narrowest = std::min(narrowest, std::max(first.horizontalAdvance(head.left(gap)),
                                            first.horizontalAdvance(head.mid(gap + 1))));
    return {around + narrowest + 1, 0};
}

// Known without asking for the size of every head, as the view does whenever anything changes.
QSize TableHeader::sizeHint() const
{
    return {length(), minimumHeight()};
}

void TableHeader::fitHeight()
{
    setFixedHeight(neededHeight());
}

int TableHeader::neededHeight() const
{
    int height = 0;
    for (int column = 0; column < m_rows.content().columnCount(); ++column) {
        const QRect section(0, 0, sectionSize(column), 100);
        const auto lines =
            static_cast<int>(linesOf(column, textArea(section, column).width()).size());
        height = std::max(height, lines * lineHeight(column));
    }
    return height + above + below;
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const QRect beside = viewport()->rect().adjusted(length() - offset(), 0, 0, 0);
    if (beside.isValid()) {
        painter.fillRect(beside, m_appearance.theme().surface);
        painter.fillRect(
            QRect(beside.left(), beside.bottom(), beside.width(), 1), m_appearance.theme().rule2);
    }
    if (m_frozenEdge)
        paintFrozenEdge(painter, viewport()->rect(), *m_frozenEdge, m_appearance);
}

void TableHeader::paintSection(QPainter* painter, const QRect& section, int column) const
{
    if (!section.isValid())
        return;
    const Theme& theme = m_appearance.theme();
    const TableContent& content = m_rows.content();
    const bool isTotal = column >= content.columnCount() - content.frozenRight;
    painter->fillRect(section, isTotal ? theme.surface2 : theme.surface);
    painter->fillRect(QRect(section.left(), section.bottom(), section.width(), 1), theme.rule2);

    QRect area = textArea(section, column);
    if (!m_sight.isNull()) {
        area.setLeft(std::max(area.left(), m_sight.left()));
        area.setRight(std::min(area.right(), m_sight.right()));
    }
    if (area.width() <= 0)
        return;
    const QStringList lines = linesOf(column, area.width());
    const bool isTitle = !this->column(column).headBelow.isEmpty();
    const int height = lineHeight(column);
    const int alignment =
        int(this->column(column).alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    for (int i = 0; i < lines.size(); ++i) {
        const bool isFirst = i == 0;
        painter->setFont(
            isTitle && !isFirst ? m_appearance.font(TextStyle::caption) : firstFont(column));
        painter->setPen(isTitle && isFirst ? theme.text : theme.text2);
        const int top = area.bottom() + 1 - (static_cast<int>(lines.size()) - i) * height;
        painter->drawText(QRect(area.left(), top, area.width(), height),
            alignment | Qt::TextSingleLine, lines[i]);
    }
}

void paintFrozenEdge(
    QPainter& painter, const QRect& area, Qt::Edge edge, const Appearance& appearance)
{
    const int place = edge == Qt::RightEdge ? area.right() : area.left();
    painter.fillRect(QRect(place, area.top(), 1, area.height()), appearance.theme().rule2);
}

}
