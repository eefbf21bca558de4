#include "core/report/ExplainedFigure.h"

#include "core/analysis/Scenarios.h"
#include "core/report/ExplainedScenarios.h"
#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

using core::ExplainedFigure;
using core::ExplainedPart;
using core::FigureReference;
using core::Metric;
using core::PlantCase;
using core::ResultCase;
using Kind = core::Quantity::Kind;

Q_DECLARE_METATYPE(core::ResultCase)
Q_DECLARE_METATYPE(core::PlantCase)
Q_DECLARE_METATYPE(core::Target)

namespace {

constexpr auto timelineWords = "follows from the timeline";

ExplainedFigure explained(const core::Evaluation& evaluation, const FigureReference& figure)
{
    const auto result = core::explainFigure(evaluation, figure);
    return result ? *result : ExplainedFigure();
}

// Every row and metric, and both break-even prices.
std::vector<FigureReference> allFigures(const core::Evaluation& evaluation)
{
    std::vector<FigureReference> figures;
    for (const core::Sheet::RowContent& row : evaluation.model().sheet().rows())
        figures.push_back({ResultCase::project, row.title.name});
    for (const ResultCase plant : {ResultCase::project, ResultCase::standalone})
        for (std::size_t i = 0; i < core::metricCount; ++i)
            figures.push_back(
                {plant, std::string(core::descriptionOf(static_cast<Metric>(i)).name)});
    return figures;
}

FigureReference inYear(FigureReference figure, std::optional<int> year)
{
    figure.year = year;
    return figure;
}

// The figure in each of its years; a single figure has none.
std::vector<FigureReference> overYears(
    const core::Evaluation& evaluation, const FigureReference& figure)
{
    const auto named = core::findFigure(evaluation, figure.resultCase, figure.name);
    if (!named || named->isBreakEvenPrice())
        return {figure};
    const auto& years = evaluation.model().sheet().row(named->row).years;
    if (!years)
        return {figure};
    std::vector<FigureReference> all;
    for (int year = years->first; year <= years->last; ++year)
        all.push_back(inYear(figure, year));
    return all;
}

// A short life with every chapter at work: few years are walked sooner.
std::shared_ptr<const core::Evaluation> evaluatedShort()
{
    core::Project project = core::defaultProject();
    project.timeline.yearsOfOperation = 2;
    project.financing.graceYears = 1;
    project.financing.tenorYears = 1;
    return support::evaluated(project);
}

}

class TestExplainedFigure : public QObject {
    Q_OBJECT

private slots:
    void everyPartAndUseCanBeFollowed();
    void partsHaveTheValuesThatTheyLeadTo();
    void walkingPartsEndsInInputs();
    void readsAsPeopleWrite_data();
    void readsAsPeopleWrite();
    void missingFiguresHaveAWordAndAReason_data();
    void missingFiguresHaveAWordAndAReason();
    void sourcesTellOfTheInputs();
    void sharedRowsAreFollowedOutOfTheSavings();
    void rowsAreToldOverTheirYears();
    void theDeckInUseIsNamed();
    void breakEvenPricesAreProved_data();
    void breakEvenPricesAreProved();
    void breakEvenPricesThatDoNotExistSaySo();
    void theWeightedValueIsMadeOfDecks();
    void figuresWeightedOverScenariosAreMadeOfThem_data();
    void figuresWeightedOverScenariosAreMadeOfThem();
    void aWeightedFigureThatDoesNotExistSaysWhy_data();
    void aWeightedFigureThatDoesNotExistSaysWhy();
    void sumsOfInputsAreMadeOfThem_data();
    void sumsOfInputsAreMadeOfThem();
    void refusesWhatIsNoFigureOrYear();
};

