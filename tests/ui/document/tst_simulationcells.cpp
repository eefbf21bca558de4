#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "ui/document/Session.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using core::InputValue;
using core::Project;
using ui::CellAddress;
using ui::Session;

namespace {

const std::string capex = "levers.capex"; // triangular: 0.95, 1, 1.35
const std::string opex = "levers.opex";   // PERT: 0.85, 1, 1.25
const std::string fx = "levers.fx";       // lognormal: 1, 0.08

CellAddress of(const std::string& input, const char* field, std::optional<int> place = {})
{
    return {ui::uncertaintyCell(input, field), place};
}

CellAddress setting(const char* path)
{
    return {u"analysis."_s + QLatin1StringView(path), {}};
}

double numberIn(const Session& session, const CellAddress& cell)
{
    const auto content = ui::contentOf(session.project(), cell);
    return content ? std::get<double>(content->value) : std::nan("");
}

const core::Distribution& distributionIn(const Session& session, const std::string& input)
{
    return ui::uncertaintyOf(session.project(), input)->distribution;
}

}

class TestSimulationCells : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void describesParametersAsInputs();
    void typesAParameter();
    void refusesWhatIsNoDistribution_data();
    void refusesWhatIsNoDistribution();
    void everyFamilyFollowsFromEveryOther_data();
    void everyFamilyFollowsFromEveryOther();
    void probabilitiesGiveWayInProportion();
    void valuesComeAndGo();
    void aValueBecomesAFactor();
    void correlationsAreTypedAndGivenBack();
    void settingsAreTyped_data();
    void settingsAreTyped();
    void aProjectWithoutAnalysisGetsOne();
    void startsFromEvidence();
    void removingTakesCorrelationsAlong();
    void whatIsNotThereHasNoCell();
};

void TestSimulationCells::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestSimulationCells::describesParametersAsInputs()
{
    const Session session;
    const core::Input* const low = session.inputOf(ui::uncertaintyCell(capex, "distribution.min"));
    QVERIFY(low);
    QCOMPARE(low->label, std::string("Low"));
    QCOMPARE(low->element, std::string("Capital"));
    QCOMPARE(low->unit, std::string("%"));
    QCOMPARE(low->maximum, 1.0); // that of the likely value
    const core::Input* const high = session.inputOf(ui::uncertaintyCell(capex, "distribution.max"));
    QVERIFY(high);
    QCOMPARE(high->minimum, 1.0);
}

void TestSimulationCells::typesAParameter()
{
    Session session;
    QVERIFY(session.setCell(of(capex, "distribution.max"), 1.5));
    QCOMPARE(numberIn(session, of(capex, "distribution.max")), 1.5);
    QCOMPARE(session.undoStack().undoText(), u"High, Capital: 135 → 150\u00A0%"_s);
    QVERIFY(session.problems().empty());
    session.undoStack().undo();
    QCOMPARE(session.project(), core::defaultProject());
    session.undoStack().redo();
    QCOMPARE(numberIn(session, of(capex, "distribution.max")), 1.5);
}

void TestSimulationCells::refusesWhatIsNoDistribution_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<double>("value");
    const auto row = [](const char* name, const std::string& input, const char* field,
                         double value) {
        QTest::newRow(name) << ui::uncertaintyCell(input, field) << value;
    };
    row("low above likely", capex, "distribution.min", 1.01);
    row("likely above high", capex, "distribution.mode", 1.36);
    row("high below likely", opex, "distribution.max", 0.99);
    row("below the limit of the field", capex, "distribution.min", -0.1);
    row("a negative spread", fx, "distribution.standard_deviation", -0.01);
    row("no number", opex, "distribution.max", std::nan(""));
    QTest::newRow("correlation above 1") << ui::correlationCell(opex, fx) << 1.2;
    QTest::newRow("no trials") << u"analysis.simulation.trials"_s << 0.0;
    QTest::newRow("too many trials") << u"analysis.simulation.trials"_s << 1e10;
    QTest::newRow("half a trial") << u"analysis.simulation.trials"_s << 2000.5;
    QTest::newRow("a negative seed") << u"analysis.simulation.seed"_s << -1.0;
}

void TestSimulationCells::refusesWhatIsNoDistribution()
{
    QFETCH(QString, cell);
    QFETCH(double, value);
    Session session;
    const core::Status status = session.setCell({cell, {}}, value);
    QVERIFY(!status);
    QVERIFY(!status.error().problems.front().message.empty());
    QCOMPARE(session.project(), core::defaultProject());
    QVERIFY(!session.isModified());
}

