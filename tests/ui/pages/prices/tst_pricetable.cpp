#include "ui/pages/prices/PriceTable.h"

#include "core/project/DefaultProject.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;

namespace {

using Change = std::function<void(core::Project&)>;

void none(core::Project&) {}

core::PriceDeck& deckOf(core::Project& project, const char* id)
{
    for (core::PriceDeck& deck : project.priceDecks)
        if (deck.id == id)
            return deck;
    return project.priceDecks.front();
}

TableContent tableOf(const core::Project& project)
{
    return ui::priceTable(project, ui::DisplayFormat(QLocale(QLocale::English)));
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    const std::optional<int> r = content.rowOf(row);
    const std::optional<int> c = content.columnOf(column);
    return r && c ? content.cell(*r, *c) : TableCell {TableCell::Look::text, u"not there"_s};
}

}

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(CellTone)

class TestPriceTable : public QObject {
    Q_OBJECT

private slots:
    void cellsShowThePrices_data();
    void cellsShowThePrices();
    void cellsEditTheirInputs();
    void gradesAreReadInFull_data();
    void gradesAreReadInFull();
    void decksAreRowsInTheirOrder();
    void yearsAreThoseWithPrices_data();
    void yearsAreThoseWithPrices();
};

// Prices as in the market study that the default project is made from; weighted ones are worked out
// by hand from them.
void TestPriceTable::cellsShowThePrices_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellTone>("tone");

    const auto row = [](const char* name, const Change& change, const QString& id,
                         const QString& column, const QString& text, CellTone tone) {
        QTest::newRow(name) << change << id << column << text << tone;
    };
    row("an entered price", none, u"consensus.ga4n"_s, u"2030"_s, u"680"_s, CellTone::input);
    row("a price by premium", none, u"consensus.ga6n"_s, u"2030"_s, u"840"_s, CellTone::inherited);
    row("thousands", none, u"ban_persists.ga6n"_s, u"2026"_s, u"1,860"_s, CellTone::inherited);
    row(
        "a year between two points",
        [](core::Project& p) {
            deckOf(p, "consensus").prices["ga4n"] =
                core::Series(core::Series::Points {{2026, 100.0}, {2030, 300.0}});
        },
        u"consensus.ga4n"_s, u"2029"_s, u"250"_s, CellTone::inherited);
    row(
        "the same price in every year",
        [](core::Project& p) { deckOf(p, "consensus").prices["ga4n"] = core::Series(99.5); },
        u"consensus.ga4n"_s, u"2040"_s, u"99.5"_s, CellTone::input);
    row(
        "a premium of each year over an interpolated price",
        [](core::Project& p) {
            deckOf(p, "consensus").prices["ga4n"] =
                core::Series(core::Series::Points {{2026, 100.0}, {2030, 300.0}});
            deckOf(p, "consensus").prices["ga6n"] = core::PremiumPrice {
                "ga4n", core::Series(core::Series::Points {{2028, 10.0}, {2030, 30.0}})};
        },
        u"consensus.ga6n"_s, u"2029"_s, u"270"_s, CellTone::inherited);
    row(
        "a product without a price",
        [](core::Project& p) { deckOf(p, "consensus").prices.erase("ga6n"); }, u"consensus.ga6n"_s,
        u"2030"_s, QString(), CellTone::inherited);
    row("a weight", none, u"ban_lifted.ga4n"_s, u"probability"_s, u"25 %"_s, CellTone::input);
    row(
        "a weight with a part of a percent",
        [](core::Project& p) { deckOf(p, "ban_lifted").probability = 0.125; }, u"ban_lifted.ga4n"_s,
        u"probability"_s, u"12.5 %"_s, CellTone::input);
    row("the name of a deck", none, u"consensus.ga4n"_s, u"deck"_s, u"Consensus"_s,
        CellTone::result);
    row("the active deck", none, u"consensus.ga6n"_s, u"deck"_s, u"active"_s, CellTone::quiet);
    row("another deck", none, u"ban_lifted.ga6n"_s, u"deck"_s, QString(), CellTone::quiet);
    row(
        "a deck in other terms than another",
        [](core::Project& p) { deckOf(p, "consensus").terms = core::Terms::real; },
        u"consensus.ga6n"_s, u"deck"_s, u"active, real 2026"_s, CellTone::quiet);
    row("a grade", none, u"consensus.ga6n"_s, u"grade"_s, u"6N"_s, CellTone::quiet);
    // 1500, 1700, 1200, 900, 1400 and 1800 with 20, 20, 25, 15, 15 and 5 %
    row("weighted prices", none, u"weighted/ga4n"_s, u"2026"_s, u"1,375"_s, CellTone::result);
    row("weighted prices with a premium", none, u"weighted/ga6n"_s, u"2026"_s, u"1,535"_s,
        CellTone::result);
    // 900 × 1.023 × 1.02 = 939.1 instead of 900: 7.8 more
    row(
        "weighted prices of decks in different terms, nominal as the active one",
        [](core::Project& p) {
            p.activeDeck = "ban_lifted";
            deckOf(p, "consensus").terms = core::Terms::real;
        },
        u"weighted/ga4n"_s, u"2028"_s, u"815"_s, CellTone::result);
    row("the sum of weights", none, u"weighted/ga4n"_s, u"probability"_s, u"100 %"_s,
        CellTone::result);
    const Change tooMuch = [](core::Project& p) { deckOf(p, "consensus").probability = 0.25; };
    row("weights that do not add up", tooMuch, u"weighted/ga4n"_s, u"2026"_s, u"–"_s,
        CellTone::result);
    row("their sum", tooMuch, u"weighted/ga4n"_s, u"probability"_s, u"105 %"_s, CellTone::error);
}

