#include "ui/pages/history/HistoryPage.h"

#include "core/report/HistoryText.h"
#include "ui/document/FileHistory.h"
#include "ui/document/Preferences.h"
#include "ui/document/RevisionText.h"
#include "ui/document/Session.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/attribution/AttributionView.h"
#include "ui/pages/history/RemarkDialog.h"
#include "ui/pages/history/RevisionLines.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int listWidth = 330;
constexpr int topMargin = 16;
constexpr int sideMargin = 24;

QString sentencesOf(const core::Problems& problems)
{
    return problems.empty() ? QString() : QString::fromStdString(core::sentence(problems.front()));
}

}

HistoryPage::HistoryPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::history, tr("History"), parent)
    , m_stack(new QStackedWidget(this))
{
    QVBoxLayout* const column = body();
    column->setContentsMargins(0, 0, 0, 0);
    layout()->setContentsMargins(0, 0, 0, 0); // the list reaches from edge to edge
    auto* const content = new QWidget(m_stack);
    auto* const row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(makeComparison(), 1);
    m_stack->addWidget(content);
    m_stack->addWidget(makeEmpty());
    column->addWidget(m_stack);

    const auto relist = [this] {
        m_areLinesStale = true;
        invalidate();
    };
    connect(&session().history(), &FileHistory::changed, this, relist);
    connect(&workspace.preferences(), &Preferences::negativeStyleChanged, this, relist);
    connect(m_list, &RevisionList::selectionMoved, this, [this] {
        compare();
        showCommands();
    });
}

QWidget* HistoryPage::makeList()
{
    auto* const part = new QWidget(this);
    setGround(*part, Ground::sideColumn);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(0, topMargin, 1, 0);
    column->setSpacing(10);
    head().setContentsMargins(17, 0, 16, 0);
    head().setMessage(
        tr("Select two to compare. NPV in USD million; IRR and break-even price in USD/kg below."));
    m_list = new RevisionList(appearance(), part);
    column->addWidget(&head());
    column->addWidget(m_list, 1);
    const auto fit = [this, part] { part->setFixedWidth(appearance().px(listWidth)); };
    connect(&appearance(), &Appearance::changed, this, fit);
    fit();
    return part;
}

QWidget* HistoryPage::makeComparison()
{
    auto* const part = new QWidget(this);
    auto* const column = new QVBoxLayout(part);
    column->setContentsMargins(sideMargin, topMargin, sideMargin, topMargin);
    column->setSpacing(12);
    m_comparisonHead = new PageHead(appearance(), {}, part);
    m_comparisonHead->setObjectName(u"comparison"_s);
    m_open = addCommand(u"history.open"_s, &HistoryPage::openChosen);
    m_open->setToolTip(tr("Opens it as it was saved, to be read only, in a window of its own."));
    m_approve = addCommand(u"history.approve"_s, &HistoryPage::approve);
    m_comment = addCommand(u"history.comment"_s, &HistoryPage::comment);
    m_comment->setText(tr("Comment…"));
    m_restore = addCommand(u"history.restore"_s, &HistoryPage::restore);
    m_approval = new ThemedLabel(appearance(), TextStyle::table, &Theme::ok, part);
    m_approval->setObjectName(u"history.approval"_s);
    m_approval->setWordWrap(true);
    m_problem = new ProblemLine(appearance(), part);
    m_problem->setObjectName(u"problems.history"_s);
    m_view = new AttributionView(workspace(), part);
    m_others = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, part);
    m_others->setObjectName(u"history.others"_s);
    m_others->setWordWrap(true);
    column->addWidget(m_comparisonHead);
    column->addWidget(m_approval);
    column->addWidget(new Rule(appearance(), part));
    column->addWidget(m_problem);
    column->addWidget(m_view, 1);
    column->addWidget(m_others);
    column->addStretch(0);
    return part;
}

QPushButton* HistoryPage::addCommand(const QString& name, void (HistoryPage::*command)())
{
    auto* const button = new QPushButton(m_comparisonHead);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, this, command);
    m_comparisonHead->addCommand(button);
    return button;
}

QWidget* HistoryPage::makeEmpty()
{
    m_empty = new EmptyState(appearance(), u"history"_s, tr("No revisions yet"), {}, this);
    QPushButton* const save = m_empty->addAction(tr("Save as…"));
    save->setObjectName(u"history.save"_s);
    connect(save, &QPushButton::clicked, &workspace(), &Workspace::saveAs);
    return m_empty;
}

void HistoryPage::showEvent(QShowEvent* event)
{
    FileHistory& history = session().history();
    if (history.isRead())
        history.read(); // somebody else may have saved or approved
    history.follow();
    Page::showEvent(event);
}

