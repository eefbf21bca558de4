#include "core/project/ProjectJson.h"

#include "tests/core/project/Documents.h"

#include <QRegularExpression>
#include <QTest>

using documents::Json;
using documents::patched;

class TestProjectJson : public QObject {
    Q_OBJECT

private slots:
    void documentsReadAndWrittenAreTheSame_data();
    void documentsReadAndWrittenAreTheSame();
    void writtenTextIsStable();
    void fieldsKeepTheOrderOfTheTable();
    void defaultsOfMissingFields();
    void unstatedFieldsAreWrittenOnceTheyDiffer();
    void unstatedBlocksAreWrittenOnceTheyDiffer();
    void barsStateOnlyWhatIsNotTheirDefault();
    void otherWordsOfTiming_data();
    void otherWordsOfTiming();
    void refusals_data();
    void refusals();
    void everyMissingRequiredFieldIsNamed_data();
    void everyMissingRequiredFieldIsNamed();
    void severalProblemsAreToldAtOnce();
    void missingBlocksAreToldOnce();
    void rulesAreLeftToValidation();
    void newerVersionIsNamed();
    void nothingThatIsWrittenIsLost();
};

void TestProjectJson::documentsReadAndWrittenAreTheSame_data()
{
    QTest::addColumn<std::string>("document");
    const Json example = documents::example();
    const Json minimal = documents::minimal();
    QTest::newRow("the example") << example.dump();
    QTest::newRow("nothing but what must be stated") << minimal.dump();
    const auto row = [](const char* name, const Json& document, const char* patch) {
        QTest::newRow(name) << patched(document, QString::fromUtf8(patch)).dump();
    };
    row("blocks stated in part", minimal,
        "[{'op':'add','path':'/levers','value':{'price':1.1}},"
        "{'op':'add','path':'/working_capital','value':{}},"
        "{'op':'add','path':'/royalty','value':{'base':'net'}}]");
    row("defaults stated", minimal,
        "[{'op':'add','path':'/levers','value':{'price':1,'fx':1.0}},"
        "{'op':'add','path':'/description','value':''},"
        "{'op':'add','path':'/scenarios','value':[]},"
        "{'op':'add','path':'/notes','value':{}},"
        "{'op':'add','path':'/evidence','value':{}},"
        "{'op':'add','path':'/price_history','value':[]},"
        "{'op':'add','path':'/analysis','value':{}},"
        "{'op':'add','path':'/reuse_realisation','value':[1]},"
        "{'op':'add','path':'/products/0/note','value':''}]");
    row("an exchange rate path", minimal,
        "[{'op':'replace','path':'/macro/fx','value':{'mode':'path','kzt_per_usd':500.5,"
        "'path':{'2026':500,'2030':650.25}}}]");
    row("a path that the mode does not use", minimal,
        "[{'op':'add','path':'/macro/fx/path','value':480}]");
    row("losses without limit", example,
        "[{'op':'replace','path':'/tax/loss_carry_forward_years','value':null}]");
    row("losses that are lost", example,
        "[{'op':'replace','path':'/tax/loss_carry_forward_years','value':0}]");
    row("every depreciation method, with rates and years it does not use", minimal,
        "[{'op':'add','path':'/tax/asset_classes/"
        "-','value':{'id':'s','name':'S','method':'straight_line','years':7,'rate':0.3}},"
        "{'op':'add','path':'/tax/asset_classes/"
        "-','value':{'id':'d','name':'D','method':'declining_balance','rate':0.25}},"
        "{'op':'add','path':'/tax/asset_classes/"
        "-','value':{'id':'u','name':'U','method':'units_of_production'}},"
        "{'op':'add','path':'/tax/asset_classes/"
        "-','value':{'id':'y','name':'Y','method':'sum_of_years','years':5,'note':'why','property':"
        "true}}]");
    row("amounts in tenge and in real terms", minimal,
        "[{'op':'add','path':'/cost_lines/"
        "-','value':{'id':'wages','name':'Wages','currency':'KZT','fixed':1e9}},"
        "{'op':'add','path':'/capital/items/"
        "-','value':{'id':'plant','name':'Plant','currency':'KZT','terms':'real',"
        "'amount':1e10,'standalone_amount':2e10,'phasing':{'2026':0.25,'2027':0.75},'asset_class':'"
        "all'}}]");
    row("premiums over premiums", minimal,
        "[{'op':'replace','path':'/"
        "products','value':[{'id':'a','name':'A','share':0.5},{'id':'b','name':'B','share':{'2026':"
        "0.25,'2027':0.25}},"
        "{'id':'c','name':'C','share':0.25}]},"
        "{'op':'replace','path':'/price_decks/0/"
        "prices','value':{'a':{'2026':1,'2030':2},'b':{'premium_over':'c','amount':{'2026':-1,'"
        "2027':2.5}},"
        "'c':{'premium_over':'a','amount':3}}}]");
    row("overrides of every kind", example,
        "[{'op':'replace','path':'/scenarios/0/"
        "overrides','value':{'levers.price':0.9,'tax.write_off_at_end':false,"
        "'discounting.terms':'real','macro.usd_inflation':{'2026':0.01,'2030':0.03},'production."
        "ramp_up':[0.5,1],"
        "'tax.loss_carry_forward_years':null,'capital.items.intake.phasing':{'2025':0.5,'2026':0.5}"
        ","
        "'price_decks.floor.prices.ga6n':700}},"
        "{'op':'remove','path':'/scenarios/0/deck'},{'op':'add','path':'/scenarios/0/"
        "note','value':'remark'}]");
    row("a scenario without overrides", example,
        "[{'op':'remove','path':'/scenarios/0/overrides'}]");
    row("every distribution", example,
        "[{'op':'replace','path':'/analysis/correlations','value':[]},"
        "{'op':'replace','path':'/analysis/uncertainties','value':["
        "{'input':'levers.capex','mode':'scale','distribution':{'type':'normal','mean':1,'standard_"
        "deviation':0.1}},"
        "{'input':'levers.opex','distribution':{'type':'truncated_normal','mean':1,'standard_"
        "deviation':0.1,'min':0.5,'max':2}},"
        "{'input':'levers.fx','mode':'set','distribution':{'type':'discrete','values':[0.9,1.1],'"
        "probabilities':[0.5,0.5]}},"
        "{'input':'levers.price','mode':'set','distribution':{'type':'uniform','min':0.5,'max':1.5,"
        "'values':[]}}]}]");
    row("a random walk and a large seed", example,
        "[{'op':'replace','path':'/analysis/"
        "price_process','value':{'type':'random_walk','volatility':0.2}},"
        "{'op':'replace','path':'/analysis/simulation','value':{'seed':18446744073709551615}}]");
    row("an analysis without settings", example,
        "[{'op':'replace','path':'/analysis','value':{}}]");
    row("numbers to their last digit", minimal,
        "[{'op':'replace','path':'/discounting/rate','value':0.10000000000000002},"
        "{'op':'replace','path':'/market/world_production_t_per_year','value':123456789.12345679},"
        "{'op':'replace','path':'/products/0/share','value':1.0}]");
    row("whole numbers with a point", minimal,
        "[{'op':'replace','path':'/timeline/years_of_operation','value':20.0},"
        "{'op':'replace','path':'/version','value':1.0}]");
    row("letters of every script", minimal,
        "[{'op':'replace','path':'/name','value':'Галлий, қазақша \\\"quoted\\\" \\\\ \\n \\u0001 "
        "\xF0\x9F\x98\x80'}]");
    row("notes of a block that is absent", minimal,
        "[{'op':'add','path':'/notes','value':{'resource.recovery':'to come','capital':'x'}}]");
    row("a life of 200 years", minimal,
        "[{'op':'replace','path':'/timeline/years_of_operation','value':200}]");
    Json shuffled;
    for (auto field = minimal.rbegin(); field != minimal.rend(); ++field)
        shuffled[field.key()] = field.value();
    QTest::newRow("fields in another order") << shuffled.dump();
}

