#include "ui/pages/risk/CorrelationPart.h"

#include "core/analysis/Correlations.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/Workspace.h"
#include "ui/pages/risk/CorrelationTable.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/ThemedLabel.h"

#include <QStringList>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isMeant(const QString& id)
{
    return id.startsWith(u"analysis.correlations"_s);
}

}

CorrelationPart::CorrelationPart(Workspace& workspace, QWidget* parent)
    : TablePart(workspace, u"table.correlations"_s, tr("Rank correlation"), tr("Rank correlation"),
          parent)
    , m_note(new ThemedLabel(workspace.appearance(), TextStyle::hint, &Theme::text2, this))
{
    m_note->setObjectName(u"risk.correlationNote"_s);
    m_note->setWordWrap(true);
    column().insertWidget(column().count() - 1, m_note);
    connect(&problemLine(), &ProblemLine::remedyChosen, this, &CorrelationPart::makePossible);
}

void CorrelationPart::refresh()
{
    const core::Project& project = workspace().session().project();
    const bool hasPairs = analysisOf(project).uncertainties.size() > 1;
    setContent(correlationTable(project, workspace().format()));
    table().setVisible(hasPairs);
    m_note->setText(hasPairs ? tr("Valid: the matrix is positive definite")
                             : tr("Two uncertain inputs can be correlated."));
}

void CorrelationPart::showProblems()
{
    QStringList problems = inputProblems(workspace().session(), isMeant);
    const QString pairs = impossiblePairs();
    if (!pairs.isEmpty())
        problems +=
            tr("Inputs cannot be correlated like this: the matrix is not positive definite, "
               "because of %1. The result is that of before.")
                .arg(pairs);
    problemLine().setProblem(
        problems.join(u' '), pairs.isEmpty() ? QString() : tr("Take the nearest that can be"));
    m_note->setVisible(problems.isEmpty());
}

QString CorrelationPart::impossiblePairs() const
{
    const core::Project& project = workspace().session().project();
    QStringList pairs;
    for (const core::Correlation& correlation : core::conflicting(analysisOf(project)))
        pairs +=
            tr("%1 and %2")
                .arg(uncertainName(project, correlation.a), uncertainName(project, correlation.b));
    return pairs.join(u", "_s);
}

void CorrelationPart::makePossible()
{
    Session& session = workspace().session();
    session.edit(tr("Nearest possible rank correlations"),
        withPossibleCorrelations(session.project()), QString());
}

bool CorrelationPart::selectPair(std::size_t place)
{
    const auto& all = analysisOf(workspace().session().project()).correlations;
    if (place >= all.size())
        return false;
    const core::Correlation& pair = all[place];
    if (!table().select({correlationCell(pair.a, pair.b), {}}) &&
        !table().select({correlationCell(pair.b, pair.a), {}}))
        return false;
    table().setFocus();
    return true;
}

}
