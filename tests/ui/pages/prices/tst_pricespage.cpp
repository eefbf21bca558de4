#include "ui/pages/prices/PricesPage.h"

#include "ui/document/Preferences.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/prices/DeckPanel.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"
#include "ui/widgets/Segments.h"

#include <QApplication>
#include <QChartView>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <functional>

using namespace Qt::StringLiterals;
using core::Project;

namespace {

using Change = std::function<void(Project&)>;

const QString price2030 = u"price_decks.consensus.prices.ga4n"_s;

// A page with its panel beside it, as a window shows them.
struct Shown {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QWidget window;
    ui::PricesPage page {workspace, &window};

    Shown()
    {
        window.resize(1320, 800);
        page.resize(976, 800);
        QWidget* const panel = page.sidePanel();
        panel->setParent(&window);
        panel->setGeometry(980, 0, 340, 800);
        panel->show();
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    ui::NumberTable& table() { return *page.mainTable(); }
    const Project& project() const { return session.project(); }
    QUndoStack& undoStack() { return session.undoStack(); }

    void select(const QString& input, std::optional<int> year = {})
    {
        table().setFocus();
        QVERIFY2(table().select({input, year}), qPrintable(input));
    }
    QString textAt(const QString& row, const QString& column)
    {
        const ui::TableContent& content = table().content();
        QString text = content.cell(*content.rowOf(row), *content.columnOf(column)).text;
        return text.replace(QChar(ui::noBreakSpace), u' ');
    }
    // Chooses from the menu of a row.
    void choose(const QString& row, const QString& action)
    {
        table().setFocus();
        QVERIFY(table().selectRow(row));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(&table(), &event);
        auto* const menu = table().findChild<QMenu*>();
        QVERIFY(menu);
        for (QAction* entry : menu->actions())
            if (entry->text() == action)
                menu->setActiveAction(entry);
        QVERIFY2(menu->activeAction(), qPrintable(action));
        QTest::keyClick(menu, Qt::Key_Return);
    }
    QString problem() const
    {
        QString text = page.findChild<ui::ProblemLine*>()->problem();
        return text.replace(QChar(ui::noBreakSpace), u' ');
    }
    template <class Widget>
    Widget* find(const QString& name)
    {
        return window.findChild<Widget*>(name);
    }
};

// Into what has the focus.
void type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

const core::PriceDeck& deckOf(const Project& project, const char* id)
{
    for (const core::PriceDeck& deck : project.priceDecks)
        if (deck.id == id)
            return deck;
    qFatal("no such deck");
}

double priceOf(const Project& project, const char* deck, const char* product, int year)
{
    return ui::priceIn(deckOf(project, deck), product)->at(year);
}

}

Q_DECLARE_METATYPE(Change)

class TestPricesPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void typingAYearEntersItsPrice();
    void deleteGivesAYearBackToInterpolation();
    void typingOverAPremiumMakesAPriceOfItsOwn();
    void theMessageFollowsTheFigures();
    void weightsMustAddUp();
    void aRefusedPriceIsSaidBelowTheTable();
    void rowsOfDecksCanBeChanged();
    void aNewDeckIsNamedAtOnce();
    void aBlockOfRussianNumbersIsOneStep();
    void aPointOfTheActiveDeckCanBeDragged();
    void escapeUndoesADrag();
    void theFigureShowsTheChosenProduct();
    void aDeckIsMadeActiveFromItsMenu();
    void pricesOfADeckAreShifted();
    void thePanelIsAboutTheCurrentDeck();
    void theNoteIsOneStep();
    void everyInputOfDecksIsFound_data();
    void everyInputOfDecksIsFound();
    void aProjectThatBreaksRulesIsShown_data();
    void aProjectThatBreaksRulesIsShown();
    void anyNumberOfDecksIsShown_data();
    void anyNumberOfDecksIsShown();
};

void TestPricesPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestPricesPage::typingAYearEntersItsPrice()
{
    Shown shown;
    const Project before = shown.project();
    shown.select(price2030, 2030);
    type(u"700"_s);
    press(Qt::Key_Return);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga4n", 2030), 700.0);
    QCOMPARE(shown.textAt(u"consensus.ga4n"_s, u"2030"_s), u"700"_s);
    QCOMPARE(shown.textAt(u"consensus.ga6n"_s, u"2030"_s), u"860"_s);
    QCOMPARE(shown.undoStack().count(), 1);
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
    QCOMPARE(shown.textAt(u"consensus.ga4n"_s, u"2030"_s), u"680"_s);
}

void TestPricesPage::deleteGivesAYearBackToInterpolation()
{
    Shown shown;
    shown.select(price2030, 2030);
    press(Qt::Key_Delete);
    // Between 750 and 640.
    QCOMPARE(shown.textAt(u"consensus.ga4n"_s, u"2030"_s), u"695"_s);
    const ui::TableContent& content = shown.table().content();
    QCOMPARE(content.cell(*content.rowOf(u"consensus.ga4n"_s), *content.columnOf(u"2030"_s)).tone,
        ui::CellTone::inherited);
}

void TestPricesPage::typingOverAPremiumMakesAPriceOfItsOwn()
{
    Shown shown;
    shown.select(u"price_decks.consensus.prices.ga6n"_s, 2030);
    type(u"900"_s);
    press(Qt::Key_Return);
    QCOMPARE(shown.textAt(u"consensus.ga6n"_s, u"2030"_s), u"900"_s);
    QCOMPARE(shown.textAt(u"consensus.ga6n"_s, u"2031"_s), u"800"_s);
    QVERIFY(std::holds_alternative<core::Series>(
        deckOf(shown.project(), "consensus").prices.at("ga6n")));
}

// 626.5 is 20 % of 680 and 1150, 25 % of 300, 15 % of 170 and 550 and 5 % of 1550.
void TestPricesPage::theMessageFollowsTheFigures()
{
    Shown shown;
    const auto message = [&] {
        return shown.page.head().message().replace(QChar(ui::noBreakSpace), u' ');
    };
    QCOMPARE(shown.page.head().title(), u"Gallium prices"_s);
    QCOMPARE(message(), u"Six decks, weights add to 100 %. Weighted 4N price of 627 in 2030, "
                        u"against 680 on the active deck."_s);
    QVERIFY(shown.session.setCell({price2030, 2030}, 780.0));
    QTRY_COMPARE(message(), u"Six decks, weights add to 100 %. Weighted 4N price of 647 in 2030, "
                            u"against 780 on the active deck."_s);
    shown.select(price2030, 2045);
    QVERIFY(message().contains(u" in 2045, "_s));
    QCOMPARE(shown.page.unitText(), u"USD/kg, nominal"_s);
}

void TestPricesPage::weightsMustAddUp()
{
    Shown shown;
    shown.select(u"price_decks.consensus.probability"_s);
    type(u"25"_s);
    press(Qt::Key_Return);
    QCOMPARE(deckOf(shown.project(), "consensus").probability, 0.25);
    QCOMPARE(shown.textAt(u"weighted/ga4n"_s, u"probability"_s), u"105 %"_s);
    QCOMPARE(shown.textAt(u"weighted/ga4n"_s, u"2030"_s), u"–"_s);
    QTRY_COMPARE(shown.problem(),
        u"Weights must add to 100 %. Until they do, the figures are those from before."_s);
    QVERIFY(shown.page.findChild<ui::ProblemLine*>()->isVisible());
    QCOMPARE(shown.find<QLabel>(u"deck.weightedNpv"_s)->text(), u"–"_s);
    const Project before = shown.project();
    const int steps = shown.undoStack().count();

    auto* const text = shown.find<QLabel>(u"problemText"_s);
    text->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Tab); // to the link
    press(Qt::Key_Return);
    QVERIFY(shown.session.isEvaluated());
    QVERIFY(qAbs(deckOf(shown.project(), "consensus").probability - 0.25 / 1.05) < 1e-12);
    QCOMPARE(shown.undoStack().count(), steps + 1);
    QTRY_VERIFY(!shown.page.findChild<ui::ProblemLine*>()->isVisible());
    QCOMPARE(shown.textAt(u"weighted/ga4n"_s, u"probability"_s), u"100 %"_s);
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

