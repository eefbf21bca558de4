#include "ui/widgets/ThemedLabel.h"

#include <QPalette>

namespace ui {

ThemedLabel::ThemedLabel(
    Appearance& appearance, TextStyle style, QColor Theme::*ink, QWidget* parent)
    : QLabel(parent)
    , m_appearance(appearance)
    , m_style(style)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&appearance, &Appearance::changed, this, &ThemedLabel::dress);
    dress();
}

ThemedLabel::ThemedLabel(Appearance& appearance, TextStyle style, QFont::Weight weight,
    QColor Theme::*ink, QWidget* parent)
    : ThemedLabel(appearance, style, ink, parent)
{
    m_weight = weight;
    dress();
}

void ThemedLabel::setTextWidth(int width)
{
    if (m_textWidth == width)
        return;
    m_textWidth = width;
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    updateGeometry();
}

bool ThemedLabel::hasHeightForWidth() const
{
    return !m_textWidth && QLabel::hasHeightForWidth();
}

QSize ThemedLabel::sizeHint() const
{
    return m_textWidth ? QSize(*m_textWidth, heightForWidth(*m_textWidth)) : QLabel::sizeHint();
}

QSize ThemedLabel::minimumSizeHint() const
{
    return m_textWidth ? sizeHint() : QLabel::minimumSizeHint();
}

void ThemedLabel::dress()
{
    setFont(m_weight ? m_appearance.font(m_style, *m_weight) : m_appearance.font(m_style));
    QPalette colours = palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        colours.setColor(role, m_appearance.theme().*m_ink);
    setPalette(colours);
}

}
