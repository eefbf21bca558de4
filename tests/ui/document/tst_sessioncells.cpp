#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/Session.h"
#include "ui/models/DisplayFormat.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using core::InputValue;
using ui::CellAddress;
using ui::Session;
using Change = std::function<void(Session&)>;

Q_DECLARE_METATYPE(core::InputValue)
Q_DECLARE_METATYPE(std::optional<int>)
Q_DECLARE_METATYPE(Change)

namespace {

const CellAddress share {u"cost_lines.caustic.reuse_share"_s, {}};
const CellAddress price2030 {u"price_decks.consensus.prices.ga4n"_s, 2030};

double numberIn(const Session& session, const CellAddress& cell)
{
    return std::get<double>(ui::contentOf(session.project(), cell)->value);
}

}

class TestSessionCells : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesTheCellAndBothValues_data();
    void namesTheCellAndBothValues();
    void typingInOneCellIsOneStep();
    void typingInAnotherYearIsAnotherStep();
    void cellIsGivenBack();
    void sameValueIsNoStep();
    void refusedCellsChangeNothing();
    void severalCellsAreOneStep();
    void inputsAreThoseOfTheProjectAsItStands();
    void editClearsTheInvalidEntryOfItsCell_data();
    void editClearsTheInvalidEntryOfItsCell();
    void otherEditsKeepInvalidEntries();
    void anotherProjectHasNoInvalidEntries();
};

void TestSessionCells::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestSessionCells::namesTheCellAndBothValues_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<std::optional<int>>("place");
    QTest::addColumn<InputValue>("value");
    QTest::addColumn<QString>("text"); // "_" is the no-break space
    const auto row = [](const char* name, const char* id, std::optional<int> place,
                         InputValue value, const QString& text) {
        QTest::newRow(name) << QString::fromLatin1(id) << place << value << text;
    };
    row("a number", "cost_lines.caustic.reuse_share", {}, 0.925,
        u"Share saved by reuse, Caustic soda and limestone make-up: 90 → 92.5_%"_s);
    row("a year of a series", "price_decks.consensus.prices.ga4n", 2030, 700.0,
        u"Price, Consensus, Gallium 4N (99.99 %), 2030: 680 → 700_USD/kg"_s);
    row("a year of a constant", "tax.income_tax_rate", 2030, 0.25,
        u"Income tax rate, 2030: 20 → 25_%"_s);
    row("a year of a derived price", "price_decks.consensus.prices.ga6n", 2030, 900.0,
        u"Price, Consensus, Gallium 6N (99.9999 %), 2030: 840 → 900_USD/kg"_s);
    row("an interpolated year with its own value", "macro.usd_inflation", 2040, 0.02,
        u"Inflation of the dollar, 2040: 2 → 2_%"_s);
    row("an operating year behind the end", "production.ramp_up", 6, 0.95,
        u"Ramp-up, year 6: 100 → 95_%"_s);
}

void TestSessionCells::namesTheCellAndBothValues()
{
    QFETCH(QString, id);
    QFETCH(std::optional<int>, place);
    QFETCH(InputValue, value);
    QFETCH(QString, text);
    Session session;
    const core::Status status = session.setCell({id, place}, value);
    QVERIFY2(status, status ? "" : status.error().problems.front().message.c_str());
    QCOMPARE(session.undoStack().undoText(), text.replace(u'_', QChar(ui::noBreakSpace)));
    QVERIFY(ui::contentOf(session.project(), {id, place})->value == value);
    session.undoStack().undo();
    QVERIFY(session.project() == core::defaultProject());
}

void TestSessionCells::typingInOneCellIsOneStep()
{
    Session session;
    for (const double rate : {0.3, 0.31, 0.315})
        QVERIFY(session.setCell({u"tax.income_tax_rate"_s, 2030}, rate));
    QCOMPARE(session.undoStack().count(), 1);
    QVERIFY(session.undoStack().undoText().contains(u": 20 → 31.5"_s));
    session.finishTyping();
    QVERIFY(session.setCell({u"tax.income_tax_rate"_s, 2030}, 0.4));
    QCOMPARE(session.undoStack().count(), 2);
}

void TestSessionCells::typingInAnotherYearIsAnotherStep()
{
    Session session;
    QVERIFY(session.setCell(price2030, 700.0));
    QVERIFY(session.setCell({price2030.input, 2031}, 700.0));
    QCOMPARE(session.undoStack().count(), 2);
}

void TestSessionCells::cellIsGivenBack()
{
    Session session;
    QVERIFY(session.resetCell(price2030));
    QVERIFY(!ui::contentOf(session.project(), price2030)->isStated);
    QCOMPARE(numberIn(session, price2030), 695.0); // half way from 750 to 640
    QVERIFY(session.undoStack().undoText().contains(u"2030: 680 → 695"_s));
}

void TestSessionCells::sameValueIsNoStep()
{
    Session session;
    session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
    QVERIFY(session.setCell(share, 0.9));
    QCOMPARE(session.undoStack().count(), 0);
    QVERIFY(session.invalidEntries().all().empty());
}

