#pragma once

#include "ui/figures/FigureLayout.h"

#include <QChart>
#include <QGraphicsObject>

#include <array>
#include <optional>

class QLineSeries;
class QValueAxis;

namespace ui {

// A figure as a chart: Qt Charts draws the lines, an overlay all the rest. New data replaces
// the old in the same lines; nothing is rebuilt.
class FigureChart : public QChart {
    Q_OBJECT

public:
    explicit FigureChart(QGraphicsItem* parent = nullptr);

    void setFigure(const core::Figure& figure);
    void setStyle(const FigureStyle& style);
    void setSourceLine(const QString& source); // for what leaves the program
    void setFocusedTarget(int target);         // -1: none
    // While held, the scale of the values of lines stays, whatever they are.
    void holdScale(bool isHeld);
    // The rows beside a tornado that its bars stand in; none: it fills its height.
    void setRows(const std::optional<FigureRows>& rows);
    // The same for standing bars and columns.
    void setColumns(const std::optional<FigureColumns>& columns);

    const core::Figure& figure() const { return m_figure; }
    const FigureStyle& style() const { return m_style; }
    const FigureLayout& layOut() const { return m_layout; }

    // Draws the chart at its size, also where no window shows it.
    void render(QPainter& painter);

signals:
    void laidOut(); // anew: whoever holds numbers of targets looks for them again

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Overlay;

    void update();

    core::Figure m_figure;
    FigureStyle m_style = FigureStyle::light();
    LayoutFrame m_frame;
    FigureLayout m_layout;
    int m_focusedTarget = -1;
    QValueAxis* m_x = nullptr;
    QValueAxis* m_y = nullptr;
    std::array<QLineSeries*, 10> m_lines {};
    Overlay* m_behind = nullptr;
    Overlay* m_front = nullptr;
};

}
