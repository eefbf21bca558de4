#include "ui/document/CellEdit.h"

#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"
#include "core/project/Registry.h"
#include "core/project/Validation.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::InputValue;
using core::Profile;
using core::Project;
using ui::CellAddress;
using ui::CellContent;
using ui::CellEdit;
using Points = core::Series::Points;

Q_DECLARE_METATYPE(core::InputValue)
Q_DECLARE_METATYPE(std::optional<int>)
Q_DECLARE_METATYPE(std::optional<core::InputValue>)

namespace {

constexpr const char* inflation = "macro.usd_inflation"; // points in 2027 and 2028
constexpr const char* rampUp = "production.ramp_up";     // 0.1, 0.6, 0.85, 1.0
constexpr const char* taxRate = "tax.income_tax_rate";   // constant
constexpr const char* premium = "price_decks.consensus.prices.ga6n";

CellAddress cell(const char* id, std::optional<int> place = {})
{
    return {QString::fromLatin1(id), place};
}

double numberAt(const Project& project, const CellAddress& address)
{
    const auto content = ui::contentOf(project, address);
    return content ? std::get<double>(content->value) : std::nan("");
}

}

class TestCellEdit : public QObject {
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void nothingCanBeStated();
    void defaultsThatAreLeftOutAreNotStated();
    void showsNothing_data();
    void showsNothing();
    void changesTheInput_data();
    void changesTheInput();
    void typingIntoAConstantKeepsOtherYears();
    void typingIntoAPremiumKeepsOtherYears();
    void premiumsInACircleAreNoPrice();
    void givenBackInputsHaveTheirDefault_data();
    void givenBackInputsHaveTheirDefault();
    void givenBackInputsAreLeftOutOfTheDocument();
    void refuses_data();
    void refuses();
    void oneRefusedEditRefusesAll();
};

void TestCellEdit::shows_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<std::optional<int>>("place");
    QTest::addColumn<InputValue>("value");
    QTest::addColumn<bool>("isStated");
    const auto row = [](const char* name, const char* id, std::optional<int> place,
                         InputValue value, bool isStated) {
        QTest::newRow(name) << QString::fromLatin1(id) << place << value << isStated;
    };
    row("a number", "levers.price", {}, 1.0, true);
    row("a yes or no", "tax.write_off_at_end", {}, true, true);
    row("a word", "discounting.timing", {}, std::string("mid_year"), true);
    row("an id", "active_deck", {}, std::string("consensus"), true);
    row("a whole series", inflation, {}, Points {{2027, 0.023}, {2028, 0.02}}, true);
    row("a year of a series", inflation, 2027, 0.023, true);
    row("a year before the first point", inflation, 2020, 0.023, false);
    row("a year after the last point", inflation, 2040, 0.02, false);
    row("a year of a constant", taxRate, 2030, 0.2, true);
    row("a series that is absent", "macro.fx.path", {}, InputValue(), false);
    row("a year of a series that is absent", "macro.fx.path", 2030, InputValue(), false);
    row("an entry of a profile", rampUp, 2, 0.6, true);
    row("the last entry of a profile", rampUp, 4, 1.0, true);
    row("what the last entry holds for", rampUp, 5, 1.0, false);
    row("a price", "price_decks.consensus.prices.ga4n", 2030, 680.0, true);
    row("a price that is a premium", premium, 2030, 840.0, false);
    row("the premium itself", "price_decks.consensus.prices.ga6n.amount", 2030, 160.0, true);
}

void TestCellEdit::shows()
{
    QFETCH(QString, id);
    QFETCH(std::optional<int>, place);
    QFETCH(InputValue, value);
    QFETCH(bool, isStated);
    const auto content = ui::contentOf(core::defaultProject(), {id, place});
    QVERIFY(content);
    QVERIFY(content->value == value);
    QCOMPARE(content->isStated, isStated);
}

void TestCellEdit::nothingCanBeStated()
{
    Project project = core::defaultProject();
    project.tax.lossCarryForwardYears.reset();
    const auto content = ui::contentOf(project, cell("tax.loss_carry_forward_years"));
    QVERIFY((content == CellContent {InputValue(), true}));
}

