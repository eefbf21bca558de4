#include "core/report/Statement.h"

#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

using core::Currency;
using core::MoneyView;
using core::ResultCase;
using core::StatementLine;
using core::Terms;
using Kind = StatementLine::Kind;
using Statement = std::vector<StatementLine>;

Q_DECLARE_METATYPE(core::ResultCase)

namespace {

constexpr std::array cases {ResultCase::project, ResultCase::standalone, ResultCase::savings};
constexpr std::array views {MoneyView {Terms::nominal, Currency::usd},
    MoneyView {Terms::real, Currency::usd}, MoneyView {Terms::nominal, Currency::kzt},
    MoneyView {Terms::real, Currency::kzt}};

const StatementLine* find(const Statement& statement, const std::string& id)
{
    const auto found = std::find_if(statement.begin(), statement.end(),
        [&](const StatementLine& line) { return line.id == id; });
    return found == statement.end() ? nullptr : &*found;
}

std::vector<double> rowByYear(const core::Evaluation& evaluation, const std::string& name)
{
    const std::optional<int> row = evaluation.model().sheet().findRow(name);
    return row ? evaluation.byYear(core::Row(nullptr, *row)) : std::vector<double>();
}

// Of a line in one of the plants, whether or not its row is that of a plant.
std::vector<double> plantByYear(
    const core::Evaluation& evaluation, const std::string& plant, const std::string& id)
{
    const std::vector<double> figures = rowByYear(evaluation, plant + "." + id);
    return figures.empty() ? rowByYear(evaluation, id) : figures;
}

// Whether two sums of the same are equal but for rounding; `scale` is the size of their parts.
bool isNear(double found, double expected, double scale)
{
    return std::abs(found - expected) <= 1e-9 * scale;
}

bool isNear(const std::vector<double>& found, const std::vector<double>& expected)
{
    return std::equal(found.begin(), found.end(), expected.begin(), expected.end(),
        [](double a, double b) { return isNear(a, b, std::abs(b) + 1e-3); });
}

}

class TestStatement : public QObject {
    Q_OBJECT

private slots:
    void linesOfTheDefaultProject();
    void figuresAreThoseOfTheRows_data() { addProjects(); }
    void figuresAreThoseOfTheRows();
    void groupsAreTheSumOfTheirLines_data() { addProjects(); }
    void groupsAreTheSumOfTheirLines();
    void subtotalsAreTheSumOfTheLinesAbove_data() { addProjects(); }
    void subtotalsAreTheSumOfTheLinesAbove();
    void savingsAreProjectLessStandalone_data() { addProjects(); }
    void savingsAreProjectLessStandalone();
    void totalsAreThoseOfTheYearsShown_data() { addProjects(); }
    void totalsAreThoseOfTheYearsShown();
    void presentValuesAddUpToTheMetric_data() { addProjects(); }
    void presentValuesAddUpToTheMetric();
    void costsAreNegativeAndSavingsPositive();
    void moneyIsThatOfTheView_data();
    void moneyIsThatOfTheView();
    void zerosHaveNoSign();
    void linesWithoutCategoryAreOther();

private:
    static void addProjects();
    static std::shared_ptr<const core::Evaluation> evaluation();
};

void TestStatement::addProjects()
{
    QTest::addColumn<uint>("seed");
    QTest::newRow("the default project") << 0u;
    for (uint seed = 1; seed <= 30; ++seed)
        QTest::addRow("project drawn by seed %u", seed) << seed;
}

std::shared_ptr<const core::Evaluation> TestStatement::evaluation()
{
    QFETCH(uint, seed);
    return support::evaluated(seed == 0 ? core::defaultProject() : support::generateProject(seed));
}

