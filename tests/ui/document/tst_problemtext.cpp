#include "ui/document/ProblemText.h"
#include "ui/document/ProjectLists.h"

#include "core/project/DefaultProject.h"
#include "ui/document/Session.h"
#include "ui/models/DisplayFormat.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using Change = std::function<void(core::Project&)>;

namespace {

QString plain(QString text)
{
    return text.replace(QChar(ui::noBreakSpace), u' ');
}

}

class TestProblemText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void rulesAreToldInTheWordsOfTheWindow_data();
    void rulesAreToldInTheWordsOfTheWindow();
    void pathsHaveNames_data();
    void pathsHaveNames();
    void refusedEntriesNameTheirField_data();
    void refusedEntriesNameTheirField();
    void namesMayLookLikePlaces();
    void figuresThatCannotBeComputedAreNamed();
};

void TestProblemText::rulesAreToldInTheWordsOfTheWindow_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const Change& change, const QString& expected) {
        QTest::newRow(name) << change << expected;
    };
    row(
        "weights of decks", [](core::Project& p) { p.priceDecks[0].probability -= 0.1; },
        u"The probabilities of the price decks must add up to 100 %; 10 % is missing."_s);
    row(
        "too much weight", [](core::Project& p) { p.priceDecks[0].probability += 0.055; },
        u"The probabilities of the price decks must add up to 100 %; 5.5 % is too much."_s);
    row(
        "shares of products",
        [](core::Project& p) {
            p.products[0].share = core::Series::Points {{2027, 1.0}, {2030, 0.6}};
        },
        u"The shares of the products must add up to 100 % in every year; in 2028, 1.67 % is "
        u"too much."_s);
    row(
        "shares of owners", [](core::Project& p) { p.shareholders[0].share -= 0.2; },
        u"The shares of the owners must add up to 100 %; 20 % is missing."_s);
    row(
        "phasing", [](core::Project& p) { p.capital.items[0].phasing.begin()->second += 0.05; },
        u"The phasing of “%1” must add up to 100 %; 5 % is too much."_s.arg(
            QString::fromStdString(core::defaultProject().capital.items[0].name)));
    row(
        "a year without a place",
        [](core::Project& p) {
            p.capital.items[0].phasing = {{2020, 1.0}};
        },
        u"The phasing of “%1” spends in 2020, which is not in the years from 2025 to 2046."_s.arg(
            QString::fromStdString(core::defaultProject().capital.items[0].name)));
    row(
        "operations before all else", [](core::Project& p) { p.timeline.startOfOperations = 2024; },
        u"Operations cannot start in 2024, before the first year, 2025."_s);
    row(
        "no rates of exchange",
        [](core::Project& p) {
            p.macro.exchangeRate.mode = core::ExchangeRateMode::path;
            p.macro.exchangeRate.path.reset();
        },
        u"The exchange rate by year is missing; it is needed while the rate follows years of its "
        u"own."_s);
    row(
        "no rate to write off",
        [](core::Project& p) {
            p.tax.assetClasses[0].method = core::DepreciationMethod::decliningBalance;
            p.tax.assetClasses[0].rate.reset();
        },
        u"“%1” has no rate, which its method needs: Declining balance."_s.arg(
            QString::fromStdString(core::defaultProject().tax.assetClasses[0].name)));
    row(
        "no life to write off",
        [](core::Project& p) {
            p.tax.assetClasses[0].method = core::DepreciationMethod::straightLine;
            p.tax.assetClasses[0].years.reset();
        },
        u"“%1” has no life in years, which its method needs: Straight line."_s.arg(
            QString::fromStdString(core::defaultProject().tax.assetClasses[0].name)));
    row(
        "no price", [](core::Project& p) { p.priceDecks[0].prices.erase("ga4n"); },
        u"“Consensus” has no price of Gallium 4N (99.99 %)."_s);
    row(
        "premiums in a circle",
        [](core::Project& p) {
            p.priceDecks[0].prices["ga4n"] = core::PremiumPrice {"ga6n", core::Series(1.0)};
            p.priceDecks[0].prices["ga6n"] = core::PremiumPrice {"ga4n", core::Series(1.0)};
        },
        u"On “Consensus”, premiums must lead to a price, but they lead in a circle: Gallium 4N "
        u"(99.99 %) over Gallium 6N (99.9999 %) over Gallium 4N (99.99 %)."_s);
    row(
        "a year that is too far", [](core::Project& p) { p.timeline.valuationYear = 2050; },
        u"Valuation year: expected a year from 1925 to 2046, found 2050"_s);
}

