#include "core/report/EvaluationTables.h"

#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"
#include "tests/core/report/ReportTest.h"
#include "tests/support/ProjectGenerator.h"

#include <QRegularExpression>
#include <QTest>

class TestEvaluationTables : public QObject {
    Q_OBJECT

private slots:
    void columnsAlign_data();
    void columnsAlign();
    void rowsOfKeyFiguresHaveAFigureOrAWord_data();
    void rowsOfKeyFiguresHaveAFigureOrAWord();
    void aWordHasItsReasonBelow();
    void aSecondRootIsNoted();
    void totalsAreTheSumsOfTheYears();
    void zeroIsADashAndNeverSigned();
    void decksNameTheOneInUse();
    void bridgeEndsAtTheProject();
    void headSaysWhatThePresentValuesAre();
};

void TestEvaluationTables::columnsAlign_data()
{
    QTest::addColumn<uint>("seed");
    QTest::newRow("the default project") << 0u;
    for (uint seed = 1; seed <= 20; ++seed)
        QTest::addRow("project drawn by seed %u", seed) << seed;
}

void TestEvaluationTables::columnsAlign()
{
    QFETCH(uint, seed);
    const auto evaluation =
        support::evaluated(seed == 0 ? core::defaultProject() : support::generateProject(seed));
    QVERIFY(evaluation);
    for (const std::string& table :
        {core::cashFlowTable(*evaluation), core::equityTable(*evaluation)}) {
        // Every year's last cell is filled and right-aligned: all lines end in the same column.
        const QStringList lines = support::linesOf(table);
        const int width =
            core::displayWidth(lines.filter(QStringLiteral("─")).first().toStdString());
        int years = 0;
        for (const QString& line : lines)
            if (line.contains(QRegularExpression(QStringLiteral("^\\d{4} ")))) {
                QCOMPARE(core::displayWidth(line.toStdString()), width);
                ++years;
            }
        QCOMPARE(years, evaluation->years().count());
        if (seed == 0)
            QVERIFY(width <= 120);
    }
}

void TestEvaluationTables::rowsOfKeyFiguresHaveAFigureOrAWord_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("standalone");
    const auto row = [](const char* name, const char* label, const char* unit, const char* project,
                         const char* standalone) {
        QTest::newRow(name) << QString::fromUtf8(label) << QString::fromUtf8(unit)
                            << QString::fromUtf8(project) << QString::fromUtf8(standalone);
    };
    // The figures are those of an independent calculation of the default project.
    row("value in millions", "Net present value", "USD million", "10.76", "\u221284.28");
    row("rate in percent, or a word", "Internal rate of return", "%", "20.9", "none¹");
    row("time in years, or a word", "Payback", "years", "5.6", "never³");
    row("ratio", "Profitability index", "×", "1.61", "\u22120.59");
    row("price above a hundred without decimals", "Break-even price", "USD/kg", "467", "1,409");
}

void TestEvaluationTables::rowsOfKeyFiguresHaveAFigureOrAWord()
{
    QFETCH(QString, label);
    QFETCH(QString, unit);
    QFETCH(QString, project);
    QFETCH(QString, standalone);
    const auto evaluation = support::evaluatedDefault();
    const QRegularExpression gap(QStringLiteral("\\s{2,}"));
    bool isFound = false;
    for (const QString& line : support::linesOf(core::keyFiguresTable(*evaluation))) {
        const QStringList cells = line.trimmed().split(gap);
        if (cells.front() != label)
            continue;
        isFound = true;
        QCOMPARE(cells, QStringList({label, unit, project, standalone}));
    }
    QVERIFY(isFound);
}

void TestEvaluationTables::aWordHasItsReasonBelow()
{
    const std::string table = core::keyFiguresTable(*support::evaluatedDefault());
    QVERIFY(table.find("\n¹ the present value is negative at every rate from \u221290\u00A0% to "
                       "1,000\u00A0%\n") != std::string::npos);
    QVERIFY(table.find("\n³ the cumulative cash flow does not come back to zero\n") !=
            std::string::npos);
}

