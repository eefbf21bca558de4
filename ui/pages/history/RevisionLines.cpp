#include "ui/pages/history/RevisionLines.h"

#include "core/analysis/Target.h"
#include "ui/document/RevisionText.h"
#include "ui/document/Session.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(RevisionLines)
};

struct Figures {
    std::optional<double> npv;
    std::optional<double> irr;
    std::optional<double> breakEven;
};

Figures figuresOf(const core::Revision& revision)
{
    const core::KeyFigures saved =
        core::readKeyFigures(revision.keyFigures).value_or(core::KeyFigures());
    const auto figure = [&saved](core::Metric metric) {
        const std::string name(core::nameOf(core::Target {core::Target::Kind::metric, metric}));
        const auto found = saved.find(name);
        return found == saved.end() ? std::nullopt : std::optional(found->second);
    };
    return {
        figure(core::Metric::npv), figure(core::Metric::irr), figure(core::Metric::breakEvenPrice)};
}

Figures figuresOf(const core::Evaluation& evaluation)
{
    const auto& metrics = evaluation.metrics(core::PlantCase::project);
    return {metrics[core::Metric::npv], metrics[core::Metric::irr],
        metrics[core::Metric::breakEvenPrice]};
}

void describe(RevisionLine& line, const Figures& figures, const DisplayFormat& format)
{
    const QString none = Texts::tr("none");
    const QString npv = figures.npv ? format.money(*figures.npv) : none;
    const QString irr = figures.irr ? format.percent(*figures.irr) : none;
    const QString price = figures.breakEven ? format.perKg(*figures.breakEven) : none;
    line.figure = npv;
    line.figures = u"%1 · %2"_s.arg(irr, price);
    QStringList details {revisionName(line.number), line.when, line.said,
        Texts::tr("NPV %1, in USD million").arg(npv), Texts::tr("IRR %1").arg(irr),
        Texts::tr("Break-even price %1, in USD/kg").arg(price), line.approval};
    details.removeAll(QString());
    line.details = details.join(u'\n');
}

QString saidBy(const std::string& author, const std::string& text)
{
    const QString name = authorText(author);
    return text.empty() ? name : u"%1: %2"_s.arg(name, QString::fromStdString(text));
}

RevisionLine lineOf(const core::Revision& revision, const std::vector<core::Remark>& remarks,
    const DisplayFormat& format)
{
    RevisionLine line;
    line.number = revision.number;
    line.name = QString::number(revision.number);
    line.when = momentText(revision.savedAt);
    QStringList approvals;
    QStringList said {saidBy(revision.author, revision.comment)};
    for (const core::Remark& remark : remarks) {
        if (remark.revision != revision.number)
            continue;
        if (remark.kind == core::RemarkKind::approval)
            approvals += Texts::tr("Approved on %1 by %2")
                             .arg(dayText(remark.madeAt), saidBy(remark.author, remark.text));
        else
            said += saidBy(remark.author, remark.text);
    }
    line.said = said.join(u" · "_s);
    line.approval = approvals.join(u'\n');
    describe(line, figuresOf(revision), format);
    return line;
}

}

std::vector<RevisionLine> revisionLines(const FilePast& past, const DisplayFormat& format)
{
    std::vector<RevisionLine> lines;
    for (auto revision = past.revisions.rbegin(); revision != past.revisions.rend(); ++revision)
        lines.push_back(lineOf(*revision, past.remarks, format));
    return lines;
}

RevisionLine lineOfNow(const Session& session, const DisplayFormat& format)
{
    const FilePast& past = session.history().past();
    RevisionLine line;
    line.name = Texts::tr("Now");
    line.when = Texts::tr("not saved");
    const QUndoStack& stack = session.undoStack();
    const int edits = stack.cleanIndex() < 0 ? 0 : std::abs(stack.index() - stack.cleanIndex());
    if (edits > 0 && !past.revisions.empty())
        line.said = Texts::tr("%n edit(s) since revision %1", nullptr, edits)
                        .arg(past.revisions.back().number);
    describe(line, session.isEvaluated() ? figuresOf(*session.evaluation()) : Figures(), format);
    return line;
}

QString revisionName(int number)
{
    return number == 0 ? Texts::tr("Now") : Texts::tr("Revision %1").arg(number);
}

}
