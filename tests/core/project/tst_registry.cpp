#include "core/project/Registry.h"

#include "core/engine/Unit.h"
#include "tests/core/project/Documents.h"

#include <QTest>

#include <algorithm>
#include <set>

using core::Input;
using core::InputField;
using core::InputKind;

namespace {

const Input* find(const std::vector<Input>& inputs, const QString& id)
{
    const auto found = std::find_if(inputs.begin(), inputs.end(),
        [&id](const Input& input) { return QString::fromStdString(input.id) == id; });
    return found == inputs.end() ? nullptr : &*found;
}

}

class TestRegistry : public QObject {
    Q_OBJECT

private slots:
    void inputsAreNamedByTheirPaths_data();
    void inputsAreNamedByTheirPaths();
    void whatDoesNotEnterTheCalculationIsNoInput_data();
    void whatDoesNotEnterTheCalculationIsNoInput();
    void idsAreUniqueAndInTheOrderOfTheDocument();
    void unitsAreKnownToTheEngine();
    void unitsFollowTheCurrency();
    void defaultsAndChoicesAreTold();
    void fieldsAreParallelToInputs();
    void fieldsPointIntoTheProject();
    void orderDependsOnTheShapeAlone();
    void absentValuesKeepTheirEntry();
    void absentBlocksHaveNoInputs();
};

void TestRegistry::inputsAreNamedByTheirPaths_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<InputKind>("kind");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("element");
    const auto row = [](const char* id, InputKind kind, const char* unit,
                         const char* element = "") {
        QTest::newRow(id) << QString::fromUtf8(id) << kind << QString::fromUtf8(unit)
                          << QString::fromUtf8(element);
    };
    row("timeline.closure_years", InputKind::integer, "years");
    row("timeline.base_year", InputKind::integer, "");
    row("discounting.rate", InputKind::number, "%");
    row("discounting.timing", InputKind::choice, "");
    row("macro.usd_inflation", InputKind::series, "%");
    row("macro.fx.kzt_per_usd", InputKind::number, "KZT/USD");
    row("macro.fx.path", InputKind::series, "KZT/USD");
    row("levers.price", InputKind::number, "factor");
    row("resource.gallium_g_per_t_alumina", InputKind::number, "g/t");
    row("production.nameplate_kg_per_year", InputKind::number, "kg/year");
    row("production.ramp_up", InputKind::profile, "%");
    row("products.ga6n.share", InputKind::series, "%", "Gallium 6N (99.9999 %)");
    row("active_deck", InputKind::text, "");
    row("price_decks.consensus.probability", InputKind::number, "%", "Consensus");
    row("price_decks.consensus.prices.ga4n", InputKind::series, "USD/kg",
        "Consensus, Gallium 4N (99.99 %)");
    row("price_decks.consensus.prices.ga6n.amount", InputKind::series, "USD/kg",
        "Consensus, Gallium 6N (99.9999 %)");
    row("price_decks.consensus.prices.ga6n.premium_over", InputKind::text, "",
        "Consensus, Gallium 6N (99.9999 %)");
    row("cost_lines.labour.fixed", InputKind::number, "USD/year",
        "Labour (120 people alone, 70 reusing)");
    row("cost_lines.labour.fixed_profile", InputKind::profile, "%",
        "Labour (120 people alone, 70 reusing)");
    row("reuse_realisation", InputKind::profile, "%");
    row("capital.items.extraction.phasing", InputKind::phasing, "%",
        "Extraction section with first sorbent fill");
    row("capital.items.extraction.asset_class", InputKind::text, "",
        "Extraction section with first sorbent fill");
    row("capital.closure_amount", InputKind::number, "USD");
    row("working_capital.receivable_days", InputKind::number, "days");
    row("tax.loss_carry_forward_years", InputKind::integer, "years");
    row("tax.write_off_at_end", InputKind::flag, "");
    row("tax.asset_classes.II.rate", InputKind::number, "%", "Group II: machinery and equipment");
    row("financing.repayment", InputKind::choice, "");
    row("shareholders.state.share", InputKind::number, "%", "Republic of Kazakhstan");
    row("shareholders.state.state", InputKind::flag, "", "Republic of Kazakhstan");
}

