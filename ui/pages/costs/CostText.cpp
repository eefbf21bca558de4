#include "ui/pages/costs/CostText.h"

#include "ui/pages/MoneyText.h"
#include "ui/pages/costs/CostAmounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

// What the reuse of the refinery does to the costs.
QString finding(const CostAmounts& total, core::Currency currency, const DisplayFormat& format)
{
    if (total.standalone == 0.0 && total.saving == 0.0)
        return Texts::tr("No operating cost is stated yet.");
    const QString saving = amountText(std::abs(total.saving), currency, format);
    const QString standalone = magnitudeText(total.standalone, currency, format);
    if (total.saving > 0.0)
        return Texts::tr("Reuse avoids %1 of %2 a year.").arg(saving, standalone);
    return total.saving < 0.0 ? Texts::tr("Reuse adds %1 to %2 a year.").arg(saving, standalone)
                              : Texts::tr("Reuse avoids nothing of %1 a year.").arg(standalone);
}

QString tonnesText(double kilograms, const DisplayFormat& format)
{
    const bool isWhole = std::abs(std::remainder(kilograms, 1000.0)) < 50.0;
    return format.fixed(kilograms, isWhole ? 0 : 1, -3);
}

}

QString costMessage(const core::Evaluation& evaluation, core::MoneyView view,
    std::optional<int> year, const DisplayFormat& format)
{
    const int shown = yearOfCosts(evaluation, year);
    const CostAmounts total = sumOf(costAmounts(evaluation, view, shown));
    const core::ModelRows& rows = evaluation.rows();
    const bool isReal = view.terms == core::Terms::real;
    const int baseYear = evaluation.project().timeline.baseYear;
    const QString tonnes =
        tonnesText(evaluation.figure(rows.revenue.production, shown).value_or(0.0), format);
    const QString unit = costScale(total, view.currency).unit;
    const QString terms = isReal ? Texts::tr("%1 money").arg(baseYear) : Texts::tr("nominal");
    const QString rate = format.exchangeRate(
        evaluation.figure(rows.macro.exchangeRate, isReal ? baseYear : shown).value_or(0.0));
    const QString basis = year ? Texts::tr("In %1, %2 t/year; %3 a year, %4, %5 KZT/USD.")
                                     .arg(QString::number(shown), tonnes, unit, terms, rate)
                               : Texts::tr("At full output, %1 t/year; %2 a year, %3, %4 KZT/USD.")
                                     .arg(tonnes, unit, terms, rate);
    return finding(total, view.currency, format) + u' ' + basis;
}

QString costNote(const core::Project& project)
{
    const bool hasTenge = std::any_of(
        project.costLines.begin(), project.costLines.end(), [](const core::CostLine& line) {
            return line.currency == core::Currency::kzt &&
                   (line.fixed != 0.0 || line.variablePerKg != 0.0);
        });
    return hasTenge
               ? Texts::tr("Fixed in USD thousand a year, variable in USD per kg; with ₸, in "
                           "tenge. Blue figures are inputs; the rest is calculated.")
               : Texts::tr("Fixed in USD thousand a year, variable in USD per kg. Blue figures "
                           "are inputs; the rest is calculated.");
}

}
