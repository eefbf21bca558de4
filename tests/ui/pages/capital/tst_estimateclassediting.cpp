#include "ui/pages/capital/EstimateClassEditing.h"

#include "tests/ui/pages/InputsStage.h"
#include "ui/pages/capital/CapitalPage.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using core::Project;
using pages::press;
using pages::type;

namespace {

// The page with the class of the second item as the current cell.
struct Stage : pages::InputsStage<ui::CapitalPage> {
    ui::NumberTable& items = table(u"table.capital"_s);

    Stage()
    {
        items.setFocus();
        items.select({u"capital.items.extraction.asset_class"_s, {}});
        press(Qt::Key_Right);
    }
    std::optional<int> estimateClass() const { return project().capital.items[1].estimateClass; }
    QString text() const { return cell(items, u"item.extraction"_s, u"estimate_class"_s).text; }
};

}

class TestEstimateClassEditing : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void digitsSetTheClass();
    void otherDigitsAreRefused();
    void deleteTakesItAway();
    void theListOffersAll_data();
    void theListOffersAll();
    void theMenuOffersAll();
    void otherColumnsAreLeftAlone();
};

void TestEstimateClassEditing::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestEstimateClassEditing::digitsSetTheClass()
{
    Stage stage;
    const Project before = stage.project();
    type(u"2"_s);
    QCOMPARE(stage.estimateClass(), std::optional(2));
    QCOMPARE(stage.text(), u"2"_s);
    QCOMPARE(stage.session.undoStack().undoText(),
        u"AACE class, Extraction section with first sorbent fill: 4 → 2"_s);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestEstimateClassEditing::otherDigitsAreRefused()
{
    Stage stage;
    QSignalSpy messages(&stage.workspace, &ui::Workspace::messageShown);
    for (const QString& digit : {u"0"_s, u"6"_s})
        type(digit);
    QCOMPARE(stage.estimateClass(), std::optional(4));
    QCOMPARE(messages.count(), 2);
    QVERIFY(!stage.session.undoStack().canUndo());
}

void TestEstimateClassEditing::deleteTakesItAway()
{
    Stage stage;
    const Project before = stage.project();
    press(Qt::Key_Delete);
    QCOMPARE(stage.estimateClass(), std::nullopt);
    QCOMPARE(stage.text(), u"–"_s);
    stage.session.undoStack().undo();
    QCOMPARE(stage.project(), before);
}

void TestEstimateClassEditing::theListOffersAll_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("by F2") << false;
    QTest::newRow("by a double click") << true;
}

void TestEstimateClassEditing::theListOffersAll()
{
    QFETCH(bool, byMouse);
    Stage stage;
    const QPoint place = stage.items.visualRect(stage.items.currentIndex()).center();
    if (byMouse)
        QTest::mouseDClick(stage.items.viewport(), Qt::LeftButton, {}, place);
    else
        press(Qt::Key_F2);
    auto* const menu = stage.items.findChild<QMenu*>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 6);
    QVERIFY(menu->actions()[4]->isChecked());
    // The outer bounds of AACE 18R-97.
    QCOMPARE(pages::withPlainSpaces(menu->actions()[3]->text()), u"Class 3, from 80 % to 130 %"_s);
    menu->setActiveAction(menu->actions()[3]);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(stage.estimateClass(), std::optional(3));
}

void TestEstimateClassEditing::theMenuOffersAll()
{
    Stage stage;
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(&stage.items, &event);
    auto* const menu = stage.items.findChild<QMenu*>();
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    const auto classes = std::find_if(actions.begin(), actions.end(),
        [](const QAction* action) { return action->text() == u"AACE class"_s; });
    QVERIFY(classes != actions.end());
    (*classes)->menu()->actions().first()->trigger();
    QCOMPARE(stage.estimateClass(), std::nullopt);
    menu->close();
}

void TestEstimateClassEditing::otherColumnsAreLeftAlone()
{
    Stage stage;
    press(Qt::Key_Right);
    type(u"3"_s);
    press(Qt::Key_Return);
    QCOMPARE(stage.estimateClass(), std::optional(4));
    QCOMPARE(stage.project().capital.items[1].phasing.at(2025), 0.03);
}

QTEST_MAIN(TestEstimateClassEditing)
#include "tst_estimateclassediting.moc"
