#include "core/report/ComposedFigure.h"

#include "core/report/ExplainedFigure.h"
#include "core/report/Statement.h"
#include "tests/core/report/ReportTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using core::ComposedFigure;
using core::ExplainedFigure;
using core::ExplainedPart;
using core::FigureReference;
using core::ResultCase;
using core::StatementLine;
using Kind = core::Quantity::Kind;

Q_DECLARE_METATYPE(core::ResultCase)

namespace {

constexpr std::array cases {ResultCase::project, ResultCase::standalone, ResultCase::savings};

ExplainedFigure explained(const core::Evaluation& evaluation, const FigureReference& figure)
{
    const auto result = core::explainFigure(evaluation, figure);
    return result ? *result : ExplainedFigure();
}

double valueOf(const core::Evaluation& evaluation, const FigureReference& figure)
{
    return explained(evaluation, figure).value.value_or(NAN);
}

bool isNear(double found, double expected, double scale)
{
    return std::abs(found - expected) <= 1e-9 * std::abs(scale) + 1e-3;
}

}

class TestComposedFigure : public QObject {
    Q_OBJECT

private slots:
    void everyLineOfTheStatementIsExplained_data();
    void everyLineOfTheStatementIsExplained();
    void readsAsPeopleWrite_data();
    void readsAsPeopleWrite();
    void partsAddUpAndCanBeFollowed_data();
    void partsAddUpAndCanBeFollowed();
    void categoriesAddUpToAllCosts();
    void ratiosOfWhatIsNotThereSaySo();
    void numbersAreInFullWhereTheyAreAskedFor();
    void namesRowsFirst();
    void refusesOtherNames();
};

void TestComposedFigure::everyLineOfTheStatementIsExplained_data()
{
    QTest::addColumn<uint>("seed");
    QTest::newRow("the default project") << 0u;
    for (uint seed = 1; seed <= 12; ++seed)
        QTest::addRow("project drawn by seed %u", seed) << seed;
}

// In every year and in all years, with the sum that the statement shows.
void TestComposedFigure::everyLineOfTheStatementIsExplained()
{
    QFETCH(uint, seed);
    const auto evaluation =
        support::evaluated(seed == 0 ? core::defaultProject() : support::generateProject(seed));
    QVERIFY(evaluation);
    const int first = evaluation->years().first;
    for (const ResultCase resultCase : cases)
        for (const StatementLine& line : core::statementOf(*evaluation, resultCase)) {
            const char* const id = line.id.c_str();
            double scale = 0.0;
            for (const double figure : line.byYear)
                scale += std::abs(figure);
            for (const std::size_t y : {std::size_t {0}, std::size_t {2}, line.byYear.size() - 1}) {
                const ExplainedFigure figure =
                    explained(*evaluation, {resultCase, line.figure, first + static_cast<int>(y)});
                QVERIFY2(figure.value, id);
                QVERIFY2(isNear(line.sign * *figure.value, line.byYear[y], scale), id);
                QVERIFY2(!figure.title.empty() && !figure.inWords.empty(), id);
                QCOMPARE(figure.years.size(), line.byYear.size());
            }
            if (!line.total)
                continue;
            const ExplainedFigure total =
                explained(*evaluation, {resultCase, core::totalOf(line.figure)});
            QVERIFY2(total.value, id);
            QVERIFY2(isNear(line.sign * *total.value, *line.total, scale), id);
            QCOMPARE(total.years.size(), line.byYear.size());
        }
}

