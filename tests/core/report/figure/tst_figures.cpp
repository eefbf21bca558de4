#include "core/project/DefaultProject.h"
#include "core/report/ExplainedFigure.h"
#include "core/report/figure/DeckChoice.h"
#include "core/report/figure/Figures.h"
#include "tests/support/PlainProject.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace core;

namespace {

using SharedEvaluation = std::shared_ptr<const Evaluation>;
using Change = std::function<void(Project&)>;
using Builder = std::function<Figure(const Evaluation&)>;

SharedEvaluation evaluate(const Project& project)
{
    const Result<SharedEvaluation> evaluation = Evaluation::of(project);
    return evaluation ? *evaluation : nullptr;
}

int characterCount(const Sentence& sentence)
{
    return static_cast<int>(QString::fromStdString(english(sentence)).size());
}

Figure lineFigure(const Evaluation& evaluation, const std::string& id,
    ResultCase resultCase = ResultCase::project, MoneyView view = {}, MoneyScale scale = {})
{
    for (const StatementLine& line : statementOf(evaluation, resultCase, view))
        if (line.id == id)
            return statementLineFigure(evaluation, resultCase, line, view, scale);
    return {};
}

std::vector<Figure> allFigures(const Evaluation& evaluation, MoneyView view)
{
    std::vector<Figure> figures {cumulativeCashFlowFigure(evaluation, view),
        reuseBridgeFigure(evaluation, view), deckNpvFigure(evaluation, view),
        productionFigure(evaluation), priceDecksFigure(evaluation, 0, view.terms),
        costPerKgFigure(evaluation, view), capitalFigure(evaluation, view),
        taxFigure(evaluation, view),
        explainBars(evaluation, evaluation.rows().project.freeCashFlow, view)};
    for (const StatementLine& line : statementOf(evaluation, ResultCase::savings, view))
        figures.push_back(statementLineFigure(
            evaluation, ResultCase::savings, line, view, moneyScale(0.0, view.currency)));
    return figures;
}

Builder line(const char* id)
{
    return [id](const Evaluation& evaluation) { return lineFigure(evaluation, id); };
}

Figure bridge(const Evaluation& evaluation)
{
    return reuseBridgeFigure(evaluation);
}
Figure cash(const Evaluation& evaluation)
{
    return cumulativeCashFlowFigure(evaluation);
}
Figure decks(const Evaluation& evaluation)
{
    return deckNpvFigure(evaluation);
}
Figure prices(const Evaluation& evaluation)
{
    return priceDecksFigure(evaluation);
}
Figure capital(const Evaluation& evaluation)
{
    return capitalFigure(evaluation);
}
Figure costs(const Evaluation& evaluation)
{
    return costPerKgFigure(evaluation);
}
Figure tax(const Evaluation& evaluation)
{
    return taxFigure(evaluation);
}

void none(Project&) {}

// Of the plain project, whose flow is 100 000 a year: a plant of this cost in its first year.
Change plantOf(double amount)
{
    return [amount](Project& project) {
        project.capital.items[0].amount = amount;
        project.capital.items[0].standaloneAmount = amount;
    };
}

void addDeck(Project& project, const char* id, double price, double probability)
{
    PriceDeck deck = project.priceDecks.front();
    deck.id = id;
    deck.name = id;
    deck.prices["metal"] = Series(price);
    deck.probability = probability;
    project.priceDecks.push_back(deck);
}

}

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Builder)

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void titlesStateTheFinding_data();
    void titlesStateTheFinding();
    void everyTitleIsShort();
    void theBridgeAddsUp();
    void namedPointsAreTheMetrics();
    void cashIsShownInTheMoneyAskedFor();
    void presentValuesAreShownInTheMoneyAskedFor();
    void aDeckKeepsItsColour();
    void costsPerKilogramAreThoseOfTheCases();
    void linesOfTheStatementAreAsTheyStandThere();
    void costsPerKilogramFollowYearAndMoney();
    void partsAreExplained();
    void tablesHoldTheData();
};

