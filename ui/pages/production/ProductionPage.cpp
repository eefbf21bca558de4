#include "ui/pages/production/ProductionPage.h"

#include "core/project/DefaultProject.h"
#include "core/report/FullOutput.h"
#include "core/report/figure/Figures.h"
#include "ui/document/ListPaths.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/Shares.h"
#include "ui/pages/production/ProductShares.h"
#include "ui/pages/production/ProductTables.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/PageHead.h"

#include <QCheckBox>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::vector<FormSection> formSections()
{
    return {
        sectionOf(ProductionPage::tr("Resource"),
            {u"resource.alumina_t_per_year"_s, u"resource.gallium_g_per_t_alumina"_s,
                u"resource.recovery"_s, u"resource.refining_yield"_s}),
        sectionOf(ProductionPage::tr("Plant"),
            {u"production.nameplate_kg_per_year"_s, u"production.utilisation"_s}),
        sectionOf(ProductionPage::tr("Market"),
            {u"market.oecd_share"_s, u"market.freight_oecd_per_kg"_s,
                u"market.freight_other_per_kg"_s, u"market.world_production_t_per_year"_s}),
    };
}

// Whole tonnes as such.
QString tonnesText(double kilograms, const DisplayFormat& format)
{
    const bool isWhole = std::abs(std::remainder(kilograms, 1000.0)) < 50.0;
    return format.fixed(kilograms, isWhole ? 0 : 1, -3);
}

QString nameOf(const core::Project& project, const std::string& product)
{
    for (const core::Product& one : project.products)
        if (one.id == product)
            return QString::fromStdString(one.name);
    return QString::fromStdString(product);
}

}

ProductionPage::ProductionPage(Workspace& workspace, QWidget* parent)
    : InputsPage(workspace, PageId::production, tr("Production"), parent)
    , m_limit(makeLimit())
{
    addForm(formSections(), m_limit);
    m_rampUp = addTable(u"table.ramp_up"_s, tr("Ramp-up"));
    m_products = addTable(u"table.products"_s, tr("Products"));
    m_products->offerAdding(ProjectList::products, tr("Add product"));
    m_figure = addFigure(u"figure.production"_s);
    // Who would be given the rest depends on the row that is worked on.
    connect(m_products, &TableSection::currentCellMoved, this,
        [this] { m_products->setProblem(shareProblem()); });
}

QCheckBox* ProductionPage::makeLimit()
{
    auto* const limit = new QCheckBox(tr("Limit output by the resource"), this);
    limit->setObjectName(u"resource"_s);
    limit->setToolTip(
        tr("Output is then at most what the liquor of the refinery can give. Taken away, the "
           "figures of the resource come back by undo."));
    connect(limit, &QCheckBox::clicked, this, &ProductionPage::setLimited);
    return limit;
}

void ProductionPage::setLimited(bool isLimited)
{
    core::Project after = session().project();
    if (isLimited) {
        after.resource = core::defaultProject().resource;
        session().edit(tr("Limit output by the resource"), std::move(after));
        return;
    }
    after.resource.reset();
    forgetPath(after, "resource");
    session().edit(tr("Do not limit output by the resource"), std::move(after));
}

void ProductionPage::refresh()
{
    const core::Evaluation* const evaluation = session().evaluation().get();
    m_limit->setChecked(session().project().resource.has_value());
    setMessage(evaluation ? message() : notComputableText());
    m_figure->setVisible(evaluation != nullptr);
    if (evaluation)
        m_figure->setFigure(core::productionFigure(*evaluation));
}

void ProductionPage::refreshTables()
{
    const core::Project& project = session().project();
    const DisplayFormat format = workspace().format();
    m_rampUp->setContent(rampUpTable(project, session().evaluation().get(), format));
    m_rampUp->setCaption(
        tr("Part of the capacity. Blue is entered; grey is as in the last year entered"));
    m_products->setContent(productTable(project, format));
    m_products->setCaption(tr("Selling cost in USD/kg, %1 money; shares of output by year. Blue "
                              "is entered; grey is interpolated")
                               .arg(project.timeline.baseYear));
    m_products->setProblem(shareProblem());
}

QString ProductionPage::message() const
{
    const core::Evaluation& evaluation = *session().evaluation();
    const core::RevenueRows& rows = evaluation.rows().revenue;
    const DisplayFormat format = workspace().format();
    const std::optional<int> full = core::yearOfFullOutput(evaluation);
    if (!full)
        return tr("Nothing is produced in any year.");
    const QString output =
        tonnesText(evaluation.figure(rows.production, *full).value_or(0.0), format);
    const QString year = QString::number(*full);
    const bool isPeak = core::fallsAfterFullOutput(evaluation);
    if (!rows.potential.isValid())
        return (isPeak ? tr("%1 t in %2, less later; the resource sets no limit.")
                       : tr("%1 t a year from %2; the resource sets no limit."))
            .arg(output, year);
    const double potential = evaluation.figure(rows.potential).value_or(0.0);
    const QString liquor = tonnesText(potential, format);
    const core::Production& plant = evaluation.project().production;
    if (potential < plant.nameplateKgPerYear * plant.utilisation)
        return (isPeak ? tr("%1 t in %2, less later; the liquor can give no more than %3 t of the "
                            "%4 t that the plant could make.")
                       : tr("%1 t a year from %2; the liquor can give no more than %3 t of the "
                            "%4 t that the plant could make."))
            .arg(output, year, liquor, tonnesText(plant.nameplateKgPerYear, format));
    return (isPeak ? tr("%1 t in %2, less later; the liquor can give %3 t.")
                   : tr("%1 t a year from %2; the liquor can give %3 t."))
        .arg(output, year, liquor);
}

// The first product, but not the one whose shares are being typed.
std::string ProductionPage::productForRest() const
{
    const auto& products = session().project().products;
    const bool isFirstInUse = m_products->table().currentRow() == productRowId(products.front().id);
    return isFirstInUse && products.size() > 1 ? products[1].id : products.front().id;
}

TableProblem ProductionPage::shareProblem() const
{
    const core::Project& project = session().project();
    const std::vector<int> years = yearsOfWrongShares(project);
    if (years.empty() || project.products.empty())
        return {};
    const QString sum = weightText(sumOfShares(project, years.front()), workspace().format());
    const QString first = QString::number(years.front());
    TableProblem problem;
    problem.sentence =
        years.size() == 1
            ? tr("The shares must add to 100 % in every year; in %1 they add to %2. Until they do, "
                 "the figures are those from before.")
                  .arg(first, sum)
            : tr("The shares must add to 100 % in every year; in %1 years they do not, first in %2 "
                 "with %3. Until they do, the figures are those from before.")
                  .arg(QString::number(years.size()), first, sum);
    const std::string product = productForRest();
    if (withRestOfShares(project, product)) {
        problem.remedy = tr("Give the rest to %1").arg(nameOf(project, product));
        problem.mend = [this, product, text = problem.remedy] {
            if (auto after = withRestOfShares(session().project(), product))
                session().edit(text, *std::move(after));
        };
    }
    return problem;
}

bool ProductionPage::goToInput(const QString& inputId)
{
    if (InputsPage::goToInput(inputId))
        return true;
    if (inputId != u"resource" && !inputId.startsWith(u"resource."_s))
        return false;
    m_limit->setFocus(Qt::TabFocusReason);
    return true;
}

QString ProductionPage::unitText() const
{
    return tr("tonnes a year");
}

}