void TestPricesPage::aRefusedPriceIsSaidBelowTheTable()
{
    Shown shown;
    shown.select(price2030, 2030);
    type(u"abc"_s);
    press(Qt::Key_Return);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga4n", 2030), 680.0);
    QVERIFY2(shown.problem().startsWith(u"Price, Consensus"_s), qPrintable(shown.problem()));
    shown.select(price2030, 2030);
    press(Qt::Key_Escape);
    QCOMPARE(shown.problem(), QString());
}

void TestPricesPage::rowsOfDecksCanBeChanged()
{
    Shown shown;
    const Project before = shown.project();
    shown.choose(u"consensus.ga4n"_s, u"Duplicate row"_s);
    QVERIFY(shown.session.isEvaluated()); // a copy has no weight yet
    type(u"Analyst"_s);                   // over its name
    press(Qt::Key_Return);
    QCOMPARE(deckOf(shown.project(), "consensus_copy").name, std::string("Analyst"));

    QVERIFY(shown.table().selectRow(u"consensus_copy.ga4n"_s));
    press(Qt::Key_Home);
    press(Qt::Key_F2);
    press(Qt::Key_End);
    type(u" view"_s);
    press(Qt::Key_Return);
    QCOMPARE(shown.textAt(u"consensus_copy.ga4n"_s, u"deck"_s), u"Analyst view"_s);

    QVERIFY(shown.table().selectRow(u"consensus_copy.ga4n"_s));
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shown.project().priceDecks.front().id, std::string("consensus_copy"));
    QCOMPARE(shown.table().content().rows.front().id, u"consensus_copy.ga4n"_s);
    QCOMPARE(shown.table().currentRow(), u"consensus_copy.ga4n"_s);

    press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(shown.project(), before);
    QCOMPARE(shown.undoStack().count(), 5);
    while (shown.undoStack().canUndo())
        shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

void TestPricesPage::aNewDeckIsNamedAtOnce()
{
    Shown shown;
    const Project before = shown.project();
    QTest::mouseClick(shown.find<QPushButton>(u"newDeck"_s), Qt::LeftButton);
    QCOMPARE(shown.project().priceDecks.size(), std::size_t {7});
    type(u"Recycling"_s); // over the name that it was given
    press(Qt::Key_Return);
    const core::PriceDeck& added = shown.project().priceDecks.back();
    QCOMPARE(added.name, std::string("Recycling"));
    QCOMPARE(added.probability, 0.0);
    QVERIFY(shown.session.isEvaluated());
    shown.undoStack().undo();
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

void TestPricesPage::aBlockOfRussianNumbersIsOneStep()
{
    Shown shown;
    const Project before = shown.project();
    shown.select(price2030, 2030);
    QGuiApplication::clipboard()->setText(u"1\u00A0500,5\t1\u00A0400,25\r\n1 650,75\t1 550\r\n"_s);
    QTest::mouseClick(shown.find<QPushButton>(u"pasteFromExcel"_s), Qt::LeftButton);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga4n", 2030), 1500.5);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga4n", 2031), 1400.25);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga6n", 2030), 1650.75);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga6n", 2031), 1550.0);
    QCOMPARE(priceOf(shown.project(), "consensus", "ga6n", 2032), 780.0);
    QCOMPARE(shown.undoStack().count(), 1);
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

namespace {

// Drags the point of a year in the figure up or down by some pixels.
struct Drag {
    QWidget* viewport;
    QPoint at;