void TestFigures::titlesStateTheFinding_data()
{
    QTest::addColumn<bool>("isDefault");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Builder>("builder");
    QTest::addColumn<QString>("title");

    const auto onDefault = [](const char* row, Change change, Builder builder, const char* title) {
        QTest::newRow(row) << true << change << builder << QString::fromUtf8(title);
    };
    const auto onPlain = [](const char* row, Change change, Builder builder, const char* title) {
        QTest::newRow(row) << false << change << builder << QString::fromUtf8(title);
    };
    // Payback after 5.62 years from 2025, net present values in tests/data/model.
    onDefault("cash: recovered", none, cash, "Cash is recovered by mid-2030 on the Consensus deck");
    onDefault("bridge: lifted", none, bridge, "Reusing the refinery lifts NPV from −84.3 to 10.8");
    onDefault("decks: some pay", none, decks,
        "Four price decks of six create value; the weighted NPV is 3.2");
    onDefault(
        "decks: none pays", [](Project& p) { p.levers.price = 0.2; },
        [](const Evaluation& e) {
            Figure figure = deckNpvFigure(e);
            figure.title.arguments.back() = "x";
            return figure;
        },
        "None of six price decks creates value; the weighted NPV is x");
    onDefault(
        "production: ramp-up", none, productionFigure, "Output reaches 15.0 t a year in 2029");
    onDefault(
        "cash: never recovered", [](Project& p) { p.levers.price = 0.2; }, cash,
        "Cash is not recovered by 2046 on the Consensus deck");

    onPlain("cash: recovered early in a year", plantOf(220000.0), cash,
        "Cash is recovered by early 2032 on the Flat deck");
    onPlain("cash: recovered late in a year", plantOf(280000.0), cash,
        "Cash is recovered by late 2032 on the Flat deck");
    onPlain("cash: never needed", none, cash, "The project never needs cash on the Flat deck");
    onPlain("bridge: nothing is reused", none, bridge, "Reusing the refinery leaves NPV at 273.6");
    onPlain(
        "bridge: reuse costs", [](Project& p) { p.capital.items[0].amount = 100000.0; }, bridge,
        "Reusing the refinery lowers NPV from 273.6 to 173.6");
    onPlain(
        "decks: one that pays", none, decks, "The only price deck creates value; its NPV is 273.6");
    onPlain("decks: one that does not pay", plantOf(400000.0), decks,
        "The only price deck creates no value; its NPV is −126.4");
    onPlain(
        "decks: all pay",
        [](Project& p) {
            p.priceDecks[0].probability = 0.5;
            addDeck(p, "same", 100.0, 0.5);
        },
        decks, "Both price decks create value; the weighted NPV is 273.6");
    onPlain(
        "decks: one of two pays",
        [](Project& p) {
            plantOf(100000.0)(p);
            p.priceDecks[0].probability = 0.5;
            addDeck(p, "low", 0.0, 0.5);
        },
        decks, "One price deck of two creates value; the weighted NPV is 36.8");
    onPlain("production: at once", none, productionFigure, "Output is 1.0 t a year from 2030");
    onPlain(
        "production: falls after the first year",
        [](Project& p) {
            p.production.rampUp = {1.0, 0.7, 0.01};
        },
        productionFigure, "Output peaks at 1.0 t in 2030");
    onPlain(
        "production: falls after a ramp-up",
        [](Project& p) {
            p.production.rampUp = {0.5, 1.0, 0.98};
        },
        productionFigure, "Output peaks at 1.0 t in 2031");
    onPlain(
        "production: falls by less than one notices",
        [](Project& p) {
            p.production.rampUp = {1.0, 0.995, 0.99};
        },
        productionFigure, "Output is 1.0 t a year from 2030");
    onPlain(
        "production: none", [](Project& p) { p.production.nameplateKgPerYear = 0.0; },
        productionFigure, "Nothing is produced in any year");
    onPlain(
        "line: of one sign", [](Project& p) { p.royalty.rate = 0.1; }, line("royalty"),
        "Royalty is largest in 2030, at −0.010");
    onPlain("line: of both signs", plantOf(220000.0), line("free_cash_flow"),
        "Free cash flow is between −0.12 in 2030 and 0.10 in 2031");
    onPlain("line: of nothing", none, line("capital"), "Capital is zero in every year");
    onPlain("capital: none", none, capital, "No capital is spent in any year");
    onPlain("capital: a plant", plantOf(220000.0), capital,
        "Building takes USD 220.0 thousand by 2030");
    onPlain("tax: none", none, tax, "No tax is due in any year");
    onPlain(
        "tax: royalty alone", [](Project& p) { p.royalty.rate = 0.1; }, tax,
        "No income tax is due; other taxes and royalty total USD 30.0 thousand");
    onPlain(
        "tax: on income", [](Project& p) { p.tax.incomeTaxRate = Series(0.2); }, tax,
        "Income tax starts in 2030; taxes and royalty total USD 60.0 thousand");
    // A flat price of 100 000 over 3 years, discounted to the start of each, is 273 554.
    onPlain("prices: far above break-even", plantOf(136777.0), prices,
        "Flat ends 100 % above break-even");
    onPlain(
        "prices: below break-even", plantOf(547107.0), prices, "Flat ends 50 % below break-even");
    onPlain("prices: nothing has to be paid for", plantOf(0.0), prices,
        "The project breaks even at every price");
    onPlain(
        "prices: none", [](Project& p) { p.priceDecks[0].prices["metal"] = 0.0; }, prices,
        "No price is entered yet");
    // Drawn are the six most probable decks, counted are all eight.
    onPlain(
        "prices: of more decks than are drawn",
        [](Project& p) {
            plantOf(136777.0)(p);
            p.priceDecks[0].probability = 0.16;
            for (int i = 0; i < 5; ++i)
                addDeck(p, ("same_" + std::to_string(i)).c_str(), 100.0, 0.16);
            addDeck(p, "low", 10.0, 0.02);
            addDeck(p, "lower", 5.0, 0.02);
        },
        prices, "Flat ends 100 % above break-even; two decks of eight end below it");
    onPlain(
        "cost: reuse cuts it",
        [](Project& p) {
            CostLine line;
            line.id = "labour";
            line.name = "Labour";
            line.category = "People";
            line.fixed = 50000.0;
            line.reuseShare = 0.4;
            p.costLines.push_back(line);
        },
        costs, "Reuse cuts the cost of a kilogram from 50 to 30 dollars");
    onPlain(
        "cost: without production", [](Project& p) { p.production.nameplateKgPerYear = 0.0; },
        costs, "Without output there is no cost of a kilogram");
}

