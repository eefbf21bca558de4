#include "ui/pages/cashflow/StatementTable.h"

#include "core/report/ExplainedFigure.h"
#include "tests/core/report/ReportTest.h"
#include "tests/support/PlainProject.h"
#include "tests/support/ProjectGenerator.h"
#include "ui/pages/QuantityText.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::Currency;
using core::MoneyView;
using core::ResultCase;
using core::StatementLine;
using core::Terms;
using ui::StatementStyle;
using ui::TableContent;
using Kind = StatementLine::Kind;
using RowKind = ui::TableRow::Kind;

Q_DECLARE_METATYPE(core::MoneyView)
Q_DECLARE_METATYPE(core::ResultCase)
Q_DECLARE_METATYPE(core::StatementLine::Kind)

namespace {

const ui::NumberSeparators english {u"."_s, u","_s};

StatementStyle styleOf(ResultCase which, MoneyView view, int decimals = 2,
    ui::NegativeStyle negatives = ui::NegativeStyle::minus)
{
    return {which, view, decimals, ui::DisplayFormat(english, negatives)};
}

TableContent tableOf(const core::Evaluation& evaluation, const StatementStyle& style)
{
    return ui::statementTable(
        evaluation, core::statementOf(evaluation, style.which, style.view), style);
}

StatementLine lineOf(Kind kind, std::vector<double> byYear, std::optional<double> total = {})
{
    StatementLine line;
    line.id = "line";
    line.label = "Line";
    line.kind = kind;
    line.byYear = std::move(byYear);
    line.total = total;
    return line;
}

}

class TestStatementTable : public QObject {
    Q_OBJECT

private slots:
    void cellsAreTheFiguresInTheViewsMoney_data();
    void cellsAreTheFiguresInTheViewsMoney();
    void referencesLeadToTheFiguresInTheCells_data();
    void referencesLeadToTheFiguresInTheCells();
    void numbersAreWrittenAsInAStatement_data();
    void numbersAreWrittenAsInAStatement();
    void unitIsThatOfTheLargestFigure_data();
    void unitIsThatOfTheLargestFigure();
    void columnsAreTheYearsAndTheirTotal();
    void theDiscountFactorSaysWhoseMoneyItIsOf();
    void stagesFollowTheTimeline();
    void periodNamesBothCenturiesWhereTheyDiffer();
    void rowsAreTheLinesWithTheirPlace();
    void tonesGoWithTheDepth();
    void columnsAreWideEnoughForTheirNumbers();
};

void TestStatementTable::cellsAreTheFiguresInTheViewsMoney_data()
{
    QTest::addColumn<ResultCase>("which");
    QTest::addColumn<MoneyView>("view");
    for (const ResultCase which :
        {ResultCase::project, ResultCase::standalone, ResultCase::savings})
        for (const Terms terms : {Terms::nominal, Terms::real})
            for (const Currency currency : {Currency::usd, Currency::kzt})
                QTest::addRow("%s, %s %s", core::nameOf(which).data(),
                    terms == Terms::nominal ? "nominal" : "real",
                    currency == Currency::usd ? "USD" : "KZT")
                    << which << MoneyView {terms, currency};
}

void TestStatementTable::cellsAreTheFiguresInTheViewsMoney()
{
    QFETCH(ResultCase, which);
    QFETCH(MoneyView, view);
    for (std::uint32_t seed = 0; seed <= 5; ++seed) {
        const auto evaluation =
            support::evaluated(seed == 0 ? core::defaultProject() : support::generateProject(seed));
        QVERIFY(evaluation);
        const std::vector<StatementLine> lines = core::statementOf(*evaluation, which, view);
        const TableContent table = ui::statementTable(*evaluation, lines, styleOf(which, view));
        const bool isInBillions = table.columns.front().head.startsWith(u"KZT billion"_s);
        QCOMPARE(table.rows.size(), lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const StatementLine& line = lines[i];
            const double divisor = line.kind == Kind::factor ? 1.0
                                   : line.kind == Kind::mass ? 1e3
                                   : isInBillions            ? 1e9
                                                             : 1e6;
            const std::vector<ui::TableCell>& cells = table.rows[i].cells;
            QCOMPARE(cells.size(), line.byYear.size() + 2);
            QCOMPARE(cells.front().number, std::optional<double>());
            for (std::size_t y = 0; y < line.byYear.size(); ++y)
                QCOMPARE(*cells[y + 1].number, line.byYear[y] / divisor);
            QCOMPARE(cells.back().number.has_value(), line.total.has_value());
            if (line.total)
                QCOMPARE(*cells.back().number, *line.total / divisor);
        }
    }
}