void TestExplainedFigure::everyPartAndUseCanBeFollowed()
{
    const auto evaluation = support::evaluatedDefault();
    std::set<std::string> inputs;
    for (const core::Input& input : core::inputsOf(evaluation->project()))
        inputs.insert(input.id);
    const auto canBeFollowed = [&](const FigureReference& figure) {
        return core::explainFigure(*evaluation, figure).hasValue();
    };
    for (const FigureReference& reference : allFigures(*evaluation)) {
        const ExplainedFigure figure =
            explained(*evaluation, overYears(*evaluation, reference).back());
        const char* name = reference.name.c_str();
        QVERIFY2(!figure.title.empty() && !figure.chapter.empty() && !figure.inWords.empty(), name);
        QVERIFY2(figure.value.has_value() != !figure.word.empty(), name);
        QVERIFY2(canBeFollowed(figure.figure), name);
        for (const ExplainedPart& part : figure.parts) {
            QVERIFY2(!part.label.empty(), name);
            if (part.isInput())
                QVERIFY2(!part.figure && inputs.contains(part.inputId), name);
            else if (part.figure && part.years.empty())
                QVERIFY2(canBeFollowed(*part.figure), name);
            else if (part.figure)
                QVERIFY2(canBeFollowed(inYear(*part.figure, part.years.back().year)), name);
            else // the price that is solved for
                QCOMPARE(figure.figure.name, std::string("flat_price"));
        }
        for (const core::ExplainedUse& use : figure.usedBy)
            QVERIFY2(canBeFollowed(use.figure), name);
    }
}

void TestExplainedFigure::partsHaveTheValuesThatTheyLeadTo()
{
    const auto evaluation = support::evaluatedDefault();
    for (const char* name : {"project.income_tax", "project.debt", "price.ga6n", "savings.capex",
             "standalone.npv", "project.irr", "savings.npv_savings", "selling_costs"}) {
        for (const FigureReference& reference : overYears(*evaluation, {ResultCase::project, name}))
            for (const ExplainedPart& part : explained(*evaluation, reference).parts) {
                if (!part.figure)
                    continue;
                const ExplainedFigure target = explained(*evaluation,
                    part.years.empty() ? *part.figure : inYear(*part.figure, part.years[3].year));
                QCOMPARE(target.title, part.label);
                QVERIFY(target.quantity == part.quantity);
                QCOMPARE(target.value, part.years.empty() ? part.value : part.years[3].value);
            }
    }
}

// From every row and metric, in every year: following parts never comes back to the same figure,
// and what it ends in is an input, a flag of the timeline, or nothing.
void TestExplainedFigure::walkingPartsEndsInInputs()
{
    const auto evaluation = evaluatedShort();
    QVERIFY(evaluation);
    using Place = std::tuple<ResultCase, std::string, int>;
    enum class State { open, withoutInput, withInput };
    std::map<Place, State> states;
    QStringList faults;
    const std::function<bool(const FigureReference&)> reachesInput =
        [&](const FigureReference& reference) {
            const Place place {reference.resultCase, reference.name, reference.year.value_or(0)};
            if (const auto known = states.find(place); known != states.end()) {
                if (known->second == State::open)
                    faults << QString("%1 is made of itself").arg(reference.name.c_str());
                return known->second == State::withInput;
            }
            states[place] = State::open;
            const ExplainedFigure figure = explained(*evaluation, reference);
            bool reaches = false;
            for (const ExplainedPart& part : figure.parts) {
                if (part.isInput())
                    reaches = true;
                else if (part.figure && part.years.empty())
                    reaches = reachesInput(*part.figure) || reaches;
                else if (part.figure)
                    for (const core::YearValue& one : part.years)
                        reaches = reachesInput(inYear(*part.figure, one.year)) || reaches;
            }
            const bool isNothing = figure.value == 0.0; // as before the first year
            if (figure.parts.empty() && figure.inWords != timelineWords && !isNothing)
                faults << QString("%1 ends in %2")
                              .arg(reference.name.c_str(), figure.inFigures.c_str());
            states[place] = reaches ? State::withInput : State::withoutInput;
            return reaches;
        };
    for (const FigureReference& reference : allFigures(*evaluation))
        for (const FigureReference& ofYear : overYears(*evaluation, reference))
            reachesInput(ofYear);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    for (const ResultCase plant : {ResultCase::project, ResultCase::standalone})
        for (std::size_t i = 0; i < core::metricCount; ++i)
            QVERIFY(reachesInput(
                {plant, std::string(core::descriptionOf(static_cast<Metric>(i)).name)}));
    QVERIFY(reachesInput({ResultCase::savings, "npv_savings"}));
}