void TestCellEdit::defaultsThatAreLeftOutAreNotStated()
{
    Project project = core::defaultProject();
    const CellAddress lever = cell("levers.price");
    for (const char* path : {"levers.price", "levers"}) {
        project.unstated = {path};
        QVERIFY(!ui::contentOf(project, lever)->isStated);
    }
    project.levers.price = 1.5;
    QVERIFY(ui::contentOf(project, lever)->isStated);
    project.unstated = {rampUp};
    project.production.rampUp = {1.0};
    QVERIFY(!ui::contentOf(project, cell(rampUp))->isStated);
    QVERIFY(!ui::contentOf(project, cell(rampUp, 1))->isStated);
}

void TestCellEdit::showsNothing_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<std::optional<int>>("place");
    const auto row = [](const char* name, const char* id, std::optional<int> place) {
        QTest::newRow(name) << QString::fromLatin1(id) << place;
    };
    row("an unknown input", "levers.prise", {});
    row("a block", "levers", {});
    row("a name", "cost_lines.labour.name", {});
    row("nothing at all", "", {});
    row("a year of a number", "levers.price", 2030);
    row("operating year 0", rampUp, 0);
    row("an operating year beyond any life", rampUp, 301);
    row("a year of the stone age", inflation, -9000);
    row("a price of an unknown product", "price_decks.consensus.prices.ga7n", 2030);
}

void TestCellEdit::showsNothing()
{
    QFETCH(QString, id);
    QFETCH(std::optional<int>, place);
    QVERIFY(!ui::contentOf(core::defaultProject(), {id, place}));
}

void TestCellEdit::changesTheInput_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputValue>("before");
    QTest::addColumn<std::optional<int>>("place");
    QTest::addColumn<std::optional<InputValue>>("typed");
    QTest::addColumn<InputValue>("after");
    using Typed = std::optional<InputValue>;
    const auto row = [](const char* name, const char* id, InputValue before,
                         std::optional<int> place, Typed typed, InputValue after) {
        QTest::newRow(name) << QString::fromLatin1(id) << before << place << typed << after;
    };
    const Typed nothing;
    const Points two {{2026, 0.02}, {2030, 0.06}};
    row("a number", "levers.price", 1.0, {}, 1.5, 1.5);
    row("a point of a series", inflation, two, 2030, 0.08, Points {{2026, 0.02}, {2030, 0.08}});
    row("an interpolated year is stated", inflation, two, 2028, 0.04,
        Points {{2026, 0.02}, {2028, 0.04}, {2030, 0.06}});
    row("a year after the last point is stated", inflation, two, 2032, 0.01,
        Points {{2026, 0.02}, {2030, 0.06}, {2032, 0.01}});
    row("a year of a constant", inflation, 0.02, 2030, 0.05,
        Points {{2029, 0.02}, {2030, 0.05}, {2031, 0.02}});
    row("a constant typed again stays one", inflation, 0.02, 2030, 0.02, 0.02);
    row("a series that was absent", "macro.fx.path", InputValue(), 2030, 480.0,
        Points {{2030, 480.0}});
    row("an entry of a profile", rampUp, Profile {0.1, 0.6}, 1, 0.2, Profile {0.2, 0.6});
    row("behind the end of a profile", rampUp, Profile {0.1, 0.6}, 4, 1.0,
        Profile {0.1, 0.6, 0.6, 1.0});
    row("a year of a phasing", "capital.items.intake.phasing", Points {{2025, 1.0}}, 2026, 0.5,
        Points {{2025, 1.0}, {2026, 0.5}});

    row("a year given back", inflation, Points {{2026, 0.02}, {2028, 0.09}, {2030, 0.06}}, 2028,
        nothing, two);
    row("an interpolated year given back", inflation, two, 2028, nothing, two);
    row("the last year given back", inflation, Points {{2030, 0.06}}, 2030, nothing, 0.06);
    row("a year of a constant given back", inflation, 0.02, 2030, nothing, 0.02);
    row("the last entry of a profile given back", rampUp, Profile {0.1, 0.6, 1.0}, 3, nothing,
        Profile {0.1, 0.6});
    row("entries that repeat the one before are dropped", rampUp, Profile {0.1, 0.6, 0.6, 1.0}, 4,
        nothing, Profile {0.1, 0.6});
    row("an entry in the middle given back", rampUp, Profile {0.1, 0.6, 1.0}, 2, nothing,
        Profile {0.1, 0.1, 1.0});
    row("the first entry given back", rampUp, Profile {0.1, 0.6}, 1, nothing, Profile {1.0, 0.6});
    row("the only entry given back", rampUp, Profile {0.1}, 1, nothing, Profile {1.0});
    row("what is held given back", rampUp, Profile {0.1, 0.6}, 5, nothing, Profile {0.1, 0.6});
    row("a year of a phasing given back", "capital.items.intake.phasing",
        Points {{2025, 0.4}, {2026, 0.6}}, 2026, nothing, Points {{2025, 0.4}});
}