void TestFigures::titlesStateTheFinding()
{
    QFETCH(bool, isDefault);
    QFETCH(Change, change);
    QFETCH(Builder, builder);
    QFETCH(QString, title);
    Project project = isDefault ? defaultProject() : support::plainProject();
    change(project);
    const SharedEvaluation evaluation = evaluate(project);
    QVERIFY(evaluation);
    QCOMPARE(QString::fromStdString(english(builder(*evaluation).title)).replace(u'\u00A0', u' '),
        title);
}

void TestFigures::everyTitleIsShort()
{
    for (const double price : {0.2, 0.7, 1.0, 3.0}) {
        Project project = defaultProject();
        project.levers.price = price;
        for (PriceDeck& deck : project.priceDecks)
            deck.name = "A name for a deck that nobody would want to read in a title";
        const SharedEvaluation evaluation = evaluate(project);
        QVERIFY(evaluation);
        for (const Terms terms : {Terms::nominal, Terms::real})
            for (const Currency currency : {Currency::usd, Currency::kzt})
                for (const Figure& figure : allFigures(*evaluation, {terms, currency})) {
                    const QString title = QString::fromStdString(english(figure.title));
                    QVERIFY2(characterCount(figure.title) <= 70, qPrintable(title));
                    QVERIFY2(!title.contains(u'%') || title.contains(QStringLiteral("\u00A0%")),
                        qPrintable(title));
                    QVERIFY(!title.endsWith(u'.'));
                }
    }
}

void TestFigures::theBridgeAddsUp()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const Figure figure = reuseBridgeFigure(*evaluation);
    QVERIFY(figure.bars.size() <= 11);
    QCOMPARE(figure.bars.front().to * 1e6, *evaluation->figure(evaluation->rows().standalone.npv));
    QCOMPARE(figure.bars.back().to * 1e6, *evaluation->figure(evaluation->rows().project.npv));
    // Every step begins where the one before it ended, to the last bit; and what they add up to is
    // the value of reuse.
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < figure.bars.size(); ++i) {
        QVERIFY(figure.bars[i].from == figure.bars[i - 1].to);
        sum += figure.bars[i].size();
    }
    QVERIFY(figure.bars[figure.bars.size() - 2].to == figure.bars.back().to);
    QVERIFY(std::abs(sum * 1e6 - evaluation->npvSavings()) < 1e-6);
    // Published: pv_savings_by_line in tests/data/model/erg-gallium.results.json.
    QCOMPARE(english(figure.bars[3].label), std::string("Steam, power and fuel of the front end"));
    QVERIFY(std::abs(figure.bars[3].size() - 15.204476797976376) < 1e-9);
    QVERIFY(std::abs(figure.bars[4].size() - 12.93132155080347) < 1e-9);
}

