#pragma once

#include "core/report/ExplainedFigure.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"

#include <QString>

#include <optional>
#include <vector>

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

    // The figure itself, which has a value, times `sign`. A total over years and a cumulative
    // figure are sums of what each year's money is in the view.
    ShownQuantity shown(const core::ExplainedFigure& explained, double sign) const;
    double converted(const core::ExplainedFigure& explained) const; // not rounded

    // The figure over its years in the view's money, not rounded, for charts.
    std::vector<std::optional<double>> overYears(const core::ExplainedFigure& explained) const;

private:
    double converted(const core::Quantity& quantity, double value, std::optional<int> year) const;
    ShownQuantity written(const core::Quantity& quantity, double converted) const;
    QString moneyUnit(const core::Quantity& quantity) const;
    QString terms() const;

    core::MoneyConversion m_conversion;
    core::MoneyView m_view;
    DisplayFormat m_format;
};

}
