#include "tests/support/FormulaParser.h"

#include <QTest>

#include <cmath>

class TestFormulaParser : public QObject {
    Q_OBJECT

private slots:
    void computes_data();
    void computes();
    void refuses_data();
    void refuses();
};

void TestFormulaParser::computes_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<double>("expected"); // NaN: none
    const double none = std::nan("");
    QTest::newRow("a number") << "2.5" << 2.5;
    QTest::newRow("a number with an exponent") << "1.2e+07" << 1.2e7;
    QTest::newRow("a small number") << "5e-05" << 5e-5;
    QTest::newRow("a negative number") << "−3" << -3.0;
    QTest::newRow("from left to right") << "10 − 4 − 3 + 2" << 5.0;
    QTest::newRow("products before sums") << "2 + 3 × 4 − 8 ÷ 4 ÷ 2" << 13.0;
    QTest::newRow("powers before products") << "2 × 3^2" << 18.0;
    QTest::newRow("brackets") << "(2 + 3) × (−4)" << -20.0;
    QTest::newRow("a negative exponent") << "2^(−1)" << 0.5;
    QTest::newRow("a negative base") << "(−2)^2" << 4.0;
    QTest::newRow("the smaller one") << "min(2 + 3; 4)" << 4.0;
    QTest::newRow("the largest one") << "max(1; −5; 3)" << 3.0;
    QTest::newRow("an average of those there are") << "average(none; 1; 4)" << 2.5;
    QTest::newRow("no figure") << "none" << none;
    QTest::newRow("nothing to choose from") << "min(none; none)" << none;
    QTest::newRow("no figure less a number") << "none − 1" << none;
    QTest::newRow("a rate of return") << "rate of return(−100; 110)" << 0.1;
    QTest::newRow("no rate of return") << "rate of return(100; 110)" << none;
    QTest::newRow("years of payback") << "payback((−100); 50; 100)" << 2.5;
}

void TestFormulaParser::computes()
{
    QFETCH(QString, formula);
    QFETCH(double, expected);
    std::string problem;
    const auto result = support::computeFormula(formula.toStdString(), problem);
    QVERIFY2(result, problem.c_str());
    QCOMPARE(result->value.has_value(), !std::isnan(expected));
    if (result->value)
        QVERIFY(std::abs(*result->value - expected) < 1e-12);
}

void TestFormulaParser::refuses_data()
{
    QTest::addColumn<QString>("formula");
    for (const char* formula :
        {"", "2 +", "(2", "2)", "2 3", "-3", "2 * 3", "min(2", "min 2", "if 1"})
        QTest::newRow(formula) << QString::fromUtf8(formula);
}

void TestFormulaParser::refuses()
{
    QFETCH(QString, formula);
    std::string problem;
    QVERIFY(!support::computeFormula(formula.toStdString(), problem));
    QVERIFY(!problem.empty());
}

QTEST_APPLESS_MAIN(TestFormulaParser)
#include "tst_formulaparser.moc"