void TestStatementTable::referencesLeadToTheFiguresInTheCells_data()
{
    cellsAreTheFiguresInTheViewsMoney_data();
}

// Without the statement in between: what is explained, in the view's money, is what the cell shows,
// but for the sign of a cost.
void TestStatementTable::referencesLeadToTheFiguresInTheCells()
{
    QFETCH(ResultCase, which);
    QFETCH(MoneyView, view);
    const auto evaluation = support::evaluatedDefault();
    const ui::QuantityWriter writer(*evaluation, view, ui::DisplayFormat());
    const TableContent table = tableOf(*evaluation, styleOf(which, view));
    const double million = table.columns.front().head.startsWith(u"KZT billion"_s) ? 1e9 : 1e6;
    for (const ui::TableRow& row : table.rows) {
        QVERIFY(!row.cells.front().figure);
        const double unit = row.id == u"discount_factor"_s ? 1.0
                            : row.id == u"production"_s    ? 1e3
                                                           : million;
        double scale = 1e-9;
        for (std::size_t y = 1; y + 1 < row.cells.size(); ++y)
            scale += std::abs(*row.cells[y].number);
        for (std::size_t column = 1; column < row.cells.size(); ++column) {
            const ui::TableCell& cell = row.cells[column];
            QCOMPARE(cell.figure.has_value(), cell.number.has_value());
            if (!cell.figure)
                continue; // no total of debts and factors
            const auto explained = core::explainFigure(*evaluation, *cell.figure);
            QVERIFY2(explained, cell.figure->name.c_str());
            QCOMPARE(explained->figure.resultCase, which);
            const double figure = writer.converted(*explained);
            QVERIFY2(std::abs(std::abs(*cell.number) - std::abs(figure) / unit) <= 1e-9 * scale,
                qPrintable(row.id));
        }
    }
}

void TestStatementTable::numbersAreWrittenAsInAStatement_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<double>("figure");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<ui::NegativeStyle>("negatives");
    QTest::addColumn<QString>("text");
    constexpr auto minus = ui::NegativeStyle::minus;
    QTest::newRow("money in millions") << Kind::figure << 10'984'321.0 << 2 << minus << u"10.98"_s;
    QTest::newRow("a cost has a minus sign")
        << Kind::figure << -879'600.0 << 2 << minus << u"\u22120.88"_s;
    QTest::newRow("a cost in parentheses, where the user likes them")
        << Kind::figure << -879'600.0 << 2 << ui::NegativeStyle::parentheses << u"(0.88)"_s;
    QTest::newRow("no decimals") << Kind::figure << 1'234'567'890.0 << 0 << minus << u"1,235"_s;
    QTest::newRow("one decimal") << Kind::subtotal << -17'560'000.0 << 1 << minus
                                 << u"\u221217.6"_s;
    QTest::newRow("three decimals") << Kind::group << 17'560'400.0 << 3 << minus << u"17.560"_s;
    QTest::newRow("nothing is a dash") << Kind::figure << 0.0 << 2 << minus << u"\u2013"_s;
    QTest::newRow("what is left of sums that cancel is a dash")
        << Kind::stock << -1.8e-9 << 2 << minus << u"\u2013"_s;
    QTest::newRow("little is not nothing") << Kind::figure << -300.0 << 2 << minus << u"0.00"_s;
    QTest::newRow("a factor has three decimals")
        << Kind::factor << 0.73119 << 0 << minus << u"0.731"_s;
    QTest::newRow("mass is in tonnes with one decimal")
        << Kind::mass << 12'750.0 << 3 << minus << u"12.8"_s;
    QTest::newRow("no mass is a dash") << Kind::mass << 0.0 << 2 << minus << u"\u2013"_s;
}

void TestStatementTable::numbersAreWrittenAsInAStatement()
{
    QFETCH(Kind, kind);
    QFETCH(double, figure);
    QFETCH(int, decimals);
    QFETCH(ui::NegativeStyle, negatives);
    QFETCH(QString, text);
    const auto evaluation = support::evaluated(support::plainProject());
    const TableContent table =
        ui::statementTable(*evaluation, {lineOf(kind, {figure, 0.0, 0.0}, figure)},
            styleOf(ResultCase::project, {}, decimals, negatives));
    QCOMPARE(table.cell(0, 1).text, text);
    QCOMPARE(table.cell(0, 4).text, text);
}