void TestExplainedFigure::readsAsPeopleWrite_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year"); // 0: none
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("inFigures");
    const auto row = [](const char* rowName, ResultCase resultCase, const char* name, int year,
                         const char* title, const char* inFigures) {
        QTest::newRow(rowName) << resultCase << QString::fromUtf8(name) << year
                               << QString::fromUtf8(title) << QString::fromUtf8(inFigures);
    };
    constexpr auto project = ResultCase::project;
    row("money and shares", project, "income_tax", 2028, "Income tax",
        "20.0 % × (1 − 0.0 %) × (4.53 − 0.44) = 0.82");
    row("money beside kilograms is named", project, "revenue.ga4n", 2029,
        "Revenue from Gallium 4N (99.99 %)", "12,750 kg × 701 USD/kg = USD 8.94 million");
    row("a result in another unit", project, "production", 2029, "Production",
        "1 × min(15,000 kg/year × 100.0 % × 100.0 %; 33,678 kg) × 1 = 15,000 kg");
    row("a ratio of money", project, "dscr", 2029, "Debt service cover ratio",
        "5.64 ÷ 2.90 = 1.943");
    row("what is alone is not said twice", project, "price.ga4n", 2029,
        "Price of Gallium 4N (99.99 %)", "701 USD/kg");
    row("a difference of the plants", ResultCase::savings, "npv_savings", 0, "Value of reuse",
        "10.76 − (−84.28) = 95.04");
    row("a flag", project, "is_operating", 2025, "Operating year", "0");
    row("a full name, whatever the case", ResultCase::savings, "standalone.free_cash_flow", 2029,
        "Free cash flow", "−2.57 − 0 = −2.57");
}

void TestExplainedFigure::readsAsPeopleWrite()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(QString, title);
    QFETCH(QString, inFigures);
    const auto evaluation = support::evaluatedDefault();
    const std::optional<int> ofYear = year == 0 ? std::nullopt : std::optional(year);
    const ExplainedFigure figure = explained(*evaluation, {resultCase, name.toStdString(), ofYear});
    QCOMPARE(QString::fromStdString(figure.title), title);
    QCOMPARE(QString::fromStdString(figure.inFigures).replace(u'\u00A0', u' '), inFigures);
    QCOMPARE(figure.figure.year, ofYear);
}

void TestExplainedFigure::missingFiguresHaveAWordAndAReason_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("remark");
    const auto row = [](const char* rowName, ResultCase resultCase, const char* name, int year,
                         const char* word, const char* remark) {
        QTest::newRow(rowName) << resultCase << QString::fromUtf8(name) << year
                               << QString::fromUtf8(word) << QString::fromUtf8(remark);
    };
    row("no rate of return", ResultCase::standalone, "irr", 0, "none",
        "the present value is negative at every rate from −90\u00A0% to 1,000\u00A0%");
    row("no payback", ResultCase::standalone, "payback_years", 0, "never",
        "the cumulative cash flow does not come back to zero");
    row("no cover of a debt that is not there", ResultCase::project, "dscr", 2025, "none", "");
}

void TestExplainedFigure::missingFiguresHaveAWordAndAReason()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(QString, word);
    QFETCH(QString, remark);
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure figure = explained(*evaluation, {resultCase, name.toStdString(), year});
    QVERIFY(!figure.value);
    QCOMPARE(QString::fromStdString(figure.word), word);
    QCOMPARE(QString::fromStdString(figure.remark), remark);
    QVERIFY(!figure.parts.empty());
}