void TestCellEdit::changesTheInput()
{
    QFETCH(QString, id);
    QFETCH(InputValue, before);
    QFETCH(std::optional<int>, place);
    QFETCH(std::optional<InputValue>, typed);
    QFETCH(InputValue, after);
    Project project = core::defaultProject();
    QVERIFY(core::setValue(project, id.toStdString(), before));
    const auto changed = ui::withCells(project, {{{id, place}, typed}});
    QVERIFY2(changed, changed ? "" : changed.error().problems.front().message.c_str());
    QVERIFY(*core::valueOf(*changed, id.toStdString()) == after);
    QVERIFY(core::setValue(project, id.toStdString(), after));
    QVERIFY(*changed == project); // nothing else changed
}

void TestCellEdit::typingIntoAConstantKeepsOtherYears()
{
    const auto changed = ui::withCells(
        core::defaultProject(), {{cell(taxRate, 2030), 0.3}, {cell(taxRate, 2031), 0.4}});
    QVERIFY(changed);
    for (int year = 2020; year < 2050; ++year) {
        const double expected = year == 2030 ? 0.3 : year == 2031 ? 0.4 : 0.2;
        QCOMPARE(numberAt(*changed, cell(taxRate, year)), expected);
    }
}

void TestCellEdit::typingIntoAPremiumKeepsOtherYears()
{
    Project project = core::defaultProject();
    std::get<core::PremiumPrice>(project.priceDecks[0].prices["ga6n"]).amount =
        Points {{2026, 100.0}, {2050, 200.0}};
    project.evidence[std::string(premium) + ".amount"] = "quote";
    const auto changed = ui::withCells(project, {{cell(premium, 2033), 1000.0}});
    QVERIFY(changed);
    QVERIFY(core::validate(*changed).empty());
    QVERIFY(std::holds_alternative<core::Series>(changed->priceDecks[0].prices.at("ga6n")));
    QVERIFY(changed->evidence == core::defaultProject().evidence);
    for (int year = 2020; year < 2060; ++year) {
        const double before = numberAt(project, cell(premium, year));
        const double expected = year == 2033 ? 1000.0 : before;
        QVERIFY(std::abs(numberAt(*changed, cell(premium, year)) - expected) < 1e-9);
    }
    const auto givenBack = ui::withCells(project, {{cell(premium, 2033), std::nullopt}});
    QVERIFY(givenBack);
    QVERIFY(*givenBack == project); // it is derived already
}

void TestCellEdit::premiumsInACircleAreNoPrice()
{
    Project project = core::defaultProject();
    project.priceDecks[0].prices["ga4n"] = core::PremiumPrice {"ga6n", 10.0};
    QVERIFY(!ui::contentOf(project, cell(premium, 2030)));
    QVERIFY(!ui::withCells(project, {{cell(premium, 2030), 1000.0}}));
    const auto whole = ui::withCells(project, {{cell(premium), 1000.0}});
    QVERIFY(whole);
    QCOMPARE(numberAt(*whole, cell("price_decks.consensus.prices.ga4n", 2030)), 1010.0);
}

