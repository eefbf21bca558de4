#include "core/project/Validation.h"

#include "core/project/ProjectJson.h"
#include "tests/core/project/Documents.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <limits>

using documents::Json;
using documents::patched;

class TestValidation : public QObject {
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void allowed_data();
    void allowed();
    void reportsEveryProblemInTheOrderOfTheDocument();
    void reportsProblemsOfValuesThatNoDocumentCanHold();
    void stopsAtTwoHundredProblems();
    void everyCircleOfPremiumsIsNamedOnce();
    void manyUnknownIdsTakeLittleTime();
};

void TestValidation::refusals_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const char* patch, const char* where,
                         const char* fragment) {
        QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromUtf8(where)
                            << QString::fromUtf8(fragment);
    };
    const auto replace = [&row](const char* name, const char* pointer, const char* value,
                             const char* where, const char* fragment) {
        const QString patch = QStringLiteral("[{'op':'replace','path':'%1','value':%2}]")
                                  .arg(QString::fromUtf8(pointer), QString::fromUtf8(value));
        row(name, qPrintable(patch), where, fragment);
    };
    const auto add = [&row](const char* name, const char* pointer, const char* value,
                         const char* where, const char* fragment) {
        const QString patch = QStringLiteral("[{'op':'add','path':'%1','value':%2}]")
                                  .arg(QString::fromUtf8(pointer), QString::fromUtf8(value));
        row(name, qPrintable(patch), where, fragment);
    };

    // Ranges of single fields.
    replace("an empty name", "/name", "''", "name", "expected a text that is not empty");
    replace("a negative life", "/timeline/years_of_operation", "-5", "timeline.years_of_operation",
        "expected a whole number from 1 to 300, found -5");
    replace("a life of 20 000 years", "/timeline/years_of_operation", "20000",
        "timeline.years_of_operation", "from 1 to 300, found 20000");
    replace("a first year of antiquity", "/timeline/first_year", "-44", "timeline.first_year",
        "from 1800 to 3000");
    replace("101 closure years", "/timeline/closure_years", "101", "timeline.closure_years",
        "from 0 to 100");
    replace("a rate of -100 %", "/discounting/rate", "-1", "discounting.rate", "from -0.99 to 10");
    replace("an inflation of -100 %", "/macro/kzt_inflation", "{'2026':0.1,'2030':-1}",
        "macro.kzt_inflation", "in 2030, found -1");
    replace(
        "a dollar for nothing", "/macro/fx/kzt_per_usd", "0", "macro.fx.kzt_per_usd", "from 0.01");
    replace("a negative lever", "/levers/opex", "-0.1", "levers.opex", "from 0 to 100");
    replace("a recovery over 1", "/resource/recovery", "1.01", "resource.recovery", "from 0 to 1");
    replace("a utilisation over 2", "/production/utilisation", "2.5", "production.utilisation",
        "from 0 to 2");
    replace(
        "a ramp-up over 2", "/production/ramp_up", "[0.5,2.5]", "production.ramp_up", "as entry 2");
    replace("a payable part over 1", "/products/0/payable", "1.2", "products.ga4n.payable",
        "from 0 to 1");
    replace("a negative selling cost", "/products/0/selling_cost_per_kg", "-1",
        "products.ga4n.selling_cost_per_kg", "from 0");
    replace("an OECD share over 1", "/market/oecd_share", "1.5", "market.oecd_share", "found 1.5");
    replace("no world production", "/market/world_production_t_per_year", "0",
        "market.world_production_t_per_year", "from 0.001");
    replace("a discount of more than all", "/price_decks/0/oecd_premium", "-1.5",
        "price_decks.consensus.oecd_premium", "from -1 to 10");
    replace("a negative price", "/price_decks/0/prices/ga4n", "{'2026':-5}",
        "price_decks.consensus.prices.ga4n", "in 2026, found -5");
    replace("a negative cost", "/cost_lines/8/fixed", "-1", "cost_lines.labour.fixed", "from 0");
    replace("a reuse share over 1", "/cost_lines/8/reuse_share", "1.1",
        "cost_lines.labour.reuse_share", "from 0 to 1");
    replace("a negative capital", "/capital/items/0/amount", "-1", "capital.items.intake.amount",
        "from 0");
    replace("a negative share in a phasing", "/capital/items/0/phasing", "{'2025':1.5,'2026':-0.5}",
        "capital.items.intake.phasing", "in 2025, found 1.5");
    replace("an estimate class of 6", "/capital/items/0/estimate_class", "6",
        "capital.items.intake.estimate_class", "from 1 to 5, found 6");
    replace("negative days", "/working_capital/payable_days", "-1", "working_capital.payable_days",
        "from 0");
    replace("a tax over 1", "/tax/income_tax_rate", "1.2", "tax.income_tax_rate", "from 0 to 1");
    replace("a depreciation over 1", "/tax/asset_classes/0/rate", "1.5", "tax.asset_classes.I.rate",
        "from 0 to 1");
    replace("no tenor", "/financing/tenor_years", "0", "financing.tenor_years", "from 1 to 100");
    replace("a negative grace", "/financing/grace_years", "-1", "financing.grace_years",
        "from 0 to 100");
    replace(
        "no trials", "/analysis/simulation/trials", "0", "analysis.simulation.trials", "from 1");

    // Lists and ids.
    replace("no products", "/products", "[]", "products", "expected at least one entry");
    replace(
        "no shareholders", "/shareholders", "[]", "shareholders", "expected at least one entry");
    replace("an id used twice", "/cost_lines/1/id", "'bauxite'", "cost_lines.bauxite",
        "the id is used twice");
    replace("an id with a blank", "/cost_lines/1/id", "'a b'", "cost_lines.a b.id",
        "expected 1 to 64 letters");
    replace("an id with a dot", "/cost_lines/1/id", "'a.b'", "cost_lines[1].id",
        "expected 1 to 64 letters");
    replace(
        "an empty id", "/cost_lines/1/id", "''", "cost_lines[1].id", "expected 1 to 64 letters");
    replace("an empty name of a line", "/cost_lines/1/name", "''", "cost_lines.digestion.name",
        "not empty");

    // References.
    replace("an active deck that is none", "/active_deck", "'none'", "active_deck",
        "expected one of consensus, ban_persists, ");
    replace("an unknown asset class", "/capital/items/0/asset_class", "'V'",
        "capital.items.intake.asset_class", "expected one of I, II, III, IV, found \"V\"");
    replace("an unknown asset class of sustaining capital", "/capital/sustaining_asset_class",
        "'V'", "capital.sustaining_asset_class", "expected one of I, II, III, IV");
    replace("a premium over nothing", "/price_decks/0/prices/ga6n/premium_over", "'ga5n'",
        "price_decks.consensus.prices.ga6n.premium_over", "expected one of ga4n, ga6n");
    replace("a premium over itself", "/price_decks/0/prices/ga6n/premium_over", "'ga6n'",
        "price_decks.consensus.prices.ga6n.premium_over", "found a circle: ga6n over ga6n");
    replace("premiums in a circle", "/price_decks/0/prices/ga4n",
        "{'premium_over':'ga6n','amount':1}", "price_decks.consensus.prices.ga4n.premium_over",
        "found a circle: ga4n over ga6n over ga4n");
    add("a price of no product", "/price_decks/0/prices/ga5n", "100",
        "price_decks.consensus.prices.ga5n", "is no product");
    row("a product without a price", "[{'op':'remove','path':'/price_decks/2/prices/ga6n'}]",
        "price_decks.ban_lifted.prices.ga6n", "is missing; expected a price");
    replace("an unknown deck of a scenario", "/scenarios/0/deck", "'none'",
        "scenarios.announced.deck", "expected one of consensus");

    // Sums.
    replace("product shares off 1 in one year", "/products/0/share",
        "{'2027':1,'2028':0.85,'2040':0.85,'2041':0.8}", "products",
        "expected shares that sum to 1 in every year, found 0.95");
    replace("probabilities off 1", "/price_decks/0/probability", "0.3", "price_decks",
        "expected probabilities that sum to 1, found 1.1");
    replace("a phasing off 1", "/capital/items/0/phasing", "{'2025':0.5,'2026':0.4}",
        "capital.items.intake.phasing", "expected shares that sum to 1, found 0.9");
    replace("shareholders off 1", "/shareholders/0/share", "0.5", "shareholders", "found 1.1");
    replace("scenarios off 1", "/scenarios/0/probability", "0.4", "scenarios", "found 0.9");

    // Years.
    replace("a start before the first year", "/timeline/start_of_operations", "2024",
        "timeline.start_of_operations", "expected a year not before first_year 2025, found 2024");
    replace("a valuation after the end", "/timeline/valuation_year", "2047",
        "timeline.valuation_year", "expected a year from 1925 to 2046, found 2047");
    replace("a valuation long before", "/timeline/valuation_year", "1900",
        "timeline.valuation_year", "found 1900");
    replace("a base year far away", "/timeline/base_year", "2147", "timeline.base_year",
        "expected a year from 1925 to 2146");
    replace("money spent before the first year", "/capital/items/0/phasing",
        "{'2024':0.4,'2026':0.6}", "capital.items.intake.phasing",
        "expected years from 2025 to 2046, found 2024");
    replace("money spent after the end", "/capital/items/0/phasing", "{'2025':0.4,'2047':0.6}",
        "capital.items.intake.phasing", "found 2047");

    // What a mode needs.
    replace(
        "a path mode without a path", "/macro/fx/mode", "'path'", "macro.fx.path", "is missing");
    row("a declining balance without a rate",
        "[{'op':'remove','path':'/tax/asset_classes/0/rate'}]", "tax.asset_classes.I.rate",
        "is missing; expected a rate");
    replace("a straight line without years", "/tax/asset_classes/0/method", "'straight_line'",
        "tax.asset_classes.I.years", "is missing; expected a number of years");
    replace("a sum of years without years", "/tax/asset_classes/0/method", "'sum_of_years'",
        "tax.asset_classes.I.years", "is missing; expected a number of years");
    row("a mean reversion without a half-life",
        "[{'op':'remove','path':'/analysis/price_process/half_life_years'}]",
        "analysis.price_process.half_life_years", "is missing");

    // Scenarios.
    add("an override of nothing", "/scenarios/0/overrides/levers.capx", "1",
        "scenarios.announced.overrides.levers.capx", "did you mean levers.capex?");
    add("an override out of range", "/scenarios/0/overrides/market.oecd_share", "2",
        "scenarios.announced.overrides.market.oecd_share", "from 0 to 1, found 2");
    add("an override of another kind", "/scenarios/0/overrides/production.ramp_up", "'fast'",
        "scenarios.announced.overrides.production.ramp_up", "expected an array");
    add("an override that breaks a sum", "/scenarios/0/overrides/shareholders.state.share", "0.5",
        "scenarios.announced.overrides", "with these, shareholders: expected shares that sum to 1");
    replace("a scenario id used twice", "/scenarios/1/id", "'announced'", "scenarios.announced",
        "the id is used twice");

    // Analyses.
    replace("a bar of nothing", "/analysis/tornado/0/input", "'levers.prise'",
        "analysis.tornado[0].input", "did you mean levers.price?");
    replace("a bar of a word", "/analysis/tornado/0/input", "'discounting.terms'",
        "analysis.tornado[0].input", "expected the id of a number, a series or a profile");
    replace("a bar of a phasing", "/analysis/tornado/0/input", "'capital.items.intake.phasing'",
        "analysis.tornado[0].input", "expected the id of a number, a series or a profile");
    replace("a bar of a name", "/analysis/tornado/0/input", "'cost_lines.labour.name'",
        "analysis.tornado[0].input", "expected the id of an input");
    replace("a bar of an absent value", "/analysis/tornado/0/input", "'macro.fx.path'",
        "analysis.tornado[0].input", "that has a value, found macro.fx.path");
    replace("a bar of a premium", "/analysis/tornado/0/input", "'price_decks.floor.prices.ga6n'",
        "analysis.tornado[0].input", "is a premium over ga4n");
    replace("a bar upside down", "/analysis/tornado/0/low", "1.4", "analysis.tornado[0].high",
        "expected at least the low of 1.4, found 1.3");
    row("a bar without its low", "[{'op':'remove','path':'/analysis/tornado/0/low'}]",
        "analysis.tornado[0].low", "is missing; expected a number, since high has one");
    row("a bar without its high", "[{'op':'remove','path':'/analysis/tornado/1/high'}]",
        "analysis.tornado[1].high", "is missing; expected a number, since low has one");
    replace("an uncertain nothing", "/analysis/uncertainties/4/input", "'levers.none'",
        "analysis.uncertainties[4].input", "expected the id of an input, found \"levers.none\"");
    replace("an input uncertain twice", "/analysis/uncertainties/4/input", "'levers.capex'",
        "analysis.uncertainties[4].input", "is listed twice");
    replace("an unknown distribution", "/analysis/uncertainties/0/distribution/type", "'beta'",
        "analysis.uncertainties[0].distribution.type",
        "expected one of uniform, triangular, pert, ");
    replace("a mode above the maximum", "/analysis/uncertainties/0/distribution/mode", "1.5",
        "analysis.uncertainties[0].distribution.max", "expected at least 1.5, found 1.35");
    row("a distribution without its parameter",
        "[{'op':'remove','path':'/analysis/uncertainties/0/distribution/mode'}]",
        "analysis.uncertainties[0].distribution.mode",
        "is missing; expected a number, since the distribution is triangular");
    replace("a negative standard deviation",
        "/analysis/uncertainties/3/distribution/standard_deviation", "-1",
        "analysis.uncertainties[3].distribution.standard_deviation", "expected at least 0");
    replace("a lognormal mean of 0", "/analysis/uncertainties/3/distribution/mean", "0",
        "analysis.uncertainties[3].distribution.mean", "expected more than 0");
    replace("a discrete distribution without values", "/analysis/uncertainties/4/distribution",
        "{'type':'discrete'}", "analysis.uncertainties[4].distribution.values",
        "expected at least one number");
    replace("a discrete distribution off 1", "/analysis/uncertainties/4/distribution",
        "{'type':'discrete','values':[1,2],'probabilities':[0.5,0.4]}",
        "analysis.uncertainties[4].distribution.probabilities", "expected a sum of 1, found 0.9");
    replace("a value without a probability", "/analysis/uncertainties/4/distribution",
        "{'type':'discrete','values':[1,2],'probabilities':[1]}",
        "analysis.uncertainties[4].distribution.probabilities",
        "expected as many as there are values (2), found 1");
    replace("a correlation over 1", "/analysis/correlations/0/rank", "1.5",
        "analysis.correlations[0].rank", "from -1 to 1");
    replace("a correlation with a certain input", "/analysis/correlations/0/a", "'levers.price'",
        "analysis.correlations[0].a", "expected one of the inputs of analysis.uncertainties");
    replace("a correlation with itself", "/analysis/correlations/0/a", "'levers.fx'",
        "analysis.correlations[0]", "expected two different inputs");
    add("a correlation stated twice", "/analysis/correlations/-",
        "{'a':'levers.fx','b':'levers.opex','rank':0}", "analysis.correlations[2]",
        "are listed twice");

    // Evidence.
    add("an unknown grade", "/evidence/levers.fx", "'rumour'", "evidence.levers.fx",
        "expected one of assumption, analyst, test_work, quote, found \"rumour\"");
}

