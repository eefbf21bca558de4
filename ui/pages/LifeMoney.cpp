#include "ui/pages/LifeMoney.h"

#include <cmath>

namespace ui {

namespace {

constexpr double smallestCoin = 0.005; // what is less is left of sums that cancel

}

LifeMoney::LifeMoney(const core::Evaluation& evaluation, core::MoneyView view)
    : m_evaluation(evaluation)
    , m_view(view)
    , m_conversion(evaluation, view)
{
}

double LifeMoney::inYear(core::Row row, int year) const
{
    return m_evaluation.figure(row, year).value_or(0.0) * m_conversion.inYear(year);
}

double LifeMoney::sumOf(core::Row row) const
{
    double sum = 0.0;
    for (int year = m_evaluation.years().first; year <= m_evaluation.years().last; ++year)
        sum += inYear(row, year);
    return sum;
}

double LifeMoney::lastOf(core::Row row) const
{
    return inYear(row, m_evaluation.years().last);
}

void LifeMoney::scaleTo(double largest)
{
    m_scale = core::moneyScale(std::abs(largest), m_view.currency);
}

QString LifeMoney::unit() const
{
    return QString::fromStdString(m_scale.unit).replace(u' ', QChar(noBreakSpace));
}

TableCell LifeMoney::cell(double amount, const DisplayFormat& format,
    const std::optional<core::FigureReference>& figure) const
{
    const bool isNothing = std::abs(amount) < smallestCoin;
    TableCell cell;
    cell.look = TableCell::Look::number;
    cell.tone = CellTone::quiet;
    cell.number = isNothing ? 0.0 : amount / m_scale.divisor;
    cell.text = isNothing ? QString(QChar(enDash)) : format.fixed(*cell.number, 1);
    cell.figure = figure;
    return cell;
}

}
