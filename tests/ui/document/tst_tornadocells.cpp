#include "core/project/DefaultProject.h"
#include "core/project/Validation.h"
#include "ui/document/Session.h"
#include "ui/document/TornadoCells.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Project;
using ui::Session;
using ui::TornadoPart;

namespace {

const std::string price = "levers.price";

// Two inputs: one with a range of its own, one whose range follows from its evidence.
Project project()
{
    Project project = core::defaultProject();
    project.analysis->tornado = {{price, 0.7, 1.3, true}, {"levers.opex", {}, {}, true}};
    project.evidence["levers.opex"] = "analyst";
    return project;
}

ui::CellAddress cell(const std::string& input, TornadoPart part)
{
    return {ui::tornadoCellId(input, part), {}};
}

core::Result<Project> edited(
    const std::string& input, TornadoPart part, const std::optional<core::InputValue>& value)
{
    return ui::withCells(project(), {{cell(input, part), value}});
}

double numberOf(const Project& project, const std::string& input, TornadoPart part)
{
    return std::get<double>(ui::contentOf(project, cell(input, part))->value);
}

QString messageOf(const core::Result<Project>& refused)
{
    return QString::fromStdString(refused.error().problems.front().message)
        .replace(QChar(0xA0), u' ');
}

}

class TestTornadoCells : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void idsNameInputAndPart();
    void endsOfEvidenceAreNotStated();
    void typingOneEndStatesBoth();
    void givingBackOneEndGivesBackBoth();
    void anInputIsSetAsideWithItsRange();
    void whatIsRefusedSaysWhatWasExpected_data();
    void whatIsRefusedSaysWhatWasExpected();
    void cellsAreDescribedAsInputsAre();
    void aListThatWasOnlyShownIsKept();
    void inputsAreAddedAndRemoved();
    void theSessionNamesBothValues();
    void documentsStayValid();
};

void TestTornadoCells::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestTornadoCells::idsNameInputAndPart()
{
    const QString id = ui::tornadoCellId(price, TornadoPart::high);
    QCOMPARE(id, u"analysis.tornado.levers.price.high"_s);
    const auto read = ui::tornadoCellOf(id);
    QVERIFY(read);
    QCOMPARE(read->input, price);
    QCOMPARE(read->part, TornadoPart::high);
    for (const char* other : {"levers.price", "analysis.tornado.low", "analysis.tornado.x.middle"})
        QVERIFY2(!ui::tornadoCellOf(QString::fromLatin1(other)), other);
}

void TestTornadoCells::endsOfEvidenceAreNotStated()
{
    const auto typed = ui::contentOf(project(), cell(price, TornadoPart::low));
    QCOMPARE(*typed, (ui::CellContent {0.7, true}));
    const auto derived = ui::contentOf(project(), cell("levers.opex", TornadoPart::low));
    QCOMPARE(*derived, (ui::CellContent {0.8, false}));
    QVERIFY(!ui::contentOf(project(), cell("levers.capex", TornadoPart::low)));
}

void TestTornadoCells::typingOneEndStatesBoth()
{
    const auto after = edited("levers.opex", TornadoPart::low, 0.75);
    QVERIFY(after);
    QCOMPARE(after->analysis->tornado[1], (core::TornadoRange {"levers.opex", 0.75, 1.2, true}));
    QCOMPARE(after->analysis->tornado[0], project().analysis->tornado[0]);
}

void TestTornadoCells::givingBackOneEndGivesBackBoth()
{
    const auto after = edited(price, TornadoPart::high, std::nullopt);
    QVERIFY(after);
    QCOMPARE(after->analysis->tornado[0], (core::TornadoRange {price, {}, {}, true}));
    // The price has the grade "assumption" in the default project.
    QCOMPARE(numberOf(*after, price, TornadoPart::low), 0.7);
    QVERIFY(!ui::contentOf(*after, cell(price, TornadoPart::low))->isStated);
}

void TestTornadoCells::anInputIsSetAsideWithItsRange()
{
    const auto after = edited(price, TornadoPart::used, false);
    QVERIFY(after);
    QCOMPARE(after->analysis->tornado[0], (core::TornadoRange {price, 0.7, 1.3, false}));
    const auto back = ui::withCells(*after, {{cell(price, TornadoPart::used), std::nullopt}});
    QCOMPARE(*back, project());
}

