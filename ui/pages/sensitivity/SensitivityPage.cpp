#include "ui/pages/sensitivity/SensitivityPage.h"

#include "ui/document/Session.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/sensitivity/BreakEvenTab.h"
#include "ui/pages/sensitivity/SpiderTab.h"
#include "ui/pages/sensitivity/TornadoTab.h"
#include "ui/pages/sensitivity/TwoWayTab.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/Rule.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;

}

SensitivityPage::SensitivityPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::sensitivity, tr("Sensitivity"), parent)
    , m_bar(new QTabBar(this))
    , m_tabs(new QStackedWidget(this))
{
    QVBoxLayout* const column = body();
    column->setContentsMargins(0, 0, 0, 0); // the line below the tabs goes from edge to edge
    column->setSpacing(0);
    m_bar->setObjectName(u"sensitivity.tabs"_s);
    m_bar->setUsesScrollButtons(false);
    m_bar->setElideMode(Qt::ElideNone);
    auto* const bar = new QHBoxLayout;
    bar->setContentsMargins(sideMargin, 0, sideMargin, 0);
    bar->addWidget(m_bar);
    bar->addStretch(1);
    column->addLayout(bar);
    auto* const line = new Rule(appearance(), this);
    column->addWidget(line);
    column->addWidget(m_tabs, 1);

    addTab(tr("Tornado"), new TornadoTab(workspace, this));
    addTab(tr("Spider"), new SpiderTab(workspace, this));
    addTab(tr("Two-way table"), new TwoWayTab(workspace, this));
    addTab(tr("Break-even"), new BreakEvenTab(workspace, this));
    connect(m_bar, &QTabBar::currentChanged, this, &SensitivityPage::showTab);
    for (const auto& [keys, step] :
        {std::pair(u"Ctrl+PgDown"_s, 1), std::pair(u"Ctrl+PgUp"_s, -1)}) {
        auto* const shortcut = new QShortcut(QKeySequence(keys), this);
        connect(shortcut, &QShortcut::activated, this, [this, step = step] {
            const int count = m_bar->count();
            m_bar->setCurrentIndex((m_bar->currentIndex() + step + count) % count);
        });
    }
    connect(
        &session().invalidEntries(), &InvalidEntries::changed, this, &SensitivityPage::invalidate);
}

void SensitivityPage::addTab(const QString& title, SensitivityTab* tab)
{
    m_bar->addTab(title);
    m_tabs->addWidget(tab);
    connect(
        tab, &SensitivityTab::messageChanged, this, [this] { setMessage(this->tab().message()); });
}

SensitivityTab& SensitivityPage::tab() const
{
    return *static_cast<SensitivityTab*>(m_tabs->currentWidget());
}

void SensitivityPage::showTab(int place)
{
    m_tabs->setCurrentIndex(place);
    refresh();
    emit mainTableChanged();
}

void SensitivityPage::refresh()
{
    tab().refresh();
    setMessage(tab().message());
}

bool SensitivityPage::goToInput(const QString& inputId)
{
    m_bar->setCurrentIndex(0);
    return tab().goToInput(inputId);
}

QString SensitivityPage::unitText() const
{
    return moneyUnitText(session());
}

NumberTable* SensitivityPage::mainTable()
{
    return tab().table();
}

std::vector<FigureView*> SensitivityPage::figures()
{
    return tab().figures();
}

}
