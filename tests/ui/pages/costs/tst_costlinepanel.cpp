#include "tests/ui/pages/CostsWindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using support::CostsWindow;
using support::labourShare;

class TestCostLinePanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void followsTheTable();
    void walksTheLines();
    void editsTheLine();
    void editsProfiles();
    void gradeGivesARange();
    void noteIsOneStep();
};

void TestCostLinePanel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCostLinePanel::followsTheTable()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    const QSignalSpy changed(w.page, &ui::Page::sidePanelChanged);
    w.select(u"cost_lines.electricity.fixed"_s);
    QCOMPARE(w.page->sidePanelTitle(), u"Electricity of the gallium circuit"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(w.panel->findChild<QLineEdit*>(u"cost_lines.electricity.host_fixed"_s));
    // Groups have no detail of their own.
    QVERIFY(w.table.selectRow(u"group.Gallium circuit"_s));
    QCOMPARE(w.page->sidePanelTitle(), u"Electricity of the gallium circuit"_s);
}

void TestCostLinePanel::walksTheLines()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.residue.reuse_share"_s);
    auto* const down = w.panel->findChild<QToolButton*>(u"panel.down"_s);
    auto* const up = w.panel->findChild<QToolButton*>(u"panel.up"_s);
    QTest::mouseClick(down, Qt::LeftButton); // past the head of the next group
    QCOMPARE(w.table.currentRow(), u"line.reagents"_s);
    QCOMPARE(w.table.currentColumn(), u"reuse_share"_s);
    QTest::mouseClick(up, Qt::LeftButton);
    QTest::mouseClick(up, Qt::LeftButton);
    QCOMPARE(w.table.currentRow(), u"line.caustic"_s);
    w.select(u"cost_lines.bauxite.fixed"_s);
    QTest::mouseClick(up, Qt::LeftButton);
    QCOMPARE(w.table.currentRow(), u"line.bauxite"_s);
}

void TestCostLinePanel::editsTheLine()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.heat_water.reuse_share"_s);
    auto* const charge = w.panel->findChild<QLineEdit*>(u"cost_lines.heat_water.host_fixed"_s);
    QVERIFY(charge);
    charge->setFocus();
    charge->selectAll();
    w.type(u"90"_s);
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(w.line("heat_water")->hostFixed, 90'000.0);
    QCOMPARE(w.text(u"line.heat_water"_s, u"host_charge"_s), u"96"_s); // 90 of 2026
    QCOMPARE(w.steps(), 1);
    QCOMPARE(w.table.currentRow(), u"line.heat_water"_s);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostLinePanel::editsProfiles()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    auto* const profiles = w.panel->findChild<ui::NumberTable*>(u"table.costProfiles"_s);
    QVERIFY(profiles->select({u"cost_lines.labour.fixed_profile"_s, 2}));
    profiles->setFocus();
    w.type(u"80"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.line("labour")->fixedProfile, (core::Profile {0.5, 0.8}));
    QVERIFY(profiles->select({u"reuse_realisation"_s, 3}));
    w.type(u"60"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.session.project().reuseRealisation, (core::Profile {1.0, 1.0, 0.6}));
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostLinePanel::gradeGivesARange()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.maintenance.fixed"_s);
    auto* const grades = w.panel->findChild<QComboBox*>(u"panel.grade"_s);
    auto* const npvs = w.panel->findChild<QLabel*>(u"panel.npvs"_s);
    QCOMPARE(grades->currentText(), u"No evidence"_s);
    QVERIFY(npvs->isHidden());
    grades->setFocus();
    w.press(Qt::Key_Down); // opens nothing, chooses the next
    w.update();
    const auto& evidence = w.session.project().evidence;
    QCOMPARE(evidence.at("cost_lines.maintenance.fixed"), std::string("assumption"));
    QCOMPARE(evidence.at("cost_lines.maintenance.variable_per_kg"), std::string("assumption"));
    QCOMPARE(w.steps(), 1);
    QVERIFY(npvs->isVisible());
    // 70 and 130 % of the cost: the values around that of the plan.
    const double npv =
        *w.session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv] / 1e6;
    const QStringList ends = npvs->text().split(u" and "_s);
    QCOMPARE(ends.size(), 2);
    QVERIFY(ends[0].toDouble() > npv && ends[1].toDouble() < npv);
    QVERIFY(std::abs((ends[0].toDouble() + ends[1].toDouble()) / 2.0 - npv) < 0.2);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
    QVERIFY(npvs->isHidden());
}

void TestCostLinePanel::noteIsOneStep()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    QVERIFY(w.panel->findChild<QLabel*>(u"panel.inputNotes"_s)
                ->text()
                .contains(u"70 jobs announced"_s));
    auto* const note = w.panel->findChild<QPlainTextEdit*>(u"panel.note"_s);
    note->setFocus();
    w.type(u"Staffing plan"_s);
    // What was typed stays with the line that it was typed for.
    w.table.select({u"cost_lines.caustic.fixed"_s, {}});
    QCOMPARE(w.line("labour")->note, std::string("Staffing plan"));
    QCOMPARE(w.steps(), 1);
    QVERIFY(note->toPlainText().isEmpty());
    w.select(labourShare);
    QCOMPARE(note->toPlainText(), u"Staffing plan"_s);
}

QTEST_MAIN(TestCostLinePanel)
#include "tst_costlinepanel.moc"
