#include "core/engine/Program.h"
#include "core/engine/Sheet.h"

#include <QTest>

#include <functional>

using namespace core;

namespace {

const Unit usd(Unit::usd);
const Unit kilogram(Unit::kilogram);

using Write = std::function<void(Sheet&)>;

}
Q_DECLARE_METATYPE(Write)

// What a sheet refuses when it is built, and how it reads years that a row does not have.
class TestSheet : public QObject {
    Q_OBJECT

private slots:
    void refusesFaultyModels_data();
    void refusesFaultyModels();
    void rowThatNeedsItselfIsNamed();
    void rowsReadZeroOutsideTheirYears();
    void literalZeroFitsAnyUnit();
};

void TestSheet::refusesFaultyModels_data()
{
    QTest::addColumn<Write>("write");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("fragment");

    QTest::newRow("kilograms added to dollars") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd);
        const Expression mass = sheet.addInput("mass", "Mass", kilogram);
        sheet.addRow({"sum", "Sum", usd}, money + mass);
    }) << "sum"
                                                << "a sum of USD and kg";
    QTest::newRow("dollars compared with kilograms") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd);
        const Expression mass = sheet.addInput("mass", "Mass", kilogram);
        sheet.addRow({"smaller", "Smaller", usd}, minimum(money, mass));
    }) << "smaller"
                                                     << "the smaller of USD and kg";
    QTest::newRow("row declared in another unit than it is computed in") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd);
        const Expression mass = sheet.addInput("mass", "Mass", kilogram);
        sheet.addRow({"price", "Price", usd}, money / mass);
    }) << "price"
                                                                         << "computed in 'USD/kg'";
    QTest::newRow("exponent with a unit") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd);
        sheet.addRow({"power", "Power", Unit()}, power(constant(sheet, 2.0), money));
    }) << "power"
                                          << "an exponent must be a plain number";
    QTest::newRow("two rows of one name") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd);
        sheet.addRow({"cost", "Cost", usd}, money);
        sheet.addRow({"cost", "Cost", usd}, money);
    }) << "cost"
                                          << "two rows";
    QTest::newRow("row that is never defined") << Write([](Sheet& sheet) {
        sheet.declareRow({"debt", "Debt", usd});
    }) << "debt"
                                               << "never defined";
    QTest::newRow("single figure of a yearly formula") << Write([](Sheet& sheet) {
        const Expression money = sheet.addInput("money", "Money", usd, sheet.timeline());
        sheet.addFigure({"npv", "NPV", usd}, money);
    }) << "npv"
                                                       << "single figure";
}

void TestSheet::refusesFaultyModels()
{
    QFETCH(Write, write);
    QFETCH(QString, row);
    QFETCH(QString, fragment);
    Sheet sheet({2025, 2030});
    write(sheet);
    sheet.finish();
    QCOMPARE(sheet.problems().size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(sheet.problems().front().where), row);
    QVERIFY2(QString::fromStdString(sheet.problems().front().message).contains(fragment),
        sheet.problems().front().message.c_str());
    QVERIFY(!Program::make(sheet, {}));
}

void TestSheet::rowThatNeedsItselfIsNamed()
{
    Sheet sheet({2025, 2030});
    const Row interest = sheet.declareRow({"interest", "Interest", usd});
    const Row debt = sheet.declareRow({"debt", "Debt", usd});
    sheet.define(interest, 0.1 * Expression(debt));
    sheet.define(debt, previous(debt) + interest);
    sheet.finish();
    QVERIFY(sheet.problems().empty());
    const auto program = Program::make(sheet, {});
    QVERIFY(!program);
    QCOMPARE(
        QString::fromStdString(program.error().problems.front().where), QStringLiteral("interest"));
}

void TestSheet::rowsReadZeroOutsideTheirYears()
{
    Sheet sheet({2025, 2027});
    const Row flows = sheet.addData({"flows", "Flows", Unit()}, {2026, 2027}, {5.0, 7.0});
    const Row before = sheet.addRow({"before", "Before", Unit()}, previous(flows));
    const Row after = sheet.addRow({"after", "After", Unit()}, next(flows));
    sheet.finish();
    const auto program = Program::make(sheet, {});
    QVERIFY(program.hasValue());
    Program::Values values;
    program->evaluate({}, values);
    QCOMPARE(program->figure(values, before, 2026), 0.0);
    QCOMPARE(program->figure(values, before, 2027), 5.0);
    QCOMPARE(program->figure(values, after, 2025), 5.0);
    QCOMPARE(program->figure(values, after, 2027), 0.0);
    QCOMPARE(program->figure(values, flows, 1990), 0.0);
}

void TestSheet::literalZeroFitsAnyUnit()
{
    Sheet sheet({2025, 2025});
    const Expression money = sheet.addInput("money", "Money", usd);
    sheet.addRow({"gain", "Gain", usd}, maximum(money, 0.0));
    sheet.finish();
    QVERIFY(sheet.problems().empty());
}

QTEST_APPLESS_MAIN(TestSheet)
#include "tst_sheet.moc"