void TestExplainedFigure::sourcesTellOfTheInputs()
{
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure tax = explained(*evaluation, {ResultCase::project, "income_tax", 2028});
    QCOMPARE(tax.sources.size(), std::size_t {2});
    const core::ExplainedSource& rate = tax.sources[0];
    QCOMPARE(rate.inputId, std::string("tax.income_tax_rate"));
    QCOMPARE(rate.label, std::string("Income tax rate"));
    QCOMPARE(rate.valueText, std::string("20\u00A0%"));
    QCOMPARE(rate.evidence, std::string("quote"));
    QCOMPARE(rate.notes.size(), std::size_t {1});
    QVERIFY(rate.notes[0].starts_with("Standard corporate income tax"));
    QCOMPARE(tax.sources[1].inputId, std::string("tax.income_tax_relief"));
    QVERIFY(tax.sources[1].notes.empty() && tax.sources[1].evidence.empty());

    // An input that is read in many years is one source, with all its values.
    const ExplainedFigure price =
        explained(*evaluation, {ResultCase::project, "deck_prices.consensus.ga4n", 2030});
    QCOMPARE(price.sources.size(), std::size_t {1});
    QCOMPARE(QString::fromStdString(price.sources[0].valueText),
        QStringLiteral("2026: 1,500 … 2045: 685\u00A0USD/kg"));
    QVERIFY(price.sources[0].notes[0].starts_with("Converges on the incentive price"));
}

// `revenue` asked for among the savings would be the savings of revenue once more.
void TestExplainedFigure::sharedRowsAreFollowedOutOfTheSavings()
{
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure savings = explained(*evaluation, {ResultCase::savings, "revenue", 2029});
    QCOMPARE(savings.figure, (FigureReference {ResultCase::savings, "savings.revenue", 2029}));
    QCOMPARE(savings.parts.size(), std::size_t {1});
    QCOMPARE(*savings.parts[0].figure, (FigureReference {ResultCase::project, "revenue", 2029}));
    const ExplainedFigure standalone =
        explained(*evaluation, {ResultCase::project, "standalone.ebitda", 2029});
    QCOMPARE(
        *standalone.parts[0].figure, (FigureReference {ResultCase::standalone, "revenue", 2029}));
    QCOMPARE(*standalone.parts[3].figure,
        (FigureReference {ResultCase::standalone, "standalone.operating_costs", 2029}));
}

void TestExplainedFigure::rowsAreToldOverTheirYears()
{
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure dscr = explained(*evaluation, {ResultCase::project, "dscr", 2029});
    QCOMPARE(dscr.years.size(), std::size_t {22});
    QCOMPARE(dscr.years[0], (core::YearValue {2025, std::nullopt}));
    QCOMPARE(dscr.years[4], (core::YearValue {2029, dscr.value}));
    QVERIFY(explained(*evaluation, {ResultCase::project, "npv"}).years.empty());
    const ExplainedPart flows = explained(*evaluation, {ResultCase::project, "irr"}).parts[0];
    QVERIFY(!flows.value && !flows.year);
    QCOMPARE(flows.years.size(), std::size_t {22});
    QCOMPARE(
        flows.years[1], (core::YearValue {2026,
                            evaluation->figure(evaluation->rows().project.freeCashFlow, 2026)}));
}

void TestExplainedFigure::theDeckInUseIsNamed()
{
    const auto evaluation =
        support::evaluated(support::defaultWith("active_deck", std::string("floor")));
    QVERIFY(evaluation);
    const ExplainedFigure price = explained(*evaluation, {ResultCase::project, "price.ga4n", 2030});
    QCOMPARE(price.parts[0].inputId, std::string("active_deck"));
    QCOMPARE(price.parts[0].text, std::string("Western floor price"));
    QVERIFY(!price.parts[0].value);
    QCOMPARE(price.parts[1].figure->name, std::string("realised_prices.floor.ga4n"));
    QCOMPARE(price.sources[0].valueText, std::string("Western floor price"));
}

void TestExplainedFigure::breakEvenPricesAreProved_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<PlantCase>("plant");
    QTest::newRow("of the project") << ResultCase::project << PlantCase::project;
    QTest::newRow("of the stand-alone plant") << ResultCase::standalone << PlantCase::standalone;
}

