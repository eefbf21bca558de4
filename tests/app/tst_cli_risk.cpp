#include "tests/app/CommandLineTest.h"

#include <QTest>

#include <cmath>

using support::Json;
using support::Run;

// The commands of galval-cli that draw all that is uncertain.
class TestCliRisk : public QObject, private support::CommandFolder {
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreThoseOfTheSeed();
    void threadsChangeNothing();
    void theProjectSaysWhatIsNotGiven();
    void overridesCount();
    void sobolIndicesNameEachInput();
    void textNamesWhatDrivesIt();
    void refuses_data();
    void refuses();
};

void TestCliRisk::initTestCase()
{
    QVERIFY(isValid());
    QCOMPARE(run({"new", "p.json"}).status, 0);
    Json document = support::defaultDocument();
    document.erase("analysis");
    QVERIFY(write("certain.json", document));
    document = support::defaultDocument();
    document["analysis"]["correlations"] = {
        {{"a", "levers.opex"}, {"b", "levers.fx"}, {"rank", 0.9}},
        {{"a", "levers.capex"}, {"b", "levers.opex"}, {"rank", 0.9}},
        {{"a", "levers.capex"}, {"b", "levers.fx"}, {"rank", -0.9}}};
    QVERIFY(write("indefinite.json", document));
    document = support::defaultDocument();
    document["analysis"]["uncertainties"][0]["distribution"]["min"] = 1.1;
    QVERIFY(write("order.json", document));
    document = support::defaultDocument();
    document["analysis"]["uncertainties"][0]["distribution"]["max"] = 1e9;
    QVERIFY(write("limits.json", document));
}

void TestCliRisk::figuresAreThoseOfTheSeed()
{
    const QStringList arguments {"monte-carlo", "p.json", "--trials", "500", "--seed", "5"};
    Json first = json(arguments);
    QCOMPARE(first["metric"].get<std::string>(), std::string("npv"));
    QCOMPARE(first["trials"].get<int>(), 500);
    QCOMPARE(first["seed"].get<int>(), 5);
    QVERIFY(first["seconds"].get<double>() > 0.0);
    QVERIFY(first["percentiles"]["p10"].get<double>() < first["percentiles"]["p90"].get<double>());
    QCOMPARE(first["inputs"].size(), std::size_t {7});
    QCOMPARE(first["inputs"][5]["input"].get<std::string>(), std::string("active_deck"));
    QCOMPARE(first["inputs"][6]["input"].get<std::string>(), std::string("price_process"));
    Json again = json(arguments);
    Json other = json({"monte-carlo", "p.json", "--trials", "500", "--seed", "6"});
    for (Json* document : {&first, &again, &other})
        document->erase("seconds");
    QVERIFY(again == first);
    QVERIFY(other["mean"] != first["mean"]);
}

void TestCliRisk::threadsChangeNothing()
{
    for (const char* sampling : {"random", "latin_hypercube", "sobol"}) {
        Json expected;
        for (const char* threads : {"1", "2", "3", "7"}) {
            Json document = json({"monte-carlo", "p.json", "--trials", "1000", "--sampling",
                sampling, "--threads", threads, "--metric", "irr"});
            QVERIFY(!document.is_discarded());
            document.erase("seconds");
            if (expected.is_null())
                expected = document;
            QVERIFY(document == expected);
        }
    }
}

