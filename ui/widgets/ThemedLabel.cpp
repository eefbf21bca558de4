#include "ui/widgets/ThemedLabel.h"

#include <QEvent>
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

int ThemedLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    if (!m_measure || m_measure->width != width || m_measure->text != text())
        m_measure = {text(), width, QLabel::heightForWidth(width)};
    return m_measure->height;
}

bool ThemedLabel::event(QEvent* event)
{
    // Text and width are compared; all else that tells in the height is told of.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ContentsRectChange ||
        event->type() == QEvent::StyleChange)
        m_measure.reset();
    return QLabel::event(event);
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
