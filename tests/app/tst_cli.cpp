#include "tests/app/CommandLineTest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using support::Json;
using support::Run;

// galval-cli, run as a user does.
class TestCli : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void namesTheNearestCommand();
    void convertsWithoutLoss();
    void replacesWhatIsThere();
    void readsByContentNotByName();
    void jsonOfAnEvaluation();
    void setsAreAppliedInOrder();
    void setsAreJudgedTogether();
    void metricsOfFlows_data();
    void metricsOfFlows();
    void saysWhenNothingCanBePrinted();

private:
    Run run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return support::runCli(m_folder.path(), arguments, input);
    }
    Json evaluated(const QStringList& arguments) const
    {
        const Run result = run(QStringList {"evaluate", "p.galval", "--json"} + arguments);
        return Json::parse(result.output.toStdString(), nullptr, false);
    }

    QTemporaryDir m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QCOMPARE(run({"new", "p.galval"}).status, 0);
    QCOMPARE(run({"new", "p.json"}).status, 0);
}

void TestCli::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("fragments");
    QTest::newRow("help") << QStringList {"--help"} << QStringList {"evaluate", "Exit status"};
    QTest::newRow("help on a command")
        << QStringList {"evaluate", "--help"} << QStringList {"--set"};
    QTest::newRow("version") << QStringList {"--version"} << QStringList {"galval-cli 1."};
    QTest::newRow("a new project file")
        << QStringList {"new", "new.galval"} << QStringList {"new.galval: ERG gallium, Pavlodar"};
    QTest::newRow("a valid project file")
        << QStringList {"validate", "p.galval"} << QStringList {"p.galval: valid"};
    QTest::newRow("a valid document")
        << QStringList {"validate", "p.json"} << QStringList {"p.json: valid"};
    QTest::newRow("an evaluation as tables")
        << QStringList {"evaluate", "p.json"}
        << QStringList {"Key figures", "10.76", "Cash flow of the project", "Value by price deck",
               "Demand surge", "Value of reuse", "+95.04"};
    QTest::newRow("an evaluation with changes says so")
        << QStringList {"evaluate", "p.json", "--set", "levers.price=*0.9", "--deck", "floor"}
        << QStringList {"With levers.price=*0.9, active_deck=floor\n", "Western floor price"};
    QTest::newRow("an explained row")
        << QStringList {"explain", "p.galval", "income_tax", "2028"}
        << QStringList {"816,472.4", "Made from", "Used by", "Sources"};
    QTest::newRow("an explained row of another case")
        << QStringList {"explain", "p.galval", "capex", "2026", "--case", "standalone"}
        << QStringList {"standalone.capex", "30,000,000"};
    QTest::newRow("an explained metric without a year")
        << QStringList {"explain", "p.galval", "irr"} << QStringList {"20.9230"};
    QTest::newRow("an explained metric with a year")
        << QStringList {"explain", "p.galval", "irr", "2030"} << QStringList {"20.9230"};
    QTest::newRow("the break-even price explained")
        << QStringList {"explain", "p.galval", "break_even_price_per_kg"}
        << QStringList {"467.1578", "found by solving"};
    QTest::newRow("the value of reuse explained")
        << QStringList {"explain", "p.galval", "npv_savings", "--case", "savings"}
        << QStringList {"95,040,833"};
    QTest::newRow("an explanation with changes")
        << QStringList {"explain", "p.galval", "income_tax", "2028", "--set",
               "tax.income_tax_rate=25%"}
        << QStringList {"= 0.25 × (1 − 0)"};
    QTest::newRow("all inputs") << QStringList {"inputs", "p.json"}
                                << QStringList {"cost_lines.labour.fixed", "Evidence: analyst."};
    QTest::newRow("all inputs as JSON") << QStringList {"inputs", "p.json", "--json"}
                                        << QStringList {"\"id\": \"cost_lines.labour.fixed\""};
}

void TestCli::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, fragments);
    support::verifyAnswer(run(arguments), fragments);
}