void TestCellEdit::givenBackInputsHaveTheirDefault_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputValue>("typed");
    QTest::addColumn<InputValue>("expected");
    const auto row = [](const char* name, const char* id, InputValue typed, InputValue expected) {
        QTest::newRow(name) << QString::fromLatin1(id) << typed << expected;
    };
    row("a number", "levers.price", 1.5, 1.0);
    row("a yes or no", "tax.write_off_at_end", false, true);
    row("a word", "discounting.timing", std::string("end_of_year"), std::string("mid_year"));
    row("a profile", rampUp, Profile {0.1, 0.2}, Profile {1.0});
    row("a number that may be absent", "tax.loss_carry_forward_years", 7.0, InputValue());
    row("a series that may be absent", "macro.fx.path", 500.0, InputValue());
}

void TestCellEdit::givenBackInputsHaveTheirDefault()
{
    QFETCH(QString, id);
    QFETCH(InputValue, typed);
    QFETCH(InputValue, expected);
    const auto typedIn = ui::withCells(core::defaultProject(), {{{id, {}}, typed}});
    QVERIFY(typedIn);
    const auto givenBack = ui::withCells(*typedIn, {{{id, {}}, std::nullopt}});
    QVERIFY(givenBack);
    QVERIFY(ui::contentOf(*givenBack, {id, {}})->value == expected);
}

void TestCellEdit::givenBackInputsAreLeftOutOfTheDocument()
{
    const auto givenBack =
        ui::withCells(core::defaultProject(), {{cell("levers.opex"), std::nullopt}});
    QVERIFY(givenBack);
    QVERIFY(!ui::contentOf(*givenBack, cell("levers.opex"))->isStated);
    const std::string document = core::writeProject(*givenBack);
    QVERIFY(document.find("\"opex\"") == std::string::npos);
    const auto again = core::readProject(document);
    QVERIFY(again);
    QVERIFY(*again == *givenBack);
}

void TestCellEdit::refuses_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<std::optional<int>>("place");
    QTest::addColumn<std::optional<InputValue>>("typed");
    QTest::addColumn<QString>("fragment");
    using Typed = std::optional<InputValue>;
    const auto row = [](const char* name, const char* id, std::optional<int> place, Typed typed,
                         const char* fragment) {
        QTest::newRow(name) << QString::fromLatin1(id) << place << typed
                            << QString::fromLatin1(fragment);
    };
    const Typed nothing;
    row("a number out of range", "market.oecd_share", {}, 1.5, "from 0 to 1, found 1.5");
    row("a year out of range", "tax.income_tax_rate", 2030, 1.5, "in 2030, found 1.5");
    row("an entry out of range", rampUp, 6, 3.0, "as entry 6, found 3");
    row("a word for a year", inflation, 2030, InputValue(std::string("much")), "Expected a number");
    row("an unknown input", "levers.prise", {}, 1.0, "did you mean levers.price?");
    row("a year of a number", "levers.price", 2030, 1.0, "nothing to type into");
    row("an entry far behind the end", rampUp, 2'000'000'000, 1.0, "nothing to type into");
    row("what must be stated is not given back", "discounting.rate", {}, nothing, "no default");
    row("the only year of a phasing is not given back", "capital.items.intake.phasing", 2025,
        nothing, "at least one year");
}

void TestCellEdit::refuses()
{
    QFETCH(QString, id);
    QFETCH(std::optional<int>, place);
    QFETCH(std::optional<InputValue>, typed);
    QFETCH(QString, fragment);
    Project project = core::defaultProject();
    project.capital.items.front().phasing = {{2025, 1.0}};
    QCOMPARE(project.capital.items.front().id, std::string("intake"));
    const auto changed = ui::withCells(project, {{{id, place}, typed}});
    QVERIFY(!changed);
    const core::Problem& problem = changed.error().problems.front();
    QCOMPARE(QString::fromStdString(problem.where), id);
    QVERIFY2(QString::fromStdString(problem.message).contains(fragment), problem.message.c_str());
}

void TestCellEdit::oneRefusedEditRefusesAll()
{
    const auto changed = ui::withCells(core::defaultProject(),
        {{cell("levers.price"), 1.5}, {cell("levers.opex"), -1.0}, {cell("levers.none"), 1.0}});
    QVERIFY(!changed);
    QCOMPARE(changed.error().problems.size(), std::size_t {2});
}

QTEST_APPLESS_MAIN(TestCellEdit)
#include "tst_celledit.moc"
