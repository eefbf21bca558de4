#include "core/analysis/Spider.h"
#include "core/analysis/Tornado.h"
#include "core/project/Validation.h"
#include "tests/support/PlainProject.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <map>

using namespace core;

// Published sensitivities that the model gives when its inputs say the same; see
// tests/data/cases/README-model.md.
class TestSensitivityCases : public QObject {
    Q_OBJECT

private slots:
    void bearLodgeTornado();
    void windsorMetalSpider();
};

namespace {

QJsonObject readCase(int index)
{
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/cases/model_sensitivity.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray()[index].toObject();
}

std::shared_ptr<const Evaluation> evaluate(const Project& project)
{
    for (const Problem& problem : validate(project))
        qWarning("%s", sentence(problem).c_str());
    return *Evaluation::of(project);
}

CostLine costLine(const char* id, double fixed)
{
    CostLine line;
    line.id = id;
    line.name = id;
    line.fixed = fixed;
    return line;
}

bool isNear(double actual, const QJsonValue& expected, const QJsonObject& content)
{
    const bool isNear = std::abs(actual - expected.toDouble()) <= content[u"abs"].toDouble();
    if (!isNear)
        qWarning("%.10g, not %.10g", actual, expected.toDouble());
    return isNear;
}

}

// One year in which everything is its present value: what the price, the costs and the capital are
// worth follows from the published swings, and what is not moved makes up the rest of the base.
void TestSensitivityCases::bearLodgeTornado()
{
    const QJsonObject content = readCase(0);
    const double change = content[u"change"].toDouble();
    std::map<QString, QJsonObject> bars;
    for (const QJsonValue& bar : content[u"bars"].toArray())
        bars[bar[u"input"].toString()] = bar.toObject();
    const auto worth = [&](const char* input) {
        return bars.at(QString::fromLatin1(input))[u"swing"].toDouble() / (2.0 * change);
    };

    Project project = support::plainProject();
    project.timeline.yearsOfOperation = 1;
    project.production.nameplateKgPerYear = 1.0;
    project.priceDecks[0].prices["metal"] = worth("price");
    project.costLines = {costLine("acids_and_reagents", worth("acids_and_reagents")),
        costLine("labour", worth("labour")),
        costLine(
            "others", worth("operating_cost") - worth("acids_and_reagents") - worth("labour"))};
    project.capital.items[0].amount = worth("capital_cost");
    const double rest = worth("price") - worth("operating_cost") - worth("capital_cost") -
                        content[u"base"].toDouble();
    project.capital.closureAmount = rest;
    Study study(evaluate(project));

    const std::map<QString, std::string> ids {{QStringLiteral("price"), "levers.price"},
        {QStringLiteral("operating_cost"), "levers.opex"},
        {QStringLiteral("acids_and_reagents"), "cost_lines.acids_and_reagents.fixed"},
        {QStringLiteral("capital_cost"), "levers.capex"},
        {QStringLiteral("labour"), "cost_lines.labour.fixed"}};
    std::vector<InputRange> ranges;
    for (const auto& [name, id] : ids)
        ranges.push_back(*rangeOf(project, id, {RangeChoice::Source::percent, change}));
    const Result<Tornado> tornado = tornadoOf(study, ranges);
    QVERIFY(tornado);
    QVERIFY(isNear(*tornado->atBase, content[u"base"], content));
    const QJsonArray expected = content[u"bars"].toArray();
    QCOMPARE(static_cast<int>(tornado->bars.size()), static_cast<int>(expected.size()));
    for (int i = 0; i < expected.size(); ++i) {
        const TornadoBar& bar = tornado->bars[static_cast<std::size_t>(i)];
        QCOMPARE(bar.range.input.id, ids.at(expected[i][u"input"].toString()));
        QVERIFY(isNear(*bar.atLow, expected[i][u"at_low"], content));
        QVERIFY(isNear(*bar.atHigh, expected[i][u"at_high"], content));
        QVERIFY(isNear(*bar.swing, expected[i][u"swing"], content));
        QVERIFY(bar.isMonotonic);
    }
}

void TestSensitivityCases::windsorMetalSpider()
{
    const QJsonObject content = readCase(1);
    const auto number = [&content](
                            const char* key) { return content[QLatin1String(key)].toDouble(); };
    Project project = support::plainProject();
    const int outlay = project.timeline.firstYear;
    project.timeline.startOfOperations = outlay + 1;
    project.timeline.yearsOfOperation = content[u"life"].toInt();
    project.discounting.rate = number("rate");
    project.production.nameplateKgPerYear = number("units");
    project.priceDecks[0].prices["metal"] = number("price");
    CostLine costs = costLine("costs", number("fixed_cost"));
    costs.variablePerKg = number("variable_cost");
    project.costLines = {costs};
    project.tax.incomeTaxRate = number("tax_rate");
    project.tax.lossTreatment = LossTreatment::groupRelief;
    project.tax.assetClasses[0].method = DepreciationMethod::decliningBalance;
    project.tax.assetClasses[0].rate = number("depreciation_rate");
    CapitalItem half = project.capital.items[0];
    half.amount = number("investment") / 2.0;
    project.capital.items = {half, half};
    project.capital.items[1].id = "later";
    project.capital.items[1].phasing = {{outlay + 2, 1.0}};
    project.capital.salvageRate = number("salvage") / number("investment");
    Study study(evaluate(project));
    const double broughtBack = half.amount * (std::pow(1.0 + number("rate"), -2) - 1.0);

    const std::map<QString, std::string> ids {
        {QStringLiteral("unit_price"), "price_decks.flat.prices.metal"},
        {QStringLiteral("demand"), "levers.production"},
        {QStringLiteral("salvage"), "capital.salvage_rate"}};
    std::vector<double> factors {0.0};
    for (const QJsonValue& factor : content[u"factors"].toArray())
        factors.push_back(factor.toDouble());
    for (const QJsonValue& line : content[u"lines"].toArray()) {
        const QString input = line[u"input"].toString();
        const Result<Spider> spider = spiderOf(study, {ids.at(input)}, factors);
        QVERIFY(spider);
        const auto& values = spider->lines[0].values;
        const QJsonArray expected = line[u"expected"].toArray();
        for (int f = 0; f < expected.size(); ++f)
            QVERIFY(isNear(
                *values[static_cast<std::size_t>(f) + 1] + broughtBack, expected[f], content));
        if (input == QStringLiteral("demand"))
            QVERIFY(isNear(*values[0] + broughtBack, content[u"at_zero_demand"], content));
    }
}

QTEST_APPLESS_MAIN(TestSensitivityCases)
#include "tst_sensitivitycases.moc"