    Drag(Shown& shown, double year, double price)
    {
        auto* const view = shown.page.findChild<QChartView*>();
        viewport = view->viewport();
        at = static_cast<ui::FigureChart*>(view->chart())->layOut().at(year, price).toPoint();
        QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, at);
    }
    void moveBy(int pixels)
    {
        at += QPoint(0, pixels);
        QMouseEvent event(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
    }
    void letGo() const { QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, at); }
};

}

void TestPricesPage::aPointOfTheActiveDeckCanBeDragged()
{
    Shown shown;
    const Project before = shown.project();
    Drag drag(shown, 2035, 620.0);
    for (int i = 0; i < 5; ++i)
        drag.moveBy(-10);
    drag.letGo();
    const double price = priceOf(shown.project(), "consensus", "ga4n", 2035);
    QVERIFY2(price > 700.0, qPrintable(QString::number(price)));
    QCOMPARE(shown.table().currentColumn(), u"2035"_s);
    QCOMPARE(shown.undoStack().count(), 1);

    Drag again(shown, 2035, price);
    again.moveBy(20);
    again.letGo();
    QCOMPARE(shown.undoStack().count(), 2);
    shown.undoStack().undo();
    QCOMPARE(priceOf(shown.project(), "consensus", "ga4n", 2035), price);
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

void TestPricesPage::escapeUndoesADrag()
{
    Shown shown;
    const Project before = shown.project();
    // A price that is derived from another, so that the drag makes more of it than a number.
    QTest::mouseClick(shown.page.findChild<ui::Segments*>()->button(1), Qt::LeftButton);
    Drag drag(shown, 2035, 780.0);
    drag.moveBy(-40);
    QVERIFY(shown.project() != before);
    QTest::keyClick(shown.page.figures().front(), Qt::Key_Escape);
    QCOMPARE(shown.project(), before);
    QVERIFY(!shown.undoStack().canUndo());
}

void TestPricesPage::theFigureShowsTheChosenProduct()
{
    Shown shown;
    const ui::FigureView& figure = *shown.page.figures().front();
    QCOMPARE(figure.figure().id, std::string("price_decks.ga4n"));
    QTest::mouseClick(shown.page.findChild<ui::Segments*>()->button(1), Qt::LeftButton);
    QCOMPARE(figure.figure().id, std::string("price_decks.ga6n"));
    QVERIFY(shown.page.head().message().contains(u"6N"_s));
}

void TestPricesPage::aDeckIsMadeActiveFromItsMenu()
{
    Shown shown;
    shown.choose(u"oversupply.ga6n"_s, u"Make active"_s);
    QCOMPARE(shown.project().activeDeck, std::string("oversupply"));
    QCOMPARE(shown.textAt(u"oversupply.ga6n"_s, u"deck"_s), u"active"_s);
    shown.undoStack().undo();
    QCOMPARE(shown.project().activeDeck, std::string("consensus"));
}

void TestPricesPage::pricesOfADeckAreShifted()
{
    Shown shown;
    const Project before = shown.project();
    shown.choose(u"oversupply.ga4n"_s, u"Shift prices…"_s);
    auto* const dialog = shown.window.findChild<QDialog*>(u"priceShift"_s);
    QVERIFY(dialog);
    dialog->activateWindow(); // as window systems do by themselves
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    type(u"ten"_s);
    press(Qt::Key_Return);
    QVERIFY(dialog->isVisible()); // until there is a number
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"-10"_s);
    press(Qt::Key_Return);
    QVERIFY(qAbs(priceOf(shown.project(), "oversupply", "ga4n", 2030) - 153.0) < 1e-9);
    QVERIFY(qAbs(priceOf(shown.project(), "oversupply", "ga6n", 2030) - 297.0) < 1e-9);
    QCOMPARE(shown.undoStack().count(), 1);
    QCOMPARE(shown.undoStack().undoText().replace(QChar(ui::noBreakSpace), u' '),
        u"Shift prices of “Chinese oversupply” by −10.0 %"_s);
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
}