void TestSessionCells::refusedCellsChangeNothing()
{
    Session session;
    session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
    const core::Status status = session.setCell(share, 1.42);
    QVERIFY(!status);
    QCOMPARE(status.error().problems.front().where, share.input.toStdString());
    QVERIFY(!session.resetCell({u"discounting.rate"_s, {}}));
    QVERIFY(!session.applyCells(u"Paste"_s, {{share, 0.5}, {price2030, -1.0}}));
    QCOMPARE(session.undoStack().count(), 0);
    QVERIFY(session.project() == core::defaultProject());
    QVERIFY(session.invalidEntries().find(share));
}

void TestSessionCells::severalCellsAreOneStep()
{
    Session session;
    session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
    QVERIFY(session.applyCells(u"Paste 2 numbers"_s, {{share, 0.5}, {price2030, 700.0}}));
    QCOMPARE(session.undoStack().undoText(), u"Paste 2 numbers"_s);
    QCOMPARE(session.undoStack().count(), 1);
    QCOMPARE(numberIn(session, share), 0.5);
    QCOMPARE(numberIn(session, price2030), 700.0);
    QVERIFY(session.invalidEntries().all().empty());
}

void TestSessionCells::inputsAreThoseOfTheProjectAsItStands()
{
    Session session;
    QVERIFY(!session.inputOf(u"levers.prise"_s));
    const core::Input* const premium = session.inputOf(u"price_decks.consensus.prices.ga6n"_s);
    QVERIFY(premium); // as the price of its own that typing makes it
    QCOMPARE(premium->unit, std::string("USD/kg"));
    QCOMPARE(premium->element, std::string("Consensus, Gallium 6N (99.9999 %)"));
    const core::Input* fixed = session.inputOf(u"cost_lines.caustic.fixed"_s);
    QVERIFY(fixed);
    QCOMPARE(fixed->unit, std::string("USD/year"));
    QCOMPARE(fixed->element, std::string("Caustic soda and limestone make-up"));
    QVERIFY(session.setInput(u"cost_lines.caustic.currency"_s, std::string("KZT")));
    QVERIFY(session.edit(u"Name"_s,
        ui::withRenamed(session.project(), ui::ProjectList::costLines, "caustic", u"Caustic"_s)));
    fixed = session.inputOf(u"cost_lines.caustic.fixed"_s);
    QCOMPARE(fixed->unit, std::string("KZT/year"));
    QCOMPARE(fixed->element, std::string("Caustic"));
    QVERIFY(session.setCell({u"price_decks.consensus.prices.ga6n"_s, 2030}, 900.0));
    QVERIFY(session.inputOf(u"price_decks.consensus.prices.ga6n"_s));
}

void TestSessionCells::editClearsTheInvalidEntryOfItsCell_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
    row("typing", [](Session& session) { QVERIFY(session.setCell(share, 0.5)); });
    row("an edit of the whole input",
        [](Session& session) { QVERIFY(session.setInput(share.input, 0.5)); });
    row("undo", [](Session& session) { session.undoStack().undo(); });
    row("redo", [](Session& session) {
        session.undoStack().undo();
        session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
        session.undoStack().redo();
    });
    row("its line is removed", [](Session& session) {
        QVERIFY(session.edit(u"Remove"_s,
            ui::withRemoved(session.project(), ui::ProjectList::costLines, "caustic")));
    });
}

void TestSessionCells::editClearsTheInvalidEntryOfItsCell()
{
    QFETCH(Change, change);
    Session session;
    QVERIFY(session.setCell(share, 0.8));
    session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
    bool isUpToDate = true;
    connect(&session, &Session::projectChanged, this,
        [&] { isUpToDate = !session.invalidEntries().find(share); });
    QSignalSpy cleared(&session.invalidEntries(), &ui::InvalidEntries::changed);
    change(session);
    disconnect(&session, nullptr, this, nullptr);
    QVERIFY(!session.invalidEntries().find(share));
    QVERIFY(isUpToDate);
    QVERIFY(cleared.count() >= 1);
}

void TestSessionCells::otherEditsKeepInvalidEntries()
{
    Session session;
    session.invalidEntries().set({price2030, u"-1"_s, u"Too small."_s});
    QVERIFY(session.setCell({price2030.input, 2031}, 700.0));
    QVERIFY(session.setCell(share, 0.8));
    QVERIFY(session.invalidEntries().find(price2030));
}

void TestSessionCells::anotherProjectHasNoInvalidEntries()
{
    Session session;
    session.invalidEntries().set({share, u"142"_s, u"Too large."_s});
    bool hadEntries = false;
    connect(&session, &Session::projectChanged, this,
        [&] { hadEntries = !session.invalidEntries().all().empty(); });
    QSignalSpy cleared(&session.invalidEntries(), &ui::InvalidEntries::changed);
    session.newProject();
    disconnect(&session, nullptr, this, nullptr);
    QVERIFY(!hadEntries);
    QCOMPARE(cleared.count(), 1);
    QVERIFY(session.invalidEntries().all().empty());
}

QTEST_APPLESS_MAIN(TestSessionCells)
#include "tst_sessioncells.moc"