void TestCli::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("problems"); // how each line begins, after the program's name
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& problems,
                         int status = 2) {
        QTest::newRow(name) << arguments << status << problems;
    };
    row("no command", {}, {"expected one of new, convert, validate, evaluate, explain, inputs, "});
    row("an unknown command", {"evalute", "p.json"},
        {"evalute: is no command; expected one of new, convert, validate, evaluate, "});
    row("a command without its file", {"evaluate"}, {"FILE is required"});
    row("an argument too many", {"validate", "p.json", "p.galval"},
        {"The following argument was not expected"});
    row("an unknown option", {"evaluate", "p.json", "--fast"},
        {"The following argument was not expected"});
    row("an option of another command", {"validate", "p.json", "--json"},
        {"The following argument was not expected"});
    row("a missing file", {"evaluate", "none.json"}, {"none.json: There is no such file."});
    row("a form that is not known", {"new", "p.xlsx"},
        {"p.xlsx: The name ends neither in .galval"});
    row("a folder that does not exist", {"convert", "p.json", "none/p.json"},
        {"none/p.json: The folder"});
    row("a set without a value", {"evaluate", "p.json", "--set", "levers.price"},
        {"--set: expected ID=VALUE, found \"levers.price\""});
    row("a set without an id", {"evaluate", "p.json", "--set", "=1"},
        {"--set: expected ID=VALUE, found \"=1\""});
    row("a set of an unknown input", {"evaluate", "p.json", "--set", "levers.prise=1"},
        {"levers.prise: is no input of this project; did you mean levers.price?"});
    row("a set out of range", {"evaluate", "p.json", "--set", "tax.income_tax_rate=20"},
        {"tax.income_tax_rate: expected a number from 0 to 1, found 20"});
    row("a set that is no number", {"evaluate", "p.json", "--set", "levers.price=high"},
        {"levers.price: expected"});
    row("a set to NaN", {"evaluate", "p.json", "--set", "levers.price=nan"},
        {"levers.price: expected"});
    row("a set beyond doubles", {"evaluate", "p.json", "--set", "levers.price=1e400"},
        {"levers.price: the number 1e400 is too large"});
    row("a factor that is no number", {"evaluate", "p.json", "--set", "levers.price=*x"},
        {"levers.price: expected a number"});
    row("a percentage that is no number", {"evaluate", "p.json", "--set", "discounting.rate=x%"},
        {"discounting.rate: expected a number"});
    row("every set that is wrong",
        {"evaluate", "p.json", "--set", "levers.opex=-1", "--set", "levers.price=1", "--set",
            "x=1"},
        {"levers.opex: expected a number from 0", "x: is no input"});
    row("an unknown deck", {"evaluate", "p.json", "--deck", "dream"},
        {"active_deck: expected one of consensus, ban_persists"});
    row("a set that breaks a rule between fields",
        {"evaluate", "p.json", "--set", "price_decks.consensus.probability=0.5"}, {"price_decks"});
    row("an unknown row", {"explain", "p.json", "incometax", "2028"},
        {"incometax: is no row or metric of the model; did you mean income_tax?"});
    row("a year outside", {"explain", "p.json", "income_tax", "2060"},
        {"project.income_tax: has no year 2060; expected a year from 2025 to 2046"});
    row("a row by year without one", {"explain", "p.json", "income_tax"},
        {"project.income_tax: is a row by year"});
    row("a year that is none", {"explain", "p.json", "income_tax", "2028.5"},
        {"YEAR: expected a year"});
    row("an unknown case", {"explain", "p.json", "npv", "--case", "best"},
        {"--case: expected project, standalone or savings, found \"best\""});
    row("an unknown timing, and rates that are none",
        {"metrics", "-", "--timing", "noon", "--rate", "ten", "--finance-rate", "-1"},
        {"--rate: expected a number", "--finance-rate: expected a rate above -1",
            "--timing: expected start, mid or end"});
    // Prices that grow by 1000 % a year for 300 years are beyond doubles.
    row("an evaluation that overflows",
        {"evaluate", "p.json", "--set", "macro.usd_inflation=10", "--set",
            "timeline.years_of_operation=300", "--set", "macro.fx.mode=constant"},
        {"usd_index: 'USD price index' in "}, 1);
}

void TestCli::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QStringList, problems);
    support::verifyRefusal(run(arguments), problems, status);
}

void TestCli::namesTheNearestCommand()
{
    const Run result = run({"evalute", "p.json"});
    QVERIFY(result.problems.front().endsWith("; did you mean evaluate?"));
}