void TestEvaluationTables::aSecondRootIsNoted()
{
    // A closure cost far above the profits makes the value rise with the rate at first.
    core::Project project = support::defaultWith("capital.closure_amount", 40e6);
    const auto evaluation = support::evaluated(project);
    QVERIFY(evaluation);
    const core::RateOfReturn& irr = evaluation->metrics(core::PlantCase::project).irr;
    QCOMPARE(irr.roots.size(), std::size_t {2});
    const std::string table = core::keyFiguresTable(*evaluation);
    const std::string root =
        core::percentText(irr.rate == irr.roots[0] ? irr.roots[1] : irr.roots[0]);
    QVERIFY(table.find("the present value is zero at " + root + " too") != std::string::npos);
}

void TestEvaluationTables::totalsAreTheSumsOfTheYears()
{
    const auto evaluation = support::evaluatedDefault();
    double sum = 0.0;
    for (const double flow : evaluation->byYear(evaluation->rows().project.freeCashFlow))
        sum += flow;
    const QStringList lines = support::linesOf(core::cashFlowTable(*evaluation));
    QVERIFY(lines.last().startsWith(QStringLiteral("Total")));
    QVERIFY(lines.last().endsWith(QString::fromStdString(core::fixedText(sum / 1e6, 2))));
}

void TestEvaluationTables::zeroIsADashAndNeverSigned()
{
    const auto evaluation = support::evaluatedDefault();
    const QString text = QString::fromStdString(core::evaluationText(*evaluation));
    QVERIFY(!text.contains(QRegularExpression(QStringLiteral("[-\u2212]0\\.0+(?![0-9])"))));
    const QStringList first = support::linesOf(core::cashFlowTable(*evaluation))
                                  .filter(QRegularExpression(QStringLiteral("^2025 ")));
    QCOMPARE(first.size(), 1);
    QCOMPARE(first.front().split(QLatin1Char(' '), Qt::SkipEmptyParts).at(2), QStringLiteral("–"));
}

void TestEvaluationTables::decksNameTheOneInUse()
{
    const QStringList lines = support::linesOf(
        core::decksTable(*support::evaluated(support::defaultWith("active_deck", "floor"))));
    const QStringList inUse = lines.filter(QStringLiteral("in use"));
    QCOMPARE(inUse.size(), 1);
    QVERIFY(inUse.front().startsWith(QStringLiteral("Western floor price")));
    QVERIFY(lines.last().startsWith(QStringLiteral("Weighted by probability")));
    QVERIFY(lines.last().endsWith(QStringLiteral("3.18")));
}

void TestEvaluationTables::bridgeEndsAtTheProject()
{
    const QStringList lines = support::linesOf(core::bridgeTable(*support::evaluatedDefault()));
    QVERIFY(lines.at(2).contains(QStringLiteral("\u221284.28")));
    QVERIFY(lines.last().contains(QStringLiteral("+95.04")));
    QVERIFY(lines.last().endsWith(QStringLiteral("10.76")));
    QVERIFY(lines.at(lines.size() - 3).endsWith(QStringLiteral("10.76"))); // after all steps
}

void TestEvaluationTables::headSaysWhatThePresentValuesAre()
{
    core::Project project = core::defaultProject();
    project.name = "Ga\x1b[31m\nред";
    project.discounting.terms = core::Terms::real;
    project.discounting.timing = core::DiscountTiming::endOfYear;
    const std::string head = core::evaluationHead(*support::evaluated(project));
    QVERIFY(head.starts_with("Ga [31m ред\n"));
    QVERIFY(head.find("1 January 2025 at 11\u00A0% real") != std::string::npos);
    QVERIFY(QString::fromStdString(head).simplified().contains(
        QStringLiteral("flows at the end of the year")));
}

QTEST_APPLESS_MAIN(TestEvaluationTables)
#include "tst_evaluationtables.moc"
