#include "ui/document/ProjectYears.h"

#include <QTest>

#include <limits>

using core::YearSpan;

Q_DECLARE_METATYPE(core::Timeline)
Q_DECLARE_METATYPE(core::YearSpan)

class TestProjectYears : public QObject {
    Q_OBJECT

private slots:
    void spansAreThoseOfTheTimeline_data();
    void spansAreThoseOfTheTimeline();
};

void TestProjectYears::spansAreThoseOfTheTimeline_data()
{
    QTest::addColumn<core::Timeline>("timeline");
    QTest::addColumn<YearSpan>("ofTimeline");
    QTest::addColumn<YearSpan>("ofMoney");
    const auto row = [](const char* name, const core::Timeline& timeline, YearSpan ofTimeline,
                         YearSpan ofMoney) {
        QTest::newRow(name) << timeline << ofTimeline << ofMoney;
    };
    core::Timeline timeline {.baseYear = 2026,
        .valuationYear = 2025,
        .firstYear = 2025,
        .startOfOperations = 2026,
        .yearsOfOperation = 20,
        .closureYears = 1};
    row("as usual", timeline, {2025, 2046}, {2025, 2046});
    timeline.baseYear = 2020;
    row("prices of an earlier year", timeline, {2025, 2046}, {2020, 2046});
    timeline.baseYear = 2050;
    timeline.valuationYear = 2022;
    row("prices of a later year, value of an earlier one", timeline, {2025, 2046}, {2022, 2050});
    constexpr int largest = std::numeric_limits<int>::max();
    timeline = {largest, -largest, -largest, largest, largest, largest};
    row("beyond all measure", timeline, {1800, 3500}, {1800, 3500});
}

void TestProjectYears::spansAreThoseOfTheTimeline()
{
    QFETCH(core::Timeline, timeline);
    core::Project project;
    project.timeline = timeline;
    QTEST(ui::yearsOfTimeline(project), "ofTimeline");
    QTEST(ui::yearsOfMoney(project), "ofMoney");
}

QTEST_APPLESS_MAIN(TestProjectYears)
#include "tst_projectyears.moc"
