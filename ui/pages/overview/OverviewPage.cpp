#include "ui/pages/overview/OverviewPage.h"

#include "core/report/FullOutput.h"
#include "core/report/MoneyView.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/KeyFigures.h"
#include "ui/pages/MoneyText.h"
#include "ui/pages/overview/FigureCatalog.h"
#include "ui/pages/overview/FigureChoice.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/Rule.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t figureCount = 4;
constexpr int gapBetweenFigures = 34;
constexpr int narrowest = 990; // of the page, for two figures side by side

// The choice that was kept, where it still can be shown.
QStringList known(QStringList chosen, const QStringList& offered, const QStringList& usual)
{
    chosen.removeDuplicates();
    chosen.removeIf([&](const QString& id) { return !offered.contains(id); });
    for (const QString& id : usual)
        if (chosen.size() < usual.size() && !chosen.contains(id))
            chosen += id;
    return chosen.first(usual.size());
}

// Without any, all charts would be empty.
bool hasFlows(const core::Evaluation& evaluation)
{
    const core::ModelRows& rows = evaluation.rows();
    for (const core::CaseRows* plant : {&rows.project, &rows.standalone}) {
        const std::vector<double> flows = evaluation.byYear(plant->freeCashFlow);
        if (std::any_of(flows.begin(), flows.end(), [](double flow) { return flow != 0.0; }))
            return true;
    }
    return false;
}

}

OverviewPage::OverviewPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::overview, tr("Overview"), parent)
    , m_tileIds(known(workspace.preferences().overviewTiles(), keyFigureIds(), usualKeyFigureIds()))
    , m_figureIds(known(
          workspace.preferences().overviewFigures(), overviewFigureIds(), usualOverviewFigureIds()))
{
    auto* const arrange = new QPushButton(tr("Arrange charts"), this);
    arrange->setObjectName(u"arrangeCharts"_s);
    connect(arrange, &QPushButton::clicked, this, &OverviewPage::chooseFigures);
    head().addCommand(arrange);

    connect(&workspace.quickSimulation(), &QuickSimulation::found, this, &OverviewPage::invalidate);

    QVBoxLayout* const column = body(Scrolling::vertical);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setHorizontalSpacing(0);
    m_tileGrid->setVerticalSpacing(12);
    column->addLayout(m_tileGrid);
    addTiles();
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(gapBetweenFigures);
    m_grid->setVerticalSpacing(16);
    column->addLayout(m_grid, 1);
    addFigures();
    m_start = new EmptyState(appearance(), u"overview"_s, tr("Nothing to evaluate yet"),
        tr("An evaluation needs output, a price, operating costs and capital. All figures follow "
           "as you type."),
        this);
    m_start->setObjectName(u"overview.start"_s);
    column->addWidget(m_start, 1);
    addStartingPoint(PageId::production, tr("Enter output"));
    addStartingPoint(PageId::prices, tr("Enter prices"));
    addStartingPoint(PageId::costs, tr("Add operating costs"));
    addStartingPoint(PageId::capital, tr("Add capital"));
}

void OverviewPage::addStartingPoint(PageId page, const QString& text)
{
    connect(m_start->addAction(text), &QPushButton::clicked, this,
        [this, page] { workspace().goToPage(page); });
}

void OverviewPage::addTiles()
{
    for (qsizetype i = 0; i < m_tileIds.size(); ++i) {
        auto* const tile = new KpiTile(appearance(), this);
        const auto place = static_cast<std::size_t>(i);
        connect(tile, &KpiTile::clicked, this, [this, i] { explainTile(i); });
        connect(tile, &KpiTile::customContextMenuRequested, this,
            [this, tile, place](
                const QPoint& position) { openTileMenu(place, tile->mapToGlobal(position)); });
        m_tiles.push_back(tile);
    }
}

