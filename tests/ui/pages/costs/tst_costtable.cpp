#include "core/project/DefaultProject.h"
#include "core/report/ExplainedFigure.h"
#include "tests/support/PlainProject.h"
#include "ui/pages/QuantityText.h"
#include "ui/pages/costs/CostAmounts.h"
#include "ui/pages/costs/CostTable.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using core::CostLine;
using core::Currency;
using core::Evaluation;
using core::MoneyView;
using core::Project;
using core::Terms;
using ui::CellTone;
using ui::TableCell;
using ui::TableContent;
using ui::TableRow;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(core::MoneyView)
Q_DECLARE_METATYPE(std::optional<int>)
Q_DECLARE_METATYPE(Change)

namespace {

const ui::DisplayFormat format(QLocale(QLocale::English));

std::shared_ptr<const Evaluation> evaluate(const Project& project)
{
    const auto evaluation = Evaluation::of(project);
    return evaluation ? *evaluation : nullptr;
}

TableContent tableOf(
    const Evaluation& evaluation, MoneyView view = {}, std::optional<int> year = std::nullopt)
{
    return ui::costTable(evaluation.project(), &evaluation, view, year, format);
}

const TableCell& cell(const TableContent& content, const QString& row, const QString& column)
{
    return content.cell(content.rowOf(row).value(), content.columnOf(column).value());
}

ui::CostScale scaleOf(const Evaluation& evaluation, MoneyView view, int year)
{
    return ui::costScale(ui::sumOf(ui::costAmounts(evaluation, view, year)), view.currency);
}

QStringList rowIds(const TableContent& content)
{
    QStringList ids;
    for (const TableRow& row : content.rows)
        ids += row.id;
    return ids;
}

// A row of the model by its name, in a year.
double figure(const Evaluation& evaluation, const std::string& name, int year)
{
    const core::Sheet& sheet = evaluation.model().sheet();
    return evaluation.figure(core::Row(nullptr, sheet.findRow(name).value()), year).value();
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

// A plant of 1000 kg a year from 2030 to 2032, at 500 KZT for a dollar and without inflation.
// "Labour" costs USD 60 000 and "water" 12 000, 5 and 1 million KZT a year and 1000 KZT per kg.
Project twoLines()
{
    Project project = support::plainProject();
    CostLine labour;
    labour.id = "labour";
    labour.name = "Labour";
    labour.category = "People";
    labour.fixed = 50'000.0;
    labour.variablePerKg = 10.0;
    labour.reuseShare = 0.4;
    CostLine water;
    water.id = "water";
    water.name = "Water";
    water.category = "Site";
    water.currency = Currency::kzt;
    water.fixed = 5'000'000.0;
    water.variablePerKg = 1000.0;
    water.reuseShare = 0.25;
    water.hostFixed = 500'000.0;
    project.costLines = {labour, water};
    return project;
}

}

class TestCostTable : public QObject {
    Q_OBJECT

private slots:
    void resultsAreThoseOfTheModel_data();
    void resultsAreThoseOfTheModel();
    void resultsAreThoseWorkedOutByHand();
    void linesOfACategoryAreOneGroup();
    void sumsAddUp();
    void figuresExplainTheirCells_data();
    void figuresExplainTheirCells();
    void inputsAreThoseOfTheProject();
    void tengeLinesAreMarked();
    void levers_data();
    void levers();
    void barsAreScaledToTheLargestLine();
    void yearIsThatOfFullOutputUnlessChosen();
    void nothingIsProduced();
    void whatTheEvaluationDoesNotKnowHasNoResults();
    void tengeComeInMillionsOrBillions();
};

void TestCostTable::resultsAreThoseOfTheModel_data()
{
    QTest::addColumn<MoneyView>("view");
    QTest::addColumn<std::optional<int>>("year");
    QTest::addColumn<int>("shownYear");
    const std::optional<int> fullOutput;
    QTest::newRow("full output, nominal")
        << MoneyView {Terms::nominal, Currency::usd} << fullOutput << 2029;
    QTest::newRow("full output, real")
        << MoneyView {Terms::real, Currency::usd} << fullOutput << 2029;
    QTest::newRow("first year, nominal")
        << MoneyView {Terms::nominal, Currency::usd} << std::optional(2026) << 2026;
    QTest::newRow("during ramp-up, real tenge")
        << MoneyView {Terms::real, Currency::kzt} << std::optional(2027) << 2027;
    QTest::newRow("last year, nominal tenge")
        << MoneyView {Terms::nominal, Currency::kzt} << std::optional(2045) << 2045;
}

void TestCostTable::resultsAreThoseOfTheModel()
{
    QFETCH(MoneyView, view);
    QFETCH(std::optional<int>, year);
    QFETCH(int, shownYear);
    Project project = core::defaultProject();
    project.levers.reuse = 0.9;
    project.reuseRealisation = {0.5, 0.75, 1.0};
    project.costLines[3].hostVariablePerKg = 4.5;
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    QCOMPARE(ui::yearOfCosts(*evaluation, year), shownYear);
    const TableContent content = tableOf(*evaluation, view, year);

    const double unit = std::pow(10.0, scaleOf(*evaluation, view, shownYear).exponent);
    double money = view.currency == Currency::usd
                       ? unit
                       : unit * figure(*evaluation, "exchange_rate", shownYear);
    if (view.terms == Terms::real)
        money /= figure(
            *evaluation, view.currency == Currency::usd ? "usd_index" : "kzt_index", shownYear);
    const std::map<QString, std::string> names {{u"standalone"_s, "standalone_costs."},
        {u"host_charge"_s, "host_charges."}, {u"project"_s, "project.cost_lines."},
        {u"saving"_s, "savings_of."}};
    for (const CostLine& line : project.costLines)
        for (const auto& [column, name] : names) {
            const double expected = figure(*evaluation, name + line.id, shownYear) * money;
            const TableCell& shown = cell(content, ui::costRowId(line.id), column);
            QVERIFY2(shown.number && isNear(*shown.number, expected),
                qPrintable(QString::fromStdString(name + line.id)));
            QCOMPARE(shown.text == QString(ui::enDash), expected == 0.0);
        }
    const double kilograms = figure(*evaluation, "production", shownYear);
    const double perKg =
        figure(*evaluation, "project.operating_costs", shownYear) * money / unit / kilograms;
    QVERIFY(isNear(*cell(content, u"per_kg"_s, u"project"_s).number, perKg));
}

void TestCostTable::resultsAreThoseWorkedOutByHand()
{
    const auto evaluation = evaluate(twoLines());
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    const auto row = [&](const QString& id) {
        QStringList texts;
        for (const char16_t* column :
            {u"standalone", u"reuse_share", u"host_charge", u"project", u"saving"})
            texts += cell(content, id, QString::fromUtf16(column)).text;
        return texts.join(u" "_s).replace(QChar(ui::noBreakSpace), QString());
    };
    QCOMPARE(row(u"line.labour"_s), u"60 40% – 36 24"_s);
    QCOMPARE(row(u"line.water"_s), u"12 25% 1 10 2"_s);
    QCOMPARE(row(u"group.Site"_s), u"12 25% 1 10 2"_s);
    QCOMPARE(row(u"total"_s), u"72 38% 1 46 26"_s); // (24 + 3) / 72
    QCOMPARE(row(u"per_kg"_s), u"72  1 46 26"_s);
}

void TestCostTable::linesOfACategoryAreOneGroup()
{
    Project project = twoLines();
    CostLine more = project.costLines[0];
    more.id = "managers";
    project.costLines.push_back(more);
    more.id = "sundries";
    more.category.clear();
    project.costLines.push_back(more);
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    QCOMPARE(rowIds(content),
        (QStringList {u"group.People"_s, u"line.labour"_s, u"line.managers"_s, u"group.Site"_s,
            u"line.water"_s, u"group."_s, u"line.sundries"_s, u"total"_s, u"per_kg"_s}));
    QCOMPARE(content.rows[0].kind, TableRow::Kind::group);
    QVERIFY(content.rows[0].isExpandable);
    QCOMPARE(content.rows[1].level, 1);
    QCOMPARE(content.rows[1].element,
        std::optional(ui::ListElement {ui::ProjectList::costLines, "labour"}));
    QVERIFY(!content.rows[0].element);
    QCOMPARE(cell(content, u"group."_s, u"line"_s).text, u"Other lines"_s);
    for (const TableRow& row : content.rows)
        QCOMPARE(row.cells.size(), content.columns.size());
}

void TestCostTable::sumsAddUp()
{
    const auto evaluation = evaluate(core::defaultProject());
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    const auto total = [&](const QString& column) {
        return *cell(content, u"total"_s, column).number;
    };
    for (const QString& column : {u"standalone"_s, u"host_charge"_s, u"project"_s, u"saving"_s}) {
        const int place = content.columnOf(column).value();
        double lines = 0.0;
        double groups = 0.0;
        for (int row = 0; row < content.rowCount(); ++row) {
            const TableRow& one = content.rows[static_cast<std::size_t>(row)];
            if (one.element)
                lines += *content.cell(row, place).number;
            else if (one.kind == TableRow::Kind::group)
                groups += *content.cell(row, place).number;
        }
        QVERIFY(isNear(lines, total(column)));
        QVERIFY(isNear(groups, total(column)));
    }
    QVERIFY(isNear(
        total(u"standalone"_s), figure(*evaluation, "standalone.operating_costs", 2029) * 1e-3));
    QVERIFY(
        isNear(total(u"project"_s), figure(*evaluation, "project.operating_costs", 2029) * 1e-3));
    QVERIFY(isNear(total(u"saving"_s), total(u"standalone"_s) - total(u"project"_s)));
    QVERIFY(isNear(total(u"reuse_share"_s) * total(u"standalone"_s),
        total(u"saving"_s) + total(u"host_charge"_s)));
    // What is charged only has no share that could be avoided.
    QCOMPARE(cell(content, u"group.Host charges"_s, u"reuse_share"_s).text, u"none"_s);
}

void TestCostTable::figuresExplainTheirCells_data()
{
    QTest::addColumn<MoneyView>("view");
    QTest::newRow("nominal dollars") << MoneyView {};
    QTest::newRow("real tenge") << MoneyView {Terms::real, Currency::kzt};
}

void TestCostTable::figuresExplainTheirCells()
{
    QFETCH(MoneyView, view);
    const auto evaluation = evaluate(core::defaultProject());
    QVERIFY(evaluation);
    const double unit = std::pow(10.0, scaleOf(*evaluation, view, 2031).exponent);
    const TableContent content = tableOf(*evaluation, view, 2031);
    const ui::QuantityWriter writer(*evaluation, view, format);
    int count = 0;
    for (int row = 0; row < content.rowCount(); ++row)
        for (int column = 0; column < content.columnCount(); ++column) {
            const TableCell& shown = content.cell(row, column);
            const bool isInput = shown.editor != TableCell::Editor::none;
            const QString place = u"%1, column %2"_s.arg(
                content.rows[static_cast<std::size_t>(row)].id, QString::number(column));
            // What follows from the currency of a line has no calculation.
            const bool isResult = shown.number && !isInput && shown.tone != CellTone::inherited;
            if (isResult)
                QVERIFY2(shown.figure, qPrintable(place));
            if (!shown.figure)
                continue;
            ++count;
            const auto explained = core::explainFigure(*evaluation, *shown.figure);
            QVERIFY2(explained, shown.figure->name.c_str());
            QCOMPARE(shown.figure->year, std::optional(2031));
            if (isInput || !shown.number)
                continue;
            const bool isRatio =
                shown.isPercent || content.rows[static_cast<std::size_t>(row)].id == u"per_kg"_s;
            QVERIFY2(isNear(*shown.number, writer.converted(*explained) * (isRatio ? 1.0 : unit)),
                shown.figure->name.c_str());
        }
    QVERIFY(count > static_cast<int>(evaluation->project().costLines.size()) * 5 + 20);
}

void TestCostTable::inputsAreThoseOfTheProject()
{
    const Project project = core::defaultProject();
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation, {Terms::nominal, Currency::kzt}, 2040);
    const auto check = [&](const char16_t* column, const char16_t* input, double number,
                           const QString& text, int bareExponent) {
        const TableCell& shown = cell(content, u"line.maintenance"_s, QString::fromUtf16(column));
        QCOMPARE(shown.editor, TableCell::Editor::number);
        QCOMPARE(shown.tone, ui::CellTone::input);
        QCOMPARE(shown.cell, (ui::CellAddress {QString::fromUtf16(input), {}}));
        QCOMPARE(shown.number, std::optional(number));
        QCOMPARE(QString(shown.text).replace(QChar(ui::noBreakSpace), u' '), text);
        QCOMPARE(shown.bareExponent, bareExponent);
    };
    check(u"kzt_share", u"cost_lines.maintenance.kzt_share", 0.4, u"40 %"_s, 0);
    check(u"fixed", u"cost_lines.maintenance.fixed", 684.0, u"684"_s, 3);
    check(u"variable_per_kg", u"cost_lines.maintenance.variable_per_kg", 11.4, u"11.4"_s, 0);
    check(u"reuse_share", u"cost_lines.maintenance.reuse_share", 0.3, u"30 %"_s, 0);
    QCOMPARE(cell(content, u"line.bauxite"_s, u"fixed"_s).text, QString(ui::enDash));
    const TableCell& name = cell(content, u"line.bauxite"_s, u"line"_s);
    QCOMPARE(name.editor, TableCell::Editor::name);
    QCOMPARE(name.text, u"Bauxite mining and haulage"_s);
}

