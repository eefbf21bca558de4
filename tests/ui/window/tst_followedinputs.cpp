#include "tests/ui/window/WindowTest.h"

#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/pages/PartsTree.h"
#include "ui/tables/NumberTable.h"

using namespace Qt::StringLiterals;
using support::Desk;

// From an explanation to the inputs that it names.
class TestFollowedInputs : public QObject {
    Q_OBJECT

private slots:
    void inputOfAYearIsSelectedInItsYear();
    void explanationStaysWhereItLed();
    void nextPartIsWhatTheSidePanelShows();
};

namespace {

const core::FigureReference tax2028 {core::ResultCase::project, "income_tax", 2028};

void follow(Desk& desk, const core::FigureReference& figure)
{
    desk.window.goToPage(ui::PageId::cashFlow);
    desk.window.explain(figure);
    Desk::settle();
    auto* const parts = desk.find<ui::PartsTree>(u"explain.parts"_s);
    QVERIFY(parts);
    parts->setCurrentItem(parts->topLevelItem(0));
    QTest::keyClick(parts, Qt::Key_Return);
    Desk::settle();
}

}

void TestFollowedInputs::inputOfAYearIsSelectedInItsYear()
{
    Desk desk;
    follow(desk, tax2028);
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::tax);
    const auto* const rates = desk.find<ui::NumberTable>(u"table.rates"_s);
    QVERIFY(rates);
    QCOMPARE(rates->currentRow(), u"tax.income_tax_rate"_s);
    QCOMPARE(rates->currentColumn(), u"2028"_s);
}

void TestFollowedInputs::explanationStaysWhereItLed()
{
    Desk desk;
    follow(desk, tax2028);
    const auto& explained = desk.window.workspace().explained();
    QVERIFY(explained);
    QVERIFY(*explained == tax2028);
}

void TestFollowedInputs::nextPartIsWhatTheSidePanelShows()
{
    Desk desk;
    desk.window.activateWindow();
    desk.window.goToPage(ui::PageId::cashFlow);
    desk.window.explain(tax2028);
    Desk::settle();
    desk.window.currentPage()->mainTable()->setFocus();
    QTest::keyClick(&desk.window, Qt::Key_F6);
    const auto* const parts = desk.find<ui::PartsTree>(u"explain.parts"_s);
    QCOMPARE(desk.window.focusWidget(), parts);
    QCOMPARE(parts->selectedItems().size(), 1);
}

QTEST_MAIN(TestFollowedInputs)
#include "tst_followedinputs.moc"