void TestExplainedFigure::breakEvenPricesAreProved()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(PlantCase, plant);
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure figure = explained(*evaluation, {resultCase, "break_even_price_per_kg"});
    QCOMPARE(figure.value, evaluation->metrics(plant)[Metric::breakEvenPrice]);
    QVERIFY(figure.quantity == (core::Quantity {Kind::pricePerKg, "USD/kg"}));
    QVERIFY(figure.word.empty() && figure.remark.empty());
    QCOMPARE(figure.proof.size(), std::size_t {3});
    QVERIFY(figure.proof[0].npv < -1e5);
    QCOMPARE(figure.proof[1].price, *figure.value);
    QVERIFY(std::abs(figure.proof[1].npv) < 1e-3);
    QVERIFY(figure.proof[2].npv > 1e5);
    QCOMPARE(figure.parts.size(), std::size_t {1});
    QCOMPARE(figure.parts[0].value, evaluation->metrics(plant)[Metric::npv]);
}

void TestExplainedFigure::breakEvenPricesThatDoNotExistSaySo()
{
    core::Project project = support::plainProject();
    project.production.nameplateKgPerYear = 0.0;
    project.capital.items[0].amount = 1e6;
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const ExplainedFigure figure =
        explained(*evaluation, {ResultCase::project, "break_even_price_per_kg"});
    QCOMPARE(figure.word, std::string("none"));
    QCOMPARE(figure.remark, std::string("no price is enough for a net present value of zero"));
    QCOMPARE(figure.proof.size(), std::size_t {1});
    QCOMPARE(figure.proof[0].npv, -1e6);
}

void TestExplainedFigure::theWeightedValueIsMadeOfDecks()
{
    const auto evaluation = support::evaluatedDefault();
    const auto figure = core::explainFigure(*evaluation, {ResultCase::project, "expected_npv"});
    QVERIFY(figure);
    QCOMPARE(figure->value.value(), evaluation->expectedNpv());
    QCOMPARE(figure->parts.size(), 2 * evaluation->decks().size());
    double sum = 0.0;
    for (std::size_t i = 0; i < figure->parts.size(); i += 2) {
        QVERIFY(figure->parts[i + 1].isInput());
        sum += *figure->parts[i].value * *figure->parts[i + 1].value;
    }
    QVERIFY(std::abs(sum - *figure->value) <= 1e-9 * std::abs(sum));
    QCOMPARE(figure->sources.size(), evaluation->decks().size());
}

void TestExplainedFigure::figuresWeightedOverScenariosAreMadeOfThem_data()
{
    QTest::addColumn<core::Target>("target");
    for (const core::Target target : core::allTargets())
        if (core::isWeighable(target))
            QTest::newRow(std::string(core::nameOf(target)).c_str()) << target;
}

void TestExplainedFigure::figuresWeightedOverScenariosAreMadeOfThem()
{
    QFETCH(core::Target, target);
    const auto evaluation = support::evaluatedDefault();
    const FigureReference reference {ResultCase::project, core::weightedOverScenarios(target)};
    const auto figure = core::explainFigure(*evaluation, reference);
    QVERIFY(figure);
    QVERIFY(figure->figure == reference);
    QVERIFY(!figure->title.empty() && !figure->inWords.empty());
    const auto& scenarios = evaluation->project().scenarios;
    QCOMPARE(figure->parts.size(), 2 * scenarios.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const ExplainedPart& value = figure->parts[2 * i];
        const ExplainedPart& probability = figure->parts[2 * i + 1];
        QCOMPARE(value.label, scenarios[i].name);
        QCOMPARE(probability.inputId, "scenarios." + scenarios[i].id + ".probability");
        QCOMPARE(probability.value.value(), scenarios[i].probability);
        sum += value.value.value() * scenarios[i].probability;
        // Each scenario as a project of its own.
        const auto alone = core::withScenario(evaluation->project(), scenarios[i]);
        QVERIFY(alone);
        QCOMPARE(*value.value, *core::figureOf(*support::evaluated(*alone), target));
    }
    QVERIFY(std::abs(sum - figure->value.value()) <= 1e-9 * std::abs(sum));
    QVERIFY2(figure->inFigures.find(" = ") != std::string::npos, figure->inFigures.c_str());
}

