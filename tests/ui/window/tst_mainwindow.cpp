#include "tests/ui/window/WindowTest.h"

#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using support::Desk;

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void pagesAreMadeWhenTheyAreNeeded();
    void riskFitsTheUsualWindow();
    void statusBarFollowsTheUnitOfThePage();
    void whatIsSaidOfAnEditDoesNotOutlastIt();
    void theSelectionIsSummedAsItIsShown_data();
    void theSelectionIsSummedAsItIsShown();
};

void TestMainWindow::pagesAreMadeWhenTheyAreNeeded()
{
    Desk desk;
    const auto made = [&] { return desk.window.findChildren<ui::Page*>().size(); };
    QCOMPARE(made(), 1);
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::overview);
    QVERIFY(desk.window.goToInput(u"cost_lines.labour.fixed"_s));
    QCOMPARE(made(), 2);
    desk.window.goToPage(ui::PageId::overview);
    desk.window.goToPage(ui::PageId::costs);
    QCOMPARE(made(), 2);
    for (const ui::PageId page : ui::allPages())
        desk.window.goToPage(page);
    QCOMPARE(made(), static_cast<qsizetype>(ui::allPages().size()));
}

void TestMainWindow::riskFitsTheUsualWindow()
{
    Desk desk;
    desk.window.resize(1440, 900);
    desk.window.goToPage(ui::PageId::risk);
    Desk::settle();
    const auto* const area = desk.window.currentPage()->findChild<QScrollArea*>();
    QVERIFY(area);
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
}

void TestMainWindow::statusBarFollowsTheUnitOfThePage()
{
    Desk desk;
    desk.window.goToPage(ui::PageId::cashFlow);
    const auto isSaid = [&](const QString& unit) {
        for (const QLabel* label : desk.window.statusBar()->findChildren<QLabel*>())
            if (label->text() == unit)
                return true;
        return false;
    };
    QTRY_VERIFY(isSaid(u"USD million, nominal"_s));
    desk.session.setViewTerms(core::Terms::real);
    QTRY_VERIFY(isSaid(u"USD million, real 2026"_s));
    desk.session.setViewCurrency(core::Currency::kzt);
    QTRY_VERIFY(isSaid(u"KZT billion, real 2026"_s));
}

void TestMainWindow::whatIsSaidOfAnEditDoesNotOutlastIt()
{
    Desk desk;
    const QString said = u"4 numbers pasted"_s;
    desk.window.workspace().tell(said);
    QCOMPARE(desk.window.statusBar()->currentMessage(), said);
    QVERIFY(desk.session.setInput(u"levers.price"_s, 1.1));
    QCOMPARE(desk.window.statusBar()->currentMessage(), QString());
    desk.window.workspace().tell(said);
    desk.window.goToPage(ui::PageId::overview); // where it is already
    QCOMPARE(desk.window.statusBar()->currentMessage(), said);
    desk.window.goToPage(ui::PageId::costs);
    QCOMPARE(desk.window.statusBar()->currentMessage(), QString());
}

void TestMainWindow::theSelectionIsSummedAsItIsShown_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("sum");
    QTest::newRow("percentages") << u"reuse_share"_s << u"Sum 37.50 %   Mean 18.75 %   2 cell(s)"_s;
    QTest::newRow("amounts") << u"fixed"_s << u"Sum 3.00   Mean 1.50   2 cell(s)"_s;
}

void TestMainWindow::theSelectionIsSummedAsItIsShown()
{
    QFETCH(QString, column);
    QFETCH(QString, sum);
    Desk desk;
    const std::vector<core::CostLine>& lines = desk.session.project().costLines;
    const auto cell = [&](std::size_t line) {
        return u"cost_lines."_s + QString::fromStdString(lines[line].id) + u'.' + column;
    };
    QVERIFY(desk.session.setInput(cell(0), column == u"fixed" ? 1000.0 : 0.125));
    QVERIFY(desk.session.setInput(cell(1), column == u"fixed" ? 2000.0 : 0.25));
    QVERIFY(desk.window.goToInput(cell(0)));
    Desk::settle();
    const auto* const label = desk.find<QLabel>(u"selectionSum"_s);
    QVERIFY(label->isHidden()); // of a single cell there is nothing to sum
    support::press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(label->isVisible());
    QCOMPARE(support::plain(label->text()), sum);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
