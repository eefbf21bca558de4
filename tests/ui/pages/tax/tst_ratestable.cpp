#include "ui/pages/tax/RatesTable.h"

#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using core::ExchangeRateMode;
using core::Project;
using core::Series;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using ui::TableRow;

using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(CellTone)

namespace {

const ui::DisplayFormat format(QLocale(QLocale::English));

TableContent tableOf(const Project& project)
{
    if (!core::validate(project).empty())
        return ui::ratesTable(project, nullptr, format);
    return ui::ratesTable(project, core::Evaluation::of(project)->get(), format);
}

TableCell cellOf(const TableContent& content, const QString& row, const QString& column)
{
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value());
}

QString plain(QString text)
{
    return text.replace(QChar(ui::noBreakSpace), u' ');
}

QStringList rowIds(const TableContent& content)
{
    QStringList ids;
    for (const TableRow& row : content.rows)
        ids += row.id;
    return ids;
}

}

class TestRatesTable : public QObject {
    Q_OBJECT

private slots:
    void cellsShowRates_data();
    void cellsShowRates();
    void cellsEditTheirYear();
    void resultsExplainThemselves();
    void pathIsARowWhereThereIsOne();
    void missingPathCanBeTyped();
    void yearsAreThoseOfTimelineAndPrices();
    void hasNoResultsWithoutAnEvaluation();
    void olderEvaluationsGiveTheYearsThatTheyHave();
};

// Inflation of the default project: 2.3 % in 2027 and 2.0 % from 2028, for the tenge 8.5, 6.5 and
// then 5 %. Indices are 1 in 2026, and the exchange rate is 500 times KZT index over USD index.
void TestRatesTable::cellsShowRates_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("year");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CellTone>("tone");
    const auto row = [](const char* name, const Change& change, const QString& id,
                         const QString& year, const QString& text, CellTone tone) {
        QTest::newRow(name) << change << id << year << text << tone;
    };
    const Change none = [](Project&) {};
    const QString usd = u"macro.usd_inflation"_s;
    const QString tax = u"tax.income_tax_rate"_s;
    const QString relief = u"tax.income_tax_relief"_s;
    const QString path = u"macro.fx.path"_s;
    row("a year that is stated", none, usd, u"2027"_s, u"2.3 %"_s, CellTone::input);
    row("a year before the first that is", none, usd, u"2025"_s, u"2.3 %"_s, CellTone::inherited);
    row("a year behind the last that is", none, usd, u"2040"_s, u"2.0 %"_s, CellTone::inherited);
    const Change relieved = [](Project& p) {
        p.tax.incomeTaxRelief = Series(Series::Points {{2026, 1.0}, {2036, 0.0}});
    };
    row("a year between two", relieved, relief, u"2031"_s, u"50.0 %"_s, CellTone::inherited);
    row("the same rate in every year", none, tax, u"2033"_s, u"20.0 %"_s, CellTone::input);
    const Change unstated = [](Project& p) { p.unstated.insert("tax.income_tax_relief"); };
    row("a default that is left out", unstated, relief, u"2033"_s, u"0.0 %"_s, CellTone::inherited);
    row(
        "a rate below zero", [](Project& p) { p.macro.usdInflation = -0.0125; }, usd, u"2033"_s,
        u"−1.3 %"_s, CellTone::input);
    const Change byYear = [](Project& p) {
        p.macro.exchangeRate.mode = ExchangeRateMode::path;
        p.macro.exchangeRate.path = Series(Series::Points {{2026, 480.0}, {2028, 520.0}});
    };
    row("an exchange rate that is stated", byYear, path, u"2028"_s, u"520"_s, CellTone::input);
    row("one between two years", byYear, path, u"2027"_s, u"500"_s, CellTone::inherited);
    row("the exchange rate used", byYear, u"exchange_rate"_s, u"2027"_s, u"500"_s, CellTone::quiet);
    row(
        "the exchange rate used, with its lever",
        [byYear](Project& p) {
            byYear(p);
            p.levers.fx = 1.1;
        },
        u"exchange_rate"_s, u"2026"_s, u"528"_s, CellTone::quiet);
    row("the exchange rate by inflation", none, u"exchange_rate"_s, u"2027"_s, u"530"_s,
        CellTone::quiet); // 500 × 1.085 / 1.023
    row("the dollar index", none, u"usd_index"_s, u"2028"_s, u"1.043"_s,
        CellTone::quiet); // 1.023 × 1.02
    row("the tenge index", none, u"kzt_index"_s, u"2028"_s, u"1.156"_s,
        CellTone::quiet); // 1.085 × 1.065
}