void TestProjectJson::documentsReadAndWrittenAreTheSame()
{
    QFETCH(std::string, document);
    const auto project = core::readProject(document);
    QVERIFY2(project, project ? "" : qPrintable(documents::lines(project.error().problems)));
    const std::string written = core::writeProject(*project);
    // Compared without regard to the order of fields.
    const auto before = nlohmann::json::parse(document);
    const auto after = nlohmann::json::parse(written);
    QVERIFY2(before == after, nlohmann::json::diff(before, after).dump().c_str());
    QVERIFY(core::readProject(written).value() == *project);
}

void TestProjectJson::writtenTextIsStable()
{
    const std::string once = core::writeProject(core::defaultProject());
    QCOMPARE(core::writeProject(core::readProject(once).value()), once);
    QVERIFY(once.starts_with("{\n \"format\": \"galval-project\",\n \"version\": 1,\n \"name\": "));
    QVERIFY(once.find("\"2026\": 1500,\n") != std::string::npos);
    QVERIFY(once.ends_with("}\n"));
}

void TestProjectJson::fieldsKeepTheOrderOfTheTable()
{
    const Json written = Json::parse(core::writeProject(core::defaultProject()));
    std::vector<std::string> keys;
    for (const auto& [key, value] : written.items())
        keys.push_back(key);
    std::vector<std::string> expected;
    const Json example = documents::example();
    for (const auto& [key, value] : example.items())
        expected.push_back(key);
    QCOMPARE(keys, expected);
}

