#pragma once

#include "core/report/MoneyView.h"
#include "core/report/Quantity.h"
#include "ui/models/DisplayFormat.h"

#include <QString>

#include <optional>

namespace ui {

// A figure of the model as the window shows it: money in the view's terms and currency.
struct ShownQuantity {
    QString number; // "4.67", "20.0 %"
    QString unit;   // "USD million, nominal"; empty where it goes with the number
};

class QuantityWriter {
public:
    QuantityWriter(const core::Evaluation& evaluation, core::MoneyView view, DisplayFormat format);

    // `year` is that of the money; none for single figures.
    ShownQuantity shown(
        const core::Quantity& quantity, double value, std::optional<int> year) const;

    // The value in the view's money, not rounded, for charts.
    double converted(const core::Quantity& quantity, double value, std::optional<int> year) const;

private:
    QString moneyUnit(const core::Quantity& quantity) const;

    core::MoneyConversion m_conversion;
    core::MoneyView m_view;
    DisplayFormat m_format;
};

}