void TestStatementTable::unitIsThatOfTheLargestFigure_data()
{
    QTest::addColumn<Currency>("currency");
    QTest::addColumn<double>("largest");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("text");
    QTest::newRow("dollars are in millions whatever their size")
        << Currency::usd << 3e12 << u"USD million, nominal"_s << u"3,000,000.00"_s;
    QTest::newRow("tenge are in millions up to ten thousand of them")
        << Currency::kzt << -10'000e6 << u"KZT million, nominal"_s << u"\u221210,000.00"_s;
    QTest::newRow("more tenge are in billions")
        << Currency::kzt << -10'001e6 << u"KZT billion, nominal"_s << u"\u221210.00"_s;
}

void TestStatementTable::unitIsThatOfTheLargestFigure()
{
    QFETCH(Currency, currency);
    QFETCH(double, largest);
    QFETCH(QString, head);
    QFETCH(QString, text);
    const auto evaluation = support::evaluated(support::plainProject());
    const MoneyView view {Terms::nominal, currency};
    // Masses and factors are no money.
    const std::vector<StatementLine> byYear {lineOf(Kind::mass, {9e12, 0.0, 0.0}),
        lineOf(Kind::factor, {9e12, 0.0, 0.0}), lineOf(Kind::figure, {0.0, largest, 0.0})};
    const TableContent table =
        ui::statementTable(*evaluation, byYear, styleOf(ResultCase::project, view));
    QCOMPARE(table.columns.front().head, head);
    QCOMPARE(table.cell(2, 2).text, text);

    const TableContent byTotal = ui::statementTable(*evaluation,
        {lineOf(Kind::figure, {0.0, 0.0, 0.0}, largest)}, styleOf(ResultCase::project, view));
    QCOMPARE(byTotal.columns.front().head, head);
    QCOMPARE(byTotal.cell(0, 4).text, text);
}

void TestStatementTable::columnsAreTheYearsAndTheirTotal()
{
    const auto evaluation = support::evaluatedDefault();
    const TableContent table =
        tableOf(*evaluation, styleOf(ResultCase::project, {Terms::real, Currency::usd}));
    const core::Timeline& timeline = evaluation->project().timeline;
    QCOMPARE(table.frozenLeft, 1);
    QCOMPARE(table.frozenRight, 1);
    QCOMPARE(table.columnCount(), timeline.lastYear() - timeline.firstYear + 3);
    QCOMPARE(table.columns.front().id, u"label"_s);
    QCOMPARE(table.columns.front().head, u"USD million, real 2026"_s);
    QCOMPARE(table.columns.front().alignment, Qt::Alignment(Qt::AlignLeft));
    QCOMPARE(table.columns[1].head, u"2025"_s);
    QCOMPARE(table.columns[1].headBelow, u"build"_s);
    QCOMPARE(table.columns[4].head, u"2028"_s);
    QCOMPARE(table.columns[4].headBelow, u"year 3"_s);
    QCOMPARE(table.columns.back().id, u"total"_s);
    QCOMPARE(table.columns.back().head, u"Total"_s);
    QCOMPARE(table.columns.back().headBelow, u"2025\u2013%1"_s.arg(timeline.lastYear() % 100));
    for (int year = timeline.firstYear; year <= timeline.lastYear(); ++year)
        QCOMPARE(table.columnOf(QString::number(year)), year - timeline.firstYear + 1);
}

void TestStatementTable::theDiscountFactorSaysWhoseMoneyItIsOf()
{
    const auto evaluation = support::evaluatedDefault();
    const auto label = [&](core::MoneyView view) {
        const TableContent table = tableOf(*evaluation, styleOf(ResultCase::project, view));
        return table.cell(table.rowOf(u"discount_factor"_s).value(), 0).text;
    };
    QCOMPARE(label({}), u"Discount factor"_s);
    QCOMPARE(label({Terms::real, Currency::usd}), u"Discount factor, nominal USD"_s);
}