void TestFigures::namedPointsAreTheMetrics()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const CaseMetrics& metrics = evaluation->metrics(PlantCase::project);
    const Figure figure = cumulativeCashFlowFigure(*evaluation);
    QCOMPARE(figure.marks.size(), std::size_t {2});
    QVERIFY(std::abs(-figure.marks[0].at.value * 1e6 - *metrics[Metric::peakFunding]) < 1e-6);
    QCOMPARE(english(figure.marks[0].text), std::string("Peak funding 18.0"));
    // The flow of a year is there at its end, a year after the point is drawn.
    QVERIFY(std::abs(figure.marks[1].at.x + 1.0 - 2025.0 - *metrics[Metric::payback]) < 1e-9);
    QCOMPARE(english(figure.marks[1].text), std::string("Payback 5.6 years"));
    QCOMPARE(figure.marks[0].row, std::string("project.peak_funding"));
    QCOMPARE(figure.marks[1].row, std::string("project.payback_years"));
    // In other money these points are not the metrics.
    const Figure tenge = cumulativeCashFlowFigure(*evaluation, {Terms::nominal, Currency::kzt});
    QVERIFY(english(tenge.marks[0].text).starts_with("Lowest at"));
    QCOMPARE(english(tenge.marks[1].text), std::string("Recovered in 5.1 years"));
    QVERIFY(tenge.marks[1].row.empty());
}

void TestFigures::cashIsShownInTheMoneyAskedFor()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const Figure nominal = cumulativeCashFlowFigure(*evaluation);
    const Figure real = cumulativeCashFlowFigure(*evaluation, {Terms::real, Currency::usd});
    const Figure tenge = cumulativeCashFlowFigure(*evaluation, {Terms::real, Currency::kzt});
    // By hand, of the first years' flows; the base year is 2026 and inflation 2.3 % before 2027.
    const auto& flows = nominal.series[0].points;
    const double expected = flows[0].value * 1.023 + flows[1].value + flows[2].value / 1.023;
    QVERIFY(std::abs(real.series[1].points[2].value - expected) < 1e-9);
    QCOMPARE(tenge.unit, std::string("KZT billion"));
    QVERIFY(std::abs(tenge.series[1].points[2].value - expected * 500.0 / 1000.0) < 1e-9);
}

// Present values are money of 2025, a year before the base year. At purchasing power parity, real
// tenge are real dollars at the 500 tenge of the base year.
void TestFigures::presentValuesAreShownInTheMoneyAskedFor()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const double npv = *evaluation->metrics(PlantCase::project)[Metric::npv];
    const auto projectBar = [&](MoneyView view) {
        return reuseBridgeFigure(*evaluation, view).bars.back().to;
    };
    const auto activeDeckBar = [&](MoneyView view) {
        for (const FigureBar& bar : deckNpvFigure(*evaluation, view).bars)
            if (bar.isActive)
                return bar.to;
        return 0.0;
    };
    for (const auto& bar : {std::function(projectBar), std::function(activeDeckBar)}) {
        QVERIFY(std::abs(bar({}) - npv / 1e6) < 1e-9);
        QVERIFY(std::abs(bar({Terms::real, Currency::usd}) - npv * 1.023 / 1e6) < 1e-9);
        QVERIFY(std::abs(bar({Terms::real, Currency::kzt}) - npv * 1.023 * 500.0 / 1e9) < 1e-9);
        QVERIFY(std::abs(bar({Terms::nominal, Currency::kzt}) - npv * 500.0 * 1.023 / 1.085 / 1e9) <
                1e-9);
    }
    QVERIFY(
        english(reuseBridgeFigure(*evaluation).subtitle).ends_with("USD million in 2025 money"));
    QVERIFY(english(deckNpvFigure(*evaluation, {Terms::real, Currency::usd}).subtitle)
                .ends_with("USD million in 2026 money"));
}

