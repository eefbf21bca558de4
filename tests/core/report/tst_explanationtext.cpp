#include "core/report/ExplanationText.h"

#include "tests/core/report/ReportTest.h"

#include <QRegularExpression>
#include <QTest>

using core::ResultCase;

Q_DECLARE_METATYPE(core::ResultCase)

class TestExplanationText : public QObject {
    Q_OBJECT

private slots:
    void tellsHowAFigureCameAbout_data();
    void tellsHowAFigureCameAbout();
    void everyFigureHasAnExplanation();
    void refusesWithTheNamesAndYearsExpected_data();
    void refusesWithTheNamesAndYearsExpected();
};

void TestExplanationText::tellsHowAFigureCameAbout_data()
{
    QTest::addColumn<ResultCase>("resultCase");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year"); // 0: none
    QTest::addColumn<QStringList>("fragments");
    QTest::newRow("a yearly row with its inputs, sources and users")
        << ResultCase::project << "income_tax" << 2028
        << QStringList {"Income tax, 2028\nproject.income_tax, Tax\n\n816,472.4\u00A0USD\n",
               "Income tax rate × (1 − Income tax relief) × (Profit before losses − Losses used)",
               "= 0.2 × (1 − 0) × (4,527,157 − 444,795.3)", "Income tax rate, 2028", "20\u00A0%",
               "tax.income_tax_rate (evidence: quote): Standard corporate income tax",
               "Free cash flow, 2028"};
    QTest::newRow("the same row stand-alone") << ResultCase::standalone << "income_tax" << 2028
                                              << QStringList {"standalone.income_tax, Tax"};
    QTest::newRow("a row of no case") << ResultCase::standalone << "revenue" << 2030
                                      << QStringList {"\nrevenue, Revenue\n", "9,820,586\u00A0USD"};
    QTest::newRow("the savings of a row that all cases have")
        << ResultCase::savings << "revenue" << 2030
        << QStringList {"savings.revenue", "\n0\u00A0USD\n"};
    QTest::newRow("a full name whatever the case")
        << ResultCase::project << "savings.npv_savings" << 0 << QStringList {"95,040,833\u00A0USD"};
    QTest::newRow("a single figure by all its years")
        << ResultCase::project << "npv" << 0
        << QStringList {"10,757,782\u00A0USD", "by year", "2025\u00A0\u22127,832,920; 2026"};
    QTest::newRow("a rate in percent, whatever the year")
        << ResultCase::project << "irr" << 1990 << QStringList {"\n20.9230\u00A0%\n"};
    QTest::newRow("a rate that does not exist")
        << ResultCase::standalone << "irr" << 0
        << QStringList {"none: the present value is negative at every rate"};
    QTest::newRow("a full name of another case that does not exist")
        << ResultCase::project << "standalone.irr" << 0
        << QStringList {"none: the present value is negative at every rate"};
    QTest::newRow("the price deck by its name") << ResultCase::project << "price.ga4n" << 2030
                                                << QStringList {"Consensus  input  active_deck"};
    QTest::newRow("the break-even price by its proof")
        << ResultCase::project << "break_even_price_per_kg" << 0
        << QStringList {"467.1578\u00A0USD/kg", "found by solving",
               "At the break-even price  467.1578", " 0.00\n"};
    QTest::newRow("the break-even price of the stand-alone plant")
        << ResultCase::standalone << "break_even_price_per_kg" << 0
        << QStringList {"standalone.break_even_price_per_kg", "1,408.616\u00A0USD/kg", " 0.00\n"};
}

void TestExplanationText::tellsHowAFigureCameAbout()
{
    QFETCH(ResultCase, resultCase);
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(QStringList, fragments);
    const auto text = core::explanationText(*support::evaluatedDefault(), resultCase,
        name.toStdString(), year == 0 ? std::nullopt : std::optional(year));
    QVERIFY(text.hasValue());
    for (const QString& fragment : fragments)
        QVERIFY2(QString::fromStdString(*text).contains(fragment), text->c_str());
}

void TestExplanationText::everyFigureHasAnExplanation()
{
    const auto evaluation = support::evaluatedDefault();
    for (const core::Sheet::RowContent& row : evaluation->model().sheet().rows()) {
        std::optional<int> year;
        if (row.years)
            year = row.years->last;
        const auto text =
            core::explanationText(*evaluation, ResultCase::project, row.title.name, year);
        QVERIFY2(text.hasValue(), row.title.name.c_str());
        QVERIFY(text->find("\nFormula\n") != std::string::npos);
        const QRegularExpression noNumber(QStringLiteral("\\b(nan|inf)\\b"));
        QVERIFY2(!QString::fromStdString(*text).contains(noNumber), text->c_str());
    }
}

void TestExplanationText::refusesWithTheNamesAndYearsExpected_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("problem");
    QTest::newRow("misspelt row")
        << "income_tx" << 2028
        << "income_tx: is no row or metric of the model; did you mean income_tax?";
    QTest::newRow("a word that several names hold")
        << "cash_cost" << 0 << "cash_cost: is no row or metric of the model; did you mean";
    QTest::newRow("a row of another case")
        << "npv_savings" << 0
        << "npv_savings: is no row of the case project; the case savings has it";
    QTest::newRow("a year after the last")
        << "income_tax" << 2047
        << "project.income_tax: has no year 2047; expected a year from 2025 to 2046";
    QTest::newRow("no year")
        << "income_tax" << 0
        << "project.income_tax: is a row by year; expected a year from 2025 to 2046";
    QTest::newRow("no name") << "" << 0 << "is no row or metric of the model";
}

void TestExplanationText::refusesWithTheNamesAndYearsExpected()
{
    QFETCH(QString, name);
    QFETCH(int, year);
    QFETCH(QString, problem);
    const auto text = core::explanationText(*support::evaluatedDefault(), ResultCase::project,
        name.toStdString(), year == 0 ? std::nullopt : std::optional(year));
    QVERIFY(!text);
    QCOMPARE(text.error().code, core::ErrorCode::InvalidInput);
    QCOMPARE(text.error().problems.size(), std::size_t {1});
    const QString found = QString::fromStdString(core::sentence(text.error().problems.front()));
    QVERIFY2(found.startsWith(problem), qPrintable(found));
}

QTEST_APPLESS_MAIN(TestExplanationText)
#include "tst_explanationtext.moc"
