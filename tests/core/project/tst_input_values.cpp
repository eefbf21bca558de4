#include "core/project/Registry.h"

#include "core/project/ProjectJson.h"
#include "tests/core/project/Documents.h"

#include <QTest>

#include <limits>

using core::InputValue;
using Points = core::Series::Points;

Q_DECLARE_METATYPE(core::InputValue)

class TestInputValues : public QObject {
    Q_OBJECT

private slots:
    void whatIsSetIsFound_data();
    void whatIsSetIsFound();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void nothingElseChanges();
    void numberHoldsForAProfile();
    void premiumGivesWayToAPrice();
    void statedIsWhatTheDocumentStates();
    void scales_data();
    void scales();
    void refusesToScale_data();
    void refusesToScale();
    void wordsOfTheCommandLine_data();
    void wordsOfTheCommandLine();
    void refusedWordsOfTheCommandLine_data();
    void refusedWordsOfTheCommandLine();
    void pathsOfDocuments_data();
    void pathsOfDocuments();
    void notesOfTheNearestParent_data();
    void notesOfTheNearestParent();
    void evidenceIsLookedUp();
};

void TestInputValues::whatIsSetIsFound_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputValue>("value");
    const auto row = [](const char* name, const char* id, InputValue value) {
        QTest::newRow(name) << QString::fromLatin1(id) << value;
    };
    row("a number", "levers.price", 1.5);
    row("a whole number", "timeline.closure_years", 3.0);
    row("a yes or no", "tax.write_off_at_end", false);
    row("a word", "discounting.timing", std::string("end_of_year"));
    row("the id of a deck", "active_deck", std::string("floor"));
    row("the id of an asset class", "capital.items.intake.asset_class", std::string("IV"));
    row("a series by year", "macro.usd_inflation", Points {{2026, 0.02}, {2030, 0.03}});
    row("a constant series", "macro.usd_inflation", 0.02);
    row("a profile", "production.ramp_up", core::Profile {0.2, 1.0});
    row("a phasing", "capital.items.intake.phasing", Points {{2025, 1.0}});
    row("a series that was absent", "macro.fx.path", Points {{2026, 500.0}});
    row("an optional whole number", "tax.asset_classes.II.years", 8.0);
    row("nothing instead of a number", "tax.loss_carry_forward_years", InputValue());
    row("a price", "price_decks.floor.prices.ga4n", 500.0);
    row("the amount of a premium", "price_decks.floor.prices.ga6n.amount", 200.0);
    row("the product under a premium", "price_decks.floor.prices.ga6n.premium_over",
        std::string("ga4n"));
}

void TestInputValues::whatIsSetIsFound()
{
    QFETCH(QString, id);
    QFETCH(InputValue, value);
    const auto changed = core::withValue(core::defaultProject(), id.toStdString(), value);
    QVERIFY2(changed, changed ? "" : qPrintable(documents::lines(changed.error().problems)));
    const auto found = core::valueOf(*changed, id.toStdString());
    QVERIFY(found);
    QVERIFY(*found == value);
}