void TestSimulationCells::everyFamilyFollowsFromEveryOther_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const QStringList types {u"uniform"_s, u"triangular"_s, u"pert"_s, u"normal"_s,
        u"truncated_normal"_s, u"lognormal"_s, u"discrete"_s};
    for (const QString& from : types)
        for (const QString& to : types)
            QTest::newRow(qPrintable(from + u" to "_s + to)) << from << to;
}

void TestSimulationCells::everyFamilyFollowsFromEveryOther()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    Session session;
    for (const QString& type : {from, to})
        QVERIFY(session.setCell(of(opex, "distribution.type"), InputValue(type.toStdString())));
    QCOMPARE(distributionIn(session, opex).type, to.toStdString());
    QVERIFY2(session.problems().empty(),
        session.problems().empty() ? "" : session.problems().front().message.c_str());
    while (session.undoStack().canUndo())
        session.undoStack().undo();
    QCOMPARE(session.project(), core::defaultProject());
}

void TestSimulationCells::probabilitiesGiveWayInProportion()
{
    Session session;
    QVERIFY(session.setCell(of(opex, "distribution.type"), InputValue(std::string("discrete"))));
    QCOMPARE(distributionIn(session, opex).probabilities, (std::vector<double> {0.3, 0.4, 0.3}));
    QVERIFY(session.setCell(of(opex, "distribution.probabilities", 2), 0.7));
    const std::vector<double>& after = distributionIn(session, opex).probabilities;
    QCOMPARE(after[1], 0.7);
    QVERIFY(std::abs(after[0] - 0.15) < 1e-12 && std::abs(after[2] - 0.15) < 1e-12);
    // Where the others have nothing, they share what is left.
    QVERIFY(session.setCell(of(opex, "distribution.probabilities", 2), 1.0));
    QVERIFY(session.setCell(of(opex, "distribution.probabilities", 2), 0.5));
    QCOMPARE(distributionIn(session, opex).probabilities, (std::vector<double> {0.25, 0.5, 0.25}));
    QVERIFY(session.problems().empty());
}

void TestSimulationCells::valuesComeAndGo()
{
    Session session;
    QVERIFY(session.setCell(of(opex, "distribution.type"), InputValue(std::string("discrete"))));
    const Project three = session.project();
    const Project four = ui::withValueAdded(three, opex);
    QCOMPARE(ui::uncertaintyOf(four, opex)->distribution.values.size(), std::size_t {4});
    QVERIFY(core::validate(four).empty());
    QCOMPARE(ui::withValueRemoved(four, opex, 4), three);
    const Project one = ui::withValueRemoved(ui::withValueRemoved(three, opex, 3), opex, 2);
    QCOMPARE(ui::uncertaintyOf(one, opex)->distribution.values.size(), std::size_t {1});
    const core::Problems found = core::validate(one);
    QVERIFY2(found.empty(), found.empty() ? "" : core::sentence(found.front()).c_str());
    QCOMPARE(ui::withValueRemoved(one, opex, 1), one); // the last one stays
}

void TestSimulationCells::aValueBecomesAFactor()
{
    const std::string days = "working_capital.receivable_days"; // 60
    Session session;
    QVERIFY(session.edit(u"Uncertain"_s, ui::withUncertainty(session.project(), days)));
    const double high = numberIn(session, of(days, "distribution.max"));
    const double plan = std::get<double>(*core::valueOf(session.project(), days));
    QVERIFY(session.setCell(of(days, "mode"), InputValue(std::string("scale"))));
    QVERIFY(std::abs(numberIn(session, of(days, "distribution.max")) - high / plan) < 1e-3);
    QCOMPARE(
        session.inputOf(ui::uncertaintyCell(days, "distribution.max"))->unit, std::string("%"));
    QVERIFY(session.setCell(of(days, "mode"), InputValue(std::string("set"))));
    QVERIFY(std::abs(numberIn(session, of(days, "distribution.max")) - high) < 0.1);
}

void TestSimulationCells::correlationsAreTypedAndGivenBack()
{
    Session session;
    const CellAddress there {ui::correlationCell(opex, fx), {}};
    const CellAddress back {ui::correlationCell(fx, opex), {}};
    QCOMPARE(numberIn(session, there), -0.5);
    QCOMPARE(numberIn(session, back), -0.5);
    QVERIFY(session.setCell(back, -0.2));
    QCOMPARE(numberIn(session, there), -0.2);
    QCOMPARE(session.project().analysis->correlations.size(), std::size_t {2});
    QVERIFY(session.resetCell(there));
    QCOMPARE(numberIn(session, there), 0.0);
    QCOMPARE(session.project().analysis->correlations.size(), std::size_t {1});
    const CellAddress fresh {ui::correlationCell(capex, fx), {}};
    QVERIFY(session.setCell(fresh, 0.1));
    QCOMPARE(numberIn(session, fresh), 0.1);
    QVERIFY(session.problems().empty());
}