void TestProjectJson::defaultsOfMissingFields()
{
    const core::Project project = core::readProject(documents::minimal().dump()).value();
    QVERIFY(project.levers == core::Levers {});
    QCOMPARE(project.timeline.closureYears, 0);
    QCOMPARE(project.discounting.terms, core::Terms::nominal);
    QCOMPARE(project.discounting.timing, core::DiscountTiming::midYear);
    QVERIFY(!project.resource);
    QCOMPARE(project.production.rampUp, core::Profile {1.0});
    QCOMPARE(project.production.utilisation, 1.0);
    QCOMPARE(project.products.front().payable, 1.0);
    QCOMPARE(project.reuseRealisation, core::Profile {1.0});
    QCOMPARE(project.capital.sustainingFromOperatingYear, 1);
    QCOMPARE(project.financing.gearing, 0.0);
    QCOMPARE(project.tax.lossOffsetLimit, 1.0);
    QVERIFY(project.tax.writeOffAtEnd);
    QVERIFY(!project.analysis);
    QVERIFY(project.unstated.contains("levers"));
    QVERIFY(project.unstated.contains("production.ramp_up"));
    QVERIFY(project.unstated.contains("products.ga4n.payable"));
}

void TestProjectJson::unstatedFieldsAreWrittenOnceTheyDiffer()
{
    core::Project project = core::readProject(documents::minimal().dump()).value();
    project.production.utilisation = 0.9;
    project.products.front().note = "why";
    const Json written = Json::parse(core::writeProject(project));
    QCOMPARE(written["production"]["utilisation"].get<double>(), 0.9);
    QVERIFY(!written["production"].contains("ramp_up"));
    QCOMPARE(written["products"][0]["note"].get<std::string>(), std::string("why"));
    QVERIFY(!written["products"][0].contains("payable"));
}