void TestExplainedFigure::aWeightedFigureThatDoesNotExistSaysWhy_data()
{
    QTest::addColumn<std::string>("input"); // that the first scenario overrides
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("probability"); // of the first scenario
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("remark");
    const std::string price = "weighted_over_scenarios.break_even_price_per_kg";
    const std::string value = "weighted_over_scenarios.npv";
    QTest::newRow("probabilities of 120 %")
        << std::string() << 0.0 << 0.7 << value
        << std::string("The probabilities of the scenarios do not add up to 100\u00A0%.");
    QTest::newRow("a scenario that breaks a rule")
        << std::string("timeline.start_of_operations") << 1990.0 << 0.5 << value
        << std::string("As announced cannot be computed.");
    QTest::newRow("a scenario without output")
        << std::string("production.nameplate_kg_per_year") << 0.0 << 0.5 << price
        << std::string("As announced has no such figure.");
}

void TestExplainedFigure::aWeightedFigureThatDoesNotExistSaysWhy()
{
    QFETCH(std::string, input);
    QFETCH(double, value);
    QFETCH(double, probability);
    QFETCH(std::string, name);
    QFETCH(std::string, remark);
    core::Project project = core::defaultProject();
    core::Scenario& first = project.scenarios.front();
    first.probability = probability;
    if (!input.empty())
        first.overrides[input] = value;
    const ExplainedFigure figure =
        explained(*support::evaluated(project), {ResultCase::project, name});
    QVERIFY(!figure.value);
    QCOMPARE(figure.word, std::string("none"));
    QCOMPARE(figure.remark, remark);
}

void TestExplainedFigure::sumsOfInputsAreMadeOfThem_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("year"); // 0: none
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("parts");
    QTest::addColumn<std::string>("input"); // the last one
    QTest::newRow("probabilities of decks")
        << std::string("sum_of.price_decks.probability") << 0 << 1.0 << 6
        << std::string("price_decks.demand_surge.probability");
    QTest::newRow("shares of products") << std::string("sum_of.products.share") << 2030 << 1.0 << 2
                                        << std::string("products.ga6n.share");
    QTest::newRow("shares of owners") << std::string("sum_of.shareholders.share") << 0 << 1.0 << 2
                                      << std::string("shareholders.private.share");
    QTest::newRow("what is left to phase")
        << std::string("left_of.capital.items.intake.phasing") << 0 << 0.0 << 3
        << std::string("capital.items.intake.phasing");
    // The prices of 2030 in the example project.
    QTest::newRow("a weighted price")
        << std::string("weighted_price.ga4n") << 2030
        << 0.2 * 680 + 0.2 * 1150 + 0.25 * 300 + 0.15 * 170 + 0.15 * 550 + 0.05 * 1550 << 12
        << std::string("price_decks.demand_surge.probability");
}

void TestExplainedFigure::sumsOfInputsAreMadeOfThem()
{
    QFETCH(std::string, name);
    QFETCH(int, year);
    QFETCH(double, value);
    QFETCH(int, parts);
    QFETCH(std::string, input);
    const auto evaluation = support::evaluatedDefault();
    const FigureReference figure {
        ResultCase::project, name, year == 0 ? std::nullopt : std::optional(year)};
    const auto sum = core::explainFigure(*evaluation, figure);
    QVERIFY(sum);
    QVERIFY(sum->figure == figure);
    QVERIFY2(std::abs(*sum->value - value) < 1e-9, qPrintable(QString::number(*sum->value)));
    QCOMPARE(static_cast<int>(sum->parts.size()), parts);
    QCOMPARE(sum->parts.back().inputId, input);
    QVERIFY(!sum->title.empty() && !sum->inWords.empty());
    QVERIFY2(sum->inFigures.find(" = ") != std::string::npos, sum->inFigures.c_str());
    QVERIFY(!sum->sources.empty());
}

void TestExplainedFigure::refusesWhatIsNoFigureOrYear()
{
    const auto evaluation = support::evaluatedDefault();
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "income_tx", 2028}));
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "income_tax", 2047}));
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "income_tax"}));
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "weighted_price.ga4n"}));
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "weighted_price.tin", 2030}));
    QVERIFY(
        !core::explainFigure(*evaluation, {ResultCase::project, "weighted_over_scenarios.irr"}));
    QVERIFY(core::explainFigure(*evaluation, {ResultCase::project, "npv", 1990}));
}

QTEST_APPLESS_MAIN(TestExplainedFigure)
#include "tst_explainedfigure.moc"