// The results of the decks are those of the independent calculation in tests/data/model.
void TestPricesPage::thePanelIsAboutTheCurrentDeck()
{
    Shown shown;
    QCOMPARE(shown.page.sidePanelTitle(), u"Consensus"_s);
    shown.select(price2030, 2030);
    QCOMPARE(shown.find<QLabel>(u"deck.selected"_s)->text(), u"Selected: 4N, 2030"_s);
    // 680 × (1 − 95 % of 5 % − 5 % of 35 %)
    QVERIFY2(shown.find<QLabel>(u"deck.earnings"_s)
                 ->text()
                 .startsWith(u"680 USD/kg earns <b>636</b> after the contract discount"_s),
        qPrintable(shown.find<QLabel>(u"deck.earnings"_s)->text()));
    QCOMPARE(shown.find<QLabel>(u"deck.npv"_s)->text(), u"10.8"_s);
    QCOMPARE(shown.find<QLabel>(u"deck.weightedNpv"_s)->text(), u"3.2"_s);

    QSignalSpy changed(&shown.page, &ui::PricesPage::sidePanelChanged);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(shown.page.sidePanelTitle(), u"Export ban persists"_s);
    QVERIFY(shown.find<QWidget>(u"price_decks.ban_persists.oecd_premium"_s));
    QVERIFY(shown.find<QWidget>(u"price_decks.ban_persists.prices.ga6n.amount"_s));

    QVERIFY(shown.page.goToInput(u"price_decks.oversupply.other_premium"_s));
    QCOMPARE(shown.page.sidePanelTitle(), u"Chinese oversupply"_s);
    type(u"-10"_s);
    press(Qt::Key_Return);
    QCOMPARE(deckOf(shown.project(), "oversupply").otherPremium, -0.10);
}

void TestPricesPage::theNoteIsOneStep()
{
    Shown shown;
    shown.select(price2030, 2030);
    auto* const note = shown.find<QPlainTextEdit>(u"deck.note"_s);
    note->setFocus();
    note->selectAll();
    type(u"Expert view"_s);
    QCOMPARE(shown.undoStack().count(), 0);
    shown.table().setFocus();
    QCOMPARE(deckOf(shown.project(), "consensus").note, std::string("Expert view"));
    QCOMPARE(shown.undoStack().count(), 1);
}

void TestPricesPage::everyInputOfDecksIsFound_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column"); // empty: any
    QTest::newRow("the list") << u"price_decks"_s << u"consensus.ga4n"_s << QString();
    QTest::newRow("a deck") << u"price_decks.floor"_s << u"floor.ga4n"_s << QString();
    QTest::newRow("a weight") << u"price_decks.floor.probability"_s << u"floor.ga4n"_s
                              << u"probability"_s;
    QTest::newRow("a premium in a market")
        << u"price_decks.floor.oecd_premium"_s << u"floor.ga4n"_s << QString();
    QTest::newRow("prices") << u"price_decks.floor.prices"_s << u"floor.ga4n"_s << QString();
    QTest::newRow("a price") << u"price_decks.floor.prices.ga4n"_s << u"floor.ga4n"_s << u"2026"_s;
    QTest::newRow("a premium over a price")
        << u"price_decks.floor.prices.ga6n.amount"_s << u"floor.ga6n"_s << QString();
    QTest::newRow("the active deck") << u"active_deck"_s << u"consensus.ga4n"_s << QString();
}

void TestPricesPage::everyInputOfDecksIsFound()
{
    QFETCH(QString, input);
    QFETCH(QString, row);
    QFETCH(QString, column);
    Shown shown;
    QVERIFY(shown.page.goToInput(input));
    QCOMPARE(shown.table().currentRow(), row);
    if (!column.isEmpty())
        QCOMPARE(shown.table().currentColumn(), column);
    QVERIFY(!shown.page.goToInput(u"price_decks.nothing.probability"_s));
    QVERIFY(!shown.page.goToInput(u"cost_lines.labour.fixed"_s));
}

