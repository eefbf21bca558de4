#include "core/model/ModelBuilder.h"

// Chapter 10, first part: the loan.
namespace core {

namespace {

const Unit usd(Unit::usd);

}

void ModelBuilder::buildFinancing(PlantCase plant)
{
    m_sheet.beginChapter("Financing");
    CaseRows& rows = of(plant);
    const Financing& loan = m_project.financing;
    const int firstRepayment = m_project.timeline.startOfOperations + loan.graceYears;
    const int lastRepayment = firstRepayment + loan.tenorYears - 1;
    const auto isRepaid = [=](int year) { return year >= firstRepayment && year <= lastRepayment; };

    rows.draw = row(plant, "draw", "Loan drawn", usd, in(loan.gearing) * rows.capex);
    const Row drawnSoFar = declare(plant, "drawn_so_far", "Loan drawn so far", usd);
    m_sheet.define(drawnSoFar, previous(drawnSoFar) + rows.draw);
    const Row loanAmount = figure(plant, "loan_amount", "Loan drawn in all", usd, total(rows.draw));
    rows.fees = row(plant, "fees", "Upfront fee", usd,
        where(isPositive(previous(drawnSoFar)), 0.0,
            where(isPositive(rows.draw), in(loan.upfrontFee) * loanAmount, 0.0)));

    rows.debt = declare(plant, "debt", "Loan at the end of the year", usd);
    const Row opening =
        row(plant, "opening_debt", "Loan at the start of the year", usd, previous(rows.debt));
    const Expression rate = in(loan.rate);
    rows.interest = row(plant, "interest", "Interest accrued", usd, rate * opening);
    const Expression capitalised = loan.capitaliseInterest
                                       ? where(m_rows.timeline.isStarted, 0.0, rows.interest)
                                       : number(0.0, usd);
    const Row capitalisedInterest =
        row(plant, "capitalised_interest", "Interest added to the loan", usd, capitalised);
    rows.interestPaid =
        row(plant, "interest_paid", "Interest paid", usd, rows.interest - capitalisedInterest);

    const bool isProject = plant == PlantCase::project;
    const auto shared = [&](const char* name, const char* label, auto byYear) {
        return isProject ? data(name, label, m_years, byYear)
                         : m_sheet.rowAt(*m_sheet.findRow(name));
    };
    const Row isRepayment = shared("is_repayment", "Repayment year", isRepaid);
    const auto principal = [&]() -> Expression {
        if (loan.repayment == Repayment::bullet) {
            const Row isLast = shared("is_last_repayment", "Last repayment year",
                [=](int year) { return year == lastRepayment; });
            return isLast * opening;
        }
        // Years left, this one included; 1 outside the repayment years, where it has no part.
        const Row yearsLeft = shared("repayments_left", "Repayments left",
            [=](int year) { return isRepaid(year) ? lastRepayment - year + 1 : 1; });
        const Expression equal = opening / yearsLeft;
        if (loan.repayment == Repayment::equalPrincipal)
            return isRepayment * equal;
        return isRepayment *
               where(isZero(rate), equal, opening * rate / (power(1.0 + rate, yearsLeft) - 1.0));
    };
    rows.principal = row(plant, "principal", "Principal repaid", usd, principal());
    m_sheet.define(rows.debt, opening + rows.draw + capitalisedInterest - rows.principal);
}

// What lenders receive in a year, in the repayment years.
Expression ModelBuilder::debtService(PlantCase plant)
{
    CaseRows& rows = of(plant);
    return m_sheet.rowAt(*m_sheet.findRow("is_repayment")) * (rows.interestPaid + rows.principal);
}

}
