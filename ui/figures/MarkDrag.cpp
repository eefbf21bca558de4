#include "ui/figures/MarkDrag.h"

#include "ui/figures/FigureChart.h"

#include <QMouseEvent>
#include <QToolTip>
#include <QWidget>

#include <cmath>
#include <utility>

namespace ui {

MarkDrag::MarkDrag(FigureChart& chart, QWidget& viewport, QObject* parent)
    : QObject(parent)
    , m_chart(chart)
    , m_viewport(viewport)
{
    viewport.installEventFilter(this);
}

// Of lines close to one another the nearest.
std::optional<MarkDrag::Grip> MarkDrag::gripAt(const QPointF& position) const
{
    std::optional<Grip> nearest;
    for (const FigureGrip& grip : m_chart.layOut().grips) {
        const double away = grip.area.center().x() - position.x();
        if (!grip.area.contains(position) || (nearest && std::abs(away) >= std::abs(nearest->away)))
            continue;
        const core::FigureMark& mark = m_chart.figure().marks[static_cast<std::size_t>(grip.mark)];
        nearest = Grip {grip.mark, mark.at.x, away};
    }
    return nearest;
}

void MarkDrag::giveUp()
{
    if (const std::optional<Grip> grip = std::exchange(m_grip, std::nullopt))
        emit moved(grip->mark, grip->before);
}

bool MarkDrag::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton)
            m_grip = gripAt(mouse->position());
        break;
    }
    case QEvent::MouseMove: {
        const QPointF position = static_cast<QMouseEvent*>(event)->position();
        if (m_grip) {
            emit moved(m_grip->mark, m_chart.layOut().xValueAt(position.x() + m_grip->away));
            return true;
        }
        if (!gripAt(position))
            break;
        m_viewport.setCursor(Qt::SizeHorCursor);
        QToolTip::hideText();
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
            m_grip.reset();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

}
