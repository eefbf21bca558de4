#include "tests/ui/window/WindowTest.h"

#include "ui/document/InvalidEntries.h"
#include "ui/pages/ExplainPanel.h"
#include "ui/pages/Page.h"
#include "ui/pages/PageList.h"
#include "ui/tables/NumberTable.h"
#include "ui/window/Navigation.h"

#include <QListView>
#include <QTabBar>

#include <memory>
#include <set>

using namespace Qt::StringLiterals;
using support::Desk;
using support::press;
using support::type;

namespace {

const std::string labour = "labour";

double shareOf(const Desk& desk, const std::string& id)
{
    for (const core::CostLine& line : desk.session.project().costLines)
        if (line.id == id)
            return line.reuseShare;
    return -1.0;
}

}

// Everything without a mouse; what has the focus can always be seen.
class TestKeyboard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void pagesAreChosenByKeys();
    void tabsOfThePageAreChangedFromEverywhere();
    void partsAreWalked_data();
    void partsAreWalked();
    void numberIsTypedInAForm();
    void cellIsEditedUndoneRedoneAndFilledDown();
    void errorIsFoundAndMended();
    void findHasTheUsualKeyToo();
    void foundByWords_data();
    void foundByWords();
    void figureIsFound();
    void commandIsFound();
    void anotherResultIsChosen();
    void whatIsBeingTypedIsSaved();

private:
    void find(const QString& words) const
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_desk->isFocusVisible());
        type(words);
        press(Qt::Key_Return);
        QVERIFY(m_desk->isFocusVisible());
    }
    const ui::NumberTable& table() const { return *m_desk->window.currentPage()->mainTable(); }

    std::unique_ptr<Desk> m_desk;
};

void TestKeyboard::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->isFocusVisible()); // from the start
}

void TestKeyboard::init()
{
    m_desk->session.newProject();
    press(Qt::Key_1, Qt::ControlModifier);
}

void TestKeyboard::pagesAreChosenByKeys()
{
    const auto& pages = ui::allPages();
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < pages.size(); ++i) {
            press(pages[i] == ui::PageId::history ? Qt::Key_H
                                                  : static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10),
                Qt::ControlModifier);
            QCOMPARE(m_desk->window.currentPage()->pageId(), pages[i]);
            QVERIFY(m_desk->isFocusVisible());
            // The second time from within the page before.
            for (int part = 0; part < 4 && !m_desk->window.currentPage()->isAncestorOf(
                                               QApplication::focusWidget());
                 ++part)
                press(Qt::Key_F6);
            QVERIFY(m_desk->window.currentPage()->isAncestorOf(QApplication::focusWidget()));
            QVERIFY(m_desk->isFocusVisible());
        }
}

void TestKeyboard::tabsOfThePageAreChangedFromEverywhere()
{
    press(Qt::Key_8, Qt::ControlModifier);
    const auto* const tabs = m_desk->window.currentPage()->findChild<QTabBar*>();
    QVERIFY(tabs);
    m_desk->find<QListView>(u"navigationList"_s)->setFocus();
    press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 1);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(m_desk->window.currentPage()->pageId(), ui::PageId::sensitivity);
}

void TestKeyboard::partsAreWalked_data()
{
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<int>("page");
    QTest::newRow("F6 with a panel") << Qt::KeyboardModifiers() << 4;
    QTest::newRow("Shift+F6 with a panel") << Qt::KeyboardModifiers(Qt::ShiftModifier) << 4;
    QTest::newRow("F6 without a panel") << Qt::KeyboardModifiers() << 7;
}

void TestKeyboard::partsAreWalked()
{
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(int, page);
    press(static_cast<Qt::Key>(Qt::Key_0 + page), Qt::ControlModifier);
    const QStringList names {
        u"toolBar"_s, u"navigation"_s, m_desk->window.currentPage()->objectName(), u"sidePanel"_s};
    std::set<QString> expected;
    for (const QString& name : names)
        if (m_desk->find<QWidget>(name)->isVisible())
            expected.insert(name);
    std::set<QString> visited;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        press(Qt::Key_F6, modifiers);
        QVERIFY(m_desk->isFocusVisible());
        for (const QString& name : names)
            if (m_desk->find<QWidget>(name)->isAncestorOf(QApplication::focusWidget()))
                visited.insert(name);
    }
    QCOMPARE(visited, expected);
}

void TestKeyboard::numberIsTypedInAForm()
{
    press(Qt::Key_2, Qt::ControlModifier);
    for (int part = 0;
         part < 4 && !m_desk->window.currentPage()->isAncestorOf(QApplication::focusWidget());
         ++part)
        press(Qt::Key_F6);
    const QString field = u"production.nameplate_kg_per_year"_s;
    for (int i = 0; i < 30 && QApplication::focusWidget()->objectName() != field; ++i) {
        press(Qt::Key_Tab);
        QVERIFY(m_desk->isFocusVisible());
    }
    QCOMPARE(QApplication::focusWidget()->objectName(), field);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"16000"_s);
    press(Qt::Key_Tab);
    QCOMPARE(m_desk->session.project().production.nameplateKgPerYear, 16'000.0);
    QVERIFY(QApplication::focusWidget()->objectName() != field);
    QVERIFY(m_desk->isFocusVisible());
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), field);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->session.project(), core::defaultProject());
    QVERIFY(m_desk->isFocusVisible());
}

