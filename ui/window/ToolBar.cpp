#include "ui/window/ToolBar.h"

#include "ui/document/Session.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/Page.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Ground.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Segments.h"
#include "ui/window/FindField.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

ToolBar::ToolBar(Workspace& workspace, const Actions& actions, FindField* find, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_deck(new MenuButton(workspace.appearance(), tr("Price deck"), this))
    , m_terms(new Segments({tr("Nominal"), {}}, this))
    , m_currency(new Segments({u"USD"_s, u"KZT"_s}, this))
{
    setObjectName(u"toolBar"_s);
    setGround(*this, Ground::toolBar);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(4);
    row->addWidget(actionButton(actions.save, u"save"_s));
    row->addWidget(actionButton(actions.undo, u"undo"_s));
    row->addWidget(actionButton(actions.redo, u"redo"_s));
    addSeparator();
    m_deck->setObjectName(u"deck"_s);
    row->addWidget(m_deck);
    addSeparator();
    m_terms->setObjectName(u"terms"_s);
    row->addWidget(m_terms);
    row->addSpacing(8);
    m_currency->setObjectName(u"currency"_s);
    row->addWidget(m_currency);
    row->addStretch(1);
    row->addWidget(find);
    row->addSpacing(6);

    auto* const exporter = new QToolButton(this);
    exporter->setObjectName(u"export"_s);
    exporter->setText(tr("Export"));
    exporter->setIcon(workspace.appearance().icon(u"export"_s));
    exporter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exporter->setPopupMode(QToolButton::InstantPopup);
    exporter->setMenu(actions.exportMenu);
    exporter->setToolTip(tr("Export (Ctrl+E)"));
    row->addWidget(exporter);

    Session& session = workspace.session();
    connect(&session, &Session::projectChanged, this, &ToolBar::showProject);
    connect(&session, &Session::viewChanged, this, &ToolBar::showView);
    connect(m_terms, &Segments::chosen, this, [this](int index) {
        m_workspace.session().setViewTerms(index == 0 ? core::Terms::nominal : core::Terms::real);
    });
    connect(m_currency, &Segments::chosen, this, [this](int index) {
        m_workspace.session().setViewCurrency(
            index == 0 ? core::Currency::usd : core::Currency::kzt);
    });
    showProject();
    showView();
}

QToolButton* ToolBar::actionButton(QAction* action, const QString& icon)
{
    auto* const button = new QToolButton(this);
    action->setIcon(m_workspace.appearance().icon(icon));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setProperty("quiet", true);
    button->setAccessibleName(action->text());
    return button;
}

void ToolBar::addSeparator()
{
    auto* const line = new Rule(m_workspace.appearance(), this, Qt::Vertical);
    line->setFixedHeight(22);
    auto* const row = static_cast<QHBoxLayout*>(layout());
    row->addSpacing(6);
    row->addWidget(line);
    row->addSpacing(6);
}

void ToolBar::showProject()
{
    const core::Project& project = m_workspace.session().project();
    m_deck->setValue(activeDeckName(project));
    m_terms->setLabel(1, tr("Real %1").arg(project.timeline.baseYear));
    QMenu* const menu = m_deck->menu();
    menu->clear();
    for (const core::PriceDeck& deck : project.priceDecks) {
        const QString id = QString::fromStdString(deck.id);
        QAction* const action =
            menu->addAction(QString::fromStdString(deck.name).replace(u'&', u"&&"_s), this,
                [this, id] { chooseDeck(id); });
        action->setCheckable(true);
        action->setChecked(deck.id == project.activeDeck);
    }
}

void ToolBar::chooseDeck(const QString& id)
{
    const core::Status status =
        m_workspace.session().setInput(u"active_deck"_s, core::InputValue(id.toStdString()));
    if (!status)
        m_workspace.tell(QString::fromStdString(core::sentence(status.error().problems.front())));
    m_workspace.session().finishTyping();
}

void ToolBar::showView()
{
    const core::MoneyView& view = m_workspace.session().view();
    m_terms->setCurrent(view.terms == core::Terms::nominal ? 0 : 1);
    m_currency->setCurrent(view.currency == core::Currency::usd ? 0 : 1);
}

void ToolBar::showFor(const Page& page)
{
    m_terms->setEnabled(!page.fixesTerms());
    m_terms->setToolTip(page.fixesTerms() ? tr("This page has terms of its own.")
                                          : tr("Money of each year, or of the base year"));
    m_currency->setEnabled(!page.fixesCurrency());
    m_currency->setToolTip(page.fixesCurrency() ? tr("This page has a currency of its own.")
                                                : tr("Dollars, or tenge at the exchange rate of "
                                                     "each year"));
}

}