void TestRegistry::inputsAreNamedByTheirPaths()
{
    QFETCH(QString, id);
    QFETCH(InputKind, kind);
    QFETCH(QString, unit);
    QFETCH(QString, element);
    const std::vector<Input> inputs = core::inputsOf(core::defaultProject());
    const Input* input = find(inputs, id);
    QVERIFY(input);
    QCOMPARE(input->kind, kind);
    QCOMPARE(QString::fromStdString(input->unit), unit);
    QCOMPARE(QString::fromStdString(input->element), element);
    QVERIFY(!input->label.empty());
    QVERIFY(!input->help.empty());
}

void TestRegistry::whatDoesNotEnterTheCalculationIsNoInput_data()
{
    QTest::addColumn<QString>("id");
    for (const char* id : {"name", "description", "cost_lines.labour.name", "cost_lines.labour.id",
             "cost_lines.labour.category", "price_decks.consensus.note",
             "capital.items.extraction.estimate_class", "scenarios.announced.probability",
             "analysis.draw_deck", "notes", "price_decks.consensus.prices.ga6n"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestRegistry::whatDoesNotEnterTheCalculationIsNoInput()
{
    QFETCH(QString, id);
    QVERIFY(!find(core::inputsOf(core::defaultProject()), id));
}

void TestRegistry::idsAreUniqueAndInTheOrderOfTheDocument()
{
    const std::vector<Input> inputs = core::inputsOf(core::defaultProject());
    std::set<std::string> ids;
    for (const Input& input : inputs)
        QVERIFY2(ids.insert(input.id).second, input.id.c_str());
    const auto position = [&inputs](const char* id) {
        return find(inputs, QLatin1String(id)) - inputs.data();
    };
    QCOMPARE(position("timeline.base_year"), 0);
    QVERIFY(position("timeline.closure_years") < position("discounting.rate"));
    QVERIFY(position("cost_lines.labour.fixed") < position("cost_lines.labour.variable_per_kg"));
    QVERIFY(position("cost_lines.bauxite.fixed") < position("cost_lines.labour.fixed"));
    QVERIFY(position("active_deck") < position("price_decks.floor.probability"));
    QCOMPARE(inputs.back().id, std::string("shareholders.private.withholding_rate"));
}

void TestRegistry::unitsAreKnownToTheEngine()
{
    for (const Input& input : core::inputsOf(core::defaultProject()))
        QVERIFY2(core::Unit::parse(input.unit).has_value(), input.id.c_str());
}

void TestRegistry::unitsFollowTheCurrency()
{
    const std::vector<Input> inputs = core::inputsOf(core::defaultProject());
    QCOMPARE(find(inputs, "cost_lines.host_services.host_fixed")->unit, std::string("KZT/year"));
    QCOMPARE(
        find(inputs, "cost_lines.host_services.host_variable_per_kg")->unit, std::string("KZT/kg"));
    const auto project = core::withValue(
        core::defaultProject(), "capital.items.intake.currency", std::string("KZT"));
    QVERIFY(project);
    QCOMPARE(
        find(core::inputsOf(*project), "capital.items.intake.amount")->unit, std::string("KZT"));
}

void TestRegistry::defaultsAndChoicesAreTold()
{
    const std::vector<Input> inputs = core::inputsOf(core::defaultProject());
    const Input* lever = find(inputs, "levers.price");
    QVERIFY(lever->defaultValue == core::InputValue(1.0));
    QVERIFY(!lever->required);
    QCOMPARE(lever->minimum, 0.0);
    QCOMPARE(lever->maximum, 100.0);
    const Input* rate = find(inputs, "discounting.rate");
    QVERIFY(rate->required);
    QVERIFY(!rate->defaultValue);
    const Input* timing = find(inputs, "discounting.timing");
    QVERIFY(timing->defaultValue == core::InputValue(std::string("mid_year")));
    QCOMPARE(
        timing->choices, (std::vector<std::string> {"start_of_year", "mid_year", "end_of_year"}));
    QVERIFY(
        find(inputs, "production.ramp_up")->defaultValue == core::InputValue(core::Profile {1.0}));
    QVERIFY(find(inputs, "timeline.closure_years")->defaultValue == core::InputValue(0.0));
    QVERIFY(find(inputs, "tax.write_off_at_end")->defaultValue == core::InputValue(true));
    QVERIFY(find(inputs, "tax.income_tax_relief")->defaultValue == core::InputValue(0.0));
    QCOMPARE(find(inputs, "capital.sustaining_asset_class")->choices,
        (std::vector<std::string> {"I", "II", "III", "IV"}));
}

void TestRegistry::fieldsAreParallelToInputs()
{
    const core::Project project = core::defaultProject();
    const std::vector<Input> inputs = core::inputsOf(project);
    const std::vector<InputField> fields = core::fieldsOf(project);
    QCOMPARE(fields.size(), inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const char* id = inputs[i].id.c_str();
        const core::InputValue value = core::valueOf(project, inputs[i].id).value();
        if (std::holds_alternative<std::monostate>(fields[i])) {
            QVERIFY2(value == core::InputValue(), id);
            continue;
        }
        switch (inputs[i].kind) {
        case InputKind::number:
            QVERIFY2(value == core::InputValue(*std::get<const double*>(fields[i])), id);
            break;
        case InputKind::integer:
            QVERIFY2(value == core::InputValue(double(*std::get<const int*>(fields[i]))), id);
            break;
        case InputKind::flag:
            QVERIFY2(value == core::InputValue(*std::get<const bool*>(fields[i])), id);
            break;
        case InputKind::choice:
        case InputKind::text:
            QVERIFY2(value == core::InputValue(*std::get<const std::string*>(fields[i])), id);
            break;
        case InputKind::series: {
            const core::Series& series = *std::get<const core::Series*>(fields[i]);
            QVERIFY2(value == (series.isConstant() ? core::InputValue(series.constant())
                                                   : core::InputValue(series.points())),
                id);
            break;
        }
        case InputKind::profile:
            QVERIFY2(value == core::InputValue(*std::get<const core::Profile*>(fields[i])), id);
            break;
        case InputKind::phasing:
            QVERIFY2(value == core::InputValue(*std::get<const core::Phasing*>(fields[i])), id);
            break;
        }
    }
}

void TestRegistry::fieldsPointIntoTheProject()
{
    core::Project project = core::defaultProject();
    const std::vector<Input> inputs = core::inputsOf(project);
    const std::vector<InputField> fields = core::fieldsOf(project);
    const auto index = static_cast<std::size_t>(find(inputs, "levers.opex") - inputs.data());
    QCOMPARE(std::get<const double*>(fields[index]), &project.levers.opex);
    project.levers.opex = 1.25;
    QCOMPARE(*std::get<const double*>(fields[index]), 1.25);
    const auto price =
        static_cast<std::size_t>(find(inputs, "price_decks.floor.prices.ga4n") - inputs.data());
    QCOMPARE(std::get<const core::Series*>(fields[price]),
        &std::get<core::Series>(project.priceDecks.at(4).prices.at("ga4n")));
}

void TestRegistry::orderDependsOnTheShapeAlone()
{
    core::Project project = core::defaultProject();
    const auto ids = [](const core::Project& of) {
        std::vector<std::string> list;
        for (Input& input : core::inputsOf(of))
            list.push_back(std::move(input.id));
        return list;
    };
    const std::vector<std::string> before = ids(project);
    project.levers = {2, 2, 2, 2, 2, 2};
    project.tax.lossCarryForwardYears.reset();
    project.tax.assetClasses.front().method = core::DepreciationMethod::straightLine;
    project.tax.assetClasses.front().years = 5;
    project.macro.exchangeRate.mode = core::ExchangeRateMode::path;
    project.macro.exchangeRate.path = core::Series(480.0);
    project.macro.usdInflation = core::Series(0.0);
    project.discounting.terms = core::Terms::real;
    QCOMPARE(ids(project), before);
    QCOMPARE(core::fieldsOf(project).size(), before.size());
}

void TestRegistry::absentValuesKeepTheirEntry()
{
    const core::Project project = documents::minimalProject();
    const std::vector<Input> inputs = core::inputsOf(project);
    const std::vector<InputField> fields = core::fieldsOf(project);
    for (const char* id :
        {"macro.fx.path", "tax.loss_carry_forward_years", "tax.asset_classes.all.rate"}) {
        const Input* input = find(inputs, QLatin1String(id));
        QVERIFY2(input, id);
        const auto& field = fields[static_cast<std::size_t>(input - inputs.data())];
        QVERIFY2(std::holds_alternative<std::monostate>(field), id);
    }
}

void TestRegistry::absentBlocksHaveNoInputs()
{
    QVERIFY(!find(core::inputsOf(documents::minimalProject()), "resource.recovery"));
    QVERIFY(find(core::inputsOf(documents::minimalProject()), "financing.gearing"));
}

QTEST_APPLESS_MAIN(TestRegistry)
#include "tst_registry.moc"