void TestCliRisk::theProjectSaysWhatIsNotGiven()
{
    const Json document = json({"monte-carlo", "p.json"});
    QCOMPARE(document["trials"].get<int>(), 10'000);
    QCOMPARE(document["seed"].get<int>(), 20'251'123);
    Json sampled = json({"monte-carlo", "p.json", "--sampling", "latin_hypercube"});
    QVERIFY(sampled["mean"] == document["mean"]);
}

void TestCliRisk::overridesCount()
{
    const Json plan = json({"monte-carlo", "p.json", "--trials", "200"});
    const Json cheap =
        json({"monte-carlo", "p.json", "--trials", "200", "--set", "levers.price=0.8"});
    QVERIFY(cheap["mean"].get<double>() < plan["mean"].get<double>());
    const Run text = run({"monte-carlo", "p.json", "--trials", "200", "--set", "levers.price=0.8"});
    QVERIFY(text.output.startsWith("With levers.price"));
}

void TestCliRisk::sobolIndicesNameEachInput()
{
    const Run result = run({"sobol-indices", "p.json", "--samples", "256"});
    QCOMPARE(result.status, 0);
    for (const char* part :
        {"Alone", "In all", "levers.opex", "Yearly prices", "Sum", "estimated from 256 samples"})
        QVERIFY2(result.output.contains(QLatin1String(part)), part);
}

void TestCliRisk::textNamesWhatDrivesIt()
{
    const Run result = run({"monte-carlo", "p.json", "--trials", "200"});
    QCOMPARE(result.status, 0);
    for (const char* part : {"Net present value", "200 trials, Latin hypercube sampling",
             "Standard deviation", "active_deck", "price_process", "levers.opex", "After trials"})
        QVERIFY2(result.output.contains(QLatin1String(part)), part);
}

void TestCliRisk::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no trials")
        << QStringList {"monte-carlo", "p.json", "--trials", "0"}
        << "--trials: expected a whole number from 1 to 10000000, found \"0\"";
    QTest::newRow("ten thousand million trials")
        << QStringList {"monte-carlo", "p.json", "--trials", "10000000000"}
        << "--trials: expected a whole number";
    QTest::newRow("half a trial") << QStringList {"monte-carlo", "p.json", "--trials", "1.5"}
                                  << "--trials: expected a whole number";
    QTest::newRow("a seed that is no number")
        << QStringList {"monte-carlo", "p.json", "--seed", "luck"}
        << "--seed: expected a whole number";
    QTest::newRow("an unknown sampling")
        << QStringList {"monte-carlo", "p.json", "--sampling", "halton"}
        << "--sampling: expected random, latin_hypercube or sobol, found \"halton\"";
    QTest::newRow("no threads") << QStringList {"monte-carlo", "p.json", "--threads", "0"}
                                << "--threads: expected a whole number from 1 to 256";
    QTest::newRow("a metric that does not exist")
        << QStringList {"monte-carlo", "p.json", "--metric", "npw"} << "npw: is no metric";
    QTest::newRow("nothing uncertain") << QStringList {"monte-carlo", "certain.json"}
                                       << "analysis.uncertainties: nothing is uncertain";
    QTest::newRow("correlations that cannot be")
        << QStringList {"monte-carlo", "indefinite.json"}
        << "analysis.correlations: expected correlations that inputs can have together, found ";
    QTest::newRow("a minimum above the mode")
        << QStringList {"monte-carlo", "order.json"}
        << "analysis.uncertainties[0].distribution.mode: expected at least 1.1, found 1";
    QTest::newRow("an end beyond the limits of the field")
        << QStringList {"monte-carlo", "limits.json"}
        << "analysis.uncertainties[0].distribution.max: expected a";
    QTest::newRow("no samples")
        << QStringList {"sobol-indices", "p.json", "--samples", "0"}
        << "--samples: expected a whole number from 1 to 10000000, found \"0\"";
    QTest::newRow("samples by an exponent")
        << QStringList {"sobol-indices", "p.json", "--samples", "1e10"}
        << "--samples: expected a whole number from 1 to 10000000, found \"1e10\"";
    QTest::newRow("more samples than trials that anybody waits for")
        << QStringList {"sobol-indices", "p.json", "--samples", "9000000"}
        << "analysis.simulation.trials: expected 1 to ";
    QTest::newRow("a seed of letters for indices")
        << QStringList {"sobol-indices", "p.json", "--seed", "x"}
        << "--seed: expected a whole number";
}

void TestCliRisk::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, problem);
    support::verifyRefusal(run(arguments), {problem});
}

QTEST_APPLESS_MAIN(TestCliRisk)
#include "tst_cli_risk.moc"
