#include "ui/theme/ButtonStyle.h"

#include "ui/theme/Look.h"
#include "ui/theme/StylePainting.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int border = 1;
constexpr int padding = 12;
constexpr int paddingOfLink = 4;
constexpr int paddingOfTool = 10; // with text
constexpr int markWidth = 3;      // at the left of what is chosen in the navigation
constexpr double navigationHeight = 29.0;
constexpr int arrowMargin = 5;
constexpr int iconGap = 4;

enum class Kind { usual, primary, quiet, link, navigation, segment };
enum class Place { alone, first, middle, last };

struct Button {
    Kind kind = Kind::usual;
    Place place = Place::alone;
    bool isTool = false;
    bool isEnabled = true;
    bool isPointedAt = false;
    bool isPressed = false;
    bool isChecked = false;
    bool hasFocus = false;
};

struct Colours {
    QColor ground; // invalid: none
    QColor line;   // invalid: none
    QColor ink;
};

Place placeOf(const QWidget* widget)
{
    const QString place = widget ? widget->property("segment").toString() : QString();
    if (place == u"first")
        return Place::first;
    if (place == u"middle")
        return Place::middle;
    return place == u"last" ? Place::last : Place::alone;
}

bool isAtLeft(Place place)
{
    return place == Place::alone || place == Place::first;
}

Kind kindOf(const QWidget* widget)
{
    if (placeOf(widget) != Place::alone)
        return Kind::segment;
    if (has(widget, "navigation"))
        return Kind::navigation;
    if (has(widget, "link"))
        return Kind::link;
    if (has(widget, "quiet"))
        return Kind::quiet;
    return has(widget, "primary") ? Kind::primary : Kind::usual;
}

Button buttonOf(const QStyleOption& option, const QWidget* widget)
{
    const QStyle::State state = option.state;
    return {.kind = kindOf(widget),
        .place = placeOf(widget),
        .isEnabled = state.testFlag(QStyle::State_Enabled),
        .isPointedAt =
            state.testFlag(QStyle::State_Enabled) && state.testFlag(QStyle::State_MouseOver),
        .isPressed = state.testFlag(QStyle::State_Sunken),
        .isChecked = state.testFlag(QStyle::State_On),
        .hasFocus = state.testFlag(QStyle::State_HasFocus)};
}

Colours usualColours(const Button& button, const Theme& theme)
{
    const bool isDark = button.isPressed || (button.isChecked && !button.isTool);
    const bool isChosen = button.isChecked && button.isTool;
    return {isDark               ? theme.rule
            : isChosen           ? theme.accentSoft
            : button.isPointedAt ? theme.hover
                                 : theme.surface,
        button.hasFocus    ? theme.accent
        : button.isEnabled ? theme.rule2
                           : theme.rule,
        !button.isEnabled ? theme.disabledText()
        : isChosen        ? theme.accent
                          : theme.text};
}

Colours primaryColours(const Button& button, const Theme& theme)
{
    if (!button.isEnabled)
        return {theme.rule, theme.rule, theme.disabledText()};
    const QColor ground = button.isPointedAt ? theme.accentHover() : theme.accent;
    return {ground, button.hasFocus ? theme.text : ground, theme.onAccent};
}

Colours quietColours(const Button& button, const Theme& theme)
{
    Colours colours = usualColours(button, theme);
    colours.ground = button.isChecked     ? theme.accentSoft
                     : button.isPressed   ? theme.rule
                     : button.isPointedAt ? theme.hover
                                          : QColor();
    if (!button.hasFocus)
        colours.line = QColor();
    return colours;
}

Colours linkColours(const Button& button, const Theme& theme)
{
    return {QColor(), button.hasFocus ? theme.accent : QColor(),
        button.isEnabled ? theme.accent : theme.disabledText()};
}

Colours segmentColours(const Button& button, const Theme& theme)
{
    Colours colours = usualColours(button, theme);
    if (button.isChecked)
        colours.ground = theme.accentSoft;
    if (button.isEnabled)
        colours.ink = button.isChecked ? theme.accent : theme.text2;
    return colours;
}

Colours navigationColours(const Button& button, const Theme& theme)
{
    return {button.isChecked     ? theme.accentSoft
            : button.isPointedAt ? theme.hover
                                 : QColor(),
        button.hasFocus ? theme.accent : QColor(),
        !button.isEnabled  ? theme.disabledText()
        : button.isChecked ? theme.accent
                           : theme.text};
}

Colours coloursOf(const Button& button, const Theme& theme)
{
    switch (button.kind) {
    case Kind::primary:
        return primaryColours(button, theme);
    case Kind::quiet:
        return quietColours(button, theme);
    case Kind::link:
        return linkColours(button, theme);
    case Kind::navigation:
        return navigationColours(button, theme);
    case Kind::segment:
        return segmentColours(button, theme);
    case Kind::usual:
        break;
    }
    return usualColours(button, theme);
}

void drawFrame(QPainter& painter, const QRect& rect, const Button& button, const Colours& colours,
    const Theme& theme)
{
    if (button.kind == Kind::navigation) {
        if (colours.ground.isValid())
            painter.fillRect(rect, colours.ground);
        if (colours.line.isValid())
            drawBox(painter, rect, 0.0, colours.line, border);
        if (button.isChecked || button.hasFocus)
            painter.fillRect(
                QRect(rect.left(), rect.top(), markWidth, rect.height()), theme.accent);
        return;
    }
    if (!colours.ground.isValid() && !colours.line.isValid())
        return;
    const double width = button.hasFocus ? focusWidth : border;
    QRectF box = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    // The line between two segments is the right one of the first.
    if (!button.hasFocus && !isAtLeft(button.place))
        box.setLeft(rect.left() - width);
    const double radius = controlRadius - width / 2;
    const bool isRoundRight = button.place == Place::alone || button.place == Place::last;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(colours.line.isValid() ? QPen(colours.line, width) : QPen(Qt::NoPen));
    painter.setBrush(colours.ground.isValid() ? QBrush(colours.ground) : QBrush(Qt::NoBrush));
    painter.drawPath(
        roundedAtEnds(box, isAtLeft(button.place) ? radius : 0.0, isRoundRight ? radius : 0.0));
    painter.restore();
}