void TestStatement::linesOfTheDefaultProject()
{
    const QStringList expected {"0 mass production", "0 group revenue", "1 figure revenue.ga4n",
        "1 figure revenue.ga6n", "0 figure selling_costs", "0 figure royalty",
        "0 group operating_costs", "1 group category.Alumina front end",
        "1 group category.Gallium circuit", "1 group category.People and site",
        "1 group category.Host charges", "0 figure property_tax", "0 subtotal ebitda",
        "0 group capital", "1 group capex", "1 figure sustaining", "1 figure closure",
        "1 figure salvage", "0 figure change_in_nwc", "0 subtotal pre_tax_cash_flow",
        "0 memo taxable_before_losses", "1 memo depreciation", "1 memo losses_used",
        "0 figure income_tax", "0 subtotal free_cash_flow", "0 stock cumulative_free_cash_flow",
        "0 factor discount_factor", "0 presentValue present_value", "0 group financing",
        "1 figure draw", "1 figure fees", "1 figure interest_paid", "1 figure principal",
        "1 figure income_tax_saved_by_loan", "0 subtotal equity_cash_flow", "0 stock debt"};
    const std::map<Kind, QString> kinds {{Kind::figure, "figure"}, {Kind::group, "group"},
        {Kind::subtotal, "subtotal"}, {Kind::memo, "memo"}, {Kind::presentValue, "presentValue"},
        {Kind::stock, "stock"}, {Kind::factor, "factor"}, {Kind::mass, "mass"}};
    const auto evaluation = support::evaluatedDefault();
    for (const ResultCase resultCase : cases) {
        QStringList found;
        std::size_t deepest = 0;
        for (const StatementLine& line : core::statementOf(*evaluation, resultCase)) {
            QVERIFY(!line.label.empty());
            if (line.level == 2)
                ++deepest;
            else
                found << QString("%1 %2 %3")
                             .arg(QString::number(line.level), kinds.at(line.kind),
                                 QString::fromStdString(line.id));
        }
        QCOMPARE(found, expected);
        QCOMPARE(deepest,
            evaluation->project().costLines.size() + evaluation->project().capital.items.size());
    }
}

void TestStatement::figuresAreThoseOfTheRows()
{
    const std::map<std::string, double> signs {{"production", 1.0}, {"revenue", 1.0},
        {"selling_costs", -1.0}, {"royalty", -1.0}, {"operating_costs", -1.0},
        {"property_tax", -1.0}, {"ebitda", 1.0}, {"capex", -1.0}, {"sustaining", -1.0},
        {"closure", -1.0}, {"salvage", 1.0}, {"change_in_nwc", -1.0}, {"pre_tax_cash_flow", 1.0},
        {"taxable_before_losses", 1.0}, {"depreciation", -1.0}, {"losses_used", -1.0},
        {"income_tax", -1.0}, {"free_cash_flow", 1.0}, {"cumulative_free_cash_flow", 1.0},
        {"discount_factor", 1.0}, {"present_value", 1.0}, {"draw", 1.0}, {"fees", -1.0},
        {"interest_paid", -1.0}, {"principal", -1.0}, {"income_tax_saved_by_loan", 1.0},
        {"equity_cash_flow", 1.0}, {"debt", 1.0}};
    const auto signOf = [&](const std::string& id) {
        if (id.starts_with("cost_lines.") || id.starts_with("capital.items."))
            return -1.0;
        return id.starts_with("revenue.") ? 1.0 : signs.at(id);
    };
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    for (const ResultCase resultCase : cases)
        for (const StatementLine& line : core::statementOf(*evaluation, resultCase)) {
            if (line.kind == Kind::group && !line.row.isValid())
                continue; // the sum of its lines
            const std::string plant =
                resultCase == ResultCase::standalone ? "standalone" : "project";
            std::vector<double> expected = plantByYear(*evaluation, plant, line.id);
            QVERIFY2(!expected.empty(), line.id.c_str());
            const bool isDifference =
                resultCase == ResultCase::savings && line.kind != Kind::factor;
            const std::vector<double> other = plantByYear(*evaluation, "standalone", line.id);
            double scale = 1e-3;
            for (std::size_t y = 0; y < expected.size(); ++y) {
                scale += std::abs(expected[y]) + std::abs(other[y]);
                if (isDifference)
                    expected[y] -= other[y];
                QVERIFY2(
                    isNear(line.byYear[y], signOf(line.id) * expected[y], scale), line.id.c_str());
            }
            QCOMPARE(line.sign, signOf(line.id));
            if (line.row.isValid() && line.kind != Kind::stock)
                for (std::size_t y = 0; y < expected.size(); ++y)
                    QCOMPARE(line.byYear[y], line.sign * evaluation->byYear(line.row)[y]);
        }
}

