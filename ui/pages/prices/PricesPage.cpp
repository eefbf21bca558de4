#include "ui/pages/prices/PricesPage.h"

#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/Figures.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputProblems.h"
#include "ui/pages/Shares.h"
#include "ui/pages/prices/DeckPanel.h"
#include "ui/pages/prices/DeckPrices.h"
#include "ui/pages/prices/PriceShift.h"
#include "ui/pages/prices/PriceTable.h"
#include "ui/pages/prices/PriceText.h"
#include "ui/pages/production/ProductWords.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/Segments.h"
#include "ui/widgets/ThemedLabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int sideMargin = 24;
constexpr int chartPart = 45;         // of the height, in percent
constexpr int leastChart = 210;       // px high, where there is little room and text is large
constexpr int captionDrop = 2;        // to the base line of the larger title beside it
constexpr int usualOperatingYear = 5; // that the message speaks of while none is selected

}

PricesPage::PricesPage(Workspace& workspace, QWidget* parent)
    : Page(workspace, PageId::prices, tr("Prices"), parent)
    , m_panel(new DeckPanel(workspace, this))
{
    m_panel->hide(); // until a window shows it
    addCommands();
    QVBoxLayout* const column = body();
    column->setContentsMargins(0, 0, 0, 0); // the lines of the table go from edge to edge
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(u"prices.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    m_splitter->addWidget(makeChart());
    m_splitter->addWidget(makeTable());
    m_splitter->setStretchFactor(0, chartPart);
    m_splitter->setStretchFactor(1, 100 - chartPart);
    m_splitter->setSizes({1000 * chartPart, 1000 * (100 - chartPart)});
    column->addWidget(m_splitter, 1);
    connectTable();
    connect(&session().invalidEntries(), &InvalidEntries::changed, this, &PricesPage::showProblems);
}

void PricesPage::addCommands()
{
    auto* const add = new QPushButton(appearance().icon(u"add"_s), tr("New deck"), this);
    add->setObjectName(u"newDeck"_s);
    connect(add, &QPushButton::clicked, this, &PricesPage::addDeck);
    head().addCommand(add);
    auto* const paste = new QPushButton(tr("Paste from Excel"), this);
    paste->setObjectName(u"pasteFromExcel"_s);
    connect(paste, &QPushButton::clicked, this, &PricesPage::paste);
    head().addCommand(paste);
}

QWidget* PricesPage::makeChart()
{
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(sideMargin, 0, sideMargin, 8);
    m_figure = addFigureView(u"figure.prices"_s, box);
    column->addWidget(m_figure);
    connect(m_figure, &FigureView::valueDragged, this, &PricesPage::dragPrice);
    return box;
}

QWidget* PricesPage::makeTable()
{
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);

    auto* const heads = new QHBoxLayout;
    heads->setContentsMargins(sideMargin, 0, sideMargin, 0);
    heads->setSpacing(12);
    auto* const title = new ThemedLabel(appearance(), TextStyle::chartTitle, &Theme::text, box);
    title->setText(tr("Prices by year"));
    m_caption = new ThemedLabel(appearance(), TextStyle::caption, &Theme::text2, box);
    m_caption->setObjectName(u"prices.caption"_s);
    m_caption->setWordWrap(true);
    m_caption->setContentsMargins(0, captionDrop, 0, 0);
    heads->addWidget(title, 0, Qt::AlignTop);
    heads->addWidget(m_caption, 1, Qt::AlignTop);
    column->addLayout(heads);

    m_table = new NumberTable(session(), appearance(), box);
    m_table->setObjectName(u"table.prices"_s);
    m_table->setAccessibleName(tr("Prices by year"));
    m_table->setSideMargins(sideMargin, 8);
    m_table->setMarksCurrentRow(true);
    column->addWidget(m_table, 1);

    m_problems = new ProblemLine(appearance(), box);
    m_problems->setObjectName(u"prices.problems"_s);
    m_problems->setContentsMargins(sideMargin, 0, sideMargin, 0);
    connect(m_problems, &ProblemLine::remedyChosen, this, &PricesPage::scaleWeights);
    column->addWidget(m_problems);
    column->addStretch(0);
    return box;
}

void PricesPage::connectTable()
{
    // No higher than its rows, so that what is wrong stands directly below them.
    connect(m_table, &NumberTable::contentHeightChanged, m_table, &QWidget::setMaximumHeight);
    connect(m_table, &NumberTable::explainRequested, &workspace(), &Workspace::explain);
    connect(m_table, &NumberTable::messageShown, &workspace(), &Workspace::tell);
    connect(m_table, &NumberTable::contextMenuOpening, this, &PricesPage::fillMenu);
    connect(m_table, &NumberTable::currentCellChanged, this, [this] {
        showPanel();
        head().setMessage(message());
        const Place selected = place();
        if (!selected.deck.empty() && selected.year)
            workspace().select({core::ResultCase::project,
                "deck_prices." + selected.deck + '.' + selected.product, selected.year});
    });
}

