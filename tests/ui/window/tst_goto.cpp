#include "tests/ui/window/WindowTest.h"

#include "core/project/Registry.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/window/Errors.h"

#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using support::Desk;

namespace {

// Of the table with the focus; null when another kind of part has it.
const ui::NumberTable* tableWithFocus()
{
    for (const QWidget* part = QApplication::focusWidget(); part; part = part->parentWidget())
        if (const auto* const table = qobject_cast<const ui::NumberTable*>(part))
            return table;
    return nullptr;
}

// The input of the current cell, or of the field with the focus; an entry counts as its series.
QString inputWithFocus()
{
    if (const ui::NumberTable* const table = tableWithFocus()) {
        const ui::TableContent& content = table->content();
        const auto row = content.rowOf(table->currentRow());
        const auto column = content.columnOf(table->currentColumn());
        return row && column ? content.cell(*row, *column).cell.input : QString();
    }
    const QWidget* const focus = QApplication::focusWidget();
    return focus ? focus->objectName().section(u'[', 0, 0) : QString();
}

// Inputs that the default project has no use for have no editor; they lead to the row that says so,
// or to the field that brings them. Empty for all others.
QString placeInstead(const core::Project& project, const std::string& id)
{
    if (id == "macro.fx.path")
        return u"macro.fx.mode"_s;
    const QString name = QString::fromStdString(id);
    if (id == "active_deck")
        return QString::fromStdString(project.activeDeck) + u".ga4n"_s;
    if (name.endsWith(u".premium_over"_s))
        return name.section(u'.', 1, 1) + u'.' + name.section(u'.', 3, 3);
    for (const core::CostLine& line : project.costLines)
        if (line.currency == core::Currency::kzt && id == "cost_lines." + line.id + ".kzt_share")
            return u"line."_s + QString::fromStdString(line.id);
    if (name.startsWith(u"tax.asset_classes."_s) && name.endsWith(u".years"_s))
        return name.section(u'.', 0, 2);
    return {};
}

}

class TestGoTo : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyInputIsFoundOnItsPage_data();
    void everyInputIsFoundOnItsPage();
    void everyElementIsFound_data();
    void everyElementIsFound();
    void fieldsOfThePanelAreOpened_data();
    void fieldsOfThePanelAreOpened();
    void anEditElsewhereOnThePageIsKept();
    void unknownInputsAreSaidToBeNowhere();

private:
    std::unique_ptr<Desk> m_desk;
};

void TestGoTo::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
}

void TestGoTo::everyInputIsFoundOnItsPage_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("instead");
    const core::Project project = core::defaultProject();
    for (const core::Input& input : core::inputsOf(project))
        QTest::newRow(input.id.c_str())
            << QString::fromStdString(input.id) << placeInstead(project, input.id);
}

void TestGoTo::everyInputIsFoundOnItsPage()
{
    QFETCH(QString, id);
    QFETCH(QString, instead);
    const auto page = ui::pageOfInput(id);
    QVERIFY(page);
    m_desk->window.goToPage(ui::PageId::overview);
    QVERIFY(m_desk->window.goToInput(id));
    Desk::settle();
    QCOMPARE(m_desk->window.currentPage()->pageId(), *page);
    QVERIFY(m_desk->isFocusVisible());
    const ui::NumberTable* const table = tableWithFocus();
    if (instead.isEmpty())
        QCOMPARE(inputWithFocus(), id);
    else
        QCOMPARE(table ? table->currentRow() : inputWithFocus(), instead);
}

void TestGoTo::everyElementIsFound_data()
{
    QTest::addColumn<QString>("id");
    std::set<std::string> blocks;
    for (const core::Input& input : core::inputsOf(core::defaultProject()))
        for (std::size_t dot = input.id.rfind('.'); dot != std::string::npos && dot > 0;
             dot = input.id.rfind('.', dot - 1))
            blocks.insert(input.id.substr(0, dot));
    for (const std::string& block : blocks)
        QTest::newRow(block.c_str()) << QString::fromStdString(block);
}

void TestGoTo::everyElementIsFound()
{
    QFETCH(QString, id);
    m_desk->window.goToPage(ui::PageId::overview);
    QVERIFY(m_desk->window.goToInput(id));
    Desk::settle();
    QVERIFY(m_desk->isFocusVisible());
    QVERIFY(m_desk->window.currentPage()->isAncestorOf(QApplication::focusWidget()));
    const QString reached = inputWithFocus();
    QVERIFY2(reached == id || reached.startsWith(id + u'.'), qPrintable(reached));
}

void TestGoTo::fieldsOfThePanelAreOpened_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("row");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isExplaining");
    for (const int width : {1180, 1440})
        for (const bool isExplaining : {false, true}) {
            const QByteArray name =
                QByteArray::number(width) + (isExplaining ? " px, behind an explanation" : " px");
            QTest::newRow("of a cost line, " + name)
                << u"cost_lines.labour.host_fixed"_s << u"line.labour"_s << width << isExplaining;
            QTest::newRow("of a deck, " + name)
                << u"price_decks.floor.terms"_s << u"floor.ga4n"_s << width << isExplaining;
        }
}

// Their row is selected, and the panel beside it shows the field, with the focus.
void TestGoTo::fieldsOfThePanelAreOpened()
{
    QFETCH(QString, id);
    QFETCH(QString, row);
    QFETCH(int, width);
    QFETCH(bool, isExplaining);
    m_desk->window.resize(width, 720);
    Desk::settle();
    m_desk->window.goToPage(ui::PageId::overview);
    if (isExplaining)
        m_desk->window.explain({core::ResultCase::project, "npv"});
    QVERIFY(m_desk->window.goToInput(id));
    Desk::settle();
    QVERIFY(m_desk->isFocusVisible());
    ui::Page* const page = m_desk->window.currentPage();
    QVERIFY(page->sidePanel()->isVisible());
    QVERIFY(page->sidePanel()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(page->mainTable()->currentRow(), row);
    QCOMPARE(inputWithFocus(), id);
    m_desk->window.closeSidePanel();
    m_desk->window.resize(1440, 900);
}

void TestGoTo::anEditElsewhereOnThePageIsKept()
{
    QVERIFY(m_desk->window.goToInput(u"macro.usd_inflation"_s));
    Desk::settle();
    QTest::keyClicks(QApplication::focusWidget(), u"3"_s);
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QVERIFY(m_desk->window.goToInput(u"tax.asset_classes.I.rate"_s));
    Desk::settle();
    QCOMPARE(inputWithFocus(), u"tax.asset_classes.I.rate"_s);
    QCOMPARE(m_desk->session.undoStack().count(), 1);
    m_desk->session.undoStack().undo();
}

void TestGoTo::unknownInputsAreSaidToBeNowhere()
{
    m_desk->window.goToPage(ui::PageId::overview);
    QVERIFY(!m_desk->window.goToInput(u"nothing.of_this_name"_s));
    QCOMPARE(m_desk->window.currentPage()->pageId(), ui::PageId::overview);
}

QTEST_MAIN(TestGoTo)
#include "tst_goto.moc"