void HistoryPage::refresh()
{
    const FilePast& past = session().history().past();
    enum { revisions, nothing };
    const bool isAwaited = !session().filePath().isEmpty() && !session().history().isRead();
    m_stack->setCurrentIndex(past.revisions.empty() && !isAwaited ? nothing : revisions);
    m_empty->setSentence(
        past.problems.empty()
            ? tr("Every save to a .galval file is a revision, which can be compared, approved and "
                 "restored.")
            : sentencesOf(past.problems));
    showLines();
    if (m_list->selected().empty() && m_list->count() > 0)
        m_list->select({m_list->line(0).number});
    compare();
    showCommands();
}

void HistoryPage::showLines()
{
    const DisplayFormat format = workspace().format();
    if (std::exchange(m_areLinesStale, false))
        m_lines = revisionLines(session().history().past(), format);
    std::vector<RevisionLine> lines = m_lines;
    if (session().isModified() && !lines.empty())
        lines.insert(lines.begin(), lineOfNow(session(), format));
    m_list->setLines(std::move(lines));
}

int HistoryPage::chosen() const
{
    const std::vector<int> numbers = m_list->selected();
    return numbers.empty() ? 0 : numbers.back();
}

// Two selected states, else one against the project as it stands; the latest revision, which is the
// project as it stands, against the one before.
std::optional<HistoryPage::Question> HistoryPage::question() const
{
    const std::vector<int> numbers = m_list->selected();
    if (numbers.empty())
        return std::nullopt;
    const auto& revisions = session().history().past().revisions;
    const int latest = revisions.empty() ? 0 : revisions.back().number;
    int to = numbers.size() == 2 ? numbers.front() : 0;
    int from = numbers.back();
    if (from == 0)
        from = latest;
    else if (to == 0 && from == latest && !session().isModified())
        to = from--;
    if (from < 1)
        return std::nullopt;
    const bool isLatest = to == 0 || to == latest;
    return Question {session().filePath(), from, to, to == 0 ? session().sharedProject() : nullptr,
        session().view(), isLatest && session().history().past().provenance};
}

void HistoryPage::compare()
{
    const std::optional<Question> asked = question();
    if (asked && asked == m_asked)
        return;
    m_asked = asked;
    m_reading.forget();
    if (!asked) {
        m_pair.reset();
        m_view->hide();
        m_others->clear();
        m_problem->setProblem({});
        m_comparisonHead->setTitle(chosen() == 0 ? QString() : revisionName(chosen()));
        m_comparisonHead->setMessage(chosen() == 0
                                         ? QString()
                                         : tr("%1. There is no other state to compare it with yet.")
                                               .arg(sideText(chosen())));
        return;
    }
    ReadRevision from;
    from.number = asked->from;
    ReadRevision to;
    to.number = asked->to;
    if (asked->to == 0) {
        to.project = asked->now;
        if (session().isEvaluated())
            to.evaluation = session().evaluation();
    }
    // What was read before need not be read again.
    if (m_pair)
        for (const ReadRevision* const known : {&m_pair->from, &m_pair->to})
            for (ReadRevision* const wanted : {&from, &to})
                if (known->number != 0 && known->number == wanted->number && known->evaluation)
                    *wanted = *known;
    m_reading.ask(
        [file = asked->file, from, to](const std::stop_token&) { return readPair(file, from, to); },
        [this](const ReadPair& pair) { showPair(pair); });
}

void HistoryPage::showPair(const ReadPair& pair)
{
    m_pair = pair;
    const QString to = pair.to.number == 0 ? tr("now") : QString::number(pair.to.number);
    m_comparisonHead->setTitle(tr("%1 against %2").arg(revisionName(pair.from.number), to));
    m_comparisonHead->setMessage(tr("%1, against %2. %3")
                                     .arg(sideText(pair.from.number), sideText(pair.to.number),
                                         tr("%n input(s) changed.", nullptr, pair.inputs)));
    QStringList problems;
    for (const ReadRevision* const side : {&pair.from, &pair.to})
        if (!side->evaluation)
            problems += tr("%1 has no figures to compare: %2")
                            .arg(revisionName(side->number), sentencesOf(side->problems));
    m_problem->setProblem(problems.join(u' '));
    m_view->setVisible(problems.isEmpty());
    QStringList others;
    if (pair.notes > 0)
        others += tr("Notes and evidence changed: %1.").arg(pair.notes);
    others += pair.elements.isEmpty() ? tr("Lists unchanged.")
                                      : tr("Lists: %1.").arg(pair.elements.join(u", "_s));
    m_others->setText(others.join(u' '));
    if (problems.isEmpty()) {
        Comparison comparison {pair.from.evaluation, pair.to.evaluation,
            revisionName(pair.from.number), revisionName(pair.to.number), {}, {}};
        if (m_asked && m_asked->hasProvenance)
            comparison.changedBy = [this](const QString& input) { return changedBy(input); };
        m_view->compare(comparison);
    }
    showCommands();
}