void TestFigures::aDeckKeepsItsColour()
{
    Project project = defaultProject();
    const std::vector<ShownDeck> before = shownDecks(project);
    project.activeDeck = project.priceDecks[3].id;
    const std::vector<ShownDeck> after = shownDecks(project);
    QCOMPARE(before.size(), std::size_t {6});
    for (std::size_t i = 0; i < before.size(); ++i) {
        QCOMPARE(after[i].position, before[i].position);
        QCOMPARE(after[i].ink, before[i].ink);
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(before[i].ink != before[j].ink);
    }
    QVERIFY(after[3].isActive && !after[0].isActive);

    // Of many decks, the active one and the most probable others are shown.
    for (int i = 0; i < 6; ++i) {
        PriceDeck deck = project.priceDecks[0];
        deck.id = "more_" + std::to_string(i);
        deck.probability = 0.0;
        project.priceDecks.push_back(deck);
    }
    project.activeDeck = "more_5";
    const std::vector<ShownDeck> some = shownDecks(project);
    QCOMPARE(some.size(), std::size_t {6});
    QCOMPARE(some.back().position, std::size_t {11});
    QVERIFY(some.back().isActive);
    // The least probable of the six is left out: the surge in demand.
    QCOMPARE(some[4].position, std::size_t {4});
}

void TestFigures::costsPerKilogramAreThoseOfTheCases()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const Figure figure = costPerKgFigure(*evaluation);
    QCOMPARE(figure.year, std::optional<int>(2029));
    for (std::size_t bar = 0; bar < 2; ++bar) {
        double sum = 0.0;
        for (const FigureSeries& series : figure.series)
            sum += series.points[bar].value;
        QVERIFY(std::abs(sum - figure.bars[bar].to) < 1e-9);
    }
    const double cost = *evaluation->figure(evaluation->rows().project.operatingCosts, 2029);
    const double level = 1.023 * 1.02 * 1.02;
    QVERIFY(std::abs(figure.bars[1].to - cost / level / 15000.0) < 1e-9);
    QCOMPARE(
        english(figure.subtitle), std::string("Operating cost at full output, USD/kg, 2026 money"));
}

void TestFigures::costsPerKilogramFollowYearAndMoney()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    // 60 % of the output; the exchange rate follows the two inflations from 500 in 2026.
    const double cost = *evaluation->figure(evaluation->rows().standalone.operatingCosts, 2027);
    const double rate = 500.0 * 1.085 / 1.023;
    const Figure nominal = costPerKgFigure(*evaluation, {Terms::nominal, Currency::kzt}, 2027);
    QVERIFY(std::abs(nominal.bars[0].to / (cost * rate / 9000.0) - 1.0) < 1e-12);
    QCOMPARE(nominal.year, std::optional<int>(2027));
    QCOMPARE(english(nominal.subtitle), std::string("Operating cost in 2027, KZT/kg, nominal"));
    QVERIFY(english(nominal.title).ends_with(" tenge"));

    const Figure real = costPerKgFigure(*evaluation, {Terms::real, Currency::usd}, 2027);
    QVERIFY(std::abs(real.bars[0].to - cost / 1.023 / 9000.0) < 1e-9);
    QCOMPARE(english(real.subtitle), std::string("Operating cost in 2027, USD/kg, 2026 money"));
    // Nothing is produced before operations.
    QVERIFY(costPerKgFigure(*evaluation, {}, 2025).isEmpty());
}

