#pragma once

#include <QWidget>

namespace ui {

class Appearance;

// A line of one pixel, where a group begins.
class Rule : public QWidget {
    Q_OBJECT

public:
    explicit Rule(const Appearance& appearance, QWidget* parent = nullptr,
        Qt::Orientation orientation = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& m_appearance;
};

}
