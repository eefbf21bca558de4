#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

class QWidget;

namespace ui {

class FigureChart;

// Lets the marks of a chart that have a grip be moved sideways.
class MarkDrag : public QObject {
    Q_OBJECT

public:
    // The viewport shows the chart, in the coordinates of its layout.
    MarkDrag(FigureChart& chart, QWidget& viewport, QObject* parent = nullptr);

    bool isDragging() const { return m_grip.has_value(); }
    void giveUp(); // back to where it was

signals:
    // The mark, by its number in the figure, was moved to a number on the axis. It follows once
    // the figure is set anew.
    void moved(int mark, double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Grip {
        int mark = 0;
        double before = 0.0;
        double away = 0.0; // from the pointer to the line
    };

    std::optional<Grip> gripAt(const QPointF& position) const;

    FigureChart& m_chart;
    QWidget& m_viewport;
    std::optional<Grip> m_grip; // that is pressed
};

}