void TestFigures::linesOfTheStatementAreAsTheyStandThere()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const MoneyView view {Terms::real, Currency::kzt};
    const Figure labour = lineFigure(
        *evaluation, "cost_lines.labour", ResultCase::standalone, view, {1e9, "KZT billion"});
    QCOMPARE(labour.series.size(), std::size_t {1});
    QCOMPARE(labour.series[0].row, std::string("standalone.cost_lines.labour"));
    const Row row = evaluation->rows().standalone.costLines[static_cast<std::size_t>(
        std::find_if(evaluation->project().costLines.begin(), evaluation->project().costLines.end(),
            [](const CostLine& cost) { return cost.id == "labour"; }) -
        evaluation->project().costLines.begin())];
    const MoneyConversion conversion(*evaluation, view);
    QCOMPARE(labour.unit, std::string("KZT billion"));
    for (const FigurePoint& point : labour.series[0].points) {
        const int year = static_cast<int>(point.x);
        const double expected = -*evaluation->figure(row, year) * conversion.inYear(year) / 1e9;
        QVERIFY(std::abs(point.value - expected) < 1e-9 * (1.0 + std::abs(expected)));
    }
    QCOMPARE(english(labour.subtitle),
        std::string("The stand-alone plant by year. KZT billion, real 2026"));

    QCOMPARE(lineFigure(*evaluation, "production").unit, std::string("t"));
    QVERIFY(lineFigure(*evaluation, "discount_factor").unit.empty());
    QVERIFY(english(lineFigure(*evaluation, "present_value").subtitle)
                .ends_with("USD million in 2025 money"));
    // The sum of lines that no single row holds.
    QCOMPARE(lineFigure(*evaluation, "category.Gallium circuit").series[0].row,
        std::string("project.category.Gallium circuit"));
}

// Every bar and every point names the figure of the model that it shows.
void TestFigures::partsAreExplained()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    int compared = 0;
    const auto compare = [&](const Figure& figure, const std::string& row, std::optional<int> year,
                             double shown) {
        const auto explained = explainFigure(*evaluation, {ResultCase::project, row, year});
        QVERIFY2(explained && explained->value, (figure.id + ": " + row).c_str());
        if (figure.id.starts_with("price_decks."))
            return; // whose decks have terms of their own
        const double unit = figure.unit == "USD million" ? 1e6 : figure.unit == "t" ? 1e3 : 1.0;
        // Costs are shown as payments.
        QVERIFY2(std::abs(std::abs(shown) - std::abs(*explained->value) / unit) <=
                     1e-9 * (1.0 + std::abs(shown)),
            (figure.id + ": " + row).c_str());
        ++compared;
    };
    for (const Figure& figure : allFigures(*evaluation, {})) {
        for (const FigureBar& bar : figure.bars)
            compare(figure, bar.row, figure.year, bar.size());
        for (const FigureSeries& series : figure.series)
            for (const FigurePoint& point : series.points) {
                if (series.look == FigureSeries::Look::actuals)
                    continue; // what has happened is not calculated
                const bool isStacked = figure.kind == FigureKind::stackedBars;
                const auto& bars = figure.bars;
                const std::string row =
                    isStacked ? bars[static_cast<std::size_t>(point.x)].id + "." + series.row
                              : series.row;
                const int year = isStacked ? *figure.year : static_cast<int>(point.x);
                if (evaluation->years().contains(year))
                    compare(figure, row, year, point.value);
            }
    }
    QVERIFY2(compared > 1000, qPrintable(QString::number(compared)));
}

void TestFigures::tablesHoldTheData()
{
    const SharedEvaluation evaluation = evaluate(defaultProject());
    QVERIFY(evaluation);
    const FigureTable bars = figureTable(deckNpvFigure(*evaluation));
    QCOMPARE(bars.heads, (std::vector<std::string> {"", "USD million", "Probability"}));
    QCOMPARE(bars.lines.size(), std::size_t {6});
    QCOMPARE(bars.lines[0].label, std::string("Demand surge"));
    QVERIFY(std::abs(*bars.lines[0].values[0] - 52.61726044809074) < 1e-9);
    QCOMPARE(bars.lines[0].values[1], std::optional<double>(0.05));

    const FigureTable prices = figureTable(priceDecksFigure(*evaluation));
    QCOMPARE(prices.heads.front(), std::string("Year"));
    QCOMPARE(prices.heads[1], std::string("Consensus, USD/kg"));
    QCOMPARE(prices.lines.front().label, std::string("2017"));
    QVERIFY(!prices.lines.front().values.front()); // no deck speaks of that year
    QCOMPARE(prices.lines.front().values.back(), std::optional<double>(124.0));
    QCOMPARE(prices.lines.back().label, std::string("2045"));
    QVERIFY(std::abs(*prices.lines.back().values.front() - 685.0) < 1e-9);

    const FigureTable costs = figureTable(costPerKgFigure(*evaluation));
    QCOMPARE(costs.lines[1].label, std::string("Project"));
}

QTEST_APPLESS_MAIN(TestFigures)
#include "tst_figures.moc"