void TestInputValues::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputValue>("value");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const char* id, InputValue value, const char* fragment) {
        QTest::newRow(name) << QString::fromLatin1(id) << value << QString::fromUtf8(fragment);
    };
    row("an unknown input names the nearest", "levers.prise", 1.0, "did you mean levers.price?");
    row("an unknown element", "cost_lines.labor.fixed", 1.0,
        "did you mean cost_lines.labour.fixed?");
    row("a block is no input", "levers", 1.0, "is no input");
    row("a name is no input", "cost_lines.labour.name", std::string("x"), "is no input");
    row("an empty id", "", 1.0, "is no input");
    row("a share over 1", "market.oecd_share", 1.5, "expected a number from 0 to 1, found 1.5");
    row("a number that is none", "levers.price", std::numeric_limits<double>::quiet_NaN(),
        "expected a number from 0 to 100, found NaN");
    row("an infinite number", "capital.closure_amount", std::numeric_limits<double>::infinity(),
        "found infinity");
    row("text for a number", "levers.price", std::string("much"),
        "expected a number from 0 to 100, found \"much\"");
    row("null for a number", "levers.price", InputValue(), "found null");
    row("half a year", "timeline.closure_years", 1.5, "expected a whole number from 0 to 100");
    row("a life of 20 000 years", "timeline.years_of_operation", 20000.0,
        "expected a whole number from 1 to 300");
    row("a number for a yes or no", "tax.write_off_at_end", 1.0, "expected true or false");
    row("an unknown word", "discounting.timing", std::string("noon"),
        "expected one of start_of_year, mid_year, end_of_year");
    row("an unknown deck", "active_deck", std::string("none"), "expected one of consensus, ");
    row("a series without years", "macro.usd_inflation", Points {}, "expected at least one year");
    row("one point out of range", "macro.usd_inflation", Points {{2026, 0.02}, {2027, -2.0}},
        "in 2027, found -2");
    row("a year of the stone age", "macro.usd_inflation", Points {{-9000, 0.02}},
        "expected years from 1800 to 3500");
    row("an empty profile", "production.ramp_up", core::Profile {}, "expected at least one number");
    row("one entry out of range", "production.ramp_up", core::Profile {0.5, 3.0},
        "as entry 2, found 3");
    row("years for a profile", "production.ramp_up", Points {{2026, 1.0}}, "expected an array");
    row("a number for a phasing", "capital.items.intake.phasing", 1.0,
        "expected an object of year");
    row("a negative price", "price_decks.floor.prices.ga6n", -1.0,
        "expected a number from 0 to 1000000000, found -1");
}

void TestInputValues::refusesWhatDoesNotFit()
{
    QFETCH(QString, id);
    QFETCH(InputValue, value);
    QFETCH(QString, fragment);
    core::Project project = core::defaultProject();
    const core::Status status = core::setValue(project, id.toStdString(), value);
    QVERIFY(!status);
    QCOMPARE(status.error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(status.error().problems.size(), std::size_t {1});
    QVERIFY2(documents::has(status.error().problems, id, fragment),
        qPrintable(documents::lines(status.error().problems)));
    QVERIFY(project == core::defaultProject());
}

void TestInputValues::nothingElseChanges()
{
    const auto changed = core::withValue(core::defaultProject(), "cost_lines.labour.fixed", 2e6);
    QVERIFY(changed);
    core::Project expected = core::defaultProject();
    expected.costLines.at(8).fixed = 2e6;
    QVERIFY(*changed == expected);
}

void TestInputValues::numberHoldsForAProfile()
{
    const auto changed = core::withValue(core::defaultProject(), "production.ramp_up", 0.8);
    QVERIFY(changed);
    QCOMPARE(changed->production.rampUp, core::Profile {0.8});
}

void TestInputValues::premiumGivesWayToAPrice()
{
    const char* id = "price_decks.floor.prices.ga6n";
    const auto before = core::valueOf(core::defaultProject(), id);
    QVERIFY(!before);
    QVERIFY(documents::has(before.error().problems, id, "is a premium over ga4n"));
    const auto changed = core::withValue(core::defaultProject(), id, Points {{2026, 900.0}});
    QVERIFY(changed);
    QVERIFY(core::valueOf(*changed, id).value() == InputValue(Points {{2026, 900.0}}));
    QVERIFY(!core::valueOf(*changed, "price_decks.floor.prices.ga6n.amount"));
}

void TestInputValues::statedIsWhatTheDocumentStates()
{
    core::Project project = core::defaultProject();
    project.unstated = {"levers.opex", "discounting.timing", "tax"};
    project.tax.lossCarryForwardYears.reset();
    QVERIFY(core::isStated(project, "levers.price"));
    QVERIFY(core::isStated(project, "active_deck"));
    QVERIFY(core::isStated(project, "tax.loss_carry_forward_years")); // as null
    QVERIFY(!core::isStated(project, "levers.opex"));
    QVERIFY(!core::isStated(project, "discounting.timing"));
    QVERIFY(!core::isStated(project, "macro.fx.path")); // absent
    QVERIFY(!core::isStated(project, "levers.none"));
    QVERIFY(!core::isStated(project, "tax.write_off_at_end")); // of a block that is left out
    QVERIFY(core::isStated(project, "tax.income_tax_rate"));
    project.levers.opex = 1.1;
    QVERIFY(core::isStated(project, "levers.opex"));
}

void TestInputValues::scales_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("factor");
    QTest::addColumn<InputValue>("expected");
    const auto row = [](const char* name, const char* id, double factor, InputValue expected) {
        QTest::newRow(name) << QString::fromLatin1(id) << factor << expected;
    };
    row("a number", "capital.closure_amount", 1.5, 1.5e6);
    row("every point of a series", "macro.usd_inflation", 2.0,
        Points {{2027, 0.046}, {2028, 0.04}});
    row("every entry of a profile", "production.ramp_up", 0.5,
        core::Profile {0.05, 0.3, 0.425, 0.5});
    row("a whole number to a whole number", "timeline.years_of_operation", 1.1, 22.0);
}

