#pragma once

#include "core/project/Analysis.h"
#include "ui/models/NumberParser.h"
#include "ui/pages/risk/DistributionPicture.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

namespace ui {

class Appearance;

// The density of a distribution, with the plan and a grip for each parameter that can be dragged
// along. While one is dragged the scale stays. For the keyboard the parameters have fields.
class DensityCurve : public QWidget {
    Q_OBJECT

public:
    struct Grip {
        std::string parameter;
        double minimum = 0.0; // that it can be dragged to
        double maximum = 0.0;
    };

    explicit DensityCurve(Appearance&, QWidget* parent = nullptr);

    // `expected` says how its numbers are written.
    void setDistribution(const core::Distribution&, std::optional<double> plan,
        const NumberExpectation& expected, std::vector<Grip> grips);
    // Where a grip is to be pressed.
    std::optional<QPoint> gripAt(const std::string& parameter) const;

    QSize sizeHint() const override;

signals:
    // Finished when it is let go; Esc drags it back to where it was.
    void dragged(const QString& parameter, double value, bool isFinished);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;

private:
    struct Drag {
        std::size_t grip = 0;
        double before = 0.0;
        double value = 0.0;
        double offset = 0.0; // of the pointer from the grip
        bool isMoved = false;
    };

    QRectF plot() const;
    double xOf(double value) const;
    double placeOf(const Grip&) const; // of a spread, beside the mean
    double worthOf(const Grip&, double value) const;
    std::optional<std::size_t> gripUnder(const QPointF&) const;
    void moveTo(double value);
    void release(double value);
    void paintShape(QPainter&) const;
    void paintLabels(QPainter&) const;

    Appearance& m_appearance;
    core::Distribution m_distribution;
    std::optional<double> m_plan;
    NumberExpectation m_expected;
    std::vector<Grip> m_grips;
    ValueRange m_range;
    std::optional<Drag> m_drag;
};

}