void TestRatesTable::cellsShowRates()
{
    QFETCH(Change, change);
    QFETCH(QString, row);
    QFETCH(QString, year);
    QFETCH(QString, text);
    QFETCH(CellTone, tone);
    Project project = core::defaultProject();
    change(project);
    const TableCell cell = cellOf(tableOf(project), row, year);
    QCOMPARE(plain(cell.text), text);
    QCOMPARE(cell.tone, tone);
    QCOMPARE(cell.toolTip.isEmpty(), tone != CellTone::inherited);
}

void TestRatesTable::cellsEditTheirYear()
{
    const TableContent content = tableOf(core::defaultProject());
    for (const QString& input : {u"macro.usd_inflation"_s, u"macro.kzt_inflation"_s,
             u"tax.income_tax_rate"_s, u"tax.income_tax_relief"_s})
        for (const int year : {2025, 2033, 2046}) {
            const TableCell cell = cellOf(content, input, QString::number(year));
            QVERIFY(cell.editor == TableCell::Editor::number);
            QVERIFY((cell.cell == ui::CellAddress {input, year}));
            QVERIFY(cell.isPercent);
        }
}

void TestRatesTable::resultsExplainThemselves()
{
    const TableContent content = tableOf(core::defaultProject());
    for (const QString& row : {u"usd_index"_s, u"kzt_index"_s, u"exchange_rate"_s}) {
        const TableCell cell = cellOf(content, row, u"2030"_s);
        QVERIFY(cell.editor == TableCell::Editor::none);
        QVERIFY((cell.figure ==
                 core::FigureReference {core::ResultCase::project, row.toStdString(), 2030}));
        QVERIFY(content.rows[std::size_t(*content.rowOf(row))].kind == TableRow::Kind::note);
    }
}

void TestRatesTable::pathIsARowWhereThereIsOne()
{
    Project project = core::defaultProject();
    QVERIFY(!rowIds(tableOf(project)).contains(u"macro.fx.path"_s));
    project.macro.exchangeRate.path = Series(510.0); // from another mode
    TableContent content = tableOf(project);
    QCOMPARE(rowIds(content).indexOf(u"macro.fx.path"_s), 2);
    QVERIFY(content.cell(2, 0).text.contains(u"not in use"));
    project.macro.exchangeRate.mode = ExchangeRateMode::path;
    content = tableOf(project);
    QCOMPARE(rowIds(content).indexOf(u"macro.fx.path"_s), 2);
    QVERIFY(!content.cell(2, 0).text.contains(u"not in use"));
}

void TestRatesTable::missingPathCanBeTyped()
{
    Project project = core::defaultProject();
    project.macro.exchangeRate.mode = ExchangeRateMode::path;
    const TableCell cell = cellOf(tableOf(project), u"macro.fx.path"_s, u"2030"_s);
    QVERIFY(cell.text.isEmpty());
    QVERIFY(!cell.number);
    QVERIFY(cell.editor == TableCell::Editor::number);
}

void TestRatesTable::yearsAreThoseOfTimelineAndPrices()
{
    Project project = core::defaultProject();
    TableContent content = tableOf(project);
    QCOMPARE(content.frozenLeft, 1);
    QCOMPARE(content.columns[1].id, u"2025"_s);
    QCOMPARE(content.columns.back().id, u"2046"_s);
    project.timeline.baseYear = 2020; // inflation since then counts, taxes do not
    content = tableOf(project);
    QCOMPARE(content.columns[1].id, u"2020"_s);
    QVERIFY(
        cellOf(content, u"macro.usd_inflation"_s, u"2020"_s).editor == TableCell::Editor::number);
    QVERIFY(cellOf(content, u"tax.income_tax_rate"_s, u"2024"_s).editor == TableCell::Editor::none);
    QCOMPARE(cellOf(content, u"usd_index"_s, u"2020"_s).text, u"1.000"_s);
    project.timeline.yearsOfOperation = 2'000'000'000; // as a document may say
    QVERIFY(tableOf(project).columnCount() < 2000);
}

void TestRatesTable::hasNoResultsWithoutAnEvaluation()
{
    const TableContent content = ui::ratesTable(core::defaultProject(), nullptr, format);
    const TableCell cell = cellOf(content, u"usd_index"_s, u"2030"_s);
    QVERIFY(cell.text.isEmpty());
    QVERIFY(!cell.figure);
}

void TestRatesTable::olderEvaluationsGiveTheYearsThatTheyHave()
{
    Project project = core::defaultProject();
    const auto evaluation = core::Evaluation::of(project);
    project.timeline.yearsOfOperation += 2;
    const TableContent content = ui::ratesTable(project, evaluation->get(), format);
    QVERIFY(!cellOf(content, u"usd_index"_s, u"2046"_s).text.isEmpty());
    QVERIFY(cellOf(content, u"usd_index"_s, u"2047"_s).text.isEmpty());
}

QTEST_GUILESS_MAIN(TestRatesTable)
#include "tst_ratestable.moc"
