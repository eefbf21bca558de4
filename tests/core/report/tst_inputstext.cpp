#include "core/report/InputsText.h"

#include "tests/core/report/ReportTest.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QTest>

using Json = nlohmann::ordered_json;

class TestInputsText : public QObject {
    Q_OBJECT

private slots:
    void everyInputIsListed();
    void valuesReadAsPeopleWriteThem_data();
    void valuesReadAsPeopleWriteThem();
    void aSharedNoteStandsOnce();
    void jsonHasTheValuesAsTheyAreStated();
};

void TestInputsText::everyInputIsListed()
{
    const core::Project project = core::defaultProject();
    const QStringList lines = support::linesOf(core::inputsText(project));
    const Json json = Json::parse(core::inputsJson(project), nullptr, false);
    const std::vector<core::Input> inputs = core::inputsOf(project);
    QCOMPARE(json.size(), inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const QString id = QString::fromStdString(inputs[i].id);
        const auto begins = [&](const QString& line) {
            return line.startsWith(id + QLatin1Char(' '));
        };
        QCOMPARE(std::count_if(lines.begin(), lines.end(), begins), 1);
        QCOMPARE(json[i]["id"].get<std::string>(), inputs[i].id);
    }
}

void TestInputsText::valuesReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("range");
    const auto row = [](const char* name, const char* id, const char* value, const char* range) {
        QTest::newRow(name) << QString::fromUtf8(id) << QString::fromUtf8(value)
                            << QString::fromUtf8(range);
    };
    row("a year without separator", "timeline.base_year", "2026", "1800 to 3000");
    row("a single year", "timeline.closure_years", "1\u00A0year", "0 to 100");
    row("a rate in percent", "resource.recovery", "15.5\u00A0%", "0 to 100\u00A0%");
    row("an amount with its unit", "production.nameplate_kg_per_year", "15,000\u00A0kg/year",
        "from 0");
    row("a lever is a bare factor", "levers.price", "1", "0 to 100");
    row("a series by its ends", "price_decks.consensus.prices.ga4n",
        "2026: 1,500 … 2045: 685\u00A0USD/kg", "from 0");
    row("a profile", "production.ramp_up", "10\u00A0%, 60\u00A0%, 85\u00A0%, 100\u00A0%",
        "0 to 200\u00A0%");
    row("a choice among words", "discounting.terms", "nominal", "nominal, real");
    row("yes or no", "tax.write_off_at_end", "true", "true, false");
    row("a value that is absent", "macro.fx.path", "–", "from 0.01");
}

void TestInputsText::valuesReadAsPeopleWriteThem()
{
    QFETCH(QString, id);
    QFETCH(QString, value);
    QFETCH(QString, range);
    const QStringList lines =
        support::linesOf(core::inputsText(core::defaultProject()))
            .filter(QRegularExpression("^" + QRegularExpression::escape(id) + " "));
    QCOMPARE(lines.size(), 1);
    const QStringList cells = lines.front().split(QRegularExpression(QStringLiteral(" {2,}")));
    QCOMPARE(cells.at(1), value);
    QCOMPARE(cells.at(2), range);
}

void TestInputsText::aSharedNoteStandsOnce()
{
    const QString text =
        QString::fromStdString(core::inputsText(core::defaultProject())).simplified();
    QCOMPARE(text.count(QStringLiteral("USD 20 million in all: announced by ERG.")), 1);
    QVERIFY(text.contains(QStringLiteral("Evidence: quote. Standard corporate income tax")));
    QVERIFY(
        text.contains(QStringLiteral("Converges on the incentive price"))); // of the deck itself
}

void TestInputsText::jsonHasTheValuesAsTheyAreStated()
{
    const core::Project project = core::defaultProject();
    const Json json = Json::parse(core::inputsJson(project), nullptr, false);
    const auto entry = [&](const std::string& id) {
        for (const Json& candidate : json)
            if (candidate["id"] == id)
                return candidate;
        return Json();
    };
    QCOMPARE(entry("resource.recovery")["value"].get<double>(), 0.155);
    QCOMPARE(entry("timeline.base_year")["value"].get<int>(), 2026);
    QCOMPARE(entry("macro.usd_inflation")["value"]["2027"].get<double>(), 0.023);
    QCOMPARE(entry("production.ramp_up")["value"].size(), std::size_t {4});
    QVERIFY(entry("macro.fx.path")["value"].is_null());
    QVERIFY(entry("tax.write_off_at_end")["value"].is_boolean());
    QVERIFY(entry("discounting.terms")["minimum"].is_null());
    QCOMPARE(entry("tax.income_tax_rate")["evidence"].get<std::string>(), std::string("quote"));
    QVERIFY(entry("capital.items.intake.amount")["note"].get<std::string>().starts_with(
        "USD 20 million"));
}

QTEST_APPLESS_MAIN(TestInputsText)
#include "tst_inputstext.moc"