const core::Project& PricesPage::project() const
{
    return session().project();
}

PricesPage::Place PricesPage::place() const
{
    const TableContent& content = m_table->content();
    const QString rowId = m_table->currentRow();
    const std::optional<int> row = content.rowOf(rowId);
    Place place;
    if (!row)
        return place;
    bool isYear = false;
    const int year = m_table->currentColumn().toInt(&isYear);
    if (isYear)
        place.year = year;
    if (const auto& element = content.rows[static_cast<std::size_t>(*row)].element) {
        place.deck = element->id;
        place.product = rowId.toStdString().substr(element->id.size() + 1);
    }
    return place;
}

bool PricesPage::hasPrices() const
{
    return !project().priceDecks.empty() && !project().products.empty();
}

const core::PriceDeck* PricesPage::shownDeck() const
{
    const std::string id = place().deck;
    for (const core::PriceDeck& deck : project().priceDecks)
        if (deck.id == id)
            return &deck;
    return hasPrices() ? &core::activeDeckOf(project()) : nullptr;
}

int PricesPage::messageYear() const
{
    const core::Timeline& timeline = project().timeline;
    return place().year.value_or(std::min(
        timeline.startOfOperations + usualOperatingYear - 1, timeline.lastOperatingYear()));
}

CellAddress PricesPage::firstPriceOf(const std::string& deck) const
{
    return priceCell(deck, project().products.front().id, priceYears(project()).front());
}

void PricesPage::refresh()
{
    const QString metal = metalOf(project());
    head().setTitle(metal.isEmpty() ? tr("Prices") : tr("%1 prices").arg(metal));
    m_figure->setMinimumHeight(appearance().px(leastChart));
    showProducts();
    showFigure();
    showPanel();
    showProblems();
    head().setMessage(message());
}

void PricesPage::refreshTables()
{
    m_table->setContent(priceTable(project(), workspace().format()));
    m_caption->setText(priceCaption(project(), workspace().format()));
}

void PricesPage::showProducts()
{
    const QStringList names = gradesOf(project());
    if (names == m_productNames)
        return;
    m_productNames = names;
    m_product = std::min(m_product, static_cast<std::size_t>(names.size()) - 1);
    delete m_products;
    m_products = new Segments(names, this);
    m_products->setObjectName(u"prices.products"_s);
    m_products->setCurrent(static_cast<int>(m_product));
    m_products->setVisible(names.size() > 1);
    m_figure->setCornerWidget(m_products);
    connect(m_products, &Segments::chosen, this, [this](int product) {
        m_product = static_cast<std::size_t>(product);
        showFigure();
        head().setMessage(message());
    });
}

void PricesPage::showFigure()
{
    const auto& evaluation = session().evaluation();
    if (!evaluation) {
        core::Figure none;
        none.title =
            core::verbatim(tr("Prices are drawn once the project has no errors").toStdString());
        m_figure->setFigure(none);
        m_figure->setDraggable({});
        return;
    }
    const core::Project& evaluated = evaluation->project();
    const std::size_t product = std::min(m_product, evaluated.products.size() - 1);
    m_figure->setFigure(core::priceDecksFigure(*evaluation, product, termsOfPrices(evaluated)));
    m_figure->setDraggable(
        session().isEvaluated() ? QString::fromStdString(evaluated.activeDeck) : QString());
}

void PricesPage::showPanel()
{
    const core::PriceDeck* const deck = shownDeck();
    Place selected = place();
    if (deck && selected.product.empty())
        selected = {deck->id, project().products.front().id, std::nullopt};
    m_panel->showDeck(deck ? deck->id : std::string());
    m_panel->showPrice(selected.product, selected.year);
    m_panel->refresh();
    const QString title = deck ? QString::fromStdString(deck->name) : QString();
    if (title == m_panelTitle)
        return;
    m_panelTitle = title;
    emit sidePanelChanged();
}

void PricesPage::showProblems()
{
    QStringList sentences = inputProblems(session(),
        [](const QString& id) { return id.startsWith(u"price_decks.") || id == u"active_deck"; });
    QString remedy;
    if (hasPrices() && !weightsAddUp(project())) {
        sentences.prepend(
            tr("Weights must add to %1. Until they do, the figures are those from before.")
                .arg(weightText(1.0, workspace().format())));
        remedy = tr("Scale all to %1").arg(weightText(1.0, workspace().format()));
    }
    m_problems->setProblem(inOneLine(sentences), remedy);
}

