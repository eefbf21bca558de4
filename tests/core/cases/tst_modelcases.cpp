#include "core/model/Evaluation.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace core;

// Published figures that the model gives when its inputs say the same; see
// tests/data/cases/README-model.md.
class TestModelCases : public QObject {
    Q_OBJECT

private slots:
    void depreciation_data();
    void depreciation();
    void loans_data();
    void loans();
    void miningProjects_data();
    void miningProjects();
};

namespace {

constexpr int firstYear = 2030;

void addRowsOf(const char* name)
{
    QTest::addColumn<QJsonObject>("content");
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/cases/") + QString::fromLatin1(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), name);
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& value : cases)
        QTest::newRow(qPrintable(value[u"id"].toString())) << value.toObject();
}

std::shared_ptr<const Evaluation> evaluate(const Project& project)
{
    for (const Problem& problem : validate(project))
        qWarning("%s", sentence(problem).c_str());
    const auto evaluation = Evaluation::of(project);
    return evaluation && validate(project).empty() ? *evaluation : nullptr;
}

int lastYearChecked(const QJsonArray& checks)
{
    int last = 1;
    for (const QJsonValue& check : checks)
        last = std::max({last, check[u"year"].toInt(), check[u"to_year"].toInt()});
    return last;
}

// Holds a row, summed from one year to another, to what was published. Years are counted from 1,
// the start of operations.
void compare(
    const Evaluation& evaluation, Row row, const QJsonValue& check, const QJsonObject& content)
{
    const int from = check[u"year"].toInt();
    const int to = check[u"to_year"].toInt(from);
    const int start = evaluation.project().timeline.startOfOperations;
    double actual = 0.0;
    for (int year = from; year <= to; ++year)
        actual += *evaluation.figure(row, start + year - 1);
    const double expected = check[u"expected"].toDouble();
    const double tolerance =
        std::max(content[u"abs"].toDouble(), content[u"rel"].toDouble() * std::abs(expected));
    QVERIFY2(std::abs(actual - expected) <= tolerance,
        qPrintable(QStringLiteral("%1 of year %2 is %3, not %4")
                       .arg(check[u"row"].toString())
                       .arg(from)
                       .arg(actual, 0, 'g', 15)
                       .arg(expected, 0, 'g', 15)));
}

}

void TestModelCases::depreciation_data()
{
    addRowsOf("model_depreciation.json");
}

void TestModelCases::depreciation()
{
    QFETCH(QJsonObject, content);
    const QJsonArray checks = content[u"checks"].toArray();
    QVERIFY(!checks.isEmpty());
    Project project = support::plainProject();
    project.timeline.yearsOfOperation = lastYearChecked(checks) + 1;
    project.capital.items[0].amount = content[u"amount"].toDouble();
    project.tax.writeOffAtEnd = false;
    AssetClass& assets = project.tax.assetClasses[0];
    const QString method = content[u"method"].toString();
    if (method == QStringLiteral("declining_balance")) {
        assets.method = DepreciationMethod::decliningBalance;
        assets.rate = content[u"rate"].toDouble();
    } else {
        assets.method = method == QStringLiteral("straight_line") ? DepreciationMethod::straightLine
                                                                  : DepreciationMethod::sumOfYears;
        assets.years = content[u"years"].toInt();
    }
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const CaseRows& rows = evaluation->rows().project;
    for (const QJsonValue& check : checks) {
        const bool isBalance = check[u"row"].toString() == QStringLiteral("closing");
        compare(*evaluation, isBalance ? rows.bookValues[0] : rows.depreciation, check, content);
    }
}

void TestModelCases::loans_data()
{
    addRowsOf("model_loans.json");
}

void TestModelCases::loans()
{
    QFETCH(QJsonObject, content);
    const QJsonArray checks = content[u"checks"].toArray();
    QVERIFY(!checks.isEmpty());
    const int tenor = content[u"tenor"].toInt();
    constexpr int longestOperations = 300;
    Project project = support::plainProject();
    Timeline& timeline = project.timeline;
    timeline.startOfOperations = firstYear + content[u"construction"].toInt();
    timeline.yearsOfOperation = std::min(tenor, longestOperations);
    timeline.closureYears = tenor - timeline.yearsOfOperation;
    project.capital.items[0].amount = content[u"draw"].toDouble();
    Financing& loan = project.financing;
    loan.gearing = 1.0;
    loan.rate = content[u"rate"].toDouble();
    loan.tenorYears = tenor;
    loan.capitaliseInterest = content[u"capitalise"].toBool();
    loan.repayment = content[u"repayment"].toString() == QStringLiteral("bullet")
                         ? Repayment::bullet
                         : Repayment::annuity;
    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const CaseRows& rows = evaluation->rows().project;
    const Sheet& sheet = evaluation->model().sheet();
    for (const QJsonValue& check : checks) {
        const QString name = check[u"row"].toString();
        if (name == QStringLiteral("debt_service")) {
            const int year = timeline.startOfOperations + check[u"year"].toInt() - 1;
            const int service = *sheet.findRow("project.debt_service");
            const double paid =
                evaluation->model().program().figure(evaluation->values(), service, year);
            QVERIFY(std::abs(paid - check[u"expected"].toDouble()) <= content[u"abs"].toDouble());
            continue;
        }
        compare(*evaluation,
            name == QStringLiteral("interest")    ? rows.interest
            : name == QStringLiteral("principal") ? rows.principal
                                                  : rows.debt,
            check, content);
    }
    QVERIFY(std::abs(evaluation->byYear(rows.debt).back()) <= 1e-9 * content[u"draw"].toDouble());
}