void TestValidation::refusals()
{
    QFETCH(QString, patch);
    QFETCH(QString, where);
    QFETCH(QString, fragment);
    const std::string document = patched(documents::example(), patch).dump();
    const auto project = core::parseProject(document);
    QVERIFY2(project, project ? "" : qPrintable(documents::lines(project.error().problems)));
    const core::Problems problems = core::validate(*project);
    QVERIFY2(documents::has(problems, where, fragment), qPrintable(documents::lines(problems)));
    const auto read = core::readProject(document);
    QVERIFY(!read);
    QVERIFY(read.error().problems == problems);
}

void TestValidation::allowed_data()
{
    QTest::addColumn<QString>("patch");
    const auto row = [](const char* name, const char* patch) {
        QTest::newRow(name) << QString::fromUtf8(patch);
    };
    row("sums that miss 1 by rounding", "[{'op':'replace','path':'/"
                                        "shareholders','value':[{'id':'a','name':'A','share':0.1},{"
                                        "'id':'b','name':'B','share':0.2},"
                                        "{'id':'c','name':'C','share':0.7000000000001}]}]");
    row("a life of 200 years",
        "[{'op':'replace','path':'/timeline/years_of_operation','value':200}]");
    row("a base year inside the timeline",
        "[{'op':'replace','path':'/timeline/base_year','value':2040}]");
    row("a base year long ago", "[{'op':'replace','path':'/timeline/base_year','value':1930}]");
    row("a valuation in the last year",
        "[{'op':'replace','path':'/timeline/valuation_year','value':2046}]");
    row("no cost lines and no capital",
        "[{'op':'replace','path':'/cost_lines','value':[]},{'op':'replace','path':'/capital/"
        "items','value':[]},"
        "{'op':'replace','path':'/evidence','value':{}},{'op':'replace','path':'/"
        "notes','value':{}}]");
    row("capital spent in the closure year",
        "[{'op':'replace','path':'/capital/items/0/phasing','value':{'2046':1}}]");
    row("notes of blocks, elements and texts",
        "[{'op':'add','path':'/notes/timeline','value':'x'},{'op':'add','path':'/notes/"
        "cost_lines.labour','value':'x'},"
        "{'op':'add','path':'/notes/"
        "price_decks.floor.prices.ga6n','value':'x'},{'op':'add','path':'/notes/"
        "description','value':'x'}]");
    row("no analysis", "[{'op':'remove','path':'/analysis'}]");
    row("overrides that keep a sum together",
        "[{'op':'replace','path':'/scenarios/0/"
        "overrides','value':{'products.ga4n.share':0.5,'products.ga6n.share':0.5}}]");
    row("a premium replaced in a scenario",
        "[{'op':'replace','path':'/scenarios/0/"
        "overrides','value':{'price_decks.floor.prices.ga6n':{'2026':900,'2030':800}}}]");
    row("evidence and a note that outlive a cost line",
        "[{'op':'add','path':'/evidence/cost_lines.gone.fixed','value':'quote'},"
        "{'op':'add','path':'/notes/cost_lines.gone','value':'x'}]");
    row("a tornado bar of a block that the project does without",
        "[{'op':'remove','path':'/resource'}]");
    row("a bar whose range follows from evidence, set aside",
        "[{'op':'replace','path':'/analysis/tornado/0','value':"
        "{'input':'levers.price','used':false}}]");
    row("an interest rate of zero", "[{'op':'replace','path':'/financing/rate','value':0}]");
    row("tax relief by year",
        "[{'op':'replace','path':'/tax/income_tax_relief','value':{'2026':1,'2035':1,'2036':0}}]");
}