void TestPriceTable::cellsShowThePrices()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, column);
    QFETCH(QString, text);
    QFETCH(CellTone, tone);
    core::Project project = core::defaultProject();
    change(project);
    const TableCell cell = cellOf(tableOf(project), row, column);
    QString shown = cell.text;
    shown.replace(QChar(ui::noBreakSpace), u' ');
    QCOMPARE(shown, text);
    if (!text.isEmpty())
        QCOMPARE(cell.tone, tone);
}

void TestPriceTable::cellsEditTheirInputs()
{
    const TableContent content = tableOf(core::defaultProject());
    const TableCell premium = cellOf(content, u"consensus.ga6n"_s, u"2030"_s);
    QCOMPARE(premium.editor, TableCell::Editor::number);
    QCOMPARE(premium.cell.input, u"price_decks.consensus.prices.ga6n"_s);
    QCOMPARE(premium.cell.place, std::optional<int>(2030));
    QCOMPARE(premium.number, std::optional<double>(840.0));
    QCOMPARE(premium.figure->name, std::string("deck_prices.consensus.ga6n"));
    QCOMPARE(premium.figure->year, std::optional<int>(2030));
    const TableCell weight = cellOf(content, u"consensus.ga4n"_s, u"probability"_s);
    QCOMPARE(weight.cell.input, u"price_decks.consensus.probability"_s);
    QVERIFY(!weight.cell.place && weight.isPercent);
    QCOMPARE(cellOf(content, u"consensus.ga4n"_s, u"deck"_s).editor, TableCell::Editor::name);
    QCOMPARE(cellOf(content, u"consensus.ga6n"_s, u"deck"_s).editor, TableCell::Editor::none);
    QCOMPARE(cellOf(content, u"weighted/ga4n"_s, u"2030"_s).editor, TableCell::Editor::none);
}

void TestPriceTable::gradesAreReadInFull_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("width");
    QTest::newRow("short ones") << u"Gallium 5N"_s << 52;
    QTest::newRow("nothing in common, so “Gallium 6N” is whole") << u"Product"_s << 91;
    QTest::newRow("more than there is room for") << u"Gallium of the highest purity"_s << 110;
}

void TestPriceTable::gradesAreReadInFull()
{
    QFETCH(QString, name);
    core::Project project = core::defaultProject();
    project.products.front().name = name.toStdString();
    const TableContent content = tableOf(project);
    QTEST(content.columns[static_cast<std::size_t>(content.columnOf(u"grade"_s).value())].width,
        "width");
}

void TestPriceTable::decksAreRowsInTheirOrder()
{
    core::Project project = core::defaultProject();
    project.priceDecks.resize(2);
    const TableContent content = tableOf(project);
    QStringList rows;
    for (const ui::TableRow& row : content.rows)
        rows += row.id;
    QCOMPARE(rows, (QStringList {u"consensus.ga4n"_s, u"consensus.ga6n"_s, u"ban_persists.ga4n"_s,
                       u"ban_persists.ga6n"_s, u"weighted/ga4n"_s, u"weighted/ga6n"_s}));
    QCOMPARE(content.frozenLeft, 3);
    QVERIFY(content.rows[0].ink && !content.rows[1].ink);
    QCOMPARE(content.rows[1].element->id, std::string("consensus"));
    QVERIFY(!content.rows[4].element);
    QVERIFY(content.cell(0, 0).isStrong && !content.cell(2, 0).isStrong);
}

void TestPriceTable::yearsAreThoseWithPrices_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("those of operation") << Change(none) << 2026 << 2045;
    QTest::newRow("a price in the year of construction") << Change([](core::Project& p) {
        deckOf(p, "oversupply").prices["ga4n"] =
            core::Series(core::Series::Points {{2025, 500.0}, {2030, 300.0}});
    }) << 2025 << 2045;
    QTest::newRow("a price in the year of construction, and one in the first year")
        << Change([](core::Project& p) {
               deckOf(p, "oversupply").prices["ga4n"] =
                   core::Series(core::Series::Points {{2025, 500.0}, {2026, 400.0}});
           })
        << 2026 << 2045;
    QTest::newRow("a price outside the timeline") << Change([](core::Project& p) {
        deckOf(p, "oversupply").prices["ga4n"] =
            core::Series(core::Series::Points {{1990, 500.0}, {2200, 300.0}});
    }) << 2026 << 2045;
}

void TestPriceTable::yearsAreThoseWithPrices()
{
    QFETCH(Change, change);
    QFETCH(int, first);
    QFETCH(int, last);
    core::Project project = core::defaultProject();
    change(project);
    const TableContent content = tableOf(project);
    QCOMPARE(content.columns[3].id.toInt(), first);
    QCOMPARE(content.columns.back().id.toInt(), last);
    QCOMPARE(content.columnCount(), 3 + last - first + 1);
}

QTEST_APPLESS_MAIN(TestPriceTable)
#include "tst_pricetable.moc"
