#include "ui/theme/ViewStyle.h"

#include "ui/theme/Look.h"
#include "ui/theme/StylePainting.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int line = 1;
constexpr int headerPadding = 8; // before and behind the text
constexpr int headerMargin = 4;  // above and below it
constexpr int tabPadding = 10;
constexpr int handleMargin = 2;

QFont boldened(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

}

QSize headerSize(const QSize& text)
{
    return {text.width() + 2 * headerPadding, text.height() + 2 * headerMargin + line};
}

void drawHeaderGround(
    QPainter& painter, const Look& look, const QRect& rect, Qt::Orientation orientation)
{
    painter.fillRect(rect, look.theme.surface);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), line),
        orientation == Qt::Vertical ? look.theme.rule : look.theme.rule2);
}

void drawHeader(QPainter& painter, const Look& look, const QStyleOptionHeader& header)
{
    drawHeaderGround(painter, look, header.rect, header.orientation);
    QRect text = header.rect.adjusted(headerPadding, 0, -headerPadding, -line);
    if (header.sortIndicator != QStyleOptionHeader::None) {
        QRect arrow = text;
        arrow.setLeft(text.right() + 1 - iconSize);
        drawIcon(painter,
            header.sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"_s
                                                               : u"chevron-down"_s,
            QStyle::visualRect(header.direction, text, arrow), look.theme.text2);
        text.setRight(arrow.left() - 1);
    }
    painter.setPen(look.theme.text2);
    painter.drawText(QStyle::visualRect(header.direction, header.rect, text),
        int(header.textAlignment) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(header.text, Qt::ElideRight, text.width()));
}

// The chosen tab is bold, and none moves when another is chosen.
QSize tabSize(const Look& look, const QStyleOptionTab& tab, const QWidget* widget)
{
    const QFontMetrics metrics(boldened(widget ? widget->font() : QFont()));
    const int width = metrics.size(Qt::TextShowMnemonic, tab.text).width();
    return {
        width + 2 * (tabPadding + focusWidth), metrics.height() + 2 * (look.px(4) + focusWidth)};
}

void drawTab(QPainter& painter, const Look& look, const QStyleOptionTab& tab, const QWidget* widget)
{
    const Theme& theme = look.theme;
    const bool isEnabled = tab.state.testFlag(QStyle::State_Enabled);
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    const bool isPointedAt = tab.state.testFlag(QStyle::State_MouseOver);
    const QRect& rect = tab.rect;
    painter.save();
    if (isSelected)
        painter.fillRect(
            QRect(rect.left(), rect.bottom() + 1 - focusWidth, rect.width(), focusWidth),
            theme.accent);
    if (tab.state.testFlag(QStyle::State_HasFocus))
        drawBox(painter, rect, 0.0, theme.accent, focusWidth);
    if (isSelected)
        painter.setFont(boldened(painter.font()));
    painter.setPen(!isEnabled                  ? theme.disabledText()
                   : isSelected || isPointedAt ? theme.text
                                               : theme.text2);
    painter.drawText(rect, int(Qt::AlignCenter) | mnemonicFlag(tab, widget), tab.text);
    painter.restore();
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const QRect& groove = bar.rect;
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? groove.width() : groove.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(qint64(bar.pageStep) * length / (range + bar.pageStep)),
            std::min(scrollHandleLength, length), length);
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto along = [&](int from, int size) {
        return isHorizontal ? QRect(groove.left() + from, groove.top(), size, groove.height())
                            : QRect(groove.left(), groove.top() + from, groove.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return groove;
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

void drawScrollBar(QPainter& painter, const Look& look, const QStyleOptionSlider& bar)
{
    const bool isHeld = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor& colour = isHeld ? look.theme.zero : look.theme.rule2;
    const QRect handle =
        QStyle::visualRect(bar.direction, bar.rect, scrollBarPart(bar, QStyle::SC_ScrollBarSlider));
    drawBox(painter, handle.adjusted(handleMargin, handleMargin, -handleMargin, -handleMargin),
        fieldRadius, colour, 0.0, colour);
}

void drawSplitterHandle(QPainter& painter, const Look& look, const QStyleOption& handle)
{
    if (std::min(handle.rect.width(), handle.rect.height()) <= line)
        painter.fillRect(handle.rect, look.theme.rule2);
    else if (handle.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        painter.fillRect(handle.rect, look.theme.hover);
}

}
