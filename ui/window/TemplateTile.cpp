#include "ui/window/TemplateTile.h"

#include "ui/theme/Appearance.h"

#include <QPainter>

#include <array>

namespace ui {

namespace {

constexpr QSize boxSize {236, 104};
constexpr int textHeight = 32;
constexpr QSizeF drawingSize {120.0, 56.0};

// A step of the bridge in parts of its height, from the top.
struct Step {
    double from;
    double to;
    QColor Theme::*ink;
};

const std::array steps {Step {0.95, 0.35, &Theme::total}, Step {0.95, 0.55, &Theme::positive},
    Step {0.55, 0.37, &Theme::positive}, Step {0.37, 0.23, &Theme::positive},
    Step {0.23, 0.12, &Theme::positive}, Step {0.12, 0.06, &Theme::positive},
    Step {0.06, 0.12, &Theme::negative}, Step {0.12, 0.3, &Theme::positive}};

}

TemplateTile::TemplateTile(
    const Appearance& appearance, const QString& text, Drawing drawing, QWidget* parent)
    : QAbstractButton(parent)
    , m_appearance(appearance)
    , m_drawing(drawing)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize TemplateTile::sizeHint() const
{
    return {boxSize.width(), boxSize.height() + m_appearance.px(textHeight)};
}

void TemplateTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    const QRect box(QPoint(0, 0), QSize(width(), boxSize.height()));
    painter.fillRect(box, underMouse() ? theme.hover : theme.surface);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.rule2, hasFocus() ? 2 : 1));
    painter.drawRect(hasFocus() ? box.adjusted(1, 1, -1, -1) : box.adjusted(0, 0, -1, -1));
    QRectF area({}, drawingSize);
    area.moveCenter(QRectF(box).center());
    if (m_drawing == Drawing::bridge)
        drawBridge(painter, area);
    else
        drawAxes(painter, area);
    painter.setFont(m_appearance.font(TextStyle::body, QFont::Medium));
    painter.setPen(theme.text);
    painter.drawText(QRect(0, box.bottom() + 6, width(), m_appearance.px(textHeight) - 6),
        Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

void TemplateTile::drawBridge(QPainter& painter, const QRectF& area) const
{
    const Theme& theme = m_appearance.theme();
    const double slot = area.width() / static_cast<double>(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double left = area.left() + slot * static_cast<double>(i) + 2.0;
        const QRectF bar(QPointF(left, area.top() + steps[i].from * area.height()),
            QPointF(left + slot * 0.65, area.top() + steps[i].to * area.height()));
        painter.fillRect(bar.normalized(), theme.*steps[i].ink);
    }
    const double zero = std::round(area.top() + 0.3 * area.height());
    painter.fillRect(QRectF(area.left(), zero, area.width(), 1.0), theme.zero);
}

void TemplateTile::drawAxes(QPainter& painter, const QRectF& area) const
{
    const QColor& ink = m_appearance.theme().zero;
    const QRectF whole(std::round(area.left()), std::round(area.top()), std::round(area.width()),
        std::round(area.height()));
    painter.fillRect(QRectF(whole.left(), whole.top(), 1.0, whole.height()), ink);
    painter.fillRect(QRectF(whole.left(), whole.bottom(), whole.width(), 1.0), ink);
}

}