void TestCostTable::tengeLinesAreMarked()
{
    const auto evaluation = evaluate(twoLines());
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    const TableCell& fixed = cell(content, u"line.water"_s, u"fixed"_s);
    QCOMPARE(fixed.text, u"₸\u202F5,000"_s);
    QCOMPARE(fixed.number, std::optional(5000.0));
    QCOMPARE(fixed.toolTip, u"KZT thousand a year"_s);
    QCOMPARE(cell(content, u"line.water"_s, u"variable_per_kg"_s).text, u"₸\u202F1,000"_s);
    QCOMPARE(cell(content, u"line.labour"_s, u"fixed"_s).text, u"50"_s);
    // All of it is in tenge, whatever its share says.
    const TableCell& share = cell(content, u"line.water"_s, u"kzt_share"_s);
    QCOMPARE(share.number, std::optional(1.0));
    QCOMPARE(share.editor, TableCell::Editor::none);
}

void TestCostTable::levers_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("labour"); // stand-alone, project, saving, whole sum avoided
    QTest::addColumn<QString>("share");  // avoided, of the group
    QTest::newRow("costs rise by a tenth")
        << Change([](Project& p) { p.levers.opex = 1.1; }) << u"66 40 26"_s << u"40%"_s;
    QTest::newRow("half of the reuse")
        << Change([](Project& p) { p.levers.reuse = 0.5; }) << u"60 48 12"_s << u"20%"_s;
    QTest::newRow("reuse is realised by a quarter") << Change([](Project& p) {
        p.reuseRealisation = {0.25, 1.0};
    }) << u"60 54 6"_s << u"10%"_s;
    QTest::newRow("half of the output")
        << Change([](Project& p) { p.levers.production = 0.5; }) << u"55 33 22"_s << u"40%"_s;
    QTest::newRow("half of the fixed cost is due") << Change([](Project& p) {
        p.costLines[0].fixedProfile = {0.5, 1.0};
    }) << u"35 21 14"_s << u"40%"_s;
}

