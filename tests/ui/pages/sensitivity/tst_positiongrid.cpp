#include "ui/pages/sensitivity/PositionGrid.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using core::InputPosition;
using core::InputRange;

namespace {

using Positions = QList<double>;

}

class TestPositionGrid : public QObject {
    Q_OBJECT

private slots:
    void positionsAreRoundStepsAboutThePlan_data();
    void positionsAreRoundStepsAboutThePlan();
};

void TestPositionGrid::positionsAreRoundStepsAboutThePlan_data()
{
    QTest::addColumn<Positions>("range"); // low, base, high, and the limits of the field
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<int>("count");
    QTest::addColumn<Positions>("positions");
    QTest::newRow("an even range") << Positions {0.7, 1.0, 1.3, 0.0, 100.0} << false << 9
                                   << Positions {0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4};
    QTest::newRow("a range to one side")
        << Positions {0.75, 1.0, 1.05, 0.0, 100.0} << false << 9
        << Positions {0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1};
    QTest::newRow("a field that ends above")
        << Positions {0.6, 0.95, 1.0, 0.0, 1.0} << false << 9
        << Positions {0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0};
    QTest::newRow("whole years") << Positions {2026.0, 2027.0, 2029.0, 1800.0, 3000.0} << true << 5
                                 << Positions {2025.0, 2026.0, 2027.0, 2028.0, 2029.0};
    QTest::newRow("no range") << Positions {1.0, 1.0, 1.0, 0.0, 100.0} << false << 5
                              << Positions {0.8, 0.9, 1.0, 1.1, 1.2};
    QTest::newRow("a field of two values")
        << Positions {0.0, 1.0, 1.0, 0.0, 1.0} << true << 9 << Positions {0.0, 1.0};
}

void TestPositionGrid::positionsAreRoundStepsAboutThePlan()
{
    QFETCH(Positions, range);
    QFETCH(bool, isWhole);
    QFETCH(int, count);
    QFETCH(Positions, positions);
    InputRange given;
    given.low = range[0];
    given.base = range[1];
    given.high = range[2];
    const InputPosition field {range[1], range[3], range[4], isWhole};
    const std::vector<double> grid = ui::positionGrid(given, field, count);
    QCOMPARE(grid.size(), static_cast<std::size_t>(positions.size()));
    for (std::size_t i = 0; i < grid.size(); ++i)
        QVERIFY2(std::abs(grid[i] - positions[static_cast<qsizetype>(i)]) < 1e-12,
            qPrintable(QString::number(grid[i])));
    QVERIFY(std::find(grid.begin(), grid.end(), range[1]) != grid.end());
}

QTEST_APPLESS_MAIN(TestPositionGrid)
#include "tst_positiongrid.moc"