void TestValidation::allowed()
{
    QFETCH(QString, patch);
    const auto project = core::readProject(patched(documents::example(), patch).dump());
    QVERIFY2(project, project ? "" : qPrintable(documents::lines(project.error().problems)));
    QVERIFY(core::validate(*project).empty());
}

void TestValidation::reportsEveryProblemInTheOrderOfTheDocument()
{
    core::Project project = core::defaultProject();
    project.shareholders.front().share = 0.9;
    project.levers.price = -1.0;
    project.activeDeck = "none";
    project.tax.assetClasses.front().rate.reset();
    project.timeline.startOfOperations = 2020;
    project.evidence["levers.price"] = "rumour";
    const core::Problems problems = core::validate(project);
    QStringList where;
    for (const core::Problem& problem : problems)
        where << QString::fromStdString(problem.where);
    QCOMPARE(where, (QStringList {"levers.price", "active_deck", "timeline.start_of_operations",
                        "tax.asset_classes.I.rate", "shareholders", "evidence.levers.price"}));
    QVERIFY(core::validate(project) == problems);
}

void TestValidation::reportsProblemsOfValuesThatNoDocumentCanHold()
{
    core::Project project = core::defaultProject();
    project.discounting.rate = std::numeric_limits<double>::quiet_NaN();
    project.timeline.yearsOfOperation = std::numeric_limits<int>::max();
    project.products.front().share = core::Series(core::Series::Points {});
    project.production.rampUp.clear();
    project.reuseRealisation = {std::numeric_limits<double>::infinity()};
    const core::Problems problems = core::validate(project);
    const QString told = documents::lines(problems);
    const auto has = [&](const char* where, const char* fragment) {
        return documents::has(problems, QLatin1String(where), QLatin1String(fragment));
    };
    QVERIFY2(has("discounting.rate", "found NaN"), qPrintable(told));
    QVERIFY2(has("timeline.years_of_operation", "found 2147483647"), qPrintable(told));
    QVERIFY2(has("products.ga4n.share", "expected at least one year"), qPrintable(told));
    QVERIFY2(has("production.ramp_up", "expected at least one number"), qPrintable(told));
    QVERIFY2(has("reuse_realisation", "found infinity"), qPrintable(told));
}