void TestModelCases::miningProjects_data()
{
    addRowsOf("model_mining.json");
}

void TestModelCases::miningProjects()
{
    QFETCH(QJsonObject, content);
    const QJsonArray inflows = content[u"inflows"].toArray();
    const QJsonArray outflows = content[u"outflows"].toArray();
    const int start = content[u"first_operating_column"].toInt();
    const int columns = static_cast<int>(inflows.size());

    Project project = support::plainProject();
    project.timeline.startOfOperations = firstYear + start;
    project.timeline.yearsOfOperation = columns - start;
    project.discounting.rate = content[u"rate"].toDouble();
    const QString timing = content[u"timing"].toString();
    project.discounting.timing = timing == QStringLiteral("start") ? DiscountTiming::startOfYear
                                 : timing == QStringLiteral("mid") ? DiscountTiming::midYear
                                                                   : DiscountTiming::endOfYear;
    // One kilogram a year at the price of all that comes in.
    project.production.nameplateKgPerYear = 1.0;
    Series::Points prices;
    CostLine costs;
    costs.id = "costs";
    costs.name = "Costs";
    costs.fixed = 1000.0; // millions; the profile is in thousands of millions
    costs.fixedProfile.clear();
    for (int column = start; column < columns; ++column) {
        prices[firstYear + column] = inflows[column].toDouble();
        costs.fixedProfile.push_back(outflows[column].toDouble() / costs.fixed);
    }
    project.priceDecks[0].prices["metal"] = Series(prices);
    project.costLines.push_back(costs);

    const CapitalItem pattern = project.capital.items[0];
    project.capital.items.clear();
    const QJsonObject capital = content[u"capital"].toObject();
    for (const QString& name : capital.keys()) {
        CapitalItem item = pattern;
        item.id = name.toStdString();
        item.name = item.id;
        item.phasing.clear();
        const QJsonArray values = capital[name].toArray();
        for (const QJsonValue& value : values)
            item.amount += value.toDouble();
        for (int column = 0; column < columns; ++column)
            if (values[column].toDouble() != 0.0)
                item.phasing[firstYear + column] = values[column].toDouble() / item.amount;
        project.capital.items.push_back(item);
    }

    const auto evaluation = evaluate(project);
    QVERIFY(evaluation);
    const QJsonObject expected = content[u"expected"].toObject();
    const QJsonObject tolerance = content[u"tolerance"].toObject();
    const CaseMetrics& metrics = evaluation->metrics(PlantCase::project);
    const double npv = expected[u"npv"].toDouble();
    QVERIFY2(std::abs(*metrics[Metric::npvPreTax] - npv) <= tolerance[u"npv_rel"].toDouble() * npv,
        qPrintable(QString::number(*metrics[Metric::npvPreTax])));
    if (expected.contains(u"irr")) {
        QVERIFY(metrics[Metric::irrPreTax]);
        QVERIFY2(std::abs(*metrics[Metric::irrPreTax] - expected[u"irr"].toDouble()) <=
                     tolerance[u"irr_abs"].toDouble(),
            qPrintable(QString::number(*metrics[Metric::irrPreTax])));
    }
    const QJsonArray flows = expected[u"cash_flow"].toArray();
    const std::vector<double> actual =
        evaluation->byYear(evaluation->rows().project.preTaxCashFlow);
    for (int column = 0; column < flows.size(); ++column)
        QVERIFY2(std::abs(actual[static_cast<std::size_t>(column)] - flows[column].toDouble()) <=
                     tolerance[u"cash_flow_abs"].toDouble(),
            qPrintable(QStringLiteral("column %1").arg(column)));
}

QTEST_APPLESS_MAIN(TestModelCases)
#include "tst_modelcases.moc"