void TestProjectJson::unstatedBlocksAreWrittenOnceTheyDiffer()
{
    core::Project project = core::readProject(documents::minimal().dump()).value();
    project.financing.gearing = 0.5;
    project.levers.price = 2.0;
    const std::string text = core::writeProject(project);
    const Json written = Json::parse(text);
    QCOMPARE(written["financing"]["gearing"].get<double>(), 0.5);
    QVERIFY(written["financing"].contains("tenor_years"));
    QCOMPARE(written["levers"]["price"].get<double>(), 2.0);
    QVERIFY(!written.contains("royalty"));
    const core::Project back = core::readProject(text).value();
    QVERIFY(back.financing == project.financing);
    QVERIFY(back.levers == project.levers);
}

void TestProjectJson::barsStateOnlyWhatIsNotTheirDefault()
{
    core::Project project = core::defaultProject();
    project.analysis->tornado = {
        {"levers.price", 0.7, 1.3}, {"levers.opex", {}, {}}, {"levers.fx", 0.9, 1.1, false}};
    const std::string text = core::writeProject(project);
    QVERIFY(Json::parse(text)["analysis"]["tornado"] == Json::parse(R"([
        {"input": "levers.price", "low": 0.7, "high": 1.3},
        {"input": "levers.opex"},
        {"input": "levers.fx", "low": 0.9, "high": 1.1, "used": false}])"));
    QVERIFY(core::readProject(text).value() == project);
}

void TestProjectJson::otherWordsOfTiming_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<core::DiscountTiming>("timing");
    QTest::newRow("start") << "start" << core::DiscountTiming::startOfYear;
    QTest::newRow("start_year") << "start_year" << core::DiscountTiming::startOfYear;
    QTest::newRow("mid") << "mid" << core::DiscountTiming::midYear;
    QTest::newRow("end") << "end" << core::DiscountTiming::endOfYear;
    QTest::newRow("end_year") << "end_year" << core::DiscountTiming::endOfYear;
}

void TestProjectJson::otherWordsOfTiming()
{
    QFETCH(QString, word);
    QFETCH(core::DiscountTiming, timing);
    Json document = documents::minimal();
    document["discounting"]["timing"] = word.toStdString();
    const auto project = core::readProject(document.dump());
    QVERIFY(project);
    QCOMPARE(project->discounting.timing, timing);
}

