#include "core/engine/CashFlowMetrics.h"
#include "core/engine/RateOfReturn.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

// Published figures that are functions of bare cash flows: spreadsheet functions, textbook
// problems, annual tables of projects. The files, their layout and the cases that are not among
// them are described in tests/data/cases/README.md.

using namespace core;

namespace {

using Flows = std::vector<double>;

// What an assertion cannot hide: an unreadable file, an unknown figure or a missing argument ends
// the run.
[[noreturn]] void fail(const QString& reason)
{
    qFatal("%s", qPrintable(reason));
}

double number(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object[QLatin1String(key)];
    if (!value.isDouble())
        fail(QStringLiteral("%1 is not a number").arg(QLatin1String(key)));
    return value.toDouble();
}

Flows numbers(const QJsonValue& value)
{
    Flows result;
    if (!value.isArray())
        fail(QStringLiteral("an array of numbers is missing"));
    for (const QJsonValue& entry : value.toArray()) {
        if (!entry.isDouble())
            fail(QStringLiteral("an array holds something else than numbers"));
        result.push_back(entry.toDouble());
    }
    return result;
}

RateRange rangeOf(const QJsonObject& check)
{
    if (!check.contains(QLatin1String("range")))
        return {};
    const Flows ends = numbers(check[QLatin1String("range")]);
    return {ends.at(0), ends.at(1)};
}

Flows listOf(std::optional<double> value)
{
    return value ? Flows {*value} : Flows {};
}

// Textbooks put the first outlay at a point in time, where a payback here starts with its year.
std::optional<double> paybackAfterOutlay(const Flows& flows)
{
    const std::optional<double> years = paybackYears(flows);
    return years ? std::optional(*years - 1) : std::nullopt;
}

Flows cumulativePresentValues(const Flows& flows, double rate, double firstExponent)
{
    Flows values;
    for (std::size_t count = 1; count <= flows.size(); ++count)
        for (const double value :
            listOf(presentValue(std::span(flows).first(count), rate, firstExponent)))
            values.push_back(value);
    return values;
}

Flows discountedFlows(const Flows& flows, double rate, double firstExponent)
{
    Flows values;
    for (std::size_t t = 0; t < flows.size(); ++t)
        for (const double value : listOf(presentValue(
                 std::span(flows).subspan(t, 1), rate, firstExponent + static_cast<double>(t))))
            values.push_back(value);
    return values;
}

std::optional<double> benefitCostRatio(const Flows& benefits, const Flows& costs, double rate)
{
    const double worth = presentValue(benefits, rate).value_or(NAN);
    const double cost = presentValue(costs, rate).value_or(NAN);
    return profitabilityIndex(worth - cost, cost);
}

// A figure as a list: of one number, of several, or empty where there is none.
Flows figureOf(const Flows& flows, const QJsonObject& check)
{
    const QString figure = check[QLatin1String("figure")].toString();
    const auto argument = [&check](const char* key) { return number(check, key); };
    if (figure == QLatin1String("irr"))
        return listOf(rateOfReturn(flows, rangeOf(check)).rate);
    if (figure == QLatin1String("irr_roots"))
        return rateOfReturn(flows, rangeOf(check)).roots;
    if (figure == QLatin1String("root_count"))
        return {static_cast<double>(rateRoots(flows, rangeOf(check)).size())};
    if (figure == QLatin1String("mirr"))
        return listOf(
            modifiedRateOfReturn(flows, argument("finance_rate"), argument("reinvestment_rate")));
    if (figure == QLatin1String("payback_years_after_outlay"))
        return listOf(paybackAfterOutlay(flows));
    if (figure == QLatin1String("whole_years_to_payback_after_outlay"))
        return {std::ceil(paybackAfterOutlay(flows).value_or(NAN))};
    if (figure == QLatin1String("benefit_cost_ratio"))
        return listOf(
            benefitCostRatio(flows, numbers(check[QLatin1String("costs")]), argument("rate")));

    const double rate = argument("rate");
    const double firstExponent = argument("first_exponent");
    if (figure == QLatin1String("present_value"))
        return listOf(presentValue(flows, rate, firstExponent));
    if (figure == QLatin1String("cumulative_present_values"))
        return cumulativePresentValues(flows, rate, firstExponent);
    if (figure == QLatin1String("discounted_flows"))
        return discountedFlows(flows, rate, firstExponent);
    if (figure == QLatin1String("equivalent_annual_value"))
        return listOf(equivalentAnnualValue(presentValue(flows, rate, firstExponent).value_or(NAN),
            rate, static_cast<int>(argument("years"))));
    fail(QStringLiteral("unknown figure %1").arg(figure));
}

}

