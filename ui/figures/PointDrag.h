#pragma once

#include <QObject>
#include <QPointF>
#include <QString>

#include <optional>

class QWidget;

namespace ui {

class FigureChart;
struct FigureTarget;

// Lets the points of one line of a chart be dragged up and down, in round steps and within the
// scale of the chart, which is held meanwhile.
class PointDrag : public QObject {
    Q_OBJECT

public:
    // The viewport shows the chart, in the coordinates of its layout.
    PointDrag(FigureChart& chart, QWidget& viewport, QObject* parent = nullptr);

    void setSeries(const QString& id); // empty: none
    bool isDragging() const { return m_point && m_point->isMoved; }
    void giveUp(); // back to the value before

signals:
    void dragged(const QString& seriesId, int year, double value, bool isFinished);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Point {
        int year = 0;
        double before = 0.0;
        double value = 0.0;
        QPointF pressedAt;
        double grip = 0.0; // from the pointer down to the point
        bool isMoved = false;
    };

    const FigureTarget* pointAt(const QPointF& position) const;
    std::optional<double> valueOf(int year) const;
    void press(const QPointF& position);
    void moveTo(const QPointF& position);
    void release(double value);

    FigureChart& m_chart;
    QWidget& m_viewport;
    QString m_series;
    std::optional<Point> m_point; // that is pressed
};

}
