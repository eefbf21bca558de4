#include "ui/tables/TablePainter.h"

#include "ui/models/DisplayFormat.h"
#include "ui/tables/PicturePainter.h"
#include "ui/theme/Appearance.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int padding = 8;
constexpr int leastPadding = 3; // before a number that needs the room
constexpr int levelIndent = 16;
constexpr QSize shareBar {46, 6};
constexpr int shareTextWidth = 40; // "100 %", for fitting
constexpr int splitBarHeight = 13;
constexpr QSize swatch {10, 4};
constexpr int swatchSpace = 18; // of the swatch and the gap behind it
constexpr int flagSize = 14;
constexpr int handleSize = 6;
constexpr double strongestHeat = 0.62; // opacity of the ground of a cell that adds or takes most
constexpr double lineDistance = 17.0;  // of two lines in a cell

bool hasSum(const TableRow& row)
{
    return row.kind == TableRow::Kind::subtotal || row.kind == TableRow::Kind::total;
}

}

TablePainter::TablePainter(const Appearance& appearance)
    : m_appearance(appearance)
{
    refresh();
}

void TablePainter::refresh()
{
    m_fonts = {m_appearance.font(TextStyle::table, QFont::Normal),
        m_appearance.font(TextStyle::table, QFont::Medium),
        m_appearance.font(TextStyle::table, QFont::DemiBold)};
}

void TablePainter::setSideMargins(int left, int right)
{
    m_leftMargin = left;
    m_rightMargin = right;
}

QFont TablePainter::font(const CellLook& look) const
{
    if (hasSum(look.row) || look.isStrong || look.cell.isOverride)
        return m_fonts[2];
    if (look.cell.isStrong) // what has a colour of its own stands out at less weight
        return m_fonts[look.cell.tone == CellTone::result ? 2 : 1];
    return look.row.kind == TableRow::Kind::group ? m_fonts[1] : m_fonts[0];
}

int TablePainter::indent(const CellLook& look) const
{
    if (!look.isLabel)
        return padding;
    return m_leftMargin + look.row.level * levelIndent + (look.hasSwatchSpace ? swatchSpace : 0);
}

QRect TablePainter::textArea(const QRect& cell, const CellLook& look) const
{
    const bool hasBar = look.cell.look == TableCell::Look::share && !look.isInvalid;
    const bool isRight = look.alignment.testFlag(Qt::AlignRight) && !look.isLabel;
    const int left = hasBar    ? padding + shareBar.width() + leastPadding
                     : isRight ? leastPadding
                               : indent(look);
    const int right = look.isLast ? m_rightMargin : padding;
    return cell.adjusted(left, 0, -right, -1);
}

QRect TablePainter::chevronArea(const QRect& cell, const CellLook& look) const
{
    if (!look.isLabel || !look.row.isExpandable)
        return {};
    const int right = cell.left() + indent(look);
    return {right - levelIndent - 4, cell.top(), levelIndent + 4, cell.height() - 1};
}

QRectF TablePainter::pictureArea(const QRect& cell, const CellLook& look) const
{
    constexpr double above = 4.0;
    const double right = look.isLast ? m_rightMargin : padding;
    return QRectF(cell).adjusted(padding + 0.5, above, -right, -4.5);
}

QRect TablePainter::flagArea(const QRect& cell, const CellLook& look) const
{
    return QStyle::alignedRect(Qt::LeftToRight, look.alignment | Qt::AlignVCenter,
        QSize(flagSize, flagSize), textArea(cell, look));
}

int TablePainter::width(const CellLook& look) const
{
    const QRect probe(0, 0, 1000, 20);
    const int around = probe.width() - textArea(probe, look).width();
    if (look.cell.look == TableCell::Look::splitBar || look.cell.look == TableCell::Look::picture)
        return 0;
    return around + QFontMetrics(font(look)).horizontalAdvance(look.text);
}

bool TablePainter::fits(const QRect& cell, const CellLook& look) const
{
    return width(look) <= cell.width();
}

QColor TablePainter::ground(const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    if (look.isInvalid)
        return theme.errorGround;
    if (look.isSelected || look.isMarked)
        return theme.accentSoft;
    if (look.cell.heat) {
        QColor heat = *look.cell.heat < 0.0 ? theme.negative : theme.positive;
        heat.setAlphaF(
            static_cast<float>(strongestHeat * std::min(1.0, std::abs(*look.cell.heat))));
        return heat;
    }
    if (look.cell.isShaded)
        return theme.rule;
    if (look.isHovered)
        return theme.hover;
    if (look.cell.isOverride)
        return theme.inputGround;
    return look.isFrozenRight ? theme.surface2 : theme.surface;
}

