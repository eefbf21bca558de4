#include "tests/app/CommandLineTest.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using support::Json;
using support::Run;

// galval-cli monte-carlo, run as a user does.
class TestCliRisk : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreThoseOfTheSeed();
    void threadsChangeNothing();
    void theProjectSaysWhatIsNotGiven();
    void overridesCount();
    void textNamesWhatDrivesIt();
    void refuses_data();
    void refuses();

private:
    Run run(const QStringList& arguments) const
    {
        return support::runCli(m_folder.path(), arguments);
    }
    Json json(const QStringList& arguments) const
    {
        const Run result = run(QStringList {"monte-carlo"} + arguments + QStringList {"--json"});
        return Json::parse(result.output.toStdString(), nullptr, false);
    }
    bool write(const QString& name, const Json& document) const
    {
        return support::writeFile(
            m_folder.filePath(name), QByteArray::fromStdString(document.dump()));
    }

    QTemporaryDir m_folder;
};

void TestCliRisk::initTestCase()
{
    QVERIFY(m_folder.isValid());
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
    const QStringList arguments {"p.json", "--trials", "500", "--seed", "5"};
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
    Json other = json({"p.json", "--trials", "500", "--seed", "6"});
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
            Json document = json({"p.json", "--trials", "1000", "--sampling", sampling, "--threads",
                threads, "--metric", "irr"});
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
    const Json document = json({"p.json"});
    QCOMPARE(document["trials"].get<int>(), 10'000);
    QCOMPARE(document["seed"].get<int>(), 20'251'123);
    Json sampled = json({"p.json", "--sampling", "latin_hypercube"});
    QVERIFY(sampled["mean"] == document["mean"]);
}

void TestCliRisk::overridesCount()
{
    const Json plan = json({"p.json", "--trials", "200"});
    const Json cheap = json({"p.json", "--trials", "200", "--set", "levers.price=0.8"});
    QVERIFY(cheap["mean"].get<double>() < plan["mean"].get<double>());
    const Run text = run({"monte-carlo", "p.json", "--trials", "200", "--set", "levers.price=0.8"});
    QVERIFY(text.output.startsWith("With levers.price"));
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
        << QStringList {"p.json", "--trials", "0"}
        << "--trials: expected a whole number from 1 to 10000000, found \"0\"";
    QTest::newRow("ten thousand million trials")
        << QStringList {"p.json", "--trials", "10000000000"} << "--trials: expected a whole number";
    QTest::newRow("half a trial") << QStringList {"p.json", "--trials", "1.5"}
                                  << "--trials: expected a whole number";
    QTest::newRow("a seed that is no number")
        << QStringList {"p.json", "--seed", "luck"} << "--seed: expected a whole number";
    QTest::newRow("an unknown sampling")
        << QStringList {"p.json", "--sampling", "halton"}
        << "--sampling: expected random, latin_hypercube or sobol, found \"halton\"";
    QTest::newRow("no threads") << QStringList {"p.json", "--threads", "0"}
                                << "--threads: expected a whole number from 1 to 256";
    QTest::newRow("a metric that does not exist")
        << QStringList {"p.json", "--metric", "npw"} << "npw: is no metric";
    QTest::newRow("nothing uncertain")
        << QStringList {"certain.json"} << "analysis.uncertainties: nothing is uncertain";
    QTest::newRow("correlations that cannot be")
        << QStringList {"indefinite.json"}
        << "analysis.correlations: expected correlations that inputs can have together, found ";
    QTest::newRow("a minimum above the mode")
        << QStringList {"order.json"}
        << "analysis.uncertainties[0].distribution.mode: expected at least 1.1, found 1";
    QTest::newRow("an end beyond the limits of the field")
        << QStringList {"limits.json"} << "analysis.uncertainties[0].distribution.max: expected a";
}

void TestCliRisk::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, problem);
    const Run result = run(QStringList {"monte-carlo"} + arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.problems.size(), 1);
    QVERIFY2(result.problems.front().contains(problem), qPrintable(result.problems.front()));
    QVERIFY(result.output.isEmpty());
}

QTEST_APPLESS_MAIN(TestCliRisk)
#include "tst_cli_risk.moc"
