#include "ui/window/StatusLine.h"

#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/Rule.h"
#include "ui/window/Errors.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int messageTime = 6000; // milliseconds

}

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_evaluated(new QLabel(this))
    , m_problems(new QToolButton(this))
    , m_sum(new QLabel(this))
    , m_unit(new QLabel(this))
    , m_discounting(new QLabel(this))
    , m_zoom(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_problems->setObjectName(u"problems"_s);
    m_problems->setProperty("quiet", true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setPopupMode(QToolButton::InstantPopup);
    m_problems->setMenu(new QMenu(this));
    m_sum->setObjectName(u"selectionSum"_s);
    setContentsMargins(4, 0, 4, 0);
    // Together, so that what changes while a message is shown stays behind it.
    m_state = new QWidget(this);
    auto* const row = new QHBoxLayout(m_state);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_evaluated);
    row->addWidget(m_problems);
    row->addWidget(m_separator = makeSeparator());
    row->addWidget(m_sum);
    addWidget(m_state);
    makeWaiting();
    addPermanentWidget(m_unit);
    for (QLabel* const label : {m_discounting, m_zoom}) {
        addPermanentWidget(makeSeparator());
        addPermanentWidget(label);
    }
    for (QLabel* const label : {m_evaluated, m_sum, m_waitingFor, m_unit, m_discounting, m_zoom})
        label->setContentsMargins(8, 0, 8, 0);

    const Session& session = workspace.session();
    connect(&session, &Session::evaluated, this, &StatusLine::showEvaluation);
    for (const auto change : {&Session::projectChanged, &Session::problemsChanged})
        connect(&session, change, this, &StatusLine::showProblems);
    // What was said of an edit does not outlast it.
    connect(&session, &Session::projectChanged, this, &QStatusBar::clearMessage);
    connect(&workspace.session().invalidEntries(), &InvalidEntries::changed, this,
        &StatusLine::showProblems);
    connect(&workspace.preferences(), &Preferences::textSizeChanged, this, &StatusLine::showUnits);
    connect(&workspace, &Workspace::messageShown, this,
        [this](const QString& message) { showMessage(message, messageTime); });
    connect(&workspace.appearance(), &Appearance::changed, this, &StatusLine::dress);
    dress();
    showEvaluation();
    showProblems();
    showUnits();
}

void StatusLine::dress()
{
    const Appearance& appearance = m_workspace.appearance();
    QPalette colours = palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        colours.setColor(role, appearance.theme().text2);
    setPalette(colours);
    setMinimumHeight(appearance.px(25) + 1);
}

QWidget* StatusLine::makeSeparator()
{
    auto* const rule = new Rule(m_workspace.appearance(), this, Qt::Vertical);
    rule->setContentsMargins(0, 4, 0, 4);
    return rule;
}

void StatusLine::makeWaiting()
{
    m_waiting = new QWidget(this);
    m_waitingFor = new QLabel(m_waiting);
    m_waitingFor->setObjectName(u"waitingFor"_s);
    m_giveUp = new QPushButton(tr("Cancel"), m_waiting);
    m_giveUp->setObjectName(u"giveUp"_s);
    m_giveUp->setProperty("link", true);
    m_giveUp->setProperty("givesUp", true); // takes input while nothing else does
    connect(m_giveUp, &QPushButton::clicked, this, &StatusLine::givenUp);
    auto* const row = new QHBoxLayout(m_waiting);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_waitingFor);
    row->addWidget(m_giveUp);
    addWidget(m_waiting);
    m_waiting->hide();
}

void StatusLine::showWaiting(const QString& message, bool canBeGivenUp)
{
    clearMessage();
    m_waitingFor->setText(message);
    m_giveUp->setVisible(canBeGivenUp);
    m_state->setVisible(message.isEmpty());
    m_waiting->setVisible(!message.isEmpty());
}

void StatusLine::showFor(Page* page)
{
    disconnect(m_selection);
    disconnect(m_refresh);
    m_refresh = connect(page, &Page::refreshed, this, &StatusLine::showUnits);
    if (page != m_page)
        clearMessage();
    m_page = page;
    if (NumberTable* const table = page->mainTable())
        m_selection =
            connect(table, &NumberTable::selectionSummaryChanged, this, &StatusLine::showSelection);
    showSelection();
    showUnits();
}

void StatusLine::showEvaluation()
{
    const Session& session = m_workspace.session();
    if (!session.isEvaluated()) {
        m_evaluated->setText(
            session.evaluation() ? tr("Figures of the last valid state") : tr("Not evaluated"));
        return;
    }
    const double milliseconds =
        std::chrono::duration<double, std::milli>(session.evaluationTime()).count();
    m_evaluated->setText(
        tr("Recalculated in %1 ms").arg(m_workspace.format().fixed(milliseconds, 1)));
}

void StatusLine::showProblems()
{
    const std::vector<ErrorLine> errors = errorsOf(m_workspace.session());
    m_problems->setVisible(!errors.empty());
    m_problems->setIcon(
        m_workspace.appearance().icon(u"error"_s, m_workspace.appearance().theme().error));
    m_problems->setText(tr("%n error(s)", nullptr, static_cast<int>(errors.size())));
    QMenu* const menu = m_problems->menu();
    menu->clear();
    for (const ErrorLine& error : errors)
        menu->addAction(QString(error.text).replace(u'&', u"&&"_s), this,
            [this, id = error.inputId] { m_workspace.goToInput(id); });
    showEvaluation();
}

void StatusLine::showUnits()
{
    const core::Project& project = m_workspace.session().project();
    const QString rate = m_workspace.format().percent(project.discounting.rate);
    const QString year = QString::number(project.timeline.valuationYear);
    m_discounting->setText(project.discounting.terms == core::Terms::nominal
                               ? tr("%1 nominal, from %2").arg(rate, year)
                               : tr("%1 real, from %2").arg(rate, year));
    m_unit->setText(m_page ? m_page->unitText() : QString());
    m_unit->setVisible(!m_unit->text().isEmpty());
    m_zoom->setText(
        m_workspace.format().percent(m_workspace.preferences().textSizePercent() / 100.0, 0));
}

void StatusLine::showSelection()
{
    NumberTable* const table = m_page ? m_page->mainTable() : nullptr;
    const SelectionSummary summary = table ? table->selectionSummary() : SelectionSummary();
    if (!summary.sum || summary.count < 2) {
        m_sum->hide();
        m_separator->hide();
        return;
    }
    const DisplayFormat format = m_workspace.format();
    m_sum->show();
    m_separator->show();
    const auto text = [&](double number) {
        return summary.unit == u"%" ? format.percent(number, 2) : format.fixed(number, 2);
    };
    m_sum->setText(tr("Sum %1   Mean %2   %n cell(s)", nullptr, summary.count)
                       .arg(text(*summary.sum), text(*summary.mean)));
}

}