void TestCli::convertsWithoutLoss()
{
    QCOMPARE(run({"convert", "p.json", "there.galval"}).status, 0);
    QCOMPARE(run({"convert", "there.galval", "back.json"}).status, 0);
    QCOMPARE(support::contentOf(m_folder.filePath("back.json")),
        support::contentOf(m_folder.filePath("p.json")));
    // But for the revision that the figures rest on, which a document does not have.
    Json evaluation = Json::parse(run({"evaluate", "there.galval", "--json"}).output.toStdString());
    QCOMPARE(evaluation.erase("origin"), std::size_t {1});
    QVERIFY(evaluation == Json::parse(run({"evaluate", "p.json", "--json"}).output.toStdString()));
}

void TestCli::replacesWhatIsThere()
{
    QVERIFY(support::writeFile(m_folder.filePath("old.json"), "old"));
    QVERIFY(support::writeFile(m_folder.filePath("old.galval"), "no database"));
    QCOMPARE(run({"convert", "p.galval", "old.json"}).status, 0);
    QCOMPARE(run({"new", "old.galval"}).status, 0);
    QCOMPARE(run({"validate", "old.json"}).status, 0);
    QCOMPARE(run({"validate", "old.galval"}).status, 0);

    // What cannot be read leaves the old file as it is.
    QVERIFY(support::writeFile(m_folder.filePath("kept.json"), "kept"));
    QCOMPARE(run({"convert", "none.json", "kept.json"}).status, 2);
    QCOMPARE(support::contentOf(m_folder.filePath("kept.json")), QByteArray("kept"));
    QCOMPARE(QDir(m_folder.path()).entryList({"*.tmp"}, QDir::Files | QDir::Hidden), QStringList());
}

void TestCli::readsByContentNotByName()
{
    QVERIFY(QFile::copy(m_folder.filePath("p.json"), m_folder.filePath("json.galval")));
    QVERIFY(QFile::copy(m_folder.filePath("p.galval"), m_folder.filePath("database.json")));
    QVERIFY(QFile::copy(m_folder.filePath("p.json"), m_folder.filePath("Жоба.txt")));
    for (const char* name : {"json.galval", "database.json", "Жоба.txt"})
        QCOMPARE(run({"validate", QString::fromUtf8(name)}).status, 0);
}

void TestCli::jsonOfAnEvaluation()
{
    const Json json = evaluated({});
    QVERIFY(json.is_object());
    // From an independent calculation of the default project.
    const auto isNear = [](double a, double b) { return std::abs(a - b) <= 1e-9 * std::abs(b); };
    QVERIFY(isNear(json["cases"]["project"]["metrics"]["npv"].get<double>(), 10757782.150350617));
    QVERIFY(isNear(
        json["cases"]["savings"]["metrics"]["npv_savings"].get<double>(), 95040833.35630815));
    QVERIFY(isNear(json["expected_npv"].get<double>(), 3180052.7282952936));
}

void TestCli::setsAreAppliedInOrder()
{
    const double plan = evaluated({})["cases"]["project"]["metrics"]["npv"].get<double>();
    const auto npv = [this](const QStringList& arguments) {
        return evaluated(arguments)["cases"]["project"]["metrics"]["npv"].get<double>();
    };
    QVERIFY(npv({"--set", "levers.price=1.2"}) > plan);
    QCOMPARE(npv({"--set", "levers.price=1.2", "--set", "levers.price=1"}), plan);
    QCOMPARE(npv({"--set", "levers.price=2", "--set", "levers.price=*0.5"}), plan);
    QCOMPARE(npv({"--set", "discounting.rate=11%"}), plan);
    QCOMPARE(npv({"--set", "market.oecd_share=*1e0"}), plan);
    QCOMPARE(npv({"--deck", "floor"}), evaluated({})["decks"]["floor"].get<double>());
    QCOMPARE(npv({"--set", "active_deck=floor", "--deck", "consensus"}), plan);
    QCOMPARE(npv({"--set", "production.ramp_up=[0.1, 0.6, 0.85, 1]"}), plan);
    QCOMPARE(npv({"--set", R"(macro.usd_inflation={"2027": 0.023, "2028": 0.02})"}), plan);
    QVERIFY(npv({"--set", "price_decks.consensus.prices.ga4n=*1.1"}) > plan);
}

void TestCli::setsAreJudgedTogether()
{
    // Each alone would leave probabilities that do not sum to 1.
    QCOMPARE(run({"evaluate", "p.json", "--set", "price_decks.consensus.probability=0.4", "--set",
                     "price_decks.ban_persists.probability=0"})
                 .status,
        0);
}