QString HistoryPage::sideText(int number) const
{
    const core::Revision* const revision = session().history().past().revision(number);
    if (!revision)
        return tr("the project as it stands");
    return tr("%1, %2").arg(dayText(revision->savedAt), authorText(revision->author));
}

QString HistoryPage::changedBy(const QString& inputId) const
{
    const FileHistory& history = session().history();
    if (m_asked && m_asked->to == 0 && history.isChangedSince(inputId))
        return tr("not saved yet");
    const core::Revision* const revision = history.changeOf(inputId);
    return revision
               ? tr("%1, %2").arg(authorText(revision->author), shortDayText(revision->savedAt))
               : QString();
}

const ReadRevision* HistoryPage::readChosen() const
{
    if (m_pair && chosen() != 0)
        for (const ReadRevision* const side : {&m_pair->from, &m_pair->to})
            if (side->number == chosen())
                return side;
    return nullptr;
}

void HistoryPage::showCommands()
{
    const int number = chosen();
    const ReadRevision* const read = readChosen();
    m_open->setText(tr("Open %1").arg(number));
    m_approve->setText(tr("Approve %1…").arg(number));
    m_restore->setText(tr("Restore %1").arg(number));
    for (QPushButton* const button : {m_open, m_approve, m_comment, m_restore})
        button->setVisible(number != 0);
    const bool isReadOnly = session().isReadOnly();
    const QString readOnly = tr("The file is open to be read only.");
    m_comment->setEnabled(!isReadOnly);
    m_comment->setToolTip(isReadOnly ? readOnly : QString());
    const bool hasFigures = read && read->evaluation;
    m_approve->setEnabled(!isReadOnly && hasFigures);
    m_approve->setToolTip(isReadOnly    ? readOnly
                          : !hasFigures ? tr("A revision without figures cannot be approved.")
                                        : QString());
    const bool isAsItStands = read && read->project && *read->project == session().project();
    m_restore->setEnabled(read && read->project && !isAsItStands);
    m_restore->setToolTip(isAsItStands
                              ? tr("The project is as it was in this revision.")
                              : tr("Makes it the project as it stands, which can be undone; the "
                                   "next save is a new revision. Nothing is lost."));
    QString approval;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->line(row).number == number && number != 0)
            approval = m_list->line(row).approval;
    m_approval->setText(approval);
    m_approval->setVisible(!approval.isEmpty());
}

void HistoryPage::restore()
{
    const ReadRevision* const read = readChosen();
    if (!read || !read->project)
        return;
    const int number = read->number;
    session().edit(tr("Restore revision %1").arg(number), core::Project(*read->project));
    workspace().tell(
        tr("Revision %1 is the project again. Ctrl+Z undoes it; saving makes a new revision.")
            .arg(number));
}

void HistoryPage::remark(core::RemarkKind kind)
{
    const int number = chosen();
    RemarkDialog dialog(appearance(), kind, number, session().author(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    core::RemarkInfo info;
    info.kind = kind;
    info.revision = number;
    info.author = dialog.name().toStdString();
    info.text = dialog.text().toStdString();
    if (const ReadRevision* const read = readChosen(); read && read->evaluation)
        info.keyFigures = core::keyFiguresOf(*read->evaluation);
    const core::Status status = workspace().waitForFile(
        tr("Writing into the file…"), [&] { return session().addRemark(info); });
    if (!status) {
        QMessageBox box(QMessageBox::NoIcon, tr("Galval"), tr("The file was not changed"),
            QMessageBox::Close, this);
        box.setObjectName(u"remarkFailure"_s);
        box.setInformativeText(sentencesOf(status.error().problems));
        box.exec();
        return;
    }
    workspace().tell(kind == core::RemarkKind::approval
                         ? tr("Revision %1 is approved by %2.").arg(number).arg(dialog.name())
                         : tr("The comment on revision %1 is in the file.").arg(number));
}

QString HistoryPage::unitText() const
{
    return moneyUnitText(session());
}

NumberTable* HistoryPage::mainTable()
{
    return &m_view->table();
}

std::vector<FigureView*> HistoryPage::figures()
{
    return {&m_view->figure()};
}

}