void TestProjectJson::refusals_data()
{
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("fragment");
    const auto row = [](const char* name, const char* patch, const char* where,
                         const char* fragment) {
        QTest::newRow(name) << QString::fromUtf8(patch) << QString::fromUtf8(where)
                            << QString::fromUtf8(fragment);
    };
    row("an unknown field at the top", "[{'op':'add','path':'/levres','value':{}}]", "levres",
        "is not a known field; did you mean levers?");
    row("an unknown field in a block", "[{'op':'add','path':'/production/utilization','value':1}]",
        "production.utilization", "did you mean utilisation?");
    row("an unknown field in a list element",
        "[{'op':'add','path':'/cost_lines/8/fixd','value':1}]", "cost_lines.labour.fixd",
        "did you mean fixed?");
    row("an unknown field in a premium",
        "[{'op':'add','path':'/price_decks/0/prices/ga6n/amout','value':1}]",
        "price_decks.consensus.prices.ga6n.amout", "did you mean amount?");
    row("an unknown lever", "[{'op':'add','path':'/levers/tax','value':1}]", "levers.tax",
        "is not a known field");
    row("an unknown field of a distribution",
        "[{'op':'add','path':'/analysis/uncertainties/0/distribution/median','value':1}]",
        "analysis.uncertainties[0].distribution.median", "is not a known field");
    row("a text for a number", "[{'op':'replace','path':'/discounting/rate','value':'high'}]",
        "discounting.rate", "expected a number from -0.99 to 10, found text");
    row("null for a number", "[{'op':'replace','path':'/levers/price','value':null}]",
        "levers.price", "found null");
    row("true for a number", "[{'op':'replace','path':'/levers/price','value':true}]",
        "levers.price", "found true");
    row("a number for a text", "[{'op':'replace','path':'/name','value':1}]", "name",
        "expected text, found 1");
    row("a number for a yes or no", "[{'op':'replace','path':'/tax/write_off_at_end','value':1}]",
        "tax.write_off_at_end", "expected true or false, found 1");
    row("half a year", "[{'op':'replace','path':'/timeline/years_of_operation','value':2.5}]",
        "timeline.years_of_operation", "expected a whole number from 1 to 300, found 2.5");
    row("a year beyond all numbers",
        "[{'op':'replace','path':'/timeline/first_year','value':1e300}]", "timeline.first_year",
        "expected a whole number from 1800 to 3000");
    row("an array for a block", "[{'op':'replace','path':'/timeline','value':[]}]", "timeline",
        "expected an object, found an array");
    row("an object for a list", "[{'op':'replace','path':'/cost_lines','value':{}}]", "cost_lines",
        "expected an array, found an object");
    row("a number in a list of blocks", "[{'op':'replace','path':'/cost_lines/3','value':5}]",
        "cost_lines[3]", "expected an object, found 5");
    row("a text for a series", "[{'op':'replace','path':'/macro/usd_inflation','value':'2 %'}]",
        "macro.usd_inflation", "or an object of year and number, found text");
    row("a series without years", "[{'op':'replace','path':'/macro/usd_inflation','value':{}}]",
        "macro.usd_inflation", "expected at least one year");
    row("a series with a key that is no year",
        "[{'op':'replace','path':'/macro/usd_inflation','value':{'soon':0.02}}]",
        "macro.usd_inflation", "expected years from 1800 to 3500, found \"soon\"");
    row("a year written in another way",
        "[{'op':'replace','path':'/macro/usd_inflation','value':{'02027':0.02}}]",
        "macro.usd_inflation", "found \"02027\"");
    row("a series with text in a year",
        "[{'op':'replace','path':'/macro/usd_inflation','value':{'2027':'x'}}]",
        "macro.usd_inflation", "in 2027, found text");
    row("a profile without entries", "[{'op':'replace','path':'/production/ramp_up','value':[]}]",
        "production.ramp_up", "expected at least one number");
    row("a profile with text", "[{'op':'replace','path':'/production/ramp_up','value':[1,'x']}]",
        "production.ramp_up", "as entry 2, found text");
    row("a number for a profile", "[{'op':'replace','path':'/production/ramp_up','value':1}]",
        "production.ramp_up", "expected an array");
    row("a number for a phasing", "[{'op':'replace','path':'/capital/items/0/phasing','value':1}]",
        "capital.items.intake.phasing", "expected an object of year and a number from 0 to 1");
    row("an unknown word",
        "[{'op':'replace','path':'/tax/asset_classes/0/method','value':'linear'}]",
        "tax.asset_classes.I.method", "expected one of straight_line, declining_balance, ");
    row("a word in capitals", "[{'op':'replace','path':'/discounting/terms','value':'Nominal'}]",
        "discounting.terms", "expected one of nominal, real, found \"Nominal\"");
    row("an unknown currency", "[{'op':'replace','path':'/cost_lines/0/currency','value':'EUR'}]",
        "cost_lines.bauxite.currency", "expected one of USD, KZT, found \"EUR\"");
    row("a price that is no price",
        "[{'op':'replace','path':'/price_decks/0/prices/ga4n','value':[1]}]",
        "price_decks.consensus.prices.ga4n", "or a premium over another product");
    row("a premium without an amount",
        "[{'op':'remove','path':'/price_decks/0/prices/ga6n/amount'}]",
        "price_decks.consensus.prices.ga6n.amount", "is missing");
    row("a loan without a tenor", "[{'op':'remove','path':'/financing/tenor_years'}]",
        "financing.tenor_years", "is missing; expected a whole number from 1 to 100");
    row("a resource without recovery", "[{'op':'remove','path':'/resource/recovery'}]",
        "resource.recovery", "is missing; expected a number from 0 to 1");
    row("a price process without volatility",
        "[{'op':'remove','path':'/analysis/price_process/volatility'}]",
        "analysis.price_process.volatility", "is missing");
    row("null for a block", "[{'op':'replace','path':'/resource','value':null}]", "resource",
        "expected an object, found null");
    row("null for years of a method",
        "[{'op':'add','path':'/tax/asset_classes/0/years','value':null}]",
        "tax.asset_classes.I.years", "expected a whole number from 1 to 300, found null");
    row("an override without years",
        "[{'op':'add','path':'/scenarios/0/overrides/macro.usd_inflation','value':{}}]",
        "scenarios.announced.overrides.macro.usd_inflation", "expected at least one year");
    row("a number for a note", "[{'op':'add','path':'/notes/levers.price','value':1}]",
        "notes.levers.price", "expected text, found 1");
    row("a negative seed", "[{'op':'replace','path':'/analysis/simulation/seed','value':-1}]",
        "analysis.simulation.seed", "expected a whole number from 0 to 18446744073709551615");
    row("another format", "[{'op':'replace','path':'/format','value':'other'}]", "format",
        "expected \"galval-project\", found \"other\"");
    row("no format", "[{'op':'remove','path':'/format'}]", "format", "is missing");
    row("a version that never was", "[{'op':'replace','path':'/version','value':0}]", "version",
        "expected 1, found 0");
    row("a version as text", "[{'op':'replace','path':'/version','value':'1'}]", "version",
        "expected 1, found text");
    row("no document", "[{'op':'replace','path':'','value':[1]}]", "",
        "expected an object, found an array");
}

