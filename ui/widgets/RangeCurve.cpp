#include "ui/widgets/RangeCurve.h"

#include "ui/models/DisplayFormat.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EvidenceText.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int curveHeight = 64;
constexpr int labelHeight = 18;
constexpr double partBeside = 0.14; // of the width, free at either end
constexpr int points = 80;

// The density of PERT without its constant: a beta distribution stretched over the range.
double density(const core::EvidenceRange& range, double value)
{
    constexpr double lambda = 4.0;
    const double span = range.high - range.low;
    const double below = lambda * (1.0 - range.low) / span;
    const double above = lambda * (range.high - 1.0) / span;
    const double part = (value - range.low) / span;
    return std::pow(part, below) * std::pow(1.0 - part, above);
}

}

RangeCurve::RangeCurve(Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RangeCurve::setRange(std::optional<core::EvidenceRange> range)
{
    m_range = range;
    setAccessibleName(range ? rangeText(*range) : QString());
    update();
}

QSize RangeCurve::sizeHint() const
{
    return {200, curveHeight + m_appearance.px(labelHeight)};
}

void RangeCurve::paintEvent(QPaintEvent*)
{
    if (!m_range || !(m_range->low < 1.0 && m_range->high > 1.0))
        return;
    const Theme& theme = m_appearance.theme();
    const double left = width() * partBeside;
    const double across = width() - 2.0 * left;
    const double bottom = curveHeight - 0.5;
    const double top = 4.0;
    const double peak = density(*m_range, 1.0);
    const auto x = [&](double value) {
        return left + across * (value - m_range->low) / (m_range->high - m_range->low);
    };
    QPolygonF line;
    for (int i = 0; i <= points; ++i) {
        const double value = std::clamp(m_range->low + (m_range->high - m_range->low) * i / points,
            m_range->low, m_range->high);
        line << QPointF(x(value), bottom - (bottom - top) * density(*m_range, value) / peak);
    }

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.positiveSoft);
    painter.drawPolygon(line);
    painter.setPen(QPen(theme.rule2, 1.0));
    painter.drawLine(QPointF(0.0, bottom), QPointF(width(), bottom));
    painter.setPen(QPen(theme.positive, 1.5));
    painter.drawPolyline(line);
    painter.setPen(QPen(theme.positive, 1.0, Qt::DashLine));
    painter.drawLine(QPointF(x(1.0), top), QPointF(x(1.0), bottom));

    const DisplayFormat format;
    for (const double value : {m_range->low, 1.0, m_range->high}) {
        const bool isPlan = value == 1.0;
        painter.setPen(QPen(theme.rule2, 1.0));
        painter.drawLine(QPointF(x(value), bottom), QPointF(x(value), bottom + 4.0));
        painter.setFont(isPlan ? m_appearance.font(TextStyle::caption, QFont::DemiBold)
                               : m_appearance.font(TextStyle::caption));
        painter.setPen(isPlan ? theme.text : theme.text2);
        const QRectF place(x(value) - 50.0, bottom + 4.0, 100.0, m_appearance.px(labelHeight) - 2);
        painter.drawText(place, Qt::AlignCenter, format.percent(value, 0));
    }
}

}