void TestCostTable::levers()
{
    QFETCH(Change, change);
    QFETCH(QString, labour);
    QFETCH(QString, share);
    Project project = twoLines();
    change(project);
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation, {}, 2030);
    QStringList texts;
    for (const QString& column : {u"standalone"_s, u"project"_s, u"saving"_s})
        texts += cell(content, u"line.labour"_s, column).text;
    QCOMPARE(texts.join(u' '), labour);
    const QString group = cell(content, u"group.People"_s, u"reuse_share"_s).text;
    QCOMPARE(QString(group).remove(QChar(ui::noBreakSpace)), share);
    // The line shows what was typed, and says where the figures differ.
    const TableCell& typed = cell(content, u"line.labour"_s, u"reuse_share"_s);
    QCOMPARE(typed.number, std::optional(0.4));
    QCOMPARE(typed.toolTip.contains(group), group != typed.text);
}

void TestCostTable::barsAreScaledToTheLargestLine()
{
    const auto evaluation = evaluate(twoLines());
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    const auto parts = [&](const QString& row) { return cell(content, row, u"split"_s).parts; };
    const std::vector<double> labour = parts(u"line.labour"_s);
    const std::vector<double> water = parts(u"line.water"_s);
    const std::vector<double> expectedLabour {36.0 / 60.0, 0.0, 24.0 / 60.0};
    const std::vector<double> expectedWater {9.0 / 60.0, 1.0 / 60.0, 2.0 / 60.0};
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(isNear(labour[i], expectedLabour[i]));
        QVERIFY(isNear(water[i], expectedWater[i]));
    }
    QVERIFY(parts(u"group.People"_s).empty());
}

