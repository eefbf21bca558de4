#include "core/report/Quantity.h"

#include "core/report/RowName.h"
#include "tests/core/report/ReportTest.h"

#include <QTest>

#include <algorithm>

using core::MoneyUnit;
using core::Quantity;
using Kind = core::Quantity::Kind;

Q_DECLARE_METATYPE(core::Quantity)
Q_DECLARE_METATYPE(core::MoneyUnit)

class TestQuantity : public QObject {
    Q_OBJECT

private slots:
    void ofRows_data();
    void ofRows();
    void ofInputs_data();
    void ofInputs();
    void asPeopleRead_data();
    void asPeopleRead();
};

void TestQuantity::ofRows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Quantity>("expected");
    const auto row = [](const char* name, Kind kind, const char* unit) {
        QTest::newRow(name) << QString::fromUtf8(name) << Quantity {kind, unit};
    };
    row("project.free_cash_flow", Kind::money, "USD");
    row("project.debt", Kind::money, "USD");
    row("savings.operating_costs", Kind::money, "USD");
    row("project.present_value", Kind::presentValue, "USD");
    row("standalone.present_value", Kind::presentValue, "USD");
    row("project.npv", Kind::presentValue, "USD");
    row("standalone.npv_equity", Kind::presentValue, "USD");
    row("project.equivalent_annual_value", Kind::presentValue, "USD");
    row("project.pv_of_capital", Kind::presentValue, "USD");
    row("savings.npv_savings", Kind::presentValue, "USD");
    row("pv_savings.income_tax", Kind::presentValue, "USD");
    row("project.peak_funding", Kind::fixedMoney, "USD");
    row("project.base_capex", Kind::fixedMoney, "USD");
    row("price.ga4n", Kind::pricePerKg, "USD/kg");
    row("project.levelised_cost_per_kg", Kind::pricePerKg, "USD/kg");
    row("production", Kind::mass, "kg");
    row("project.irr", Kind::share, "%");
    row("standalone.state_take_share", Kind::share, "%");
    row("project.payback_years", Kind::years, "years");
    row("project.min_dscr", Kind::factor, "");
    row("project.dscr", Kind::factor, "");
    row("discount_factor", Kind::factor, "");
    row("exchange_rate", Kind::other, "KZT/USD");
}

void TestQuantity::ofRows()
{
    QFETCH(QString, name);
    QFETCH(Quantity, expected);
    const auto evaluation = support::evaluatedDefault();
    const auto figure =
        core::findFigure(*evaluation, core::ResultCase::project, name.toStdString());
    QVERIFY(figure);
    QVERIFY(core::quantityOf(*evaluation, figure->row) == expected);
}

void TestQuantity::ofInputs_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Quantity>("expected");
    const auto row = [](const char* id, Kind kind, const char* unit) {
        QTest::newRow(id) << QString::fromUtf8(id) << Quantity {kind, unit};
    };
    row("discounting.rate", Kind::share, "%");
    row("levers.price", Kind::factor, "");
    row("capital.items.extraction.amount", Kind::fixedMoney, "USD");
    row("cost_lines.digestion.fixed", Kind::fixedMoney, "USD/year");
    row("cost_lines.digestion.variable_per_kg", Kind::pricePerKg, "USD/kg");
    row("production.nameplate_kg_per_year", Kind::mass, "kg/year");
    row("financing.tenor_years", Kind::years, "years");
    row("resource.gallium_g_per_t_alumina", Kind::other, "g/t");
    row("active_deck", Kind::factor, "");
}

void TestQuantity::ofInputs()
{
    QFETCH(QString, id);
    QFETCH(Quantity, expected);
    const std::vector<core::Input> inputs = core::inputsOf(core::defaultProject());
    const auto input = std::find_if(inputs.begin(), inputs.end(),
        [&](const core::Input& candidate) { return candidate.id == id.toStdString(); });
    QVERIFY(input != inputs.end());
    QVERIFY(core::quantityOf(*input) == expected);
}

void TestQuantity::asPeopleRead_data()
{
    QTest::addColumn<Quantity>("quantity");
    QTest::addColumn<double>("number");
    QTest::addColumn<MoneyUnit>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Kind kind, const char* unit, double number,
                         const char* expected, MoneyUnit moneyUnit = MoneyUnit::understood) {
        QTest::newRow(name) << Quantity {kind, unit} << number << moneyUnit
                            << QString::fromUtf8(expected);
    };
    row("money in millions", Kind::money, "USD", -4673000.0, "−4.67");
    row("money with its unit", Kind::money, "USD", 4673000.0, "USD 4.67 million", MoneyUnit::named);
    row("present values alike", Kind::presentValue, "USD", 10757782.0, "10.76");
    row("inputs alike", Kind::fixedMoney, "USD/year", 609000.0, "0.61");
    row("the least in two decimals", Kind::money, "USD", 5000.0, "0.01");
    row("little money is not nothing", Kind::money, "USD", -3456.0, "−0.0035");
    row("no money is nothing", Kind::money, "USD", 0.0, "0");
    row("nor is what rounding leaves", Kind::money, "USD", -1e-9, "0");
    row("a share", Kind::share, "%", 0.2, "20.0\u00A0%");
    row("a share with more decimals", Kind::share, "%", 0.0225, "2.25\u00A0%");
    row("a rate that was computed", Kind::share, "%", 0.2092304, "20.92\u00A0%");
    row("a price", Kind::pricePerKg, "USD/kg", 1092.5, "1,093\u00A0USD/kg");
    row("a low price", Kind::pricePerKg, "USD/kg", 17.4, "17.4\u00A0USD/kg");
    row("mass", Kind::mass, "kg", 12750.0, "12,750\u00A0kg");
    row("years", Kind::years, "years", 5.623609, "5.624\u00A0years");
    row("a factor", Kind::factor, "", 0.73119, "0.7312");
    row("another unit, named or not", Kind::other, "g/t", 160.0, "160\u00A0g/t", MoneyUnit::named);
}

void TestQuantity::asPeopleRead()
{
    QFETCH(Quantity, quantity);
    QFETCH(double, number);
    QFETCH(MoneyUnit, unit);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(core::quantityText(quantity, number, unit)), expected);
}

QTEST_APPLESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