void TestProjectJson::refusals()
{
    QFETCH(QString, patch);
    QFETCH(QString, where);
    QFETCH(QString, fragment);
    const auto project = core::readProject(patched(documents::example(), patch).dump());
    QVERIFY(!project);
    QCOMPARE(project.error().code, core::ErrorCode::InvalidInput);
    const QString told = documents::lines(project.error().problems);
    QVERIFY2(documents::has(project.error().problems, where, fragment), qPrintable(told));
    QVERIFY2(project.error().problems.size() == 1, qPrintable(told));
}

void TestProjectJson::everyMissingRequiredFieldIsNamed_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("where");
    const auto walk = [](const Json& node, const QString& pointer, const QString& where,
                          auto& self) -> void {
        for (const auto& [key, value] : node.items()) {
            const QString name = QString::fromStdString(key);
            const bool isElement = node.is_array();
            const QString path =
                isElement         ? where + QLatin1Char('.') + QString::fromStdString(value["id"])
                : where.isEmpty() ? name
                                  : where + QLatin1Char('.') + name;
            if (!isElement)
                QTest::newRow(qPrintable(path)) << pointer + QLatin1Char('/') + name << path;
            if (value.is_structured() && name != QLatin1String("prices"))
                self(value, pointer + QLatin1Char('/') + name, path, self);
        }
    };
    const Json minimal = documents::minimal();
    walk(minimal, {}, {}, walk);
}

// The minimal document holds nothing but required fields, so taking out any one must be noticed.
void TestProjectJson::everyMissingRequiredFieldIsNamed()
{
    QFETCH(QString, pointer);
    QFETCH(QString, where);
    const QString patch = QStringLiteral("[{'op':'remove','path':'%1'}]").arg(pointer);
    const auto project = core::readProject(patched(documents::minimal(), patch).dump());
    QVERIFY(!project);
    const bool isId = where.endsWith(QLatin1String(".id"));
    const QString expected =
        isId ? QString(where).replace(
                   QRegularExpression(QStringLiteral("\\.[^.]+\\.id$")), QStringLiteral("[0].id"))
             : where;
    const QString told = documents::lines(project.error().problems);
    QVERIFY2(
        documents::has(project.error().problems, expected, QStringLiteral("is missing; expected")),
        qPrintable(told));
}