struct Label {
    QIcon icon;
    QSize iconSize;
    QString text;
    Qt::Alignment alignment = Qt::AlignHCenter;
};

void drawLabel(QPainter& painter, const QRect& room, const Label& label, const Button& button,
    const QStyleOption& option, const QWidget* widget, const QColor& ink)
{
    const int flags = int(Qt::AlignVCenter) | Qt::TextSingleLine | mnemonicFlag(option, widget);
    const bool hasIcon = !label.icon.isNull();
    const int gap = label.text.isEmpty() ? 0 : iconGap;
    const int iconWidth = hasIcon ? label.iconSize.width() + gap : 0;
    const int textWidth = painter.fontMetrics().size(flags, label.text).width();
    int x = room.left();
    if (label.alignment == Qt::AlignHCenter)
        x += std::max(0, (room.width() - iconWidth - textWidth) / 2);
    if (hasIcon) {
        const QRect place(x, room.top() + (room.height() - label.iconSize.height()) / 2,
            label.iconSize.width(), label.iconSize.height());
        label.icon.paint(&painter, QStyle::visualRect(option.direction, room, place),
            Qt::AlignCenter, button.isEnabled ? QIcon::Normal : QIcon::Disabled,
            button.isChecked ? QIcon::On : QIcon::Off);
    }
    QRect text(x + iconWidth, room.top(), room.right() + 1 - x - iconWidth, room.height());
    text = QStyle::visualRect(option.direction, room, text);
    painter.setPen(ink);
    painter.drawText(
        text, flags | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)), label.text);
}

// Segments and navigation are drawn lighter than other buttons, and bolder where they are chosen.
void setWeight(QPainter& painter, const Button& button)
{
    QFont font = painter.font();
    if (button.kind == Kind::segment || button.kind == Kind::navigation)
        font.setWeight(button.isChecked ? QFont::DemiBold : QFont::Normal);
    font.setUnderline(button.kind == Kind::link && button.isPointedAt);
    painter.setFont(font);
}

}

QSize buttonSize(const Look& look, const QSize& contents, const QWidget* widget)
{
    const Kind kind = kindOf(widget);
    if (kind == Kind::navigation)
        return {contents.width() + markWidth + 2 * padding,
            std::max(contents.height(), look.px(navigationHeight))};
    const int side = kind == Kind::link ? paddingOfLink : padding;
    return {contents.width() + 2 * side + (isAtLeft(placeOf(widget)) ? 2 : 1) * border,
        std::max(contents.height(), controlHeight(look, widget)) + 2 * border};
}

QSize buttonSize(const Look& look, const QStyleOptionToolButton& option, const QSize& contents,
    const QWidget* widget)
{
    const int height = std::max(contents.height(), controlHeight(look, widget)) + 2 * border;
    const bool hasArrow = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    const int arrow = hasArrow ? iconSize + arrowMargin : 0;
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly) {
        constexpr int around = 12;
        constexpr int aroundInPanel = 8;
        return {
            contents.width() + (isInSidePanel(widget) ? aroundInPanel : around) + arrow, height};
    }
    return {contents.width() + 2 * (paddingOfTool + border) + arrow, height};
}

void drawButton(
    QPainter& painter, const Look& look, const QStyleOptionButton& option, const QWidget* widget)
{
    Button button = buttonOf(option, widget);
    const bool isAnswer = option.features.testFlag(QStyleOptionButton::DefaultButton) && widget &&
                          qobject_cast<const QDialogButtonBox*>(widget->parentWidget());
    if (isAnswer && button.kind == Kind::usual)
        button.kind = Kind::primary;
    const Colours colours = coloursOf(button, look.theme);
    painter.save();
    drawFrame(painter, option.rect, button, colours, look.theme);
    setWeight(painter, button);
    Label label {option.icon, option.iconSize, option.text};
    QRect room = option.rect;
    if (button.kind == Kind::navigation) {
        label.alignment = Qt::AlignLeft;
        room.adjust(markWidth + padding, 0, 0, 0);
    }
    drawLabel(painter, room, label, button, option, widget, colours.ink);
    painter.restore();
}

void drawButton(QPainter& painter, const Look& look, const QStyleOptionToolButton& option,
    const QWidget* widget)
{
    Button button = buttonOf(option, widget);
    button.isTool = true;
    const Colours colours = coloursOf(button, look.theme);
    painter.save();
    drawFrame(painter, option.rect, button, colours, look.theme);
    setWeight(painter, button);
    QRect room = option.rect;
    if (option.features.testFlag(QStyleOptionToolButton::HasMenu)) {
        const QRect arrow(
            room.right() + 1 - arrowMargin - iconSize, room.top(), iconSize, room.height());
        drawIcon(painter, u"chevron-down"_s, QStyle::visualRect(option.direction, room, arrow),
            button.isEnabled ? look.theme.text2 : look.theme.disabledText());
        room.setRight(room.right() - arrowMargin - iconSize);
    }
    Label label {option.icon, option.iconSize, option.text};
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull())
        label.text.clear();
    else if (option.toolButtonStyle == Qt::ToolButtonTextOnly)
        label.icon = QIcon();
    drawLabel(painter, room, label, button, option, widget, colours.ink);
    painter.restore();
}

}
