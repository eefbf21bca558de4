#include "ui/widgets/KpiTile.h"

#include "ui/theme/Appearance.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int lineGap = 16; // between the separating line and the text
constexpr int unitGap = 6;

}

KpiTile::KpiTile(const Appearance& appearance, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void KpiTile::setKeyFigure(const KeyFigureText& text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text.label + u": "_s + text.figure + u' ' + text.unit);
    setAccessibleDescription(text.context);
    setToolTip(text.context);
    updateGeometry();
    update();
}

void KpiTile::setSeparated(bool hasLine)
{
    m_isSeparated = hasLine;
    update();
}

// As wide as its texts, so that tiles share a row by what they have to say.
QSize KpiTile::sizeHint() const
{
    const QFontMetrics small(m_appearance.font(TextStyle::caption));
    const int context = textLeft() + small.horizontalAdvance(m_text.context) + lineGap;
    const QSize least = minimumSizeHint();
    return {std::max(least.width() + 8, context), least.height()};
}

int KpiTile::textLeft() const
{
    return m_isSeparated ? lineGap : 0;
}

// Context gives way first; label, figure and unit stay whole.
QSize KpiTile::minimumSizeHint() const
{
    const QFontMetrics large(m_appearance.font(TextStyle::keyFigure));
    const QFontMetrics label(m_appearance.font(TextStyle::table));
    const QFontMetrics small(m_appearance.font(TextStyle::caption));
    const int figure =
        large.horizontalAdvance(m_text.figure) + unitGap + small.horizontalAdvance(m_text.unit);
    const int text = std::max(figure, label.horizontalAdvance(m_text.label));
    return {textLeft() + text + 8, m_appearance.px(72)};
}

void KpiTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect().adjusted(m_isSeparated ? 1 : 0, 0, 0, 0), theme.hover);
    if (m_isSeparated) {
        painter.setPen(theme.rule);
        painter.drawLine(0, 0, 0, height() - 1);
    }
    const int left = textLeft();
    const int width = this->width() - left - 4;

    const auto draw = [&](int baseline, const QString& text, const QFont& font,
                          const QColor& colour, int x, int room) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(left + x, m_appearance.px(baseline),
            painter.fontMetrics().elidedText(text, Qt::ElideRight, room));
    };
    draw(15, m_text.label, m_appearance.font(TextStyle::table), theme.text2, 0, width);

    // The unit gives way before the figure is cut.
    const QFont large = m_appearance.font(TextStyle::keyFigure);
    const QFont small = m_appearance.font(TextStyle::caption);
    const int figureWidth = QFontMetrics(large).horizontalAdvance(m_text.figure);
    draw(45, m_text.figure, large, theme.text, 0, width);
    const int room = width - figureWidth - unitGap;
    if (room > 12)
        draw(45, m_text.unit, small, theme.text2, figureWidth + unitGap, room);
    // Whole words first: what stands behind the last comma is in the tool tip, too.
    QString context = m_text.context;
    while (context.contains(u", "_s) && QFontMetrics(small).horizontalAdvance(context) > width)
        context = context.section(u", "_s, 0, -2);
    draw(66, context, small, theme.text2, 0, width);

    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(rect().adjusted(left > 0 ? 5 : 1, 1, -1, -1));
    }
}

void KpiTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F3 || event->key() == Qt::Key_Return ||
        event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void KpiTile::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void KpiTile::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

}
