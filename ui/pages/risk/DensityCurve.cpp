#include "ui/pages/risk/DensityCurve.h"

#include "ui/fields/FieldText.h"
#include "ui/figures/AxisScale.h"
#include "ui/figures/LabelPlacement.h"
#include "ui/theme/Appearance.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

namespace {

constexpr int curveHeight = 84;
constexpr int labelHeight = 20;
constexpr double partBeside = 0.12; // of the range, free at either end
constexpr double gripSize = 9.0;
constexpr double reach = 8.0; // of the pointer
constexpr int points = 90;
const std::string spread = "standard_deviation";

double parameterOf(const core::Distribution& distribution, const std::string& name)
{
    const auto found = distribution.parameters.find(name);
    return found == distribution.parameters.end() ? 0.0 : found->second;
}

// A multiple of the round step that a pixel is worth.
double rounded(double value, double worthOfPixel)
{
    const double step = roundStep(worthOfPixel);
    return step < 1.0 ? std::round(value / step) / std::round(1.0 / step)
                      : std::round(value / step) * step;
}

}

DensityCurve::DensityCurve(Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Density"));
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DensityCurve::setDistribution(const core::Distribution& distribution,
    std::optional<double> plan, const NumberExpectation& expected, std::vector<Grip> grips)
{
    m_distribution = distribution;
    m_plan = plan;
    m_expected = expected;
    m_grips = std::move(grips);
    if (!m_drag) {
        const ValueRange draws = rangeOfDraws(distribution);
        const double free = partBeside * (draws.high - draws.low);
        m_range = {draws.low - free, draws.high + free};
    }
    update();
}

QSize DensityCurve::sizeHint() const
{
    return {260, curveHeight + m_appearance.px(labelHeight)};
}

QRectF DensityCurve::plot() const
{
    return QRectF(0.5, 6.0, width() - 1.0, curveHeight - 12.0);
}

double DensityCurve::xOf(double value) const
{
    const QRectF area = plot();
    return area.left() + m_range.place(value) * area.width();
}

double DensityCurve::placeOf(const Grip& grip) const
{
    const double value = parameterOf(m_distribution, grip.parameter);
    return grip.parameter == spread ? parameterOf(m_distribution, "mean") + value : value;
}

double DensityCurve::worthOf(const Grip& grip, double value) const
{
    return grip.parameter == spread ? value - parameterOf(m_distribution, "mean") : value;
}

std::optional<QPoint> DensityCurve::gripAt(const std::string& parameter) const
{
    for (const Grip& grip : m_grips)
        if (grip.parameter == parameter)
            return QPointF(xOf(placeOf(grip)), plot().bottom()).toPoint();
    return std::nullopt;
}

std::optional<std::size_t> DensityCurve::gripUnder(const QPointF& position) const
{
    std::optional<std::size_t> nearest;
    double distance = reach;
    for (std::size_t i = 0; i < m_grips.size(); ++i) {
        const double away = std::abs(xOf(placeOf(m_grips[i])) - position.x());
        if (away < distance) {
            distance = away;
            nearest = i;
        }
    }
    return nearest;
}

void DensityCurve::mousePressEvent(QMouseEvent* event)
{
    const auto grip = gripUnder(event->position());
    if (event->button() != Qt::LeftButton || !grip)
        return;
    const double before = parameterOf(m_distribution, m_grips[*grip].parameter);
    m_drag =
        Drag {*grip, before, before, event->position().x() - xOf(placeOf(m_grips[*grip])), false};
}

void DensityCurve::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag) {
        setCursor(gripUnder(event->position()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    const QRectF area = plot();
    const double place = (event->position().x() - m_drag->offset - area.left()) / area.width();
    const double worthOfPixel = (m_range.high - m_range.low) / area.width();
    moveTo(worthOf(
        m_grips[m_drag->grip], rounded(m_range.value(std::clamp(place, 0.0, 1.0)), worthOfPixel)));
}

void DensityCurve::moveTo(double value)
{
    const Grip& grip = m_grips[m_drag->grip];
    value = std::clamp(value, grip.minimum, grip.maximum);
    if (value == m_drag->value)
        return;
    m_drag->value = value;
    m_drag->isMoved = true;
    emit dragged(QString::fromStdString(grip.parameter), value, false);
}

void DensityCurve::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag && event->button() == Qt::LeftButton)
        release(m_drag->value);
}

