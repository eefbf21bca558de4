#include "ui/pages/risk/UncertainPart.h"

#include "core/analysis/Simulation.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/risk/UncertainTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isMeant(const QString& id)
{
    return id.startsWith(u"analysis."_s) && !id.startsWith(u"analysis.correlations"_s) &&
           !id.startsWith(u"analysis.tornado"_s);
}

}

UncertainPart::UncertainPart(Workspace& workspace, QWidget* parent)
    : TablePart(
          workspace, u"table.uncertain"_s, tr("Uncertain inputs"), tr("Uncertain inputs"), parent)
    , m_add(new QPushButton(workspace.appearance().icon(u"add"_s), tr("Add input"), this))
    , m_note(new ThemedLabel(workspace.appearance(), TextStyle::hint, &Theme::text2, this))
{
    m_add->setObjectName(u"risk.add"_s);
    connect(m_add, &QPushButton::clicked, this, &UncertainPart::offerInputs);
    head().addWidget(m_add);
    m_note->setWordWrap(true);
    column().insertWidget(column().count() - 1, m_note);
    table().setMarksCurrentRow(true);
    connect(&table(), &NumberTable::currentCellChanged, this, &UncertainPart::currentChanged);
    connect(&table(), &NumberTable::removalRequested, this, &UncertainPart::remove);
    connect(&table(), &NumberTable::contextMenuOpening, this,
        [this](QMenu* menu, const QString& row, const QString&) {
            menu->addSeparator();
            menu->addAction(tr("Add input…"), this, &UncertainPart::offerInputs);
            const std::string input = inputOfUncertainRow(row);
            if (uncertaintyOf(this->workspace().session().project(), input))
                menu->addAction(tr("Make it certain"), this, [this, row] { remove({row}); });
        });
}

void UncertainPart::refresh()
{
    UncertainTable made = uncertainTable(workspace().session().project(), workspace().format());
    setContent(std::move(made.content));
    m_note->setText(made.note);
    m_note->setVisible(!made.note.isEmpty());
}

void UncertainPart::showProblems()
{
    const Session& session = workspace().session();
    QStringList problems = inputProblems(workspace().session(), isMeant);
    // What stands in the way of a simulation alone.
    if (session.isEvaluated()) {
        const auto& uncertainties = analysisOf(session.project()).uncertainties;
        for (const core::Problem& problem : core::checkUncertainties(session.project())) {
            const auto place =
                placeInList("analysis.uncertainties"_L1, QString::fromStdString(problem.where));
            if (place && *place < uncertainties.size())
                problems +=
                    tr("%1: %2.").arg(uncertainName(session.project(), uncertainties[*place].input),
                        QString::fromStdString(problem.message));
        }
    }
    problemLine().setProblem(problems.join(u' '));
}

std::string UncertainPart::current() const
{
    return inputOfUncertainRow(table().currentRow());
}

bool UncertainPart::select(const std::string& input)
{
    if (!table().selectRow(uncertainRowId(input)))
        return false;
    table().setFocus();
    return true;
}

void UncertainPart::offerInputs()
{
    QStringList uncertain;
    for (const core::Uncertainty& uncertainty :
        analysisOf(workspace().session().project()).uncertainties)
        uncertain += QString::fromStdString(uncertainty.input);
    auto* const picker = new InputPicker(workspace(), uncertain, m_add);
    connect(picker, &InputPicker::chosen, this,
        [this](const QString& input) { add(input.toStdString()); });
    picker->openBelow(*m_add);
}

void UncertainPart::add(const std::string& input)
{
    Session& session = workspace().session();
    const core::Status status =
        session.edit(tr("Uncertain: %1").arg(uncertainName(session.project(), input)),
            withUncertainty(session.project(), input));
    if (!status) {
        workspace().tell(QString::fromStdString(core::sentence(status.error().problems.front())));
        return;
    }
    refresh();
    select(input);
}

void UncertainPart::startFromEvidence()
{
    Session& session = workspace().session();
    core::Project project = session.project();
    std::vector<core::Uncertainty> found = core::uncertaintiesFromEvidence(project);
    if (found.empty()) {
        workspace().tell(tr("No input has a grade of evidence yet; add inputs one by one."));
        return;
    }
    analysisOf(project).uncertainties = std::move(found);
    session.edit(tr("Uncertain inputs from evidence"), std::move(project));
}

void UncertainPart::remove(const QStringList& rowIds)
{
    Session& session = workspace().session();
    core::Project project = session.project();
    QStringList names;
    for (const QString& row : rowIds) {
        const std::string input = inputOfUncertainRow(row);
        names += uncertainName(project, input);
        project = withoutUncertainty(std::move(project), input);
    }
    session.edit(tr("Certain: %1").arg(names.join(u", "_s)), std::move(project));
}

}