void TestKeyboard::cellIsEditedUndoneRedoneAndFilledDown()
{
    find(u"cost_lines.labour.reuse_share"_s);
    const double before = shareOf(*m_desk, labour);
    type(u"55"_s);
    QVERIFY(m_desk->isFocusVisible());
    press(Qt::Key_Return);
    QCOMPARE(shareOf(*m_desk, labour), 0.55);
    QVERIFY(m_desk->isFocusVisible());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shareOf(*m_desk, labour), before);
    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(shareOf(*m_desk, labour), 0.55);
    QVERIFY(m_desk->isFocusVisible());
    press(Qt::Key_Up);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(shareOf(*m_desk, "maintenance"), 0.55);
    QVERIFY(m_desk->isFocusVisible());
}

void TestKeyboard::errorIsFoundAndMended()
{
    find(u"cost_lines.labour.reuse_share"_s);
    type(u"142"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_desk->session.invalidEntries().all().size(), std::size_t {1});
    press(Qt::Key_7, Qt::ControlModifier);
    press(Qt::Key_F8);
    QCOMPARE(m_desk->window.currentPage()->pageId(), ui::PageId::costs);
    QCOMPARE(table().currentRow(), u"line.labour"_s);
    QCOMPARE(table().currentColumn(), u"reuse_share"_s);
    QVERIFY(m_desk->isFocusVisible());
    type(u"50"_s);
    press(Qt::Key_Return);
    QVERIFY(m_desk->session.invalidEntries().all().empty());
    QCOMPARE(shareOf(*m_desk, labour), 0.5);
    press(Qt::Key_F8); // there is no other
    QVERIFY(m_desk->isFocusVisible());
}

void TestKeyboard::findHasTheUsualKeyToo()
{
    for (const Qt::Key key : {Qt::Key_K, Qt::Key_F}) {
        m_desk->window.goToPage(ui::PageId::costs);
        m_desk->window.currentPage()->setFocus();
        press(key, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"find"_s);
        press(Qt::Key_Escape);
    }
}

void TestKeyboard::foundByWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("object"); // with the focus
    const auto row = [](const char* name, const QString& words, ui::PageId page,
                         const QString& object) {
        QTest::newRow(name) << words << static_cast<int>(page) << object;
    };
    row("label", u"nameplate capacity"_s, ui::PageId::production,
        u"production.nameplate_kg_per_year"_s);
    row("id", u"discounting.equity_rate"_s, ui::PageId::tax, u"discounting.equity_rate"_s);
    row("page", u"cash flow"_s, ui::PageId::cashFlow, {});
}

void TestKeyboard::foundByWords()
{
    QFETCH(QString, words);
    QFETCH(int, page);
    QFETCH(QString, object);
    find(words);
    QCOMPARE(static_cast<int>(m_desk->window.currentPage()->pageId()), page);
    if (!object.isEmpty())
        QCOMPARE(QApplication::focusWidget()->objectName(), object);
}

void TestKeyboard::figureIsFound()
{
    find(u"free cash flow"_s);
    const auto* const panel = m_desk->window.findChild<ui::ExplainPanel*>();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->hasFigure());
    QCOMPARE(panel->figure().name, std::string("project.free_cash_flow"));
    press(Qt::Key_F4); // closes it
    QVERIFY(!panel->isVisible());
    QVERIFY(m_desk->isFocusVisible());
}

void TestKeyboard::commandIsFound()
{
    const auto* const list = m_desk->window.findChild<ui::Navigation*>();
    find(u"navigation as icons"_s);
    QVERIFY(list->isCollapsed());
    press(Qt::Key_F9);
    QVERIFY(!list->isCollapsed());
    QVERIFY(m_desk->isFocusVisible());
}

void TestKeyboard::anotherResultIsChosen()
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"cost_lines.labour."_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(table().currentRow(), u"line.labour"_s);
    const QString second = table().currentColumn();
    find(u"cost_lines.labour."_s);
    QVERIFY(table().currentColumn() != second || QApplication::focusWidget() != &table());
}

void TestKeyboard::whatIsBeingTypedIsSaved()
{
    const QString path = m_desk->path(u"typed.galval"_s);
    QVERIFY(m_desk->session.saveAs(path).hasValue());
    find(u"cost_lines.labour.reuse_share"_s);
    type(u"61"_s);
    press(Qt::Key_S, Qt::ControlModifier); // without Enter
    QVERIFY(!m_desk->window.isWindowModified());
    QVERIFY(m_desk->isFocusVisible());
    ui::Session other;
    QVERIFY(other.open(path).hasValue());
    QCOMPARE(other.project(), m_desk->session.project());
    QCOMPARE(shareOf(*m_desk, labour), 0.61);
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