void TestTornadoCells::whatIsRefusedSaysWhatWasExpected_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("message");
    QTest::newRow("low above high") << static_cast<int>(TornadoPart::low) << 1.4
                                    << u"Expected a low of at most the high, 130 %."_s;
    QTest::newRow("high below low") << static_cast<int>(TornadoPart::high) << 0.6
                                    << u"Expected a high of at least the low, 70 %."_s;
    QTest::newRow("outside the field") << static_cast<int>(TornadoPart::low) << -0.1
                                       << u"Expected a number from 0 % to 10,000 %."_s;
}

void TestTornadoCells::whatIsRefusedSaysWhatWasExpected()
{
    QFETCH(int, part);
    QFETCH(double, value);
    const auto refused = edited(price, static_cast<TornadoPart>(part), value);
    QVERIFY(!refused);
    QTEST(messageOf(refused), "message");
}

void TestTornadoCells::cellsAreDescribedAsInputsAre()
{
    const auto share = ui::describeTornado(project(), {"market.oecd_share", TornadoPart::high});
    QVERIFY(share);
    QCOMPARE(share->unit, std::string("%"));
    QCOMPARE(share->minimum, 0.0);
    QCOMPARE(share->maximum, 1.0);
    // A lever is a factor, which people read as a part of the plan.
    QCOMPARE(ui::describeTornado(project(), {price, TornadoPart::low})->unit, std::string("%"));
    const auto life =
        ui::describeTornado(project(), {"timeline.years_of_operation", TornadoPart::low});
    QCOMPARE(life->kind, core::InputKind::integer);
    QVERIFY(!ui::describeTornado(project(), {"active_deck", TornadoPart::low}));
}

void TestTornadoCells::aListThatWasOnlyShownIsKept()
{
    Project without = core::defaultProject();
    without.analysis->tornado.clear();
    const auto shown = core::rangesOf(without);
    QVERIFY(shown->size() > 2);
    const auto after = ui::withCells(without, {{cell(price, TornadoPart::low), 0.6}});
    QVERIFY(after);
    QCOMPARE(after->analysis->tornado.size(), shown->size());
    QCOMPARE(numberOf(*after, price, TornadoPart::low), 0.6);
}

void TestTornadoCells::inputsAreAddedAndRemoved()
{
    const auto more = ui::withTornadoInput(project(), "royalty.rate");
    QVERIFY(more);
    QCOMPARE(more->analysis->tornado.back(), (core::TornadoRange {"royalty.rate", {}, {}, true}));
    QCOMPARE(*ui::withoutTornadoInputs(*more, {"royalty.rate"}), project());
    QCOMPARE(messageOf(ui::withTornadoInput(project(), price)),
        u"This input is in the tornado already."_s);
    QVERIFY(!ui::withTornadoInput(project(), "active_deck"));
    QCOMPARE(messageOf(ui::withoutTornadoInputs(project(), {price, "levers.opex"})),
        u"A tornado needs at least one input."_s);
}

void TestTornadoCells::theSessionNamesBothValues()
{
    Session session;
    const Project before = session.project();
    QVERIFY(session.setCell(cell(price, TornadoPart::low), 0.65));
    QCOMPARE(session.undoStack().undoText().replace(QChar(0xA0), u' '),
        u"Low, Lever on prices: 70 → 65 %"_s);
    QVERIFY(session.resetCell(cell(price, TornadoPart::low)));
    session.finishTyping();
    while (session.undoStack().canUndo())
        session.undoStack().undo();
    QCOMPARE(session.project(), before);
}

void TestTornadoCells::documentsStayValid()
{
    for (const auto& after : {edited("levers.opex", TornadoPart::high, 1.5),
             edited(price, TornadoPart::low, std::nullopt), edited(price, TornadoPart::used, false),
             ui::withTornadoInput(project(), "royalty.rate")}) {
        QVERIFY(after);
        QVERIFY(core::validate(*after).empty());
    }
}

QTEST_APPLESS_MAIN(TestTornadoCells)
#include "tst_tornadocells.moc"
