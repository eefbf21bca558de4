#pragma once

#include "core/report/FigureReference.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <optional>

namespace ui {

// Money over the life of a project as the view shows it, for columns of results in tables.
class LifeMoney {
public:
    LifeMoney(const core::Evaluation& evaluation, core::MoneyView view);

    double sumOf(core::Row row) const;  // over all years
    double lastOf(core::Row row) const; // in the last year

    // Columns are on the scale of their largest amount.
    void scaleTo(double largest);
    QString unit() const; // "USD million", not to be broken in a head
    TableCell cell(double amount, const DisplayFormat& format,
        const std::optional<core::FigureReference>& figure = {}) const;

private:
    double inYear(core::Row row, int year) const;

    const core::Evaluation& m_evaluation;
    core::MoneyView m_view;
    core::MoneyConversion m_conversion;
    core::MoneyScale m_scale;
};

}
