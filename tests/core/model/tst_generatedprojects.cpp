#include "tests/support/EvaluationComparison.h"
#include "tests/support/ProjectGenerator.h"

#include <QTest>

#include <cstdint>

// Projects drawn by seed: the engine must give, figure by figure, what the plain calculation gives.
class TestGeneratedProjects : public QObject {
    Q_OBJECT

private slots:
    void agreeWithThePlainCalculation_data();
    void agreeWithThePlainCalculation();
};

void TestGeneratedProjects::agreeWithThePlainCalculation_data()
{
    constexpr std::uint32_t perRow = 20;
    QTest::addColumn<std::uint32_t>("firstSeed");
    QTest::addColumn<std::uint32_t>("count");
    for (std::uint32_t seed = 1; seed <= 400; seed += perRow)
        QTest::addRow("seeds from %u", seed) << seed << perRow;
}

void TestGeneratedProjects::agreeWithThePlainCalculation()
{
    QFETCH(std::uint32_t, firstSeed);
    QFETCH(std::uint32_t, count);
    for (std::uint32_t seed = firstSeed; seed < firstSeed + count; ++seed) {
        const core::Project project = support::generateProject(seed);
        const auto evaluation = core::Evaluation::of(project);
        QVERIFY2(evaluation.hasValue(),
            evaluation ? "" : core::sentence(evaluation.error().problems.front()).c_str());
        const std::vector<std::string> found =
            support::differences(**evaluation, support::straightCalculation(project));
        for (const std::string& difference : found)
            qWarning("seed %u: %s", seed, difference.c_str());
        QVERIFY(found.empty());
    }
}

QTEST_APPLESS_MAIN(TestGeneratedProjects)
#include "tst_generatedprojects.moc"