void TestComposedFigure::readsAsPeopleWrite_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year"); // 0: none
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("inWords");
    QTest::addColumn<QString>("inFigures");
    const auto row = [](const char* rowName, ResultCase resultCase, const char* name, int year,
                         const char* title, const char* inWords, const char* inFigures) {
        QTest::newRow(rowName) << resultCase << QString::fromUtf8(name) << year
                               << QString::fromUtf8(title) << QString::fromUtf8(inWords)
                               << QString::fromUtf8(inFigures);
    };
    constexpr auto project = ResultCase::project;
    constexpr auto savings = ResultCase::savings;
    row("a category", project, "category.Gallium circuit", 2029, "Operating costs, Gallium circuit",
        "Extraction reagents, resin, aluminium + Electricity of the gallium circuit + Process heat "
        "and water",
        "0.72 + 0.11 + 0.10 = 0.92");
    row("a group with income", ResultCase::standalone, "capital", 2046, "Capital",
        "Initial capital + Sustaining capital + Closure − Salvage", "0 + 0 + 7.45 − 0 = 7.45");
    row("a line of the savings", savings, "savings.fees", 2025,
        "Upfront fee, project less stand-alone", "Upfront fee, project − Upfront fee, stand-alone",
        "0.12 − 0.36 = −0.24");
    row("all years", project, "total.property_tax", 0, "Property tax, all years",
        "sum over the years of Property tax",
        "0.03 + 0.03 + 0.02 + 0.02 + 0.02 + 0.02 + 0.02 + 0.01 + 0.01 + 0.01 + 0.01 + 0.01 + 0.01 "
        "+ 0.01 + 0.01 + 0.01 + 0.01 + 0.0048 + 0.0043 + 0.0039 = 0.25");
    row("all years of nothing", savings, "total.savings.revenue.ga4n", 0,
        "Gallium 4N (99.99 %), project less stand-alone, all years",
        "sum over the years of Gallium 4N (99.99 %), project less stand-alone", "0");
    row("a cost of a kilogram", project, "per_kg.host_charges", 2029,
        "Charges of the refinery per kilogram", "Charges of the refinery ÷ Production",
        "USD 0.13 million ÷ 15,000 kg = 8.515 USD/kg");
    row("a share", project, "share_avoided.category.Gallium circuit", 2029,
        "Share avoided, Gallium circuit",
        "Costs avoided by reuse, Gallium circuit ÷ Stand-alone costs, Gallium circuit",
        "0.14 ÷ 1.06 = 13.09 %");
    row("a step of the bridge", project, "pv_savings.tax_working_capital", 0,
        "Present value of tax and working capital avoided",
        "Present value of property tax avoided + Present value of working capital avoided + "
        "Present value of income tax avoided",
        "0.11 + 0.76 + (−4.58) = −3.71");
    row("another deck", project, "npv.deck.floor", 0, "Net present value, Western floor price",
        "as on the price deck in use, at the prices of Western floor price", "");
}

void TestComposedFigure::readsAsPeopleWrite()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(QString, title);
    QFETCH(QString, inWords);
    QFETCH(QString, inFigures);
    const auto evaluation = support::evaluatedDefault();
    const std::optional<int> ofYear = year == 0 ? std::nullopt : std::optional(year);
    const ExplainedFigure figure = explained(*evaluation, {resultCase, name.toStdString(), ofYear});
    QCOMPARE(QString::fromStdString(figure.title), title);
    QCOMPARE(QString::fromStdString(figure.inWords), inWords);
    QCOMPARE(QString::fromStdString(figure.inFigures).replace(u'\u00A0', u' '), inFigures);
    QCOMPARE(figure.figure.year, ofYear);
}

void TestComposedFigure::partsAddUpAndCanBeFollowed_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year");
    const auto row = [](ResultCase resultCase, const char* name, int year) {
        QTest::newRow(name) << resultCase << QString::fromUtf8(name) << year;
    };
    row(ResultCase::standalone, "category.People and site", 2030);
    row(ResultCase::savings, "category.Gallium circuit", 2030);
    row(ResultCase::savings, "savings_of.category.Gallium circuit", 2030);
    row(ResultCase::project, "host_charges", 2030);
    row(ResultCase::project, "capital.other_items", 2026);
    row(ResultCase::standalone, "additions", 2027);
    row(ResultCase::project, "book_value", 2030);
    row(ResultCase::project, "shareholder_net", 2031);
    row(ResultCase::project, "pv_savings.capital", 0);
    row(ResultCase::project, "pv_savings.sustaining_closure", 0);
    row(ResultCase::project, "pv_savings.other_costs", 0);
    row(ResultCase::project, "total.free_cash_flow", 0);
    row(ResultCase::project, "total.shareholder_net", 0);
    row(ResultCase::savings, "total.financing", 0);
}

void TestComposedFigure::partsAddUpAndCanBeFollowed()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(QString, name);
    QFETCH(int, year);
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure figure = explained(*evaluation,
        {resultCase, name.toStdString(), year == 0 ? std::nullopt : std::optional(year)});
    QVERIFY(figure.parts.size() > 1);
    double sum = 0.0;
    for (const ExplainedPart& part : figure.parts) {
        QVERIFY(part.figure);
        sum += *part.value;
        const ExplainedFigure target = explained(*evaluation, *part.figure);
        QCOMPARE(target.title, part.label);
        QVERIFY(target.quantity == part.quantity);
        QCOMPARE(target.value, part.value);
    }
    QVERIFY(isNear(*figure.value, sum, sum));
    // By the name that the explanation has itself, too.
    QCOMPARE(explained(*evaluation, figure.figure).value, figure.value);
}