void TestCli::metricsOfFlows_data()
{
    QTest::addColumn<QByteArray>("flows");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("expected"); // figures to check; null where there must be none
    QTest::newRow("without a rate only what needs none")
        << QByteArray("-100\n60\n60\n") << QStringList()
        << QByteArray(
               R"({"npv": null, "mirr": null, "discounted_payback_years": null, "profitability_index": null,
            "equivalent_annual_value": null, "irr": 0.13066238629180748, "irr_roots": [0.13066238629180748],
            "payback_years": 2.6666666666666665})");
    // -100 + 60/1.1 + 60/1.21; annuity of two or three years by hand
    QTest::newRow("first flow at time 0")
        << QByteArray("-100\n60\n60\n") << QStringList {"--rate", "0.1"}
        << QByteArray(R"({"npv": 4.132231404958678, "profitability_index": 1.0413223140495868,
            "mirr": 0.12249721603218241, "equivalent_annual_value": 1.6616314199395776})");
    QTest::newRow("a rate in percent, Windows line ends")
        << QByteArray("-100\r\n60\r\n60\r\n") << QStringList {"--rate", "10%"}
        << QByteArray(R"({"npv": 4.132231404958678})");
    QTest::newRow("first flow at the end of its year")
        << QByteArray("-100\n60\n60\n") << QStringList {"--rate", "0.1", "--timing", "end"}
        << QByteArray(R"({"npv": 3.7565740045078892})");
    QTest::newRow("flows in mid-year")
        << QByteArray("-100\n60\n60\n") << QStringList {"--rate", "0.1", "--timing", "mid"}
        << QByteArray(R"({"npv": 3.9399280547338416})");
    QTest::newRow("rates of their own for the modified rate")
        << QByteArray("-100\n60\n60\n")
        << QStringList {"--finance-rate", "0.1", "--reinvestment-rate", "0"}
        << QByteArray(R"({"npv": null, "mirr": 0.09544511501033215})"); // sqrt(1.2) - 1
    QTest::newRow("two roots, one of them a rate")
        << QByteArray("-1000\n3100\n-2200\n") << QStringList()
        << QByteArray(R"({"irr": 1.0, "irr_roots": [0.1, 1.0]})");
    QTest::newRow("no rate at all")
        << QByteArray("-1\n-1\n") << QStringList {"--rate", "0"}
        << QByteArray(R"({"npv": -2.0, "irr": null, "irr_roots": [], "mirr": null})");
    QTest::newRow("a negative rate")
        << QByteArray("-1\n1\n") << QStringList {"--rate", "-0.5"} << QByteArray(R"({"npv": 1.0})");
}

void TestCli::metricsOfFlows()
{
    QFETCH(QByteArray, flows);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, expected);
    QVERIFY(support::writeFile(m_folder.filePath("flows.txt"), flows));
    const Run ofFile = run(QStringList {"metrics", "flows.txt", "--json"} + options);
    const Run ofInput = run(QStringList {"metrics", "-", "--json"} + options, flows);
    QCOMPARE(ofFile.problems, QStringList());
    QCOMPARE(ofFile.status, 0);
    QCOMPARE(ofInput.output, ofFile.output);
    QCOMPARE(run(QStringList {"metrics", "flows.txt"} + options).status, 0);

    const Json json = Json::parse(ofFile.output.toStdString(), nullptr, false);
    std::vector<std::string> keys;
    for (const auto& entry : json.items())
        keys.push_back(entry.key());
    const std::vector<std::string> all {"npv", "irr", "irr_roots", "mirr", "payback_years",
        "discounted_payback_years", "profitability_index", "equivalent_annual_value"};
    QCOMPARE(keys, all);
    const auto isNear = [](const Json& a, const Json& b) {
        return a.is_number() && std::abs(a.get<double>() - b.get<double>()) <= 1e-9;
    };
    const Json figures = Json::parse(expected.toStdString());
    for (const auto& entry : figures.items()) {
        const Json& found = json[entry.key()];
        const Json& wanted = entry.value();
        bool isEqual = found == wanted;
        if (wanted.is_number())
            isEqual = isNear(found, wanted);
        if (wanted.is_array() && found.size() == wanted.size())
            isEqual = std::equal(found.begin(), found.end(), wanted.begin(), isNear);
        QVERIFY2(isEqual, (entry.key() + " " + found.dump()).c_str());
    }
}

void TestCli::saysWhenNothingCanBePrinted()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("there is no full disk to write to");
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(GALVAL_CLI), {"evaluate", "p.json"});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(),
        QByteArray("galval-cli: standard output could not be written\n"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
