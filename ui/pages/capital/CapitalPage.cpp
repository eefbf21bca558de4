#include "ui/pages/capital/CapitalPage.h"

#include "core/report/figure/Figures.h"
#include "ui/document/ProjectYears.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/Shares.h"
#include "ui/pages/capital/CapitalPhasing.h"
#include "ui/pages/capital/CapitalTable.h"
#include "ui/pages/capital/EstimateClassEditing.h"
#include "ui/widgets/PageHead.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::vector<FormSection> formSections()
{
    return {
        sectionOf(CapitalPage::tr("Timeline"),
            {u"timeline.base_year"_s, u"timeline.valuation_year"_s, u"timeline.first_year"_s,
                u"timeline.start_of_operations"_s, u"timeline.years_of_operation"_s,
                u"timeline.closure_years"_s}),
        sectionOf(CapitalPage::tr("What-if levers"),
            {u"levers.price"_s, u"levers.production"_s, u"levers.opex"_s, u"levers.capex"_s,
                u"levers.reuse"_s, u"levers.fx"_s}),
        sectionOf(CapitalPage::tr("Sustaining, closure, salvage"),
            {u"capital.sustaining_rate"_s, u"capital.sustaining_from_operating_year"_s,
                u"capital.sustaining_asset_class"_s, u"capital.closure_amount"_s,
                u"capital.standalone_closure_amount"_s, u"capital.salvage_rate"_s}),
        sectionOf(CapitalPage::tr("Working capital"),
            {u"working_capital.receivable_days"_s, u"working_capital.inventory_days"_s,
                u"working_capital.payable_days"_s, u"working_capital.vat_rate"_s,
                u"working_capital.vatable_share"_s, u"working_capital.vat_refund_days"_s}),
    };
}

}

CapitalPage::CapitalPage(Workspace& workspace, QWidget* parent)
    : InputsPage(workspace, PageId::capital, tr("Capital & timing"), parent)
{
    m_items = addTable(u"table.capital"_s, tr("Capital items"));
    m_items->offerAdding(ProjectList::capitalItems, tr("Add item"));
    new EstimateClassEditing(workspace, m_items->table());
    addForm(formSections());
    m_figure = addFigure(u"figure.capital"_s);
}

void CapitalPage::refresh()
{
    const core::Evaluation* const evaluation = session().evaluation().get();
    setMessage(message());
    m_figure->setVisible(evaluation != nullptr);
    if (evaluation)
        m_figure->setFigure(core::capitalFigure(*evaluation, session().view()));
}

void CapitalPage::refreshTables()
{
    const core::Project& project = session().project();
    m_items->setContent(capitalTable(project, workspace().format()));
    m_items->setCaption(
        project.capital.items.empty()
            ? tr("Nothing is to be built yet")
            : tr("Amounts in million, before contingency; shares of them by year. Real amounts "
                 "are in %1 money")
                  .arg(project.timeline.baseYear));
    m_items->setProblem(phasingProblem());
}

QString CapitalPage::message() const
{
    const core::Project& project = session().project();
    const core::Timeline& timeline = project.timeline;
    const DisplayFormat format = workspace().format();
    const QString operations =
        tr("operations from %1 for %n years", nullptr, timeline.yearsOfOperation)
            .arg(timeline.startOfOperations);
    const auto span = yearsOfSpending(project);
    if (!span)
        return tr("No capital is spent yet; %1.").arg(operations);
    const double capital = capitalOf(project, CapitalCase::project);
    const double more = capitalOf(project, CapitalCase::standalone) - capital;
    const QString amount = format.money(capital);
    const QString building =
        span->first == span->last
            ? tr("USD %1 million in %2").arg(amount).arg(span->first)
            : tr("USD %1 million in %2 to %3").arg(amount).arg(span->first).arg(span->last);
    const QString difference = format.money(std::abs(more));
    const QString standalone = difference == format.money(0.0)
                                   ? tr("as much in a stand-alone plant")
                               : more > 0.0 ? tr("%1 more in a stand-alone plant").arg(difference)
                                            : tr("%1 less in a stand-alone plant").arg(difference);
    return tr("%1, %2; %3.").arg(building, operations, standalone);
}

TableProblem CapitalPage::phasingProblem() const
{
    const core::Project& project = session().project();
    const std::vector<PhasingProblem> problems = phasingProblems(project);
    if (problems.empty())
        return {};
    const DisplayFormat format = workspace().format();
    const core::YearSpan timeline = yearsOfTimeline(project);
    const PhasingProblem& first = problems.front();
    const QString name = QString::fromStdString(first.item->name);
    const QString phased = weightText(phasedShare(*first.item), format);
    TableProblem problem;
    if (first.outsideYear)
        problem.sentence = tr("“%1” has a share in %2, which is not between %3 and %4.")
                               .arg(name, QString::number(*first.outsideYear),
                                   QString::number(timeline.first), QString::number(timeline.last));
    else if (first.left > 0.0)
        problem.sentence = tr("The years of “%1” must add to 100 %; they add to %2, %3 is left.")
                               .arg(name, phased, weightText(first.left, format));
    else
        problem.sentence = tr("The years of “%1” must add to 100 %; they add to %2, %3 too much.")
                               .arg(name, phased, weightText(-first.left, format));
    if (problems.size() > 1)
        problem.sentence += u' ' + tr("%n more items are phased wrongly.", nullptr,
                                       static_cast<int>(problems.size()) - 1);
    problem.sentence += u' ' + tr("Until they are right, the figures are those from before.");
    const auto rest = first.outsideYear ? std::nullopt : withRestPhased(project, first.item->id);
    if (rest) {
        problem.remedy = first.left > 0.0 ? tr("Give the rest to %1").arg(rest->year)
                                          : tr("Take it from %1").arg(rest->year);
        problem.mend = [this, id = first.item->id, text = problem.remedy + u", "_s + name] {
            if (auto after = withRestPhased(session().project(), id))
                session().edit(text, std::move(after->project));
        };
    }
    return problem;
}

QString CapitalPage::unitText() const
{
    return moneyUnitText(session());
}

}
