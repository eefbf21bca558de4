#include "tests/ui/window/WindowTest.h"
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
