#include "ui/widgets/MenuButton.h"

#include "ui/theme/Appearance.h"

#include <QFontMetrics>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int margin = 11;
constexpr int gap = 8;
constexpr int arrowSize = 12;
constexpr int widestValue = 220;

}

MenuButton::MenuButton(const Appearance& appearance, const QString& label, QWidget* parent)
    : QToolButton(parent)
    , m_appearance(appearance)
    , m_label(label)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
    describe();
}

void MenuButton::setLabel(const QString& label)
{
    m_label = label;
    describe();
    updateGeometry();
    update();
}

void MenuButton::setValue(const QString& value)
{
    if (m_value == value)
        return;
    m_value = value;
    describe();
    updateGeometry();
    update();
}

void MenuButton::describe()
{
    setAccessibleName(m_label + u" "_s + m_value);
    setToolTip(m_label + u": "_s + m_value);
}

QSize MenuButton::sizeHint() const
{
    const QFontMetrics label(m_appearance.font(TextStyle::table));
    const QFontMetrics value(m_appearance.font(TextStyle::table, QFont::DemiBold));
    const int labelWidth = m_label.isEmpty() ? 0 : label.horizontalAdvance(m_label) + gap;
    const int valueWidth = qMin(value.horizontalAdvance(m_value) + 1, widestValue);
    return {margin + labelWidth + valueWidth + gap + arrowSize + margin, m_appearance.px(28)};
}

QSize MenuButton::minimumSizeHint() const
{
    return sizeHint();
}

void MenuButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    option.subControls = QStyle::SC_ToolButton;
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    QRect line = rect().adjusted(margin, 0, -margin, 0);
    const QColor quiet = isEnabled() ? theme.text2 : theme.text3;
    painter.setFont(m_appearance.font(TextStyle::table));
    painter.setPen(quiet);
    if (!m_label.isEmpty()) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_label);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(m_label) + gap);
    }
    painter.setFont(m_appearance.font(TextStyle::table, QFont::DemiBold));
    painter.setPen(isEnabled() ? theme.text : theme.text3);
    QRect valueLine = line;
    valueLine.setRight(line.right() - arrowSize - gap + 1);
    painter.drawText(valueLine, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_value, Qt::ElideRight, valueLine.width()));
    m_appearance.icon(u"chevron-down"_s, quiet)
        .paint(&painter, QRect(line.right() - arrowSize + 1, 0, arrowSize, height()));
}

}
