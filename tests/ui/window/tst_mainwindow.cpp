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

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