void TestStatement::groupsAreTheSumOfTheirLines()
{
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    for (const ResultCase resultCase : cases)
        for (const MoneyView& view : views) {
            const Statement statement = core::statementOf(*evaluation, resultCase, view);
            for (std::size_t group = 0; group < statement.size(); ++group) {
                if (statement[group].kind != Kind::group)
                    continue;
                std::vector<double> sums(statement[group].byYear.size(), 0.0);
                std::vector<double> scales(sums.size(), 1e-3);
                for (std::size_t i = group + 1;
                     i < statement.size() && statement[i].level > statement[group].level; ++i)
                    if (statement[i].level == statement[group].level + 1)
                        for (std::size_t y = 0; y < sums.size(); ++y) {
                            sums[y] += statement[i].byYear[y];
                            scales[y] += std::abs(statement[i].byYear[y]);
                        }
                for (std::size_t y = 0; y < sums.size(); ++y)
                    QVERIFY2(isNear(statement[group].byYear[y], sums[y], scales[y]),
                        statement[group].id.c_str());
            }
        }
}

void TestStatement::subtotalsAreTheSumOfTheLinesAbove()
{
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    for (const ResultCase resultCase : cases)
        for (const MoneyView& view : views) {
            int subtotals = 0;
            std::vector<double> sums(static_cast<std::size_t>(evaluation->years().count()), 0.0);
            std::vector<double> scales(sums.size(), 1e-3);
            for (const StatementLine& line : core::statementOf(*evaluation, resultCase, view)) {
                if (line.kind == Kind::subtotal) {
                    ++subtotals;
                    for (std::size_t y = 0; y < sums.size(); ++y)
                        QVERIFY2(isNear(line.byYear[y], sums[y], scales[y]), line.id.c_str());
                }
                const bool isAdded =
                    line.level == 0 && (line.kind == Kind::figure || line.kind == Kind::group);
                for (std::size_t y = 0; isAdded && y < sums.size(); ++y) {
                    sums[y] += line.byYear[y];
                    scales[y] += std::abs(line.byYear[y]);
                }
            }
            QCOMPARE(subtotals, 4);
        }
}

void TestStatement::savingsAreProjectLessStandalone()
{
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    for (const MoneyView& view : views) {
        const Statement project = core::statementOf(*evaluation, ResultCase::project, view);
        const Statement standalone = core::statementOf(*evaluation, ResultCase::standalone, view);
        const Statement savings = core::statementOf(*evaluation, ResultCase::savings, view);
        QCOMPARE(standalone.size(), project.size());
        QCOMPARE(savings.size(), project.size());
        for (std::size_t i = 0; i < project.size(); ++i) {
            QCOMPARE(standalone[i].id, project[i].id);
            QCOMPARE(savings[i].id, project[i].id);
            double scale = 1e-3;
            for (std::size_t y = 0; y < project[i].byYear.size(); ++y) {
                const double expected = project[i].kind == Kind::factor
                                            ? project[i].byYear[y]
                                            : project[i].byYear[y] - standalone[i].byYear[y];
                scale += std::abs(project[i].byYear[y]) + std::abs(standalone[i].byYear[y]);
                QVERIFY2(isNear(savings[i].byYear[y], expected, scale), project[i].id.c_str());
            }
        }
    }
}