void TestStatementTable::stagesFollowTheTimeline()
{
    core::Project project = support::plainProject();
    project.timeline.firstYear = 2028;
    project.timeline.closureYears = 1;
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const TableContent table = tableOf(*evaluation, styleOf(ResultCase::project, {}));
    QStringList heads;
    for (const ui::TableColumn& column : table.columns)
        heads += ui::headOf(column);
    QCOMPARE(heads,
        QStringList({u"USD million, nominal"_s, u"2028 build"_s, u"2029 build"_s, u"2030 year 1"_s,
            u"2031 year 2"_s, u"2032 year 3"_s, u"2033 closure"_s, u"Total 2028\u201333"_s}));
}

void TestStatementTable::periodNamesBothCenturiesWhereTheyDiffer()
{
    core::Project project = support::plainProject();
    project.timeline.yearsOfOperation = 75;
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const TableContent table = tableOf(*evaluation, styleOf(ResultCase::project, {}));
    QCOMPARE(table.columns.back().headBelow, u"2030\u20132104"_s);
}

void TestStatementTable::rowsAreTheLinesWithTheirPlace()
{
    const TableContent table =
        tableOf(*support::evaluatedDefault(), styleOf(ResultCase::project, {}));
    QSet<QString> ids;
    for (const ui::TableRow& row : table.rows)
        ids.insert(row.id);
    QCOMPARE(ids.size(), static_cast<qsizetype>(table.rows.size()));

    const auto row = [&](const QString& id) {
        return table.rows[static_cast<std::size_t>(table.rowOf(id).value())];
    };
    QCOMPARE(row(u"production"_s).cells.front().text, u"Production, t"_s);
    QCOMPARE(row(u"production"_s).kind, RowKind::normal);
    for (const QString& id : {u"revenue"_s, u"operating_costs"_s, u"capital"_s,
             u"taxable_before_losses"_s, u"financing"_s}) {
        QCOMPARE(row(id).kind, RowKind::group);
        QVERIFY(row(id).isExpandable);
        QCOMPARE(row(id).level, 0);
    }
    QCOMPARE(row(u"category.Gallium circuit"_s).level, 1);
    QVERIFY(row(u"category.Gallium circuit"_s).isExpandable);
    QCOMPARE(row(u"category.Gallium circuit"_s).kind, RowKind::normal);
    QCOMPARE(row(u"cost_lines.labour"_s).level, 2);
    for (const QString& id : {u"ebitda"_s, u"pre_tax_cash_flow"_s, u"free_cash_flow"_s,
             u"present_value"_s, u"equity_cash_flow"_s}) {
        QCOMPARE(row(id).kind, RowKind::subtotal);
        QVERIFY(!row(id).isExpandable);
    }
    for (const QString& id : {u"royalty"_s, u"income_tax"_s, u"debt"_s, u"discount_factor"_s})
        QCOMPARE(row(id).kind, RowKind::normal);
    for (const QString& id : {u"debt"_s, u"discount_factor"_s, u"cumulative_free_cash_flow"_s})
        QVERIFY(row(id).cells.back().text.isEmpty());
}

void TestStatementTable::tonesGoWithTheDepth()
{
    const TableContent table =
        tableOf(*support::evaluatedDefault(), styleOf(ResultCase::project, {}));
    for (const ui::TableRow& row : table.rows) {
        const bool isDeep = row.level > 0;
        const bool isQuiet = isDeep || row.id == u"debt"_s || row.id == u"discount_factor"_s ||
                             row.id == u"cumulative_free_cash_flow"_s;
        QCOMPARE(row.cells.front().tone == ui::CellTone::quiet, isDeep);
        QCOMPARE(row.cells.back().tone, ui::CellTone::result);
        for (std::size_t y = 1; y + 1 < row.cells.size(); ++y)
            QCOMPARE(row.cells[y].tone == ui::CellTone::quiet,
                isQuiet && row.cells[y].text != u"\u2013"_s);
    }
}

void TestStatementTable::columnsAreWideEnoughForTheirNumbers()
{
    const auto evaluation = support::evaluated(support::plainProject());
    const auto widthFor = [&](double figure, int decimals) {
        return ui::statementTable(*evaluation, {lineOf(Kind::figure, {figure, 0.0, 0.0})},
            styleOf(ResultCase::project, {}, decimals))
            .columns[1]
            .width;
    };
    QCOMPARE(widthFor(1e6, 2), widthFor(9e6, 2));
    QVERIFY(widthFor(-1e9, 2) > widthFor(1e9, 2));
    QVERIFY(widthFor(-1e9, 3) > widthFor(-1e9, 2));
}

QTEST_GUILESS_MAIN(TestStatementTable)
#include "tst_statementtable.moc"