void OverviewPage::addFigures()
{
    for (std::size_t i = 0; i < figureCount; ++i) {
        Slot slot;
        slot.box = new QWidget(this);
        auto* const column = new QVBoxLayout(slot.box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(8);
        column->addWidget(new Rule(appearance(), slot.box));
        slot.view = addFigureView({}, slot.box);
        connect(slot.view, &FigureView::pageRequested, this, [this, i] {
            workspace().goToPage(pageOfOverviewFigure(m_figureIds[static_cast<qsizetype>(i)]));
        });
        column->addWidget(slot.view, 1);
        m_slots.push_back(slot);
    }
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrangeTiles();
    arrangeColumns();
}

// In one row while they fit, otherwise in two.
void OverviewPage::arrangeTiles()
{
    const QMargins margins = m_tileGrid->parentWidget()->layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() -
                     style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int count = static_cast<int>(m_tiles.size());
    int needed = 0;
    for (const KpiTile* tile : m_tiles)
        needed += tile->minimumSizeHint().width();
    const int perRow = needed <= room ? count : (count + 1) / 2;
    if (perRow == m_tilesPerRow)
        return;
    m_tilesPerRow = perRow;
    for (int i = 0; i < count; ++i) {
        KpiTile* const tile = m_tiles[static_cast<std::size_t>(i)];
        tile->setSeparated(i % perRow > 0);
        m_tileGrid->addWidget(tile, i / perRow, i % perRow);
    }
}

void OverviewPage::arrangeColumns()
{
    const int columns = width() < narrowest ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const int place = static_cast<int>(i);
        m_slots[i].view->setMinimumHeight(columns == 1 ? 260 : 200);
        m_grid->addWidget(m_slots[i].box, place / columns, place % columns);
    }
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

QString OverviewPage::message() const
{
    const core::Project& project = session().project();
    const core::Evaluation& evaluation = *session().evaluation();
    const double capital = evaluation.figure(evaluation.rows().project.baseCapex).value_or(0.0);
    const std::optional<int> full = core::yearOfFullOutput(evaluation);
    const DisplayFormat format = workspace().format();
    const QString name = QString::fromStdString(project.name);
    if (!full)
        return tr("%1 on the price deck “%2”. Nothing is produced yet.")
            .arg(name, activeDeckName(project));
    const QString output =
        format.tonnes(evaluation.figure(evaluation.rows().revenue.production, *full).value_or(0.0));
    const QString year = QString::number(*full);
    const bool isPeak = core::fallsAfterFullOutput(evaluation);
    if (capital == 0.0)
        return (isPeak ? tr("%1 on the price deck “%2”. %3 t of gallium in %4 and less later; no "
                            "capital is stated yet.")
                       : tr("%1 on the price deck “%2”. %3 t of gallium a year from %4; no "
                            "capital is stated yet."))
            .arg(name, activeDeckName(project), output, year);
    return (isPeak ? tr("%1 on the price deck “%2”. %3 t of gallium in %4 and less later, USD %5 "
                        "million of capital.")
                   : tr("%1 on the price deck “%2”. %3 t of gallium a year from %4, USD %5 "
                        "million of capital."))
        .arg(name, activeDeckName(project), output, year, format.money(capital));
}

void OverviewPage::refresh()
{
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const QString& id = m_tileIds[static_cast<qsizetype>(i)];
        m_tiles[i]->setObjectName(u"kpi."_s + id);
        m_tiles[i]->setKeyFigure(keyFigureOf(workspace(), id).text);
    }
    arrangeTiles();
    const bool hasFigures = session().evaluation() != nullptr;
    setMessage(hasFigures ? message()
                          : tr("The project cannot be evaluated yet; its errors are listed "
                               "in the status bar."));
    const bool isEmpty = hasFigures && !hasFlows(*session().evaluation());
    m_start->setVisible(isEmpty);
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const QString& id = m_figureIds[static_cast<qsizetype>(i)];
        m_slots[i].view->setObjectName(u"figure."_s + id);
        m_slots[i].box->setVisible(hasFigures && !isEmpty);
        if (hasFigures && !isEmpty)
            m_slots[i].view->setFigure(overviewFigure(workspace(), id));
    }
}

QString OverviewPage::unitText() const
{
    return moneyUnitText(session());
}

std::vector<FigureView*> OverviewPage::figures()
{
    std::vector<FigureView*> views;
    for (const Slot& slot : m_slots)
        views.push_back(slot.view);
    return views;
}

void OverviewPage::chooseFigures()
{
    FigureChoice dialog(m_figureIds, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_figureIds = dialog.chosen();
    workspace().preferences().setOverviewFigures(m_figureIds);
    refresh();
}

void OverviewPage::explainTile(qsizetype place)
{
    const KeyFigure figure = keyFigureOf(workspace(), m_tileIds[place]);
    if (figure.page)
        workspace().goToPage(*figure.page);
    else
        workspace().explain(figure.reference);
}

void OverviewPage::openTileMenu(std::size_t tile, const QPoint& globalPosition)
{
    const auto place = static_cast<qsizetype>(tile);
    QMenu menu(this);
    menu.addAction(tr("Explain"), this, [this, place] { explainTile(place); });
    menu.addAction(tr("Copy"), this, [this, tile] {
        const KeyFigureText& text = m_tiles[tile]->keyFigure();
        QGuiApplication::clipboard()->setText(text.figure + u' ' + text.unit);
    });
    menu.addSeparator();
    for (const QString& id : keyFigureIds()) {
        QAction* const choice = menu.addAction(keyFigureLabel(id), this, [this, place, id] {
            m_tileIds[place] = id;
            workspace().preferences().setOverviewTiles(m_tileIds);
            refresh();
        });
        choice->setCheckable(true);
        choice->setChecked(m_tileIds[place] == id);
        choice->setEnabled(m_tileIds[place] == id || !m_tileIds.contains(id));
    }
    menu.exec(globalPosition);
}

}
