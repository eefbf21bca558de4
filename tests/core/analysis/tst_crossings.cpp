#include "core/analysis/Crossings.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/DefaultProject.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numbers>

using namespace core;

namespace {

using std::numbers::pi;
using Function = std::function<double(double)>;

struct Found {
    std::vector<double> positions;
    int rounds = 0; // of calls for figures beyond those scanned
};

Found find(const Search& search, double wanted, const Function& function)
{
    Found found;
    const auto figures = [&function](const std::vector<double>& positions) {
        std::vector<double> values;
        for (const double position : positions)
            values.push_back(function(position));
        return values;
    };
    found.positions = crossings(
        search, figures(search.positions), wanted, [&](const std::vector<double>& positions) {
            ++found.rounds;
            return figures(positions);
        });
    return found;
}

Search evenly(double low, double high)
{
    Search search;
    for (int i = 0; i <= 128; ++i)
        search.positions.push_back(low + (high - low) * i / 128.0);
    return search;
}

Search wholeNumbers(int low, int high)
{
    Search search;
    search.isWhole = true;
    for (int i = low; i <= high; ++i)
        search.positions.push_back(i);
    return search;
}

}

Q_DECLARE_METATYPE(Function)
Q_DECLARE_METATYPE(std::vector<double>)
Q_DECLARE_METATYPE(Search)

class TestCrossings : public QObject {
    Q_OBJECT

private slots:
    void knownCrossings_data();
    void knownCrossings();
    void smoothFiguresTakeFewRounds();
    void wholeNumbersOnBothSides();
    void whereAnInputIsLookedFor_data();
    void whereAnInputIsLookedFor();
    void yearsAreLookedForOneByOne();
};

void TestCrossings::knownCrossings_data()
{
    QTest::addColumn<Function>("function");
    QTest::addColumn<double>("wanted");
    QTest::addColumn<std::vector<double>>("expected");
    using List = std::vector<double>;
    const auto row = [](const char* name, const Function& function, double wanted, List expected) {
        QTest::newRow(name) << function << wanted << expected;
    };
    row("a line", [](double x) { return 3.0 * x - 2.0; }, 0.5, {2.5 / 3.0});
    row("a line that falls", [](double x) { return 2.0 - x; }, 0.0, {2.0});
    row("a line that never comes there", [](double x) { return x; }, 20.0, {});
    row("several", [](double x) { return std::sin(x); }, 0.5,
        {pi / 6, 5 * pi / 6, pi * 13 / 6, pi * 17 / 6});
    row("very curved", [](double x) { return std::exp(5.0 * x); }, 1e20, {std::log(1e20) / 5.0});
    row("a kink", [](double x) { return std::max(0.0, x - 1.03) - 0.001; }, 0.0, {1.031});
    row("an end of the range", [](double x) { return x; }, 10.0, {10.0});
    row("at a position that is scanned", [](double x) { return x - 5.0; }, 0.0, {5.0});
    row("a stretch: its ends", [](double x) { return std::max(0.0, x - 5.0); }, 0.0, {0.0, 5.0});
    row("all of the range: none", [](double) { return 0.0; }, 0.0, {});
    row("a leap over it", [](double x) { return x < 3.3 ? -1.0 : 1.0; }, 0.0, {});
    row("a figure that begins to exist just before",
        [](double x) { return x < 3.0 ? undefinedFigure : x; }, 3.01, {3.01});
    row("a figure that begins to exist beyond it",
        [](double x) { return x < 3.0 ? undefinedFigure : x; }, 2.0, {});
    row("a figure that never exists", [](double) { return undefinedFigure; }, 2.0, {});
    row("at zero", [](double x) { return x < 0.0 ? -1.0 : std::sqrt(x); }, 0.0, {0.0});
}

void TestCrossings::knownCrossings()
{
    QFETCH(Function, function);
    QFETCH(double, wanted);
    QFETCH(std::vector<double>, expected);
    const Found found = find(evenly(0.0, 10.0), wanted, function);
    QCOMPARE(found.positions.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs(found.positions[i] - expected[i]) <= 1e-14 * 10.0,
            qPrintable(QString::number(found.positions[i], 'g', 17)));
    QVERIFY2(found.rounds <= 60, qPrintable(QString::number(found.rounds)));
}

void TestCrossings::smoothFiguresTakeFewRounds()
{
    const Found found = find(evenly(0.0, 100.0), 40.0, [](double x) { return x * x / 10.0; });
    QCOMPARE(found.positions.size(), std::size_t(1));
    QCOMPARE(found.positions.front(), 20.0);
    QVERIFY2(found.rounds <= 6, qPrintable(QString::number(found.rounds)));
}

void TestCrossings::wholeNumbersOnBothSides()
{
    const Function line = [](double x) { return x - 7.5; };
    QCOMPARE(find(wholeNumbers(1, 20), 0.0, line).positions, (std::vector<double> {7.0, 8.0}));
    QCOMPARE(find(wholeNumbers(1, 20), 0.5, line).positions, (std::vector<double> {8.0}));
    QCOMPARE(find(wholeNumbers(1, 20), 30.0, line).positions, std::vector<double>());
    QCOMPARE(find(wholeNumbers(1, 20), 0.0, line).rounds, 0);
}

void TestCrossings::whereAnInputIsLookedFor_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a lever, to the end of its field") << "levers.price" << 0.0 << 100.0;
    QTest::newRow("a share, to the ends of its field") << "market.oecd_share" << 0.0 << 1.0;
    QTest::newRow("a rate, to the ends of its field") << "discounting.rate" << -0.99 << 10.0;
    QTest::newRow("an amount, to 10,001 times the plan")
        << "cost_lines.labour.fixed" << 0.0 << 10001.0 * 1000.0;
    QTest::newRow("an amount that is 0") << "cost_lines.labour.host_fixed" << 0.0 << 1e12;
    QTest::newRow("factors of a series") << "tax.income_tax_rate" << 0.0 << 5.0;
}

void TestCrossings::whereAnInputIsLookedFor()
{
    QFETCH(QString, id);
    QFETCH(double, low);
    QFETCH(double, high);
    Project project = defaultProject();
    for (CostLine& line : project.costLines)
        if (line.id == "labour") {
            line.fixed = 1000.0;
            line.hostFixed = 0.0;
        }
    const VariedInput input = *variedInput(project, id.toStdString());
    const Search search = *searchOf(project, input);
    QCOMPARE(search.low(), low);
    QCOMPARE(search.high(), high);
    QVERIFY(!search.isWhole);
    QVERIFY(std::is_sorted(search.positions.begin(), search.positions.end()));
    QVERIFY(search.positions.size() > 60 && search.positions.size() <= 130);
    const double base = positionOf(project, input)->base;
    QVERIFY(std::binary_search(search.positions.begin(), search.positions.end(), base));
}

void TestCrossings::yearsAreLookedForOneByOne()
{
    Project project = defaultProject();
    project.timeline.yearsOfOperation = 20;
    const Search search = *searchOf(project, {"timeline.years_of_operation"});
    QVERIFY(search.isWhole);
    QCOMPARE(search.low(), 1.0);
    QCOMPARE(search.high(), 41.0);
    QCOMPARE(search.positions.size(), std::size_t(41));
}

QTEST_APPLESS_MAIN(TestCrossings)
#include "tst_crossings.moc"
