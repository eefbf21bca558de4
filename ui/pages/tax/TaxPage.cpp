#include "ui/pages/tax/TaxPage.h"

#include "core/report/figure/Figures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/LifeMoney.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/tax/AssetClassTable.h"
#include "ui/pages/tax/Ownership.h"
#include "ui/pages/tax/RatesTable.h"
#include "ui/pages/tax/ShareholderTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/PageHead.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

FormRow row(const QString& input, const QString& label = {})
{
    return {{input, {}}, label};
}

// With labels that are short enough beside their headings where two columns stand side by side.
std::vector<FormSection> formSections()
{
    return {
        {TaxPage::tr("Discounting"),
            {row(u"discounting.rate"_s), row(u"discounting.terms"_s, TaxPage::tr("Terms")),
                row(u"discounting.timing"_s, TaxPage::tr("Cash flow timing")),
                row(u"discounting.equity_rate"_s, TaxPage::tr("Rate of equity")),
                row(u"discounting.finance_rate"_s, TaxPage::tr("MIRR finance rate")),
                row(u"discounting.reinvestment_rate"_s, TaxPage::tr("MIRR reinvestment"))}},
        {TaxPage::tr("Exchange rate"),
            {row(u"macro.fx.mode"_s, TaxPage::tr("Over time")), row(u"macro.fx.kzt_per_usd"_s)}},
        {TaxPage::tr("Income tax"),
            {row(u"tax.loss_carry_forward_years"_s, TaxPage::tr("Loss carry-forward")),
                row(u"tax.loss_offset_limit"_s), row(u"tax.loss_treatment"_s),
                row(u"tax.write_off_at_end"_s)}},
        {TaxPage::tr("Property tax and royalty"),
            {row(u"tax.property_tax_rate"_s), row(u"royalty.rate"_s), row(u"royalty.base"_s)}},
        {TaxPage::tr("Loan"),
            {row(u"financing.gearing"_s), row(u"financing.rate"_s), row(u"financing.upfront_fee"_s),
                row(u"financing.grace_years"_s), row(u"financing.tenor_years"_s),
                row(u"financing.repayment"_s),
                row(u"financing.capitalise_interest"_s, TaxPage::tr("Capitalise interest"))}},
    };
}

// What a dollar of taxable income is taxed at in operating years: "20.0 %", "0.0 % to 20.0 %".
QString taxRateText(const core::Project& project, const DisplayFormat& format)
{
    const core::Timeline& timeline = project.timeline;
    double lowest = 1.0;
    double highest = 0.0;
    for (int year = timeline.startOfOperations; year <= timeline.lastOperatingYear(); ++year) {
        const double rate =
            project.tax.incomeTaxRate.at(year) * (1.0 - project.tax.incomeTaxRelief.at(year));
        lowest = std::min(lowest, rate);
        highest = std::max(highest, rate);
    }
    const QString low = format.percent(lowest);
    const QString high = format.percent(highest);
    return low == high ? low : TaxPage::tr("%1 to %2").arg(low, high);
}

}

TaxPage::TaxPage(Workspace& workspace, QWidget* parent)
    : InputsPage(workspace, PageId::tax, tr("Tax & finance"), parent)
{
    addForm(formSections());
    m_rates = addTable(u"table.rates"_s, tr("Rates by year"));
    m_classes = addTable(u"table.asset_classes"_s, tr("Asset classes"));
    m_classes->offerAdding(ProjectList::assetClasses, tr("Add class"));
    m_shareholders = addTable(u"table.shareholders"_s, tr("Shareholders"));
    m_shareholders->offerAdding(ProjectList::shareholders, tr("Add shareholder"));
    m_figure = addFigure(u"figure.tax"_s);
    // Who would be given the rest depends on the row that is worked on.
    connect(m_shareholders, &TableSection::currentCellMoved, this, &TaxPage::showShareProblem);
}