void TestComposedFigure::categoriesAddUpToAllCosts()
{
    constexpr int year = 2030;
    const auto evaluation = support::evaluatedDefault();
    std::set<std::string> categories;
    for (const core::CostLine& line : evaluation->project().costLines)
        categories.insert(line.category);
    for (const std::string list : {"standalone_costs", "avoided_costs", "host_charges",
             "savings_of", "per_kg.standalone_costs", "per_kg.savings_of"}) {
        double sum = 0.0;
        for (const std::string& category : categories)
            sum +=
                valueOf(*evaluation, {ResultCase::project, list + ".category." + category, year});
        const double all = valueOf(*evaluation, {ResultCase::project, list, year});
        QVERIFY2(isNear(all, sum, sum), list.c_str());
    }
    const auto of = [&](ResultCase resultCase, const char* name) {
        return valueOf(*evaluation, {resultCase, name, year});
    };
    const double standalone = of(ResultCase::standalone, "operating_costs");
    const double saved = of(ResultCase::project, "savings_of");
    QVERIFY(isNear(of(ResultCase::project, "standalone_costs"), standalone, standalone));
    QVERIFY(isNear(saved, -of(ResultCase::savings, "operating_costs"), saved));
    QVERIFY(isNear(of(ResultCase::project, "share_avoided") * standalone,
        of(ResultCase::project, "avoided_costs"), standalone));
    QVERIFY(isNear(of(ResultCase::standalone, "per_kg.operating_costs") *
                       of(ResultCase::project, "production"),
        standalone, standalone));
    QVERIFY(explained(*evaluation, {ResultCase::project, "per_kg.host_charges", year}).quantity ==
            (core::Quantity {Kind::moneyPerKg, "USD/kg"}));
    QVERIFY(explained(*evaluation, {ResultCase::project, "share_avoided", year}).quantity ==
            (core::Quantity {Kind::share, "%"}));
}

void TestComposedFigure::ratiosOfWhatIsNotThereSaySo()
{
    const auto evaluation = support::evaluatedDefault();
    const ExplainedFigure figure =
        explained(*evaluation, {ResultCase::project, "per_kg.operating_costs", 2025});
    QVERIFY(!figure.value);
    QCOMPARE(figure.word, std::string("none"));
    QCOMPARE(figure.remark, std::string("Production is zero"));
    QCOMPARE(figure.years.size(), std::size_t {22});
    QVERIFY(!figure.years[0].value && figure.years[5].value);
}

void TestComposedFigure::numbersAreInFullWhereTheyAreAskedFor()
{
    const auto evaluation = support::evaluatedDefault();
    const auto figure = core::explainFigure(*evaluation,
        {ResultCase::project, "per_kg.host_charges", 2029}, core::FormulaNumbers::full);
    QVERIFY(figure);
    QCOMPARE(QString::fromStdString(figure->inFigures), QStringLiteral("127,719.5 ÷ 15,000"));
}

void TestComposedFigure::namesRowsFirst()
{
    const auto evaluation = support::evaluatedDefault();
    // The plants share this row; what the savings are of it is another figure.
    const double sold = valueOf(*evaluation, {ResultCase::savings, "revenue.ga4n", 2030});
    QCOMPARE(sold, *evaluation->figure(evaluation->rows().revenue.productRevenue[0], 2030));
    QCOMPARE(valueOf(*evaluation, {ResultCase::savings, "savings.revenue.ga4n", 2030}), 0.0);
    QVERIFY(!core::composedFigure(*evaluation, ResultCase::project, "revenue"));
}

void TestComposedFigure::refusesOtherNames()
{
    const auto evaluation = support::evaluatedDefault();
    for (const char* name : {"category.Nothing", "total.npv", "total.nothing", "per_kg.npv",
             "host_charges.category.Nothing", "pv_savings.nothing", "npv.deck.nothing", "share_",
             "category", ""})
        QVERIFY2(!core::explainFigure(*evaluation, {ResultCase::project, name, 2030}), name);
    const auto error = core::explainFigure(*evaluation, {ResultCase::project, "capital"}).error();
    QCOMPARE(core::sentence(error.problems.front()),
        std::string("capital: is a row by year; expected a year from 2025 to 2046"));
    QVERIFY(!core::explainFigure(*evaluation, {ResultCase::project, "capital", 2047}));
}

QTEST_APPLESS_MAIN(TestComposedFigure)
#include "tst_composedfigure.moc"
