#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace ui {

class Appearance;

// A figure over the years as small bars, with the year in question in front. A click chooses a
// year.
class YearBars : public QWidget {
    Q_OBJECT

public:
    explicit YearBars(const Appearance& appearance, QWidget* parent = nullptr);

    // A value for each year from the first; none where there is no figure.
    void setValues(
        int firstYear, std::vector<std::optional<double>> values, std::optional<int> chosenYear);

    QSize sizeHint() const override;

signals:
    void yearChosen(int year);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    double slotWidth() const;

    const Appearance& m_appearance;
    int m_firstYear = 0;
    std::optional<int> m_chosenYear;
    std::vector<std::optional<double>> m_values;
};

}