void TestProblemText::rulesAreToldInTheWordsOfTheWindow()
{
    QFETCH(Change, change);
    QFETCH(QString, expected);
    ui::Session session;
    core::Project project = session.project();
    change(project);
    QVERIFY(session.edit(u"Break a rule"_s, project));
    QVERIFY(!session.problems().empty());
    QStringList sentences;
    for (const core::Problem& problem : session.problems())
        sentences += plain(ui::problemText(session, problem));
    QVERIFY2(sentences.contains(expected), qPrintable(sentences.join(u'\n')));
    for (const QString& sentence : sentences)
        QVERIFY2(!sentence.contains(u'_') && !sentence.contains(u"sum to 1"), qPrintable(sentence));
}

void TestProblemText::pathsHaveNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* path, const char* expected) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(expected);
    };
    row("levers.price", "Lever on prices");
    row("cost_lines.labour.fixed", "Fixed cost, Labour (120 people alone, 70 reusing)");
    row("production.ramp_up[2]", "Ramp-up, entry 3");
    row("capital.items", "Capital items");
    row("nothing.like_it", "nothing.like_it");
}

void TestProblemText::pathsHaveNames()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const ui::Session session;
    QCOMPARE(ui::nameOfPath(session, path), expected);
}

void TestProblemText::refusedEntriesNameTheirField_data()
{
    QTest::addColumn<ui::CellAddress>("cell");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a number") << ui::CellAddress {u"discounting.rate"_s}
                              << u"Discount rate: what"_s;
    QTest::newRow("a year of operation")
        << ui::CellAddress {u"production.ramp_up"_s, 2} << u"Ramp-up, year 2: what"_s;
    QTest::newRow("a year") << ui::CellAddress {u"price_decks.consensus.prices.ga4n"_s, 2030}
                            << u"Price, Consensus, Gallium 4N (99.99 %), 2030: what"_s;
    QTest::newRow("nothing known")
        << ui::CellAddress {u"nothing.like_it"_s, 2030} << u"nothing.like_it: what"_s;
}

void TestProblemText::refusedEntriesNameTheirField()
{
    QFETCH(ui::CellAddress, cell);
    const ui::Session session;
    QTEST(ui::problemText(session, ui::InvalidEntry {cell, u"x"_s, u"what"_s}), "expected");
}

void TestProblemText::namesMayLookLikePlaces()
{
    core::Project project = core::defaultProject();
    project.priceDecks.front().name = "Ban, %2 of %1";
    ui::Session session;
    session.newProject(project);
    const QString id = QString::fromStdString(
        ui::pathOf(ui::ProjectList::priceDecks, project.priceDecks.front().id) + ".prices.ga4n");
    const QString text = ui::problemText(session, ui::InvalidEntry {{id, 2030}, {}, u"what"_s});
    QVERIFY2(
        text.contains(u"Ban, %2 of %1"_s) && text.endsWith(u", 2030: what"_s), qPrintable(text));
}

void TestProblemText::figuresThatCannotBeComputedAreNamed()
{
    const ui::Session session;
    const auto text = [&](const char* message) {
        return ui::problemText(session, core::Problem {"project.npv", message});
    };
    QCOMPARE(text("'Net present value' is not a finite number"),
        u"“Net present value” cannot be computed; its numbers are too large."_s);
    QCOMPARE(text("'Revenue' in 2030 is not a finite number"),
        u"“Revenue” cannot be computed in 2030; its numbers are too large."_s);
}

QTEST_APPLESS_MAIN(TestProblemText)
#include "tst_problemtext.moc"
