#include "ui/pages/InputsPage.h"

#include "core/project/Registry.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/pages/capital/CapitalPage.h"
#include "ui/pages/production/ProductionPage.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using pages::press;
using pages::type;

// By means of the pages that are made of it.
class TestInputsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void thePanelIsAboutTheInputInUse();
    void thePanelGoesOnWhenItsInputIsGone();
    void everyInputOfProductionIsFound();
    void everyInputOfCapitalIsFound();
    void nearestCellsAreFound_data();
    void nearestCellsAreFound();
    void editsKeepTheScrollPosition();
    void theTableInUseIsTheMainOne();
    void nothingIsWiderThanThePage_data();
    void nothingIsWiderThanThePage();
};

namespace {

using Production = pages::InputsStage<ui::ProductionPage>;
using Capital = pages::InputsStage<ui::CapitalPage>;

const QString productsTable = u"table.products"_s;

// What has the focus: the input of a field, or of the current cell of a table.
QString focusedInput()
{
    const auto* const table = qobject_cast<const ui::NumberTable*>(QApplication::focusWidget());
    if (!table)
        return QApplication::focusWidget()->objectName();
    return Production::cell(*table, table->currentRow(), table->currentColumn()).cell.input;
}

// Goes to all inputs of the project, and counts those of the page.
template <class Stage>
int inputsFound(Stage& stage, const QStringList& blocks)
{
    int found = 0;
    for (const core::Input& input : core::inputsOf(stage.project())) {
        const QString id = QString::fromStdString(input.id);
        const bool isHere = blocks.contains(id.section(u'.', 0, 0));
        if (stage.page->goToInput(id) != isHere || (isHere && focusedInput() != id)) {
            qWarning() << "not found, or found elsewhere:" << id << focusedInput();
            return -1;
        }
        found += isHere ? 1 : 0;
    }
    return found;
}

template <class Stage>
void checkWidths(int width, int textSize)
{
    Stage stage(width, 620, false);
    stage.preferences.setTextSizePercent(textSize);
    QCoreApplication::processEvents();
    const auto* const area = stage.template find<QScrollArea>(u"pageScroll"_s);
    QVERIFY(area->widget()->width() <= area->viewport()->width());
    QCOMPARE(stage.page->width(), width);
    for (const ui::NumberTable* table : stage.window.template findChildren<ui::NumberTable*>()) {
        QCOMPARE(table->verticalScrollBar()->maximum(), 0);
        const int right = table->viewport()->width();
        const int last = table->columnAt(right - 1);
        // No part of a column is in sight.
        if (table->content().frozenRight == 0 && last >= 0)
            QCOMPARE(table->columnViewportPosition(last) + table->columnWidth(last), right);
    }
}

}

void TestInputsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestInputsPage::thePanelIsAboutTheInputInUse()
{
    Production stage;
    QCOMPARE(stage.panelText(u"panel.label"_s), u"Alumina of the refinery"_s);
    QCOMPARE(stage.page->sidePanelTitle(), u"Resource"_s);
    QSignalSpy changes(stage.page, &ui::Page::sidePanelChanged);
    QVERIFY(stage.page->goToInput(u"market.freight_oecd_per_kg"_s));
    QCOMPARE(stage.panelText(u"panel.label"_s), u"Freight to OECD markets"_s);
    QCOMPARE(stage.page->sidePanelTitle(), u"Market"_s);
    QVERIFY(stage.page->goToInput(u"products.ga6n.share"_s));
    QCOMPARE(stage.panelText(u"panel.label"_s), u"Share of production"_s);
    QCOMPARE(stage.panelText(u"panel.element"_s), u"Gallium 6N (99.9999 %)"_s);
    QCOMPARE(stage.page->sidePanelTitle(), u"Products"_s);
    QCOMPARE(changes.count(), 2);
    // Names are no inputs; the first number of the row is.
    QVERIFY(stage.page->goToInput(u"products.ga4n"_s));
    QCOMPARE(stage.panelText(u"panel.label"_s), u"Payable part"_s);
}

void TestInputsPage::thePanelGoesOnWhenItsInputIsGone()
{
    Capital stage;
    QVERIFY(stage.page->goToInput(u"capital.items.extraction.amount"_s));
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(stage.panelText(u"panel.label"_s), u"Capital"_s);
    QCOMPARE(stage.panelText(u"panel.element"_s), u"Elution, impurity removal, reagents"_s);
}

void TestInputsPage::everyInputOfProductionIsFound()
{
    Production stage;
    const QStringList blocks {u"resource"_s, u"production"_s, u"products"_s, u"market"_s};
    QCOMPARE(inputsFound(stage, blocks), 4 + 3 + 2 * 3 + 4);
}

void TestInputsPage::everyInputOfCapitalIsFound()
{
    Capital stage;
    const QStringList blocks {u"timeline"_s, u"levers"_s, u"capital"_s, u"working_capital"_s};
    QCOMPARE(inputsFound(stage, blocks), 4 * 6 + 12 * 7);
}

void TestInputsPage::nearestCellsAreFound_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("input");
    QTest::newRow("a block") << u"market"_s << u"market.oecd_share"_s;
    QTest::newRow("a list") << u"products"_s << u"products.ga4n"_s;
    QTest::newRow("an element") << u"products.ga6n"_s << u"products.ga6n"_s;
    QTest::newRow("a field that is no input") << u"products.ga6n.note"_s << u"products.ga6n"_s;
}

void TestInputsPage::nearestCellsAreFound()
{
    QFETCH(QString, id);
    Production stage;
    QVERIFY(stage.page->goToInput(id));
    QTEST(focusedInput(), "input");
}

void TestInputsPage::editsKeepTheScrollPosition()
{
    Production stage(976, 620, false);
    QVERIFY(stage.page->goToInput(u"products.ga6n.payable"_s));
    auto* const bar = stage.find<QScrollArea>(u"pageScroll"_s)->verticalScrollBar();
    const int before = bar->value();
    QVERIFY(before > 0);
    type(u"90"_s);
    press(Qt::Key_Tab);
    QCOMPARE(stage.project().products[1].payable, 0.9);
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), before);
    QVERIFY(stage.session.setInput(u"market.oecd_share"_s, 0.5));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), before);
}

void TestInputsPage::theTableInUseIsTheMainOne()
{
    Production stage;
    QCOMPARE(stage.page->mainTable()->objectName(), u"table.ramp_up"_s);
    QVERIFY(stage.page->goToInput(u"products.ga6n.payable"_s));
    QCOMPARE(stage.page->mainTable()->objectName(), productsTable);
}

void TestInputsPage::nothingIsWiderThanThePage_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("textSize");
    QTest::newRow("beside the panel") << 888 << 100;
    QTest::newRow("in the smallest window") << 976 << 100;
    QTest::newRow("with large text") << 976 << 130;
    QTest::newRow("in a large window") << 1500 << 100;
}

void TestInputsPage::nothingIsWiderThanThePage()
{
    QFETCH(int, width);
    QFETCH(int, textSize);
    checkWidths<Production>(width, textSize);
    checkWidths<Capital>(width, textSize);
    if (textSize == 100) {
        // All of the capital items, without scrolling sideways.
        Capital stage(width, 620, false);
        QCOMPARE(stage.table(u"table.capital"_s).horizontalScrollBar()->maximum(), 0);
    }
}

QTEST_MAIN(TestInputsPage)
#include "tst_inputspage.moc"
