#include "core/analysis/SobolIndices.h"

#include <boost/math/distributions/normal.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

using namespace core;

// Functions whose Sobol indices are published; see tests/data/cases/README-analysis.md.
class TestSobolCases : public QObject {
    Q_OBJECT

private slots:
    void indicesArePublishedOnes_data();
    void indicesArePublishedOnes();
};

namespace {

using Numbers = std::vector<double>;

Numbers numbers(const QJsonValue& value)
{
    Numbers result;
    for (const QJsonValue& entry : value.toArray())
        result.push_back(entry.toDouble());
    return result;
}

double ishigami(const Numbers& parameters, const double* u)
{
    const auto x = [u](int i) { return std::numbers::pi * (2.0 * u[i] - 1.0); };
    return std::sin(x(0)) + parameters[0] * std::pow(std::sin(x(1)), 2) +
           parameters[1] * std::pow(x(2), 4) * std::sin(x(0));
}

double linear(const Numbers& factors, const Numbers& deviations, const double* u)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < factors.size(); ++i)
        sum += factors[i] * deviations[i] * quantile(boost::math::normal(), u[i]);
    return sum;
}

double g(const Numbers& parameters, const double* u)
{
    double product = 1.0;
    for (std::size_t i = 0; i < parameters.size(); ++i)
        product *= (std::abs(4.0 * u[i] - 2.0) + parameters[i]) / (1.0 + parameters[i]);
    return product;
}

}

void TestSobolCases::indicesArePublishedOnes_data()
{
    QTest::addColumn<QJsonObject>("content");
    QFile file(QStringLiteral(GALVAL_TEST_DATA "/cases/sobol_indices.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    QCOMPARE(cases.size(), qsizetype {3});
    for (const QJsonValue& content : cases)
        QTest::addRow("%s", qPrintable(content[u"id"].toString())) << content.toObject();
}

void TestSobolCases::indicesArePublishedOnes()
{
    QFETCH(QJsonObject, content);
    constexpr int samples = 1 << 16;
    constexpr double tolerance = 0.0002; // the error of sampling
    const QString name = content[u"function"].toString();
    const bool isIshigami = name == QLatin1String("ishigami");
    const bool isLinear = name == QLatin1String("linear");
    const Numbers parameters = numbers(content[u"a"]);
    const Numbers deviations = numbers(content[u"standard_deviations"]);
    const std::size_t dimension = isIshigami ? 3 : parameters.size();
    const SobolIndices indices =
        sobolIndices(std::vector<int>(dimension, 1), samples, [&](std::span<const double> points) {
            Numbers values;
            for (std::size_t p = 0; p < points.size(); p += dimension)
                values.push_back(isIshigami ? ishigami(parameters, &points[p])
                                 : isLinear ? linear(parameters, deviations, &points[p])
                                            : g(parameters, &points[p]));
            return values;
        });
    QCOMPARE(indices.samples, std::size_t {samples});
    const QJsonObject expected = content[u"expected"].toObject();
    const Numbers firstOrder = numbers(expected[u"first_order"]);
    const Numbers total = numbers(expected[u"total"]);
    QCOMPARE(firstOrder.size(), dimension);
    QCOMPARE(total.size(), dimension);
    for (std::size_t i = 0; i < dimension; ++i) {
        QVERIFY(std::abs(indices.firstOrder[i] - firstOrder[i]) < tolerance);
        QVERIFY(std::abs(indices.total[i] - total[i]) < tolerance);
    }
    if (!isLinear) {
        const double mean = expected[u"mean"].toDouble();
        const double variance = expected[u"variance"].toDouble();
        QVERIFY(std::abs(indices.mean - mean) < tolerance * mean);
        QVERIFY(std::abs(indices.variance - variance) < tolerance * variance);
    }
}

QTEST_APPLESS_MAIN(TestSobolCases)
#include "tst_sobolcases.moc"
