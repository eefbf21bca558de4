#include "ui/pages/costs/CostAmounts.h"

#include "core/report/FullOutput.h"
#include "ui/models/DisplayFormat.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CostAmounts)
};

}

CostAmounts& CostAmounts::operator+=(const CostAmounts& other)
{
    standalone += other.standalone;
    avoided += other.avoided;
    hostCharge += other.hostCharge;
    project += other.project;
    saving += other.saving;
    return *this;
}

std::optional<double> CostAmounts::shareAvoided() const
{
    if (standalone == 0.0)
        return std::nullopt;
    return avoided / standalone;
}

int yearOfCosts(const core::Evaluation& evaluation, std::optional<int> chosen)
{
    const core::Timeline& timeline = evaluation.project().timeline;
    if (chosen && timeline.isOperating(*chosen))
        return *chosen;
    return core::yearOfFullOutput(evaluation).value_or(timeline.startOfOperations);
}

std::vector<CostAmounts> costAmounts(
    const core::Evaluation& evaluation, core::MoneyView view, int year)
{
    const double conversion = core::MoneyConversion(evaluation, view).inYear(year);
    const core::ModelRows& rows = evaluation.rows();
    std::vector<CostAmounts> amounts;
    for (std::size_t i = 0; i < rows.standaloneCosts.size(); ++i) {
        const auto of = [&](const std::vector<core::Row>& lines) {
            return evaluation.figure(lines[i], year).value_or(0.0) * conversion;
        };
        amounts.push_back({of(rows.standaloneCosts), of(rows.avoidedCosts), of(rows.hostCharges),
            of(rows.project.costLines), of(rows.savings.costLines)});
    }
    return amounts;
}

CostAmounts sumOf(const std::vector<CostAmounts>& amounts)
{
    CostAmounts sum;
    for (const CostAmounts& one : amounts)
        sum += one;
    return sum;
}

CostScale costScale(const CostAmounts& total, core::Currency currency)
{
    if (currency == core::Currency::usd)
        return {-3, 0, Texts::tr("USD thousand")};
    return tengeIsInBillions(std::max(total.standalone, total.project))
               ? CostScale {-9, 2, Texts::tr("KZT billion")}
               : CostScale {-6, 0, Texts::tr("KZT million")};
}

}
