#include "core/project/ProjectChanges.h"

#include "core/project/DefaultProject.h"

#include <QTest>

using namespace core;

class TestProjectChanges : public QObject {
    Q_OBJECT

private slots:
    void theSameProjectHasNone();
    void inputsAreNamedWithBothValues();
    void anElementThatCameOrWentIsNamedAsOne();
    void anInputThatIsStatedNowHadNoValue();
    void notesAreCompared();
    void notesOfElementsOfEveryListAreCompared();
    void whatEntersNoCalculationIsNamed();
};

void TestProjectChanges::theSameProjectHasNone()
{
    const Project project = defaultProject();
    const Project copy = project;
    QVERIFY(changesBetween(project, copy).isEmpty());
}

void TestProjectChanges::inputsAreNamedWithBothValues()
{
    const Project before = defaultProject();
    Project after = before;
    after.discounting.rate = 0.12;
    after.costLines.front().fixed += 1.0;
    after.reuseRealisation = {0.5, 1.0};
    const ProjectChanges changes = changesBetween(before, after);
    QVERIFY(changes.elements.empty() && changes.notes.empty() && changes.others.empty());
    QCOMPARE(changes.inputs.size(), std::size_t {3});
    QCOMPARE(changes.inputs[0].input.id, std::string("discounting.rate"));
    QCOMPARE(*std::get<const double*>(changes.inputs[0].before), 0.11);
    QCOMPARE(*std::get<const double*>(changes.inputs[0].after), 0.12);
    QCOMPARE(changes.inputs[1].input.id, "cost_lines." + before.costLines.front().id + ".fixed");
    QCOMPARE(changes.inputs[2].input.id, std::string("reuse_realisation"));
}

void TestProjectChanges::anElementThatCameOrWentIsNamedAsOne()
{
    const Project before = defaultProject();
    Project after = before;
    CostLine line = after.costLines.front();
    line.id = "security";
    line.name = "Security";
    after.costLines.push_back(line);
    const ProjectChanges added = changesBetween(before, after);
    QVERIFY(added.inputs.empty());
    QCOMPARE(added.elements.size(), std::size_t {1});
    QCOMPARE(added.elements[0].id, std::string("cost_lines.security"));
    QCOMPARE(added.elements[0].name, std::string("Security"));
    QVERIFY(added.elements[0].isAdded);
    const ProjectChanges removed = changesBetween(after, before);
    QVERIFY(removed.inputs.empty());
    QCOMPARE(removed.elements.size(), std::size_t {1});
    QVERIFY(!removed.elements[0].isAdded);
}

void TestProjectChanges::anInputThatIsStatedNowHadNoValue()
{
    Project before = defaultProject();
    before.tax.lossCarryForwardYears.reset();
    Project after = before;
    after.tax.lossCarryForwardYears = 7;
    const ProjectChanges changes = changesBetween(before, after);
    QCOMPARE(changes.inputs.size(), std::size_t {1});
    QVERIFY(std::holds_alternative<std::monostate>(changes.inputs[0].before));
    QCOMPARE(*std::get<const int*>(changes.inputs[0].after), 7);

    Project without = before;
    without.resource.reset();
    QVERIFY(changesBetween(before, without).inputs.size() >= 3);
    QVERIFY(changesBetween(without, before).inputs.size() >= 3);
}

void TestProjectChanges::notesAreCompared()
{
    Project before = defaultProject();
    before.notes["discounting.rate"] = "Treasury, 2024";
    Project after = before;
    after.notes["discounting.rate"] = "Treasury, 2026";
    after.notes["levers.price"] = "A question";
    after.costLines.front().note = "Another quote";
    after.evidence["discounting.rate"] = "quote";
    const ProjectChanges changes = changesBetween(before, after);
    QVERIFY(changes.inputs.empty());
    QCOMPARE(changes.notes.size(), std::size_t {3});
    QCOMPARE(changes.notes[0].id, "cost_lines." + before.costLines.front().id);
    QCOMPARE(changes.notes[1].before, std::string("Treasury, 2024"));
    QCOMPARE(changes.notes[1].after, std::string("Treasury, 2026"));
    QVERIFY(changes.notes[2].before.empty());
    QCOMPARE(changes.evidence.size(), std::size_t {1});
}

void TestProjectChanges::notesOfElementsOfEveryListAreCompared()
{
    Project before = defaultProject();
    before.shareholders = {{"erg", "ERG", 1.0, false, 0.0, {}}};
    Project after = before;
    after.products.front().note = "p";
    after.priceDecks.front().note = "d";
    after.costLines.front().note = "c";
    after.capital.items.front().note = "i";
    after.tax.assetClasses.front().note = "t";
    after.shareholders.front().note = "s";
    QString notes;
    for (const ChangedNote& note : changesBetween(before, after).notes)
        notes += QString::fromStdString(note.after);
    QCOMPARE(notes, QStringLiteral("icdpst")); // by their ids
}

void TestProjectChanges::whatEntersNoCalculationIsNamed()
{
    const Project before = defaultProject();
    Project after = before;
    after.name = "Another";
    after.scenarios.pop_back();
    const ProjectChanges changes = changesBetween(before, after);
    QVERIFY(changes.inputs.empty());
    QVERIFY(changes.others == (std::vector<std::string_view> {"name", "scenarios"}));
}

QTEST_APPLESS_MAIN(TestProjectChanges)
#include "tst_project_changes.moc"
