#pragma once

#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/Statement.h"
#include "core/report/figure/Figure.h"

#include <optional>
#include <string>

// The figures of a project, made from its evaluation. Their titles state the finding and follow the
// numbers. All are cheap: they only arrange what has been computed.
namespace core {

// Cumulative free cash flow by price deck, with the payback and the peak funding of the active one.
Figure cumulativeCashFlowFigure(const Evaluation& evaluation, MoneyView view = {});

// From the net present value of the stand-alone plant to that of the project: capital, the largest
// cost lines by size, the other costs, tax and working capital. The steps add up exactly.
Figure reuseBridgeFigure(const Evaluation& evaluation, MoneyView view = {});

// Net present value by price deck, the best first, with probabilities and the weighted value.
Figure deckNpvFigure(const Evaluation& evaluation, MoneyView view = {});

// Sales by product, in tonnes.
Figure productionFigure(const Evaluation& evaluation);

// Actual and expected prices of a product, by position in the project, in USD/kg, and the price at
// which the project breaks even.
Figure priceDecksFigure(
    const Evaluation& evaluation, std::size_t product = 0, Terms terms = Terms::nominal);

// Operating cost per kilogram by category, alone and with reuse, in a year; none: the first one of
// full output.
Figure costPerKgFigure(const Evaluation& evaluation, MoneyView view = {Terms::real, Currency::usd},
    std::optional<int> year = std::nullopt);

// Capital, sustaining capital and closure by year.
Figure capitalFigure(const Evaluation& evaluation, MoneyView view = {});

// Income tax, property tax and royalty by year.
Figure taxFigure(const Evaluation& evaluation, MoneyView view = {});

// A line of statementOf() over the years, in the money and with the signs of the statement.
Figure statementLineFigure(const Evaluation& evaluation, ResultCase resultCase,
    const StatementLine& line, MoneyView view, const MoneyScale& scale);

// One row of the model over the years; without bars for a single figure.
Figure explainBars(const Evaluation& evaluation, Row row, MoneyView view = {});

}