void TestProjectJson::severalProblemsAreToldAtOnce()
{
    const QString patch =
        QStringLiteral("[{'op':'add','path':'/colour','value':1},"
                       "{'op':'replace','path':'/timeline/years_of_operation','value':-5},"
                       "{'op':'replace','path':'/market/oecd_share','value':1.5},"
                       "{'op':'remove','path':'/discounting/rate'},"
                       "{'op':'replace','path':'/levers/price','value':'x'},"
                       "{'op':'replace','path':'/shareholders/0/share','value':0.3},"
                       "{'op':'replace','path':'/capital/items/0/asset_class','value':'V'},"
                       "{'op':'replace','path':'/active_deck','value':'none'}]");
    const auto project = core::readProject(patched(documents::example(), patch).dump());
    QVERIFY(!project);
    const core::Problems& problems = project.error().problems;
    const QString told = documents::lines(problems);
    const auto has = [&](const char* where, const char* fragment) {
        return documents::has(problems, QLatin1String(where), QLatin1String(fragment));
    };
    QVERIFY2(has("colour", "is not a known field"), qPrintable(told));
    QVERIFY2(has("timeline.years_of_operation", "found -5"), qPrintable(told));
    QVERIFY2(
        has("market.oecd_share", "expected a number from 0 to 1, found 1.5"), qPrintable(told));
    QVERIFY2(has("discounting.rate", "is missing"), qPrintable(told));
    QVERIFY2(has("levers.price", "found text"), qPrintable(told));
    QVERIFY2(has("shareholders", "sum to 1"), qPrintable(told));
    QVERIFY2(has("capital.items.intake.asset_class", "expected one of I, II, III, IV"),
        qPrintable(told));
    QVERIFY2(has("active_deck", "expected one of consensus"), qPrintable(told));
    QCOMPARE(problems.size(), std::size_t {8});
}

void TestProjectJson::missingBlocksAreToldOnce()
{
    const QString patch =
        QStringLiteral("[{'op':'remove','path':'/tax'},{'op':'remove','path':'/products'},"
                       "{'op':'remove','path':'/timeline'}]");
    const auto project = core::readProject(patched(documents::example(), patch).dump());
    QVERIFY(!project);
    const QString told = documents::lines(project.error().problems);
    QVERIFY2(project.error().problems.size() == 3, qPrintable(told));
}

void TestProjectJson::rulesAreLeftToValidation()
{
    Json document = documents::example();
    document["market"]["oecd_share"] = 1.5;
    document["shareholders"][0]["share"] = 0.1;
    QVERIFY(!core::readProject(document.dump()));
    const auto project = core::parseProject(document.dump());
    QVERIFY(project);
    QCOMPARE(project->market.oecdShare, 1.5);
    QVERIFY(nlohmann::json::parse(core::writeProject(*project)) ==
            nlohmann::json::parse(document.dump()));
    document["colour"] = 1;
    QVERIFY(!core::parseProject(document.dump()));
}

void TestProjectJson::newerVersionIsNamed()
{
    Json document = documents::example();
    document["version"] = 2;
    document["hologram"] = true;
    const auto project = core::readProject(document.dump());
    QVERIFY(!project);
    QCOMPARE(project.error().code, core::ErrorCode::FileTooNew);
    QVERIFY(documents::has(project.error().problems, "version", "a newer version of Galval"));
}

// A project that no document was read for states everything.
void TestProjectJson::nothingThatIsWrittenIsLost()
{
    core::Project project = core::defaultProject();
    project.unstated.clear();
    project.discounting.rate = 0.1 + 0.2;
    project.tax.assetClasses.front().years = 3;
    const auto back = core::readProject(core::writeProject(project));
    QVERIFY2(back, back ? "" : qPrintable(documents::lines(back.error().problems)));
    QVERIFY(*back == project);
}

QTEST_APPLESS_MAIN(TestProjectJson)
#include "tst_project_json.moc"