void TestInputValues::scales()
{
    QFETCH(QString, id);
    QFETCH(double, factor);
    QFETCH(InputValue, expected);
    const auto changed = core::withScaled(core::defaultProject(), id.toStdString(), factor);
    QVERIFY(changed);
    QVERIFY(core::valueOf(*changed, id.toStdString()).value() == expected);
}

void TestInputValues::refusesToScale_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("factor");
    QTest::addColumn<QString>("fragment");
    QTest::newRow("out of range") << "market.oecd_share" << 2.0
                                  << "expected a number from 0 to 1, found 1.9";
    QTest::newRow("a whole number to half a year")
        << "timeline.years_of_operation" << 1.01 << "expected a whole number";
    QTest::newRow("a word") << "discounting.timing" << 2.0 << "cannot be scaled";
    QTest::newRow("a phasing") << "capital.items.intake.phasing" << 0.5 << "cannot be scaled";
    QTest::newRow("an absent value") << "macro.fx.path" << 2.0 << "cannot be scaled";
    QTest::newRow("a factor that is no number")
        << "levers.price" << std::numeric_limits<double>::quiet_NaN() << "found NaN";
    QTest::newRow("an unknown input") << "levers.nothing" << 2.0 << "is no input";
    QTest::newRow("a premium") << "price_decks.floor.prices.ga6n" << 2.0 << "is a premium over";
}

void TestInputValues::refusesToScale()
{
    QFETCH(QString, id);
    QFETCH(double, factor);
    QFETCH(QString, fragment);
    const auto changed = core::withScaled(core::defaultProject(), id.toStdString(), factor);
    QVERIFY(!changed);
    QVERIFY2(documents::has(changed.error().problems, id, fragment),
        qPrintable(documents::lines(changed.error().problems)));
}

void TestInputValues::wordsOfTheCommandLine_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<InputValue>("expected");
    const auto row = [](const char* name, const char* id, const char* text, InputValue expected) {
        QTest::newRow(name) << QString::fromLatin1(id) << QString::fromUtf8(text) << expected;
    };
    row("a number", "levers.price", "0.85", 0.85);
    row("a number with an exponent", "capital.closure_amount", "2e6", 2e6);
    row("a number with a plus sign", "levers.price", "+1.5", 1.5);
    row("a number for a series", "macro.usd_inflation", "0.03", 0.03);
    row("an object for a series", "macro.usd_inflation", "{\"2026\": 0.03, \"2030\": 0.02}",
        Points {{2026, 0.03}, {2030, 0.02}});
    row("an array for a profile", "production.ramp_up", "[0.5, 1]", core::Profile {0.5, 1.0});
    row("a yes or no", "tax.write_off_at_end", "false", false);
    row("null", "tax.loss_carry_forward_years", "null", InputValue());
    row("a word", "discounting.terms", "real", std::string("real"));
    row("a word in quotes", "discounting.terms", "\"real\"", std::string("real"));
    row("an id", "active_deck", "floor", std::string("floor"));
    row("a price for a premium", "price_decks.floor.prices.ga6n", "700", 700.0);
}