class TestFlowCases : public QObject {
    Q_OBJECT

private slots:
    void cashflowFunctions_data() { addRows("cashflow_functions", 39); }
    void cashflowFunctions() { check(); }
    void irrSpecial_data() { addRows("irr_special", 12); }
    void irrSpecial() { check(); }
    void cashflowSeries_data() { addRows("cashflow_series", 58); }
    void cashflowSeries() { check(); }
    void engineeringEconomy_data() { addRows("engineering_economy", 73); }
    void engineeringEconomy() { check(); }
    void miningProjects_data() { addRows("mining_projects", 28); }
    void miningProjects() { check(); }
    void projectModels_data() { addRows("project_models", 45); }
    void projectModels() { check(); }
    void tvmFunctions_data() { addRows("tvm_functions", 40); }
    void tvmFunctions() { check(); }

private:
    static void addRows(const char* kind, int checks);
    static void check();
};

// One row for each figure that is checked; their number shows that none went missing.
void TestFlowCases::addRows(const char* kind, int checks)
{
    QTest::addColumn<Flows>("flows");
    QTest::addColumn<QJsonObject>("figure");
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/cases/%1.json").arg(QLatin1String(kind)));
    QJsonParseError error;
    if (!file.open(QIODevice::ReadOnly))
        fail(file.errorString());
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        fail(error.errorString());

    int rows = 0;
    for (const QJsonValue& entry : document[QLatin1String("cases")].toArray()) {
        for (const QJsonValue& stream : entry[QLatin1String("streams")].toArray()) {
            QString name = entry[QLatin1String("id")].toString();
            if (const QJsonValue part = stream[QLatin1String("name")]; part.isString())
                name += QStringLiteral(", ") + part.toString();
            const Flows flows = numbers(stream[QLatin1String("flows")]);
            for (const QJsonValue& figure : stream[QLatin1String("checks")].toArray()) {
                ++rows;
                QTest::addRow("%s: %s %d", qPrintable(name),
                    qPrintable(figure[QLatin1String("figure")].toString()), rows)
                    << flows << figure.toObject();
            }
        }
    }
    if (rows != checks)
        fail(QStringLiteral("%1 has %2 checks").arg(QLatin1String(kind)).arg(rows));
}

// A value x passes against the expected e when |x - e| <= max(abs, rel·|e|).
void TestFlowCases::check()
{
    QFETCH(Flows, flows);
    QFETCH(QJsonObject, figure);
    const QJsonValue stated = figure[QLatin1String("expected")];
    const Flows expected = stated.isArray() ? numbers(stated) : Flows {number(figure, "expected")};
    const bool hasTolerance =
        figure.contains(QLatin1String("abs")) || figure.contains(QLatin1String("rel"));
    QVERIFY(hasTolerance);
    const double absolute = figure[QLatin1String("abs")].toDouble();
    const double relative = figure[QLatin1String("rel")].toDouble();

    const Flows actual = figureOf(flows, figure);
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const double allowed = std::max(absolute, relative * std::abs(expected[i]));
        QVERIFY2(std::abs(actual[i] - expected[i]) <= allowed,
            qPrintable(QStringLiteral("entry %1: %2 instead of %3")
                           .arg(i)
                           .arg(actual[i], 0, 'g', 17)
                           .arg(expected[i], 0, 'g', 17)));
    }
}

QTEST_APPLESS_MAIN(TestFlowCases)
#include "tst_flowcases.moc"
