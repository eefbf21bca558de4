#pragma once

#include <QWidget>

namespace ui {

class Appearance;

// What the parts of the bars in the cost table are, once above the table.
class CostLegend : public QWidget {
    Q_OBJECT

public:
    explicit CostLegend(const Appearance& appearance, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
};

}