void TestInputValues::wordsOfTheCommandLine()
{
    QFETCH(QString, id);
    QFETCH(QString, text);
    QFETCH(InputValue, expected);
    const auto value =
        core::parseInputValue(core::defaultProject(), id.toStdString(), text.toStdString());
    QVERIFY2(value, value ? "" : qPrintable(documents::lines(value.error().problems)));
    QVERIFY(*value == expected);
    QVERIFY(core::withValue(core::defaultProject(), id.toStdString(), *value));
}

void TestInputValues::refusedWordsOfTheCommandLine_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const char* id, const char* text, const char* fragment) {
        QTest::newRow(name) << QString::fromLatin1(id) << QString::fromUtf8(text)
                            << QString::fromUtf8(fragment);
    };
    row("a decimal comma", "levers.price", "0,85",
        "expected a number from 0 to 100, found \"0,85\"");
    row("a percent sign", "discounting.rate", "8%",
        "expected a number from -0.99 to 10, found \"8%\"");
    row("no number", "levers.price", "nan", "found \"nan\"");
    row("too large a number", "levers.price", "1e400", "too large");
    row("nothing", "levers.price", "", "found \"\"");
    row("out of range", "levers.price", "-1", "found -1");
    row("an unknown word", "discounting.terms", "reel", "expected one of nominal, real");
    row("broken JSON", "production.ramp_up", "[0.5, 1", "ends too early");
    row("text in an array", "production.ramp_up", "[0.5, \"x\"]", "as entry 2, found text");
    row("an unknown input", "leverz.price", "1", "did you mean levers.price?");
}

void TestInputValues::refusedWordsOfTheCommandLine()
{
    QFETCH(QString, id);
    QFETCH(QString, text);
    QFETCH(QString, fragment);
    const auto value =
        core::parseInputValue(core::defaultProject(), id.toStdString(), text.toStdString());
    QVERIFY(!value);
    QVERIFY2(documents::has(value.error().problems, id, fragment),
        qPrintable(documents::lines(value.error().problems)));
}

void TestInputValues::pathsOfDocuments_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("expected");
    for (const char* path : {"levers.price", "levers", "capital.items", "capital.items.intake",
             "capital.items.intake.note", "analysis.price_process", "analysis.simulation.seed",
             "price_decks.consensus.prices", "price_decks.consensus.prices.ga6n",
             "price_decks.consensus.prices.ga6n.amount", "description", "notes"})
        QTest::newRow(path) << QString::fromLatin1(path) << true;
    for (const char* path : {"", ".", "levers.", "levers.none", "capital.items.none",
             "price_decks.consensus.prices.ga5n", "price_decks.consensus.prices.ga4n.amount",
             "levers.price.more", "lever", "levers.pric"})
        QTest::newRow(path) << QString::fromLatin1(path) << false;
}

void TestInputValues::pathsOfDocuments()
{
    QFETCH(QString, path);
    QFETCH(bool, expected);
    QCOMPARE(core::hasPath(core::defaultProject(), path.toStdString()), expected);
}

void TestInputValues::notesOfTheNearestParent_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("expected");
    QTest::newRow("of the input itself") << "royalty.rate"
                                         << "tax note";
    QTest::newRow("of the list it stands in") << "capital.items.intake.amount"
                                              << "split note";
    QTest::newRow("none") << "levers.price"
                          << "";
    QTest::newRow("not of a name that begins alike") << "royalty.rates"
                                                     << "";
}

void TestInputValues::notesOfTheNearestParent()
{
    QFETCH(QString, id);
    QFETCH(QString, expected);
    core::Project project = core::defaultProject();
    project.notes = {{"royalty.rate", "tax note"}, {"capital.items", "split note"}};
    const std::string text = id.toStdString();
    QCOMPARE(QString::fromStdString(std::string(core::noteFor(project, text))), expected);
}

void TestInputValues::evidenceIsLookedUp()
{
    const core::Project project = core::defaultProject();
    QCOMPARE(core::evidenceFor(project, "resource.recovery"), std::string_view("test_work"));
    QCOMPARE(core::evidenceFor(project, "levers.fx"), std::string_view());
}

QTEST_APPLESS_MAIN(TestInputValues)
#include "tst_input_values.moc"