void TestStatement::totalsAreThoseOfTheYearsShown()
{
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    for (const ResultCase resultCase : cases)
        for (const MoneyView& view : views)
            for (const StatementLine& line : core::statementOf(*evaluation, resultCase, view)) {
                const bool hasTotal = line.kind != Kind::stock && line.kind != Kind::factor;
                QCOMPARE(line.total.has_value(), hasTotal);
                if (hasTotal)
                    QCOMPARE(
                        *line.total, std::accumulate(line.byYear.begin(), line.byYear.end(), 0.0));
            }
}

void TestStatement::presentValuesAddUpToTheMetric()
{
    const auto evaluation = this->evaluation();
    QVERIFY(evaluation);
    const double project = *evaluation->metrics(core::PlantCase::project)[core::Metric::npv];
    const double standalone = *evaluation->metrics(core::PlantCase::standalone)[core::Metric::npv];
    const std::array npvs {project, standalone, project - standalone};
    const double scale = std::abs(project) + std::abs(standalone) + 1e-3;
    for (const MoneyView& view : views) {
        const double present = core::MoneyConversion(*evaluation, view).presentValue();
        for (std::size_t c = 0; c < cases.size(); ++c) {
            const Statement statement = core::statementOf(*evaluation, cases[c], view);
            QVERIFY(isNear(
                *find(statement, "present_value")->total, npvs[c] * present, scale * present));
        }
    }
}

void TestStatement::costsAreNegativeAndSavingsPositive()
{
    const auto evaluation = support::evaluatedDefault();
    const Statement project = core::statementOf(*evaluation, ResultCase::project);
    const Statement savings = core::statementOf(*evaluation, ResultCase::savings);
    for (const char* id : {"selling_costs", "operating_costs", "capital", "capex", "sustaining",
             "closure", "depreciation", "income_tax", "fees", "interest_paid", "principal"})
        QVERIFY2(*find(project, id)->total < 0.0, id);
    for (const char* id : {"revenue", "draw", "ebitda", "free_cash_flow"})
        QVERIFY2(*find(project, id)->total > 0.0, id);
    for (const char* id : {"operating_costs", "capital", "capex", "sustaining", "depreciation",
             "ebitda", "free_cash_flow", "present_value"})
        QVERIFY2(*find(savings, id)->total > 0.0, id);
    QCOMPARE(*find(savings, "revenue")->total, 0.0);
    // More profit, more tax.
    QVERIFY(*find(savings, "income_tax")->total < 0.0);
}

void TestStatement::moneyIsThatOfTheView_data()
{
    using Figures = QVector<double>;
    QTest::addColumn<QString>("id");
    QTest::addColumn<Terms>("terms");
    QTest::addColumn<Currency>("currency");
    QTest::addColumn<Figures>("byYear");
    QTest::addColumn<Figures>("total"); // empty: none
    const auto row = [](const char* name, const char* id, Terms terms, Currency currency,
                         const Figures& byYear, const Figures& total) {
        QTest::newRow(name) << QString(id) << terms << currency << byYear << total;
    };
    constexpr auto usd = Currency::usd;
    constexpr auto kzt = Currency::kzt;
    row("production is no money", "production", Terms::real, kzt, {1000, 1000, 1000}, {3000});
    row("revenue", "revenue", Terms::nominal, usd, {110000, 110000, 110000}, {330000});
    row("revenue in money of the base year", "revenue", Terms::real, usd,
        {100000, 1e5 / 1.1, 1e5 / 1.21}, {1e5 + 1e5 / 1.1 + 1e5 / 1.21});
    row("revenue in tenge", "revenue", Terms::nominal, kzt, {44e6, 55e6, 66e6}, {165e6});
    row("revenue in real tenge", "revenue", Terms::real, kzt,
        {44e6 / 1.25, 55e6 / 1.5625, 66e6 / 1.953125},
        {44e6 / 1.25 + 55e6 / 1.5625 + 66e6 / 1.953125});
    row("free cash flow", "free_cash_flow", Terms::nominal, usd, {-110000, 110000, 110000},
        {110000});
    row("a cumulative flow sums what is shown", "cumulative_free_cash_flow", Terms::real, usd,
        {-1e5, -1e5 + 1e5 / 1.1, -1e5 + 1e5 / 1.1 + 1e5 / 1.21}, {});
    row("a debt is money of its year", "debt", Terms::real, usd, {100000, 50000 / 1.1, 0}, {});
    row("a debt in tenge", "debt", Terms::nominal, kzt, {44e6, 27.5e6, 0}, {});
    row("equity", "equity_cash_flow", Terms::nominal, usd, {0, 44000, 49500}, {93500});
    row("a factor stays", "discount_factor", Terms::real, kzt, {1, 1 / 1.1, 1 / 1.21}, {});
    row("present values", "present_value", Terms::nominal, usd, {-110000, 1e5, 1e5 / 1.1},
        {-1e4 + 1e5 / 1.1});
    row("present values are money of the valuation year", "present_value", Terms::real, usd,
        {-100000, 1e5 / 1.1, 1e5 / 1.21}, {-1e5 + 1e5 / 1.1 + 1e5 / 1.21});
    row("present values at the rate of the valuation year", "present_value", Terms::nominal, kzt,
        {-44e6, 40e6, 40e6 / 1.1}, {-4e6 + 40e6 / 1.1});
}

