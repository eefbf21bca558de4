#include "ui/theme/MenuStyle.h"

#include "ui/theme/Look.h"
#include "ui/theme/StylePainting.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int leftPadding = 12;
constexpr int rightPadding = 28;
constexpr int iconMargin = 4;   // before the column of icons and check marks
constexpr int shortcutGap = 24; // behind the text
constexpr int arrowMargin = 6;
constexpr int separatorHeight = 9;
constexpr int barPadding = 10;

bool isSelected(const QStyleOptionMenuItem& item)
{
    return item.state.testFlag(QStyle::State_Enabled) &&
           item.state.testFlag(QStyle::State_Selected);
}

// The column of icons and check marks, which a menu without any does without.
int textStart(const QStyleOptionMenuItem& item)
{
    const bool hasColumn = item.maxIconWidth > 0 || item.menuHasCheckableItems;
    return leftPadding + (hasColumn ? iconMargin + iconSize : 0);
}

QColor inkOf(const QStyleOption& item, const Theme& theme)
{
    return item.state.testFlag(QStyle::State_Enabled) ? theme.text : theme.disabledText();
}

}

QSize menuBarItemSize(const Look& look, const QSize& text)
{
    return {text.width() + 2 * barPadding, text.height() + look.px(5) + look.px(6)};
}

QSize menuItemSize(const Look& look, const QStyleOptionMenuItem& item, const QSize& text)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {text.width(), separatorHeight};
    const int gap = item.text.contains(u'\t') ? shortcutGap : 0;
    return {textStart(item) + text.width() + gap + rightPadding,
        std::max(text.height(), iconSize) + 2 * look.px(5)};
}

void drawMenuBarItem(
    QPainter& painter, const Look& look, const QStyleOptionMenuItem& item, const QWidget* widget)
{
    painter.fillRect(item.rect, isSelected(item) ? look.theme.hover : look.theme.chrome);
    painter.setPen(inkOf(item, look.theme));
    const QRect room = item.rect.adjusted(0, look.px(5), 0, -look.px(6));
    painter.drawText(
        room, int(Qt::AlignCenter) | Qt::TextSingleLine | mnemonicFlag(item, widget), item.text);
}

void drawMenuItem(
    QPainter& painter, const Look& look, const QStyleOptionMenuItem& item, const QWidget* widget)
{
    const Theme& theme = look.theme;
    const QRect& rect = item.rect;
    painter.save();
    painter.fillRect(rect, isSelected(item) ? theme.hover : theme.surface);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), theme.rule);
        painter.restore();
        return;
    }
    const auto visual = [&](int left, int width) {
        return QStyle::visualRect(
            item.direction, rect, QRect(rect.left() + left, rect.top(), width, rect.height()));
    };
    const QColor ink = inkOf(item, theme);
    const QRect mark = visual(textStart(item) - iconSize - leftPadding + iconMargin, iconSize);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
        drawIcon(painter, u"check"_s, mark, ink);
    else if (!item.icon.isNull())
        item.icon.paint(&painter, mark, Qt::AlignCenter,
            item.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);

    painter.setFont(item.font);
    painter.setPen(ink);
    const int flags = int(Qt::AlignVCenter) | Qt::TextSingleLine | mnemonicFlag(item, widget);
    const auto inDirection = [&](Qt::Alignment alignment) {
        return flags | int(QStyle::visualAlignment(item.direction, alignment));
    };
    const int room = rect.width() - textStart(item) - rightPadding;
    const QString shortcut = item.text.section(u'\t', 1);
    painter.drawText(
        visual(textStart(item), room), inDirection(Qt::AlignLeft), item.text.section(u'\t', 0, 0));
    if (!shortcut.isEmpty())
        painter.drawText(
            visual(textStart(item) + room - item.reservedShortcutWidth, item.reservedShortcutWidth),
            inDirection(Qt::AlignLeft), shortcut);
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter,
            item.direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s,
            visual(rect.width() - arrowMargin - iconSize, iconSize),
            item.state.testFlag(QStyle::State_Enabled) ? theme.text2 : theme.disabledText());
    painter.restore();
}

}