void TestCostTable::yearIsThatOfFullOutputUnlessChosen()
{
    const auto evaluation = evaluate(core::defaultProject());
    QVERIFY(evaluation);
    QCOMPARE(ui::yearOfCosts(*evaluation, std::nullopt), 2029);
    QCOMPARE(ui::yearOfCosts(*evaluation, 2031), 2031);
    QCOMPARE(ui::yearOfCosts(*evaluation, 2025), 2029); // before operations
    QCOMPARE(ui::yearOfCosts(*evaluation, 2046), 2029); // behind them
}

void TestCostTable::nothingIsProduced()
{
    Project project = twoLines();
    project.production.nameplateKgPerYear = 0.0;
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const TableContent content = tableOf(*evaluation);
    QCOMPARE(ui::yearOfCosts(*evaluation, std::nullopt), 2030);
    QCOMPARE(cell(content, u"line.labour"_s, u"standalone"_s).text, u"50"_s);
    QCOMPARE(cell(content, u"per_kg"_s, u"standalone"_s).text, u"none"_s);
}

void TestCostTable::whatTheEvaluationDoesNotKnowHasNoResults()
{
    const Project before = twoLines();
    const auto evaluation = evaluate(before);
    QVERIFY(evaluation);
    Project after = before;
    after.costLines.front().id = "another";
    const TableContent content = ui::costTable(after, evaluation.get(), {}, std::nullopt, format);
    QVERIFY(cell(content, u"line.another"_s, u"standalone"_s).text.isEmpty());
    QCOMPARE(cell(content, u"line.another"_s, u"fixed"_s).text, u"50"_s);
    QCOMPARE(cell(content, u"line.water"_s, u"standalone"_s).text, u"12"_s);

    const TableContent none = ui::costTable(after, nullptr, {}, std::nullopt, format);
    QCOMPARE(cell(none, u"line.water"_s, u"reuse_share"_s).number, std::optional(0.25));
    QVERIFY(cell(none, u"total"_s, u"standalone"_s).text.isEmpty());
    QVERIFY(!cell(none, u"total"_s, u"standalone"_s).figure);
}

void TestCostTable::tengeComeInMillionsOrBillions()
{
    Project project = twoLines();
    const MoneyView tenge {Terms::nominal, Currency::kzt};
    const auto small = evaluate(project);
    QVERIFY(small);
    QCOMPARE(scaleOf(*small, tenge, 2030).unit, u"KZT million"_s);
    QCOMPARE(cell(tableOf(*small, tenge), u"line.labour"_s, u"standalone"_s).text, u"30"_s);
    project.levers.opex = 1000.0;
    const auto large = evaluate(project);
    QVERIFY(large);
    QCOMPARE(scaleOf(*large, tenge, 2030).unit, u"KZT billion"_s);
    QCOMPARE(cell(tableOf(*large, tenge), u"line.labour"_s, u"standalone"_s).text, u"30.00"_s);
}

QTEST_APPLESS_MAIN(TestCostTable)
#include "tst_costtable.moc"
