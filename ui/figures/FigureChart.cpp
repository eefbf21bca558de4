#include "ui/figures/FigureChart.h"

#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <cmath>

namespace ui {

// Paints what a layout holds besides the chart's own lines: behind these, or in front of them.
class FigureChart::Overlay : public QGraphicsObject {
public:
    enum class Place { behind, inFront };

    Overlay(FigureChart& chart, Place place)
        : QGraphicsObject(&chart)
        , m_chart(chart)
        , m_place(place)
    {
        // Qt Charts numbers its background, grid, axes and series from -1 upwards.
        constexpr double belowLines = 2.5;
        constexpr double aboveAll = 1000.0;
        setZValue(place == Place::behind ? belowLines : aboveAll);
        setAcceptedMouseButtons(Qt::NoButton);
    }

    QRectF boundingRect() const override { return QRectF(QPointF(0.0, 0.0), m_chart.size()); }
    void sizeChanged() { prepareGeometryChange(); }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        const FigureLayout& layout = m_chart.m_layout;
        painter->setRenderHint(QPainter::Antialiasing);
        if (m_place == Place::behind) {
            paintGrid(*painter);
            paintBars(*painter, layout.barsBehind);
            return;
        }
        paintBars(*painter, layout.bars);
        paintLines(*painter);
        for (const LaidDot& dot : layout.dots) {
            painter->setPen(QPen(m_chart.m_style.surface, 1.2 * m_chart.m_style.lineScale));
            painter->setBrush(dot.colour);
            painter->drawEllipse(dot.centre, dot.radius, dot.radius);
        }
        paintTexts(*painter);
        paintFocus(*painter);
    }

private:
    // On whole pixels, which the grid of Qt Charts is not.
    void paintGrid(QPainter& painter) const
    {
        const FigureLayout& layout = m_chart.m_layout;
        const QRectF& plot = layout.plot;
        painter.setPen(QPen(m_chart.m_style.grid, 1.0));
        if (layout.hasHorizontalGrid)
            for (const double value : layout.y.values()) {
                const double y = std::round(layout.at(layout.x.first, value).y()) + 0.5;
                painter.drawLine(QLineF(plot.left(), y, plot.right(), y));
            }
        if (layout.hasVerticalGrid)
            for (const double value : layout.x.values()) {
                const double x = std::round(layout.at(value, layout.y.first).x()) + 0.5;
                painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()));
            }
    }

    static void paintBars(QPainter& painter, const std::vector<LaidBar>& bars)
    {
        for (const LaidBar& bar : bars)
            painter.fillRect(bar.area, bar.colour);
    }

    void paintLines(QPainter& painter) const
    {
        for (const LaidLine& line : m_chart.m_layout.lines) {
            QPen pen(line.colour, line.width);
            if (line.isDashed)
                pen.setDashPattern({3.0, 2.4});
            pen.setCapStyle(Qt::FlatCap);
            painter.setPen(pen);
            painter.drawLine(line.line);
        }
    }

    void paintTexts(QPainter& painter) const
    {
        for (const LaidText& text : m_chart.m_layout.texts) {
            if (!text.ground.isEmpty())
                painter.fillRect(text.ground, m_chart.m_style.surface);
            painter.setFont(text.font);
            painter.setPen(text.colour);
            painter.drawText(text.baseline, text.text);
        }
    }

    void paintFocus(QPainter& painter) const
    {
        const auto target = static_cast<std::size_t>(m_chart.m_focusedTarget);
        if (m_chart.m_focusedTarget < 0 || target >= m_chart.m_layout.targets.size())
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_chart.m_style.accent, 2.0));
        painter.drawEllipse(m_chart.m_layout.targets[target].at, 6.0, 6.0);
    }

    FigureChart& m_chart;
    Place m_place;
};

FigureChart::FigureChart(QGraphicsItem* parent)
    : QChart(parent)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    setMargins(QMargins(0, 0, 0, 0));
    layout()->setContentsMargins(0, 0, 0, 0);
    setBackgroundVisible(false);
    setBackgroundRoundness(0);
    legend()->hide();
    setAnimationOptions(QChart::NoAnimation);
    addAxis(m_x, Qt::AlignBottom);
    addAxis(m_y, Qt::AlignLeft);
    for (QValueAxis* axis : {m_x, m_y})
        axis->setVisible(false); // they only say what is where
    for (QLineSeries*& line : m_lines) {
        line = new QLineSeries;
        addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        line->setVisible(false);
    }
    m_behind = new Overlay(*this, Overlay::Place::behind);
    m_front = new Overlay(*this, Overlay::Place::inFront);
}

void FigureChart::setFigure(const core::Figure& figure)
{
    if (m_figure == figure)
        return;
    m_figure = figure;
    update();
}

void FigureChart::setStyle(const FigureStyle& style)
{
    if (m_style == style)
        return;
    m_style = style;
    update();
}

void FigureChart::setSourceLine(const QString& source)
{
    m_frame.source = source;
    update();
}

void FigureChart::setFocusedTarget(int target)
{
    m_focusedTarget = target;
    m_front->QGraphicsItem::update();
}

void FigureChart::holdScale(bool isHeld)
{
    m_frame.heldScale = isHeld ? std::optional(m_layout.y) : std::nullopt;
    update();
}

void FigureChart::setRows(const std::optional<FigureRows>& rows)
{
    if (m_frame.rows == rows)
        return;
    m_frame.rows = rows;
    update();
}

void FigureChart::setColumns(const std::optional<FigureColumns>& columns)
{
    if (m_frame.columns == columns)
        return;
    m_frame.columns = columns;
    update();
}

void FigureChart::resizeEvent(QGraphicsSceneResizeEvent* event)
{
    QChart::resizeEvent(event);
    m_behind->sizeChanged();
    m_front->sizeChanged();
    update();
}

void FigureChart::update()
{
    m_layout = ui::layOut(m_figure, m_style, size(), m_frame);
    const QRectF plot = m_layout.plot;
    if (plotArea() != plot)
        setPlotArea(plot);
    m_x->setRange(m_layout.x.first, m_layout.x.last);
    m_y->setRange(m_layout.y.first, m_layout.y.last);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        QLineSeries& line = *m_lines[i];
        if (i >= m_layout.chartLines.size()) {
            line.setVisible(false);
            continue;
        }
        const ChartLine& laid = m_layout.chartLines[i];
        QPen pen(laid.colour, laid.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (laid.isDashed) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({3.0, 2.4});
        }
        line.setPen(pen);
        line.replace(laid.points);
        line.setVisible(true);
    }
    m_behind->QGraphicsItem::update();
    m_front->QGraphicsItem::update();
    emit laidOut();
}

void FigureChart::render(QPainter& painter)
{
    QGraphicsScene* const owner = scene();
    Q_ASSERT(owner);
    painter.setRenderHint(QPainter::Antialiasing);
    owner->render(&painter, QRectF(QPointF(0.0, 0.0), size()), QRectF(QPointF(0.0, 0.0), size()),
        Qt::IgnoreAspectRatio);
}

}
