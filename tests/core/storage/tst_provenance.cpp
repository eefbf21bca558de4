#include "core/storage/Provenance.h"

#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "tests/core/storage/StorageTest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;

class TestProvenance : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyInputHasTheRevisionThatChangedIt();
    void aSaveIsOneStep();
    void theWalkCanBeStopped();

private:
    std::filesystem::path file() const { return toPath(m_folder->filePath("p.galval")); }
    void change(const char* id, const InputValue& value)
    {
        QVERIFY(setValue(m_project, id, value));
        QVERIFY(saveProject(file(), m_project));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Project m_project;
};

// 1 default, 2 rate, 3 price, 4 rate, 5 nothing, 6 rate back as it was in 2, 7 a new cost line
void TestProvenance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_project = defaultProject();
    QVERIFY(saveProject(file(), m_project));
    change("discounting.rate", 0.12);
    change("levers.price", 0.9);
    change("discounting.rate", 0.13);
    QVERIFY(saveProject(file(), m_project));
    change("discounting.rate", 0.12);
    CostLine line = m_project.costLines.front();
    line.id = "security";
    m_project.costLines.push_back(line);
    QVERIFY(saveProject(file(), m_project));
}

void TestProvenance::everyInputHasTheRevisionThatChangedIt()
{
    Result<ProjectHistory> history = ProjectHistory::open(file());
    QVERIFY(history);
    const Result<Provenance> provenance = Provenance::of(*history);
    QVERIFY(provenance);
    QCOMPARE(provenance->revisionOf("discounting.rate"), std::optional(6));
    QCOMPARE(provenance->revisionOf("levers.price"), std::optional(3));
    QCOMPARE(provenance->revisionOf("levers.opex"), std::optional(1));
    QCOMPARE(provenance->revisionOf("cost_lines.security.fixed"), std::optional(7));
    QVERIFY(!provenance->revisionOf("levers.prise"));
    for (const Input& input : inputsOf(m_project))
        QVERIFY2(provenance->revisionOf(input.id), input.id.c_str());
}

void TestProvenance::aSaveIsOneStep()
{
    Result<ProjectHistory> history = ProjectHistory::open(file());
    Result<Provenance> stepwise = Provenance::of(*history);
    QVERIFY(stepwise);
    const Project before = m_project;
    m_project.costLines.erase(m_project.costLines.begin());
    change("levers.opex", 1.1);
    stepwise->add(before, m_project, 8);
    history = ProjectHistory::open(file());
    const Result<Provenance> anew = Provenance::of(*history);
    QVERIFY(anew);
    QCOMPARE(stepwise->revisionOf("levers.opex"), std::optional(8));
    for (const std::vector<Input>& inputs : {inputsOf(before), inputsOf(m_project)})
        for (const Input& input : inputs)
            QVERIFY2(
                stepwise->revisionOf(input.id) == anew->revisionOf(input.id), input.id.c_str());
}

void TestProvenance::theWalkCanBeStopped()
{
    Result<ProjectHistory> history = ProjectHistory::open(file());
    int asked = 0;
    const auto stopped = Provenance::of(*history, [&asked] { return ++asked < 3; });
    QVERIFY(!stopped);
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