QString PricesPage::message() const
{
    return priceMessage(project(), m_product, messageYear(), workspace().format());
}

QWidget* PricesPage::sidePanel()
{
    return m_panel;
}

QString PricesPage::sidePanelTitle() const
{
    return m_panelTitle;
}

QString PricesPage::unitText() const
{
    return priceUnitText(project());
}

void PricesPage::addDeck()
{
    if (hasPrices()) // behind the last one, whichever is selected
        m_table->selectRow(
            priceRowId(project().priceDecks.back().id, project().products.front().id));
    m_table->add(ProjectList::priceDecks);
}

void PricesPage::paste()
{
    if (m_table->currentRow().isEmpty() && hasPrices())
        m_table->select(firstPriceOf(project().priceDecks.front().id));
    m_table->setFocus();
    m_table->run(TableCommand::paste);
}

void PricesPage::fillMenu(QMenu* menu)
{
    const std::string deck = place().deck;
    if (deck.empty())
        return;
    menu->addSeparator();
    QAction* const activate =
        menu->addAction(tr("Make active"), this, [this, deck] { makeActive(deck); });
    activate->setEnabled(deck != project().activeDeck);
    menu->addAction(tr("Shift prices…"), this, [this] { askForShift(*shownDeck()); });
}

void PricesPage::askForShift(const core::PriceDeck& deck)
{
    const QString name = QString::fromStdString(deck.name);
    auto* const dialog = new PriceShift(appearance(), name, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PriceShift::chosen, this, [this, id = deck.id, name](double part) {
        tellOf(session().edit(
            tr("Shift prices of “%1” by %2").arg(name, workspace().format().percent(part)),
            withPricesScaled(project(), id, 1.0 + part)));
    });
    dialog->open();
}

void PricesPage::tellOf(const core::Status& status)
{
    if (!status)
        workspace().tell(QString::fromStdString(status.error().problems.front().message));
}

void PricesPage::makeActive(const std::string& deck)
{
    tellOf(session().setInput(u"active_deck"_s, deck));
    session().finishTyping();
}

void PricesPage::scaleWeights()
{
    session().edit(tr("Scale weights to %1").arg(weightText(1.0, workspace().format())),
        withWeightsScaled(project()));
}

// One step of undo from the first move to letting go, and none when the price is what it was.
void PricesPage::dragPrice(const QString& deck, int year, double value, bool isFinished)
{
    const CellAddress cell = priceCell(deck.toStdString(), project().products[m_product].id, year);
    QUndoStack& steps = session().undoStack();
    if (!m_drag) {
        const auto before = contentOf(project(), cell);
        const auto* price = before ? std::get_if<double>(&before->value) : nullptr;
        m_drag = {price ? std::optional(*price) : std::nullopt, steps.index()};
        session().finishTyping();
        m_table->select(cell);
    }
    tellOf(session().setCell(cell, value));
    if (isFinished) {
        session().finishTyping();
        if (value == m_drag->before && steps.index() > m_drag->steps)
            steps.undo();
        m_drag.reset();
    }
    refreshNow(); // so that the point follows the pointer
}

bool PricesPage::goToInput(const QString& inputId)
{
    refreshNow();
    if (!hasPrices())
        return false;
    if (inputId == u"active_deck")
        return selectInDeck(project().activeDeck, inputId);
    const QStringList parts = inputId.split(u'.');
    if (parts.front() != u"price_decks")
        return false;
    if (parts.size() == 1)
        return selectInDeck(project().priceDecks.front().id, inputId);
    const auto& decks = project().priceDecks;
    const std::string deck = parts[1].toStdString();
    if (std::none_of(decks.begin(), decks.end(),
            [&](const core::PriceDeck& other) { return other.id == deck; }))
        return false;
    return selectInDeck(deck, inputId);
}

// The cell of the input, else the field in the panel while it is shown, else a cell of the deck.
bool PricesPage::selectInDeck(const std::string& deck, const QString& inputId)
{
    const QStringList parts = inputId.split(u'.');
    const bool isPrice = parts.size() > 3 && parts[2] == u"prices";
    const CellAddress price =
        isPrice ? priceCell(deck, parts[3].toStdString(), priceYears(project()).front())
                : firstPriceOf(deck);
    m_table->setFocus();
    if (m_table->select({inputId, std::nullopt}))
        return true;
    if (!m_table->select(price))
        m_table->select(firstPriceOf(deck));
    const bool isOfTable = isPrice && parts.size() == 4;
    if (!isOfTable && parts.size() > 2 && session().inputOf(inputId)) {
        emit sidePanelWanted();
        m_panel->select(inputId);
    }
    return true;
}

}
