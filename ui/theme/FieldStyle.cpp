#include "ui/theme/FieldStyle.h"

#include "ui/theme/Look.h"
#include "ui/theme/StylePainting.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int border = 1;
constexpr int padding = 7;
constexpr int comboPadding = 9;
constexpr int comboGap = 12; // between text and arrow
constexpr int comboArrowMargin = 6;

// An editor fills its cell, so that text does not jump.
bool isInCell(const QWidget* widget)
{
    const QWidget* const viewport = widget ? widget->parentWidget() : nullptr;
    return viewport && qobject_cast<const QAbstractItemView*>(viewport->parentWidget());
}

bool isPartOfComboBox(const QWidget* widget)
{
    return widget && qobject_cast<const QComboBox*>(widget->parentWidget());
}

}

QSize lineSize(const Look& look, const QSize& contents, const QWidget* widget)
{
    if (isPartOfComboBox(widget))
        return contents;
    const int height = isInCell(widget) ? 0 : controlHeight(look, widget);
    return {contents.width() + 2 * (padding + border),
        std::max(contents.height(), height) + 2 * border};
}

QRect lineContents(const QRect& line, const QWidget* widget)
{
    if (isPartOfComboBox(widget))
        return line;
    return line.adjusted(padding + border, border, -(padding + border), -border);
}

void drawLine(
    QPainter& painter, const Look& look, const QStyleOption& option, const QWidget* widget)
{
    if (isPartOfComboBox(widget))
        return;
    const Theme& theme = look.theme;
    const bool isInvalid = has(widget, "invalid");
    const bool isQuestion = has(widget, "question");
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus) || isInCell(widget);
    const QColor& line = !isEnabled   ? theme.rule
                         : isInvalid  ? theme.error
                         : isQuestion ? theme.warning
                         : hasFocus   ? theme.accent
                                      : theme.rule2;
    const bool isThick = hasFocus || isInvalid || isQuestion;
    drawBox(painter, option.rect, isInCell(widget) ? 0.0 : fieldRadius, line,
        isThick ? focusWidth : border, isInvalid ? theme.errorGround : theme.surface);
}

void drawNote(QPainter& painter, const Look& look, const QStyleOption& option)
{
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    drawBox(painter, option.rect, fieldRadius,
        hasFocus    ? look.theme.accent
        : isEnabled ? look.theme.rule2
                    : look.theme.rule,
        hasFocus ? focusWidth : border, look.theme.surface);
}

QSize comboBoxSize(
    const Look& look, const QStyleOption& option, const QSize& contents, const QWidget* widget)
{
    const int height = isInCell(widget) ? 0 : controlHeight(look, widget);
    return {comboPadding + contents.width() + comboGap + iconSize + comboArrowMargin,
        std::max(option.fontMetrics.height() + 2, height) + 2 * border};
}

QRect comboBoxArrow(const QRect& box)
{
    return {box.right() + 1 - comboArrowMargin - iconSize, box.top(), iconSize, box.height()};
}

QRect comboBoxText(const QRect& box)
{
    return {QPoint(box.left() + comboPadding, box.top() + 2),
        QPoint(comboBoxArrow(box).left() - 1, box.bottom() - 2)};
}

void drawComboBox(QPainter& painter, const Look& look, const QStyleOptionComboBox& box)
{
    const Theme& theme = look.theme;
    const bool isEnabled = box.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = box.state.testFlag(QStyle::State_HasFocus);
    const bool isPointedAt = isEnabled && box.state.testFlag(QStyle::State_MouseOver);
    if (box.frame)
        drawBox(painter, box.rect, controlRadius,
            hasFocus    ? theme.accent
            : isEnabled ? theme.rule2
                        : theme.rule,
            hasFocus ? focusWidth : border,
            isPointedAt && !box.editable ? theme.hover : theme.surface);
    drawIcon(painter, u"chevron-down"_s,
        QStyle::visualRect(box.direction, box.rect, comboBoxArrow(box.rect)),
        isEnabled ? theme.text2 : theme.disabledText());
}

void drawMark(QPainter& painter, const Look& look, QStyle::PrimitiveElement element,
    const QStyleOption& option)
{
    const Theme& theme = look.theme;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    const bool isOn = option.state.testFlag(QStyle::State_On) || isPartly;
    const bool isPointedAt = option.state.testFlag(QStyle::State_MouseOver);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus) &&
                          element != QStyle::PE_IndicatorItemViewItemCheck;
    const bool isRound = element == QStyle::PE_IndicatorRadioButton;
    QColor ground = theme.surface;
    QColor line = isPointedAt || hasFocus ? theme.accent : theme.zero;
    if (isOn) {
        ground = theme.accent;
        line = hasFocus ? theme.text : theme.accent;
    }
    if (!isEnabled) {
        ground = isOn ? theme.rule2 : theme.surface;
        line = theme.rule2;
    }
    drawBox(painter, option.rect, isRound ? option.rect.width() / 2.0 : fieldRadius, line,
        hasFocus ? focusWidth : border, ground);
    if (!isOn)
        return;
    const QColor ink = isEnabled ? theme.onAccent : theme.surface;
    if (isRound)
        drawBox(painter, option.rect.adjusted(5, 5, -5, -5), 3.0, ink, 1.0, ink);
    else
        drawIcon(painter, isPartly ? u"remove"_s : u"check"_s, option.rect, ink);
}

void drawProgress(QPainter& painter, const Look& look, const QStyleOptionProgressBar& bar)
{
    QRect groove = bar.rect;
    groove.setHeight(progressHeight);
    groove.moveCenter(bar.rect.center());
    constexpr double radius = progressHeight / 2.0;
    drawBox(painter, groove, radius, look.theme.rule, 0.0, look.theme.rule);
    const int range = bar.maximum - bar.minimum;
    if (range <= 0 || bar.progress <= bar.minimum)
        return;
    const double share = std::min(1.0, double(bar.progress - bar.minimum) / range);
    QRect done = groove;
    done.setWidth(std::max(progressHeight, qRound(share * groove.width())));
    drawBox(painter, QStyle::visualRect(bar.direction, groove, done), radius, look.theme.accent,
        0.0, look.theme.accent);
}

}