void TestSimulationCells::settingsAreTyped_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("word");
    QTest::addColumn<double>("number");
    QTest::newRow("trials") << QByteArray("simulation.trials") << QString() << 50000.0;
    QTest::newRow("seed") << QByteArray("simulation.seed") << QString() << 7.0;
    QTest::newRow("sampling") << QByteArray("simulation.sampling") << u"sobol"_s << 0.0;
    QTest::newRow("deck") << QByteArray("draw_deck") << u"active"_s << 0.0;
    QTest::newRow("process") << QByteArray("price_process.type") << u"random_walk"_s << 0.0;
    QTest::newRow("no process") << QByteArray("price_process.type") << u"none"_s << 0.0;
    QTest::newRow("volatility") << QByteArray("price_process.volatility") << QString() << 0.2;
    QTest::newRow("half-life") << QByteArray("price_process.half_life_years") << QString() << 2.0;
}

void TestSimulationCells::settingsAreTyped()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, word);
    QFETCH(double, number);
    const InputValue value = word.isEmpty() ? InputValue(number) : InputValue(word.toStdString());
    Session session;
    QVERIFY(session.setCell(setting(path.constData()), value));
    QCOMPARE(ui::contentOf(session.project(), setting(path.constData()))->value, value);
    QVERIFY(session.problems().empty());
    QVERIFY(!session.undoStack().undoText().isEmpty());
    session.undoStack().undo();
    QCOMPARE(session.project(), core::defaultProject());
}

void TestSimulationCells::aProjectWithoutAnalysisGetsOne()
{
    Session session;
    Project bare = session.project();
    bare.analysis.reset();
    session.edit(u"Bare"_s, bare, QString());
    QVERIFY(session.setCell(setting("price_process.type"), InputValue(std::string("random_walk"))));
    QVERIFY(session.project().analysis);
    QVERIFY(session.project().analysis->priceProcess);
    QVERIFY(session.problems().empty());
    session.undoStack().undo();
    QCOMPARE(session.project(), bare);
}

void TestSimulationCells::startsFromEvidence()
{
    Project project = core::defaultProject();
    const std::string days = "working_capital.payable_days";
    project.evidence.erase(days);
    const auto without = ui::withUncertainty(project, days);
    QVERIFY(without);
    const double plan = std::get<double>(*core::valueOf(project, days));
    const auto& usual = ui::uncertaintyOf(*without, days)->distribution;
    QCOMPARE(usual.type, std::string("pert"));
    QVERIFY(std::abs(usual.parameters.at("min") - 0.8 * plan) < 1e-9);
    QVERIFY(std::abs(usual.parameters.at("max") - 1.2 * plan) < 1e-9);
    project.evidence[days] = "quote"; // 0.95 to 1.05
    const auto quoted = ui::withUncertainty(project, days);
    QVERIFY(std::abs(ui::uncertaintyOf(*quoted, days)->distribution.parameters.at("min") -
                     0.95 * plan) < 1e-9);
    QVERIFY(!ui::withUncertainty(project, "no.such.input"));
}

void TestSimulationCells::removingTakesCorrelationsAlong()
{
    const Project after = ui::withoutUncertainty(core::defaultProject(), opex);
    QVERIFY(!ui::uncertaintyOf(after, opex));
    QVERIFY(after.analysis->correlations.empty());
    QVERIFY(core::validate(after).empty());
}

void TestSimulationCells::whatIsNotThereHasNoCell()
{
    Session session;
    for (const CellAddress& cell : {of("levers.price", "distribution.min"),
             of(capex, "distribution.mean"), of(capex, "distribution.values", 1),
             setting("simulation.threads"), CellAddress {ui::correlationCell(capex, capex), {}}}) {
        QVERIFY2(!session.inputOf(cell.input), qPrintable(cell.input));
        QVERIFY2(!session.setCell(cell, 1.0), qPrintable(cell.input));
    }
    QCOMPARE(session.project(), core::defaultProject());
}

QTEST_GUILESS_MAIN(TestSimulationCells)
#include "tst_simulationcells.moc"