QColor TablePainter::ink(const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    if (look.isInvalid)
        return theme.error;
    switch (look.cell.tone) {
    case CellTone::input:
        return theme.input;
    case CellTone::inherited:
        return theme.text3;
    case CellTone::quiet:
        return theme.text2;
    case CellTone::error:
        return theme.error;
    case CellTone::result:
        break;
    }
    if (look.row.kind == TableRow::Kind::note)
        return theme.text2;
    // Nothing is quieter than something.
    return look.text == QChar(enDash) ? theme.text3 : theme.text;
}

void TablePainter::paint(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    painter.save();
    painter.setClipRect(cell, Qt::IntersectClip);
    painter.fillRect(cell, m_appearance.theme().surface);
    painter.fillRect(cell, ground(look));
    paintLines(painter, cell, look);
    if (look.isLabel)
        paintLabelParts(painter, cell, look);
    if (look.cell.look == TableCell::Look::splitBar)
        paintSplitBar(painter, cell, look);
    else if (look.cell.picture && !look.isInvalid)
        paintPicture(painter, pictureArea(cell, look), *look.cell.picture, m_appearance.theme());
    else if (look.cell.editor == TableCell::Editor::flag)
        paintFlag(painter, cell, look);
    else
        paintText(painter, cell, look);
    if (look.cell.look == TableCell::Look::share && !look.isInvalid)
        paintShare(painter, cell, look);
    paintEdges(painter, cell, look);
    paintFrame(painter, cell, look);
    painter.restore();
}

void TablePainter::paintLines(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    if (look.line == CellLook::Line::none || look.cell.heat || look.cell.isShaded)
        return;
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
        look.line == CellLook::Line::strong ? theme.rule2 : theme.rule);
}