// By hand: 1000 kg a year at USD 110; a plant of 220 000 in 2030, half of it borrowed at 10 % and
// paid back in 2031 and 2032; valued in 2030, in prices of 2029. Dollars lose 10 % a year, tenge
// 25 %, and a dollar costs 400, 500 and 600 tenge.
void TestStatement::moneyIsThatOfTheView()
{
    QFETCH(QString, id);
    QFETCH(Terms, terms);
    QFETCH(Currency, currency);
    QFETCH(QVector<double>, byYear);
    QFETCH(QVector<double>, total);
    core::Project project = support::plainProject();
    project.timeline.baseYear = 2029;
    project.macro.usdInflation = core::Series(0.1);
    project.macro.kztInflation = core::Series(0.25);
    project.macro.exchangeRate.mode = core::ExchangeRateMode::path;
    project.macro.exchangeRate.path = core::Series::Points {{2030, 400.0}, {2032, 600.0}};
    project.priceDecks[0].prices["metal"] = core::Series(110.0);
    project.capital.items[0].amount = 220000.0;
    project.financing.gearing = 0.5;
    project.financing.rate = 0.1;
    project.financing.graceYears = 1;
    project.financing.tenorYears = 2;
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const Statement statement =
        core::statementOf(*evaluation, ResultCase::project, {terms, currency});
    const StatementLine* line = find(statement, id.toStdString());
    QVERIFY(line);
    QVERIFY(isNear(line->byYear, {byYear.begin(), byYear.end()}));
    QCOMPARE(line->total.has_value(), !total.isEmpty());
    if (line->total)
        QVERIFY(isNear(*line->total, total[0], std::abs(total[0])));
}

void TestStatement::zerosHaveNoSign()
{
    const auto evaluation = support::evaluated(support::plainProject());
    QVERIFY(evaluation);
    for (const ResultCase resultCase : cases)
        for (const StatementLine& line : core::statementOf(*evaluation, resultCase))
            for (const double figure : line.byYear)
                QVERIFY2(figure != 0.0 || !std::signbit(figure), line.id.c_str());
}

void TestStatement::linesWithoutCategoryAreOther()
{
    core::Project project = core::defaultProject();
    for (core::CostLine& line : project.costLines)
        line.category.clear();
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const Statement statement = core::statementOf(*evaluation, ResultCase::project);
    const StatementLine* group = find(statement, "category.");
    QVERIFY(group);
    QCOMPARE(group->label, std::string("Other"));
    QVERIFY(isNear(group->byYear, find(statement, "operating_costs")->byYear));
}

QTEST_APPLESS_MAIN(TestStatement)
#include "tst_statement.moc"