void TestValidation::stopsAtTwoHundredProblems()
{
    core::Project project = core::defaultProject();
    project.costLines.resize(900);
    const core::Problems problems = core::validate(project);
    QCOMPARE(problems.size(), std::size_t {201});
    QCOMPARE(problems.back().message, std::string("there are more problems than these"));
}

void TestValidation::everyCircleOfPremiumsIsNamedOnce()
{
    core::Project project = documents::minimalProject();
    auto& prices = project.priceDecks.front().prices;
    project.products.clear();
    const auto add = [&](const char* product, const char* over) {
        project.products.push_back({product, product, core::Series(1.0 / 6), 1.0, 0.0, {}});
        prices[product] = core::PremiumPrice {over, core::Series(1.0)};
    };
    prices.clear();
    add("a", "b"); // leads into a circle, and stands in none
    add("b", "c");
    add("c", "b");
    add("d", "d");
    add("e", "f"); // leads to a price
    project.products.push_back({"f", "f", core::Series(1.0 / 6), 1.0, 0.0, {}});
    prices["f"] = core::Series(100.0);
    const core::Problems problems = core::validate(project);
    const QString told = documents::lines(problems);
    QVERIFY2(problems.size() == 2, qPrintable(told));
    QVERIFY2(documents::has(problems, "price_decks.flat.prices.b.premium_over",
                 "found a circle: b over c over b"),
        qPrintable(told));
    QVERIFY2(documents::has(
                 problems, "price_decks.flat.prices.d.premium_over", "found a circle: d over d"),
        qPrintable(told));
}

void TestValidation::manyUnknownIdsTakeLittleTime()
{
    core::Project project = core::defaultProject();
    for (int i = 0; i < 1000; ++i) {
        const std::string id = "cost_lines.nothing_of_this_name_" + std::to_string(i);
        project.notes[id] = "x";
        project.evidence[id] = "quote";
        project.scenarios.front().overrides[id] = 1.0;
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!core::validate(project).empty());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestValidation)
#include "tst_validation.moc"