void TestPricesPage::aProjectThatBreaksRulesIsShown_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const Change& change, int columns, const QString& text) {
        QTest::newRow(name) << change << columns << text;
    };
    const QString usual = u"Six decks, weights add to 100 %."_s;
    row(
        "no decks", [](Project& p) { p.priceDecks.clear(); }, 23, u"There is no price deck yet."_s);
    row(
        "no products", [](Project& p) { p.products.clear(); }, 23,
        u"There is no product to price yet."_s);
    row(
        "no year of operation", [](Project& p) { p.timeline.yearsOfOperation = 0; }, 4, usual);
    row(
        "far too many years", [](Project& p) { p.timeline.yearsOfOperation = 1'000'000; }, 303,
        usual);
    row(
        "a missing price", [](Project& p) { p.priceDecks[0].prices.clear(); }, 23, usual);
    row(
        "premiums in a circle",
        [](Project& p) {
            p.priceDecks[0].prices["ga4n"] = core::PremiumPrice {"ga6n", 0.0};
        },
        23, usual);
    row(
        "no such active deck", [](Project& p) { p.activeDeck = "nothing"; }, 23, usual);
}

void TestPricesPage::aProjectThatBreaksRulesIsShown()
{
    QFETCH(Change, change);
    QFETCH(int, columns);
    QFETCH(QString, message);
    Shown shown;
    const Project before = shown.project();
    Project project = before;
    change(project);
    shown.select(price2030, 2030);
    shown.session.edit(u"Break"_s, project);
    shown.page.refreshNow();
    QVERIFY(!shown.session.isEvaluated());
    QCOMPARE(shown.table().content().columnCount(), columns);
    const QString text = shown.page.head().message().replace(QChar(ui::noBreakSpace), u' ');
    QVERIFY2(text.startsWith(message), qPrintable(text));
    shown.page.goToInput(u"active_deck"_s);
    QTest::mouseClick(shown.find<QPushButton>(u"newDeck"_s), Qt::LeftButton);
    QCOMPARE(shown.project().priceDecks.size(), project.priceDecks.size() + 1);
    shown.undoStack().undo();
    shown.undoStack().undo();
    QCOMPARE(shown.project(), before);
    shown.page.refreshNow();
    QCOMPARE(shown.table().content().columnCount(), 23);
}

void TestPricesPage::anyNumberOfDecksIsShown_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("message");
    QTest::newRow("one") << 1 << u"One deck, with a 4N price of 680 in 2030."_s;
    QTest::newRow("six") << 6 << u"Six decks, weights add to 100 %. Weighted"_s;
    QTest::newRow("twelve") << 12
                            << u"Twelve decks, weights add to 100 %. The chart shows the active "
                               u"deck and the most probable others. Weighted"_s;
}

void TestPricesPage::anyNumberOfDecksIsShown()
{
    QFETCH(int, count);
    QFETCH(QString, message);
    Shown shown;
    Project project = shown.project();
    if (count == 1) {
        project.priceDecks.resize(1);
        project.priceDecks.front().probability = 1.0;
    }
    while (static_cast<int>(project.priceDecks.size()) < count)
        project = *ui::withDuplicate(std::move(project), ui::ProjectList::priceDecks, "floor");
    shown.session.edit(u"Decks"_s, project);
    shown.page.refreshNow();
    QVERIFY(shown.session.isEvaluated());
    QCOMPARE(shown.table().content().rowCount(), 2 * (count + 1));
    const QString text = shown.page.head().message().replace(QChar(ui::noBreakSpace), u' ');
    QVERIFY2(text.startsWith(message), qPrintable(text));
}

QTEST_MAIN(TestPricesPage)
#include "tst_pricespage.moc"
