#include "core/project/Evidence.h"

#include "core/project/DefaultProject.h"
#include "core/project/Description.h"

#include <QTest>

using core::EvidenceRange;

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void gradesHaveRanges_data();
    void gradesHaveRanges();
    void everyGradeHasARange();
    void estimateClassesHaveRanges_data();
    void estimateClassesHaveRanges();
    void gradeOfTheInputGivesItsRange();
    void classOfACapitalItemGivesTheRangeOfItsAmounts();
    void ownGradeComesBeforeTheClass();
};

// The factors are those of MODEL.md, section 12.
void TestEvidence::gradesHaveRanges_data()
{
    QTest::addColumn<QString>("grade");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("assumption") << QStringLiteral("assumption") << 0.70 << 1.30;
    QTest::newRow("analyst") << QStringLiteral("analyst") << 0.80 << 1.20;
    QTest::newRow("test work") << QStringLiteral("test_work") << 0.90 << 1.10;
    QTest::newRow("quote") << QStringLiteral("quote") << 0.95 << 1.05;
}

void TestEvidence::gradesHaveRanges()
{
    QFETCH(QString, grade);
    QFETCH(double, low);
    QFETCH(double, high);
    QVERIFY((core::rangeOfGrade(grade.toStdString()) == EvidenceRange {low, high}));
}

void TestEvidence::everyGradeHasARange()
{
    for (const std::string& grade : core::evidenceGrades())
        QVERIFY(core::rangeOfGrade(grade));
    QVERIFY(!core::rangeOfGrade(""));
    QVERIFY(!core::rangeOfGrade("hearsay"));
}

void TestEvidence::estimateClassesHaveRanges_data()
{
    QTest::addColumn<int>("estimateClass");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("class 1") << 1 << 0.90 << 1.15;
    QTest::newRow("class 2") << 2 << 0.85 << 1.20;
    QTest::newRow("class 3") << 3 << 0.80 << 1.30;
    QTest::newRow("class 4") << 4 << 0.70 << 1.50;
    QTest::newRow("class 5") << 5 << 0.50 << 2.00;
}

void TestEvidence::estimateClassesHaveRanges()
{
    QFETCH(int, estimateClass);
    QFETCH(double, low);
    QFETCH(double, high);
    QVERIFY((core::rangeOfEstimateClass(estimateClass) == EvidenceRange {low, high}));
    QVERIFY(!core::rangeOfEstimateClass(0));
    QVERIFY(!core::rangeOfEstimateClass(6));
}

void TestEvidence::gradeOfTheInputGivesItsRange()
{
    core::Project project = core::defaultProject();
    project.evidence = {{"cost_lines.labour.fixed", "analyst"}};
    const auto found = core::rangeFromEvidence(project, "cost_lines.labour.fixed");
    QVERIFY(found);
    QVERIFY((found->range == EvidenceRange {0.80, 1.20}));
    QCOMPARE(found->grade, std::string("analyst"));
    QVERIFY(!found->estimateClass);
    QVERIFY(!core::rangeFromEvidence(project, "cost_lines.labour.reuse_share"));
    QVERIFY(!core::rangeFromEvidence(project, "cost_lines.labour"));
}

void TestEvidence::classOfACapitalItemGivesTheRangeOfItsAmounts()
{
    core::Project project = core::defaultProject();
    project.evidence.clear();
    project.capital.items.front().estimateClass = 5;
    const std::string item = "capital.items." + project.capital.items.front().id;
    for (const char* amount : {".amount", ".standalone_amount"}) {
        const auto found = core::rangeFromEvidence(project, item + amount);
        QVERIFY(found);
        QVERIFY((found->range == EvidenceRange {0.50, 2.00}));
        QCOMPARE(found->estimateClass.value_or(0), 5);
        QVERIFY(found->grade.empty());
    }
    QVERIFY(!core::rangeFromEvidence(project, item + ".contingency"));
    project.capital.items.front().estimateClass.reset();
    QVERIFY(!core::rangeFromEvidence(project, item + ".amount"));
}

void TestEvidence::ownGradeComesBeforeTheClass()
{
    core::Project project = core::defaultProject();
    project.capital.items.front().estimateClass = 5;
    const std::string amount = "capital.items." + project.capital.items.front().id + ".amount";
    project.evidence[amount] = "quote";
    const auto found = core::rangeFromEvidence(project, amount);
    QVERIFY(found && found->grade == "quote");
    QVERIFY((found->range == EvidenceRange {0.95, 1.05}));
}

QTEST_APPLESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