void DensityCurve::release(double value)
{
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (!drag.isMoved)
        return;
    emit dragged(QString::fromStdString(m_grips[drag.grip].parameter), value, true);
    // The scale follows again.
    setDistribution(m_distribution, m_plan, m_expected, m_grips);
}

void DensityCurve::keyPressEvent(QKeyEvent* event)
{
    if (m_drag && event->key() == Qt::Key_Escape)
        release(m_drag->before);
    else
        QWidget::keyPressEvent(event);
}

void DensityCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter);
    paintLabels(painter);
}

void DensityCurve::paintShape(QPainter& painter) const
{
    const Theme& theme = m_appearance.theme();
    const QRectF area = plot();
    const auto at = [&](const QPointF& point) {
        return QPointF(
            area.left() + point.x() * area.width(), area.bottom() - point.y() * area.height());
    };
    const QList<QPointF> bars = discreteBars(m_distribution, m_range);
    for (const QPointF& bar : bars)
        painter.fillRect(QRectF(at(bar) - QPointF(5.0, 0.0), QSizeF(10.0, bar.y() * area.height())),
            theme.positive);
    QPolygonF line;
    for (const QPointF& point : densityLine(m_distribution, m_range, points))
        line << at(point);
    if (!line.isEmpty()) {
        QPolygonF ground = line;
        ground << QPointF(line.last().x(), area.bottom())
               << QPointF(line.first().x(), area.bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.positiveSoft);
        painter.drawPolygon(ground);
        painter.setPen(QPen(theme.positive, 1.5));
        painter.drawPolyline(line);
    }
    painter.setPen(QPen(theme.rule2, 1.0));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_plan && m_range.place(*m_plan) >= 0.0 && m_range.place(*m_plan) <= 1.0) {
        painter.setPen(QPen(theme.text, 1.0, Qt::DashLine));
        painter.drawLine(
            QPointF(xOf(*m_plan), area.top() - 2.0), QPointF(xOf(*m_plan), area.bottom()));
    }
    for (const Grip& grip : m_grips) {
        const QPointF centre(xOf(placeOf(grip)), area.bottom());
        painter.setPen(QPen(theme.surface2, 1.5));
        painter.setBrush(theme.input);
        painter.drawEllipse(centre, gripSize / 2, gripSize / 2);
    }
}

void DensityCurve::paintLabels(QPainter& painter) const
{
    const Theme& theme = m_appearance.theme();
    painter.setFont(m_appearance.font(TextStyle::caption));
    painter.setPen(theme.text2);
    std::vector<double> wanted;
    QStringList texts;
    double widest = 0.0;
    const auto add = [&](double place, const QString& text) {
        wanted.push_back(xOf(place));
        texts += text;
        widest = std::max(widest, QFontMetricsF(painter.font()).horizontalAdvance(text));
    };
    for (const Grip& grip : m_grips)
        if (grip.parameter != spread)
            add(placeOf(grip), fieldText(placeOf(grip), m_expected));
    if (m_grips.empty())
        for (const double value : m_distribution.values)
            add(value, fieldText(value, m_expected));
    const std::vector<double> placed =
        pushedApart(wanted, widest + 8.0, widest / 2, width() - widest / 2);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const QRectF place(placed[i] - widest / 2 - 4.0, curveHeight, widest + 8.0,
            m_appearance.px(labelHeight) - 2.0);
        painter.drawText(place, Qt::AlignCenter, texts[static_cast<qsizetype>(i)]);
    }
}

}