void TaxPage::refresh()
{
    const core::Evaluation* const evaluation = session().evaluation().get();
    setMessage(evaluation ? message() : notComputableText());
    m_figure->setVisible(evaluation != nullptr);
    if (evaluation)
        m_figure->setFigure(core::taxFigure(*evaluation, session().view()));
}

void TaxPage::refreshTables()
{
    const core::Project& project = session().project();
    const core::Evaluation* const evaluation = session().evaluation().get();
    const core::MoneyView view = session().view();
    const DisplayFormat format = workspace().format();
    m_rates->setContent(ratesTable(project, evaluation, format));
    m_rates->setCaption(tr("Blue is entered; grey is interpolated or as in the last year entered"));
    m_rates->setProblem(
        {problemsOf({u"macro"_s, u"tax.income_tax_rate"_s, u"tax.income_tax_relief"_s})});
    m_classes->setContent(assetClassTable(project, evaluation, view, format));
    m_classes->setCaption(tr("For tax; additions over the life and what is never deducted"));
    m_classes->setProblem({problemsOf({u"tax.asset_classes"_s})});
    m_shareholders->setContent(shareholderTable(project, evaluation, view, format));
    m_shareholders->setCaption(tr("Net of what is paid in and of tax withheld"));
    showShareProblem();
}

QString TaxPage::message() const
{
    const core::Evaluation& evaluation = *session().evaluation();
    const core::CaseRows& rows = evaluation.rows().project;
    const core::MoneyView view = session().view();
    const DisplayFormat format = workspace().format();
    const LifeMoney money(evaluation, view);
    const double tax = money.sumOf(rows.tax.incomeTax);
    const double loan = money.sumOf(rows.draw);
    const QString taxText = amountText(std::abs(tax), view.currency, format);
    const QString rateText = taxRateText(evaluation.project(), format);
    const QString loanText = amountText(loan, view.currency, format);
    const QString interestText = format.percent(evaluation.project().financing.rate);
    if (tax == 0.0)
        return loan > 0.0 ? tr("No income tax is due over the life; loan of %1 at %2.")
                                .arg(loanText, interestText)
                          : tr("No income tax is due over the life; no loan.");
    if (tax < 0.0)
        return loan > 0.0
                   ? tr("Losses save income tax of %1 over the life at %2; loan of %3 at %4.")
                         .arg(taxText, rateText, loanText, interestText)
                   : tr("Losses save income tax of %1 over the life at %2; no loan.")
                         .arg(taxText, rateText);
    return loan > 0.0 ? tr("Income tax of %1 over the life at %2; loan of %3 at %4.")
                            .arg(taxText, rateText, loanText, interestText)
                      : tr("Income tax of %1 over the life at %2; no loan.").arg(taxText, rateText);
}

// Rules that are broken at these paths.
QString TaxPage::problemsOf(const QStringList& paths) const
{
    return inOneLine(brokenRules(session(), [&](const QString& where) {
        return std::any_of(paths.begin(), paths.end(),
            [&](const QString& path) { return where == path || where.startsWith(path + u'.'); });
    }));
}

TableProblem TaxPage::shareProblem() const
{
    const core::Project& project = session().project();
    TableProblem problem {ownershipProblem(project, workspace().format())};
    const QString row = m_shareholders->table().currentRow();
    const std::optional<int> place = m_shareholders->table().content().rowOf(row);
    const auto element =
        place ? m_shareholders->table().content().rows[std::size_t(*place)].element : std::nullopt;
    if (const auto remedy = ownershipRemedy(project, element ? element->id : std::string())) {
        problem.remedy = remedy->text;
        problem.mend = [this, remedy] {
            const QString path =
                QString::fromStdString(pathOf(ProjectList::shareholders, remedy->shareholder));
            const core::Status status =
                session().applyCells(remedy->text, {{{path + u".share"_s, {}}, remedy->share}});
            if (!status)
                workspace().tell(QString::fromStdString(status.error().problems.front().message));
        };
    }
    return problem;
}

void TaxPage::showShareProblem()
{
    m_shareholders->setProblem(shareProblem());
}

QString TaxPage::unitText() const
{
    return moneyUnitText(session());
}

}