void TablePainter::paintLabelParts(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    const int textLeft = textArea(cell, look).left();
    const double middle = cell.top() + (cell.height() - 1) / 2.0;
    if (look.row.ink && look.hasSwatchSpace) {
        const auto series =
            static_cast<std::size_t>(std::max(0, *look.row.ink)) % theme.series.size();
        painter.fillRect(QRect(QPoint(textLeft - swatchSpace,
                                   static_cast<int>(middle) - swatch.height() / 2 + 1),
                             swatch),
            theme.series[series]);
    }
    if (!look.row.isExpandable)
        return;
    // Drawn rather than written, since no font has it at the weight of the text.
    const QPointF centre(textLeft - 11.5, std::floor(middle) + 0.5);
    QPolygonF chevron;
    if (look.isCollapsed)
        chevron << QPointF(-1.75, -3.5) << QPointF(1.75, 0.0) << QPointF(-1.75, 3.5);
    else
        chevron << QPointF(-3.5, -1.75) << QPointF(0.0, 1.75) << QPointF(3.5, -1.75);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.text2, 1.35, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(chevron.translated(centre));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TablePainter::paintText(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    if (look.text.isEmpty())
        return;
    const QFont textFont = font(look);
    const QFontMetrics metrics(textFont);
    const QRect whole = textArea(cell, look);
    const int left = std::max(whole.left(), look.sight.isNull() ? whole.left() : look.sight.left());
    const int right =
        std::min(whole.right(), look.sight.isNull() ? whole.right() : look.sight.right());
    const QRect area(left, whole.top(), right - left + 1, whole.height());
    QString text = look.text;
    if (metrics.horizontalAdvance(text) > area.width()) {
        // Half a number would be read as another one.
        const bool isNumber = look.cell.look != TableCell::Look::text || look.cell.number;
        text = isNumber ? u"…"_s : metrics.elidedText(text, Qt::ElideRight, area.width());
        if (metrics.horizontalAdvance(text) > area.width())
            return;
    }
    painter.setFont(textFont);
    painter.setPen(ink(look));
    QRect line = area;
    if (!look.cell.textBelow.isEmpty()) {
        line.translate(0, -m_appearance.px(lineDistance) / 2);
        paintSecondLine(painter, area.translated(0, m_appearance.px(lineDistance) / 2), look);
        painter.setFont(textFont);
        painter.setPen(ink(look));
    }
    painter.drawText(line, int(look.alignment) | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void TablePainter::paintSecondLine(QPainter& painter, const QRect& area, const CellLook& look) const
{
    const QFont font = m_appearance.font(TextStyle::caption);
    painter.setFont(font);
    painter.setPen(m_appearance.theme().text2);
    painter.drawText(area, int(look.alignment) | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(look.cell.textBelow, Qt::ElideRight, area.width()));
}

void TablePainter::paintShare(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    if (!look.cell.number || cell.width() < shareBar.width() + shareTextWidth)
        return;
    const Theme& theme = m_appearance.theme();
    const QRect whole(
        QPoint(cell.left() + padding, cell.top() + (cell.height() - shareBar.height()) / 2),
        shareBar);
    painter.fillRect(whole, theme.rule);
    const double share = std::clamp(*look.cell.number, 0.0, 1.0);
    QRect part = whole;
    // A line is left of nothing, so that its place is seen.
    part.setWidth(std::max(1, static_cast<int>(std::lround(share * whole.width()))));
    painter.fillRect(part, theme.positive);
}

void TablePainter::paintSplitBar(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    const int right = look.isLast ? m_rightMargin : padding;
    const int widest = cell.width() - padding - right;
    const int top = cell.top() + (cell.height() - splitBarHeight) / 2;
    double from = 0.0;
    for (std::size_t i = 0; i < look.cell.parts.size() && i < 3; ++i) {
        const double to = from + std::max(0.0, look.cell.parts[i]);
        // Edges are rounded, not widths, so that the parts touch.
        const int left = static_cast<int>(std::lround(std::min(from, 1.0) * widest));
        const int end = static_cast<int>(std::lround(std::min(to, 1.0) * widest));
        from = to;
        const QRect part(cell.left() + padding + left, top, end - left, splitBarHeight);
        if (part.width() <= 0)
            continue;
        if (i < 2) {
            painter.fillRect(part, i == 0 ? theme.total : theme.series[4]);
            continue;
        }
        painter.fillRect(part, theme.positive);
        painter.fillRect(part.adjusted(1, 1, -1, -1), theme.positiveSoft);
    }
}

void TablePainter::paintFlag(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    const QRect box = flagArea(cell, look);
    painter.fillRect(box, theme.rule2);
    painter.fillRect(box.adjusted(1, 1, -1, -1), theme.surface);
    if (!look.cell.number || *look.cell.number == 0.0)
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(ink(look), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    painter.drawPolyline(QPolygonF {
        corner + QPointF(3.5, 7.5), corner + QPointF(6.0, 10.0), corner + QPointF(10.5, 4.5)});
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TablePainter::paintEdges(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    constexpr int near = 1; // of a line of two pixels that lies on the edge of two cells
    const QColor& colour = m_appearance.theme().text;
    if (look.cell.edges & Qt::TopEdge)
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), near), colour);
    if (look.cell.edges & Qt::BottomEdge)
        painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), near), colour);
    if (look.cell.edges & Qt::LeftEdge)
        painter.fillRect(QRect(cell.left(), cell.top(), near, cell.height()), colour);
    if (look.cell.edges & Qt::RightEdge)
        painter.fillRect(QRect(cell.right(), cell.top(), near, cell.height()), colour);
}

void TablePainter::paintFrame(QPainter& painter, const QRect& cell, const CellLook& look) const
{
    const Theme& theme = m_appearance.theme();
    painter.setBrush(Qt::NoBrush);
    const auto frame = [&](int width, const QColor& colour) {
        for (int i = 0; i < width; ++i) {
            painter.setPen(colour);
            painter.drawRect(cell.adjusted(i, i, -i - 1, -i - 1));
        }
    };
    if (look.isInvalid)
        frame(2, theme.error);
    else if (look.isCurrent || look.cell.isFramed)
        frame(look.hasFocus || look.cell.isFramed ? 2 : 1, theme.accent);
    if (look.fillEdges) {
        painter.setPen(QPen(theme.accent, 1.0, Qt::DashLine));
        const QRect line = cell.adjusted(0, 0, -1, -1);
        if (look.fillEdges & Qt::TopEdge)
            painter.drawLine(line.topLeft(), line.topRight());
        if (look.fillEdges & Qt::BottomEdge)
            painter.drawLine(line.bottomLeft(), line.bottomRight());
        if (look.fillEdges & Qt::LeftEdge)
            painter.drawLine(line.topLeft(), line.bottomLeft());
        if (look.fillEdges & Qt::RightEdge)
            painter.drawLine(line.topRight(), line.bottomRight());
    }
    if (look.hasHandle) {
        const QRect handle(
            cell.right() - handleSize + 1, cell.bottom() - handleSize + 1, handleSize, handleSize);
        painter.fillRect(handle.adjusted(-1, -1, 0, 0), theme.surface);
        painter.fillRect(handle, theme.accent);
    }
}

}
