#include "ui/figures/PointDrag.h"

#include "ui/figures/FigureChart.h"

#include <QMouseEvent>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr double threshold = 3.0; // of the pointer, below which a click is a click

// A multiple of the round step that a pixel is worth.
double rounded(double value, double worthOfPixel)
{
    const double step = roundStep(worthOfPixel);
    // Divided where the step is a part of one, which has no exact double.
    return step < 1.0 ? std::round(value / step) / std::round(1.0 / step)
                      : std::round(value / step) * step;
}

}

PointDrag::PointDrag(FigureChart& chart, QWidget& viewport, QObject* parent)
    : QObject(parent)
    , m_chart(chart)
    , m_viewport(viewport)
{
    viewport.installEventFilter(this);
}

void PointDrag::setSeries(const QString& id)
{
    m_series = id;
}

const FigureTarget* PointDrag::pointAt(const QPointF& position) const
{
    if (m_series.isEmpty())
        return nullptr;
    const std::optional<core::FigureDivide>& divide = m_chart.figure().divide;
    const FigureTarget* nearest = nullptr;
    for (const FigureTarget& target : m_chart.layOut().targets) {
        const bool isPast = divide && target.year < divide->x;
        if (target.series != m_series || isPast || !target.area.contains(position))
            continue;
        if (!nearest ||
            std::abs(target.at.x() - position.x()) < std::abs(nearest->at.x() - position.x()))
            nearest = &target;
    }
    return nearest;
}

std::optional<double> PointDrag::valueOf(int year) const
{
    for (const core::FigureSeries& series : m_chart.figure().series)
        if (series.id == m_series.toStdString())
            for (const core::FigurePoint& point : series.points)
                if (std::lround(point.x) == year)
                    return point.value;
    return std::nullopt;
}

void PointDrag::press(const QPointF& position)
{
    const FigureTarget* const target = pointAt(position);
    const std::optional<double> value = target ? valueOf(target->year) : std::nullopt;
    if (value)
        m_point = {target->year, *value, *value, position, target->at.y() - position.y()};
}

void PointDrag::moveTo(const QPointF& position)
{
    if (!m_point->isMoved) {
        if (std::abs(position.y() - m_point->pressedAt.y()) < threshold)
            return;
        m_point->isMoved = true;
        m_chart.holdScale(true);
    }
    const FigureLayout& layout = m_chart.layOut();
    const double worthOfPixel = (layout.y.last - layout.y.first) / layout.plot.height();
    const double up = layout.plot.bottom() - position.y() - m_point->grip;
    const double value = std::clamp(
        rounded(layout.y.first + up * worthOfPixel, worthOfPixel), layout.y.first, layout.y.last);
    if (value == m_point->value)
        return;
    m_point->value = value;
    emit dragged(m_series, m_point->year, value, false);
}

void PointDrag::release(double value)
{
    const Point point = *std::exchange(m_point, std::nullopt);
    if (!point.isMoved)
        return;
    emit dragged(m_series, point.year, value, true);
    m_chart.holdScale(false);
}

void PointDrag::giveUp()
{
    if (m_point)
        release(m_point->before);
}

bool PointDrag::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton)
            press(mouse->position());
        break;
    }
    case QEvent::MouseMove: {
        const QPointF position = static_cast<QMouseEvent*>(event)->position();
        if (m_point) {
            moveTo(position);
            return true;
        }
        if (pointAt(position))
            m_viewport.setCursor(Qt::SizeVerCursor);
        else
            m_viewport.unsetCursor();
        break;
    }
    case QEvent::MouseButtonRelease:
        if (m_point && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            release(m_point->value);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

}
