#include "tests/ui/window/WindowTest.h"
#include "ui/document/Uncertainties.h"
#include "ui/pages/Page.h"
#include "ui/widgets/KpiTile.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using support::Desk;

class TestRiskTile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void followsEveryEdit();
    void keepsTheLastFigureWhileYearsAreDrawn();
    void leadsToTheRisk();
    void saysWhyThereIsNone();

private:
    static ui::KpiTile* tile(const Desk& desk)
    {
        return desk.find<ui::KpiTile>(u"kpi.probability_of_gain"_s);
    }
};

void TestRiskTile::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestRiskTile::followsEveryEdit()
{
    Desk desk;
    QVERIFY(tile(desk));
    QVERIFY(tile(desk)->isVisible()); // without being chosen
    const ui::KeyFigureText before = tile(desk)->keyFigure();
    QCOMPARE(before.label, u"P (NPV > 0)"_s);
    QCOMPARE(before.unit, u"%"_s);
    QVERIFY(before.context.endsWith(u"trials, live"_s));
    const int chance = before.figure.toInt();
    QVERIFY(chance > 20 && chance < 80);
    QVERIFY(desk.session.setInput(u"levers.price"_s, 1.5));
    Desk::settle();
    QVERIFY(tile(desk)->keyFigure().figure.toInt() > chance);
    desk.session.undoStack().undo();
    Desk::settle();
    QVERIFY(std::abs(tile(desk)->keyFigure().figure.toInt() - chance) <= 5);
}

void TestRiskTile::keepsTheLastFigureWhileYearsAreDrawn()
{
    Desk desk;
    core::Project certain = desk.session.project();
    certain.analysis.reset();
    desk.session.newProject(ui::withUncertainty(certain, "timeline.years_of_operation").value());
    Desk::settle();
    QCOMPARE(tile(desk)->keyFigure().context, u"being worked out"_s);
    QTRY_COMPARE_WITH_TIMEOUT(tile(desk)->keyFigure().unit, u"%"_s, 60'000);
    const ui::KeyFigureText before = tile(desk)->keyFigure();
    QVERIFY(desk.session.setInput(u"levers.price"_s, 0.1));
    Desk::settle();
    QCOMPARE(tile(desk)->keyFigure().figure, before.figure);
    QTRY_VERIFY_WITH_TIMEOUT(tile(desk)->keyFigure().figure != before.figure, 60'000);
}

void TestRiskTile::leadsToTheRisk()
{
    Desk desk;
    QTest::mouseClick(tile(desk), Qt::LeftButton);
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::risk);
}

void TestRiskTile::saysWhyThereIsNone()
{
    Desk desk;
    core::Project certain = desk.session.project();
    certain.analysis.reset();
    desk.session.edit(u"Certain"_s, certain, QString());
    Desk::settle();
    QCOMPARE(tile(desk)->keyFigure().figure, QString(ui::enDash));
    QCOMPARE(tile(desk)->keyFigure().context, u"nothing is uncertain"_s);
}

QTEST_MAIN(TestRiskTile)
#include "tst_risktile.moc"
