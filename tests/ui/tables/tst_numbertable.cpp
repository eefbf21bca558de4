#include "ui/tables/NumberTable.h"

#include "tests/ui/tables/TableWindow.h"
#include "ui/fields/NumberField.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using ui::NumberTable;

namespace {

const QString labour = u"cost_lines.labour"_s;
const QString maintenance = u"cost_lines.maintenance"_s;
const QString digestion = u"cost_lines.digestion"_s;

QString priceOf(const char* deck, const char* product = "ga4n")
{
    return u"price_decks.%1.prices.%2"_s.arg(QLatin1String(deck), QLatin1String(product));
}

}

class TestNumberTable : public QObject {
    Q_OBJECT

private slots:
    void init();
    void typingReplaces();
    void f2EditsWhatIsThere();
    void enterAndTabMoveOn();
    void escapeRestores();
    void arrowsEndTypingButNotEditing();
    void leavingTheCellKeepsWhatWasTyped();
    void eachEntryIsAStepOfItsOwn();
    void refusedTextStaysAndIsMarked();
    void refusedTextCanBeTakenBack();
    void asksWhichNumberIsMeant();
    void answersByClick();
    void deleteGivesBack();
    void fillsDownAndRight_data();
    void fillsDownAndRight();
    void fillsTheSelectionWithWhatIsTyped();
    void dragsTheCornerToFill();
    void fillLeavesOutOtherUnits();
    void movesAsInExcel_data();
    void movesAsInExcel();
    void selectsAsInExcel();
    void selectsWithTheMouse();
    void aRangeStandsOutInTheMarkedRow();
    void columnsAreSelectedByTheirHeads();
    void groupsOpenAndClose();
    void typingWhereNothingCanBeTypedSaysWhy_data();
    void typingWhereNothingCanBeTypedSaysWhy();
    void chevronsOpenAndClose();
    void rowsAreAddedAndNamed();
    void rowsAreRemovedTogether();
    void rowsMoveWithinTheirGroup();
    void namesAreEditedInTheFrozenColumn();
    void explainsFigures();
    void doubleClickIsOfTheCellThatItMeets();
    void newContentKeepsEditorSelectionAndScroll();
    void columnsComeAndGo();
    void frozenColumnsScrollAlong();
    void currentCellIsNeverBehindFrozenColumns();
    void scrollsByWholeColumns();
    void sumsTheSelection();
    void findsCellsByTheirAddress();
    void menuKnowsTheRow();
    void menuOpensInAllColumns_data();
    void menuOpensInAllColumns();
    void flagsToggle();
    void choicesAreListed();
    void doubleClickOnTheEdgeFits();
    void tellsScreenReadersWhatACellIs();
    void tabLeavesTheTableAtItsEnd();
    void largerTextIsNotCutOff();
    void leavesKeysItHasNoUseFor();
};

void TestNumberTable::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    ui::NumberField::setAnsweredMark(std::nullopt);
}

void TestNumberTable::typingReplaces()
{
    TableWindow window;
    const std::string before = window.document();
    QVERIFY(window.table.select({labour + u".fixed"_s}));
    window.type(u"2,000.5"_s);
    QVERIFY(window.document() == before);
    window.key(Qt::Key_Return);
    QCOMPARE(window.number(labour + u".fixed"_s), 2000500.0);
    QCOMPARE(window.current(), maintenance + u" fixed"_s);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::f2EditsWhatIsThere()
{
    TableWindow window;
    window.table.select({labour + u".reuse_share"_s});
    window.key(Qt::Key_F2);
    const auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"42.0\u00A0%"_s);
    QVERIFY(!line->hasSelectedText());
    for (int i = 0; i < 4; ++i)
        window.key(Qt::Key_Left);
    window.key(Qt::Key_Backspace);
    window.type(u"4"_s);
    window.key(Qt::Key_Return);
    QCOMPARE(window.number(labour + u".reuse_share"_s), 0.44);
}

void TestNumberTable::enterAndTabMoveOn()
{
    TableWindow window;
    window.table.select({labour + u".kzt_share"_s});
    window.type(u"50"_s);
    window.key(Qt::Key_Tab);
    QCOMPARE(window.current(), labour + u" fixed"_s);
    window.type(u"1000"_s);
    window.key(Qt::Key_Tab);
    window.type(u"2"_s);
    window.key(Qt::Key_Return);
    // Back to where Tab began.
    QCOMPARE(window.current(), maintenance + u" kzt"_s);
    QCOMPARE(window.number(labour + u".kzt_share"_s), 0.5);
    QCOMPARE(window.number(labour + u".fixed"_s), 1e6);
    QCOMPARE(window.number(labour + u".variable_per_kg"_s), 2.0);
    window.key(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(window.current(), labour + u" kzt"_s);
    window.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(window.current(), labour + u" line"_s);
}

void TestNumberTable::escapeRestores()
{
    TableWindow window;
    const std::string before = window.document();
    window.table.select({labour + u".fixed"_s});
    window.type(u"7"_s);
    window.key(Qt::Key_Escape);
    QVERIFY(window.document() == before);
    QCOMPARE(window.current(), labour + u" fixed"_s);
    QVERIFY(window.table.hasFocus());
    window.key(Qt::Key_F2);
    window.key(Qt::Key_Escape);
    QVERIFY(window.table.hasFocus());
    QVERIFY(!window.session.undoStack().canUndo());
}

void TestNumberTable::arrowsEndTypingButNotEditing()
{
    TableWindow window;
    window.table.select({labour + u".fixed"_s});
    window.type(u"7"_s);
    window.key(Qt::Key_Right);
    QCOMPARE(window.current(), labour + u" variable"_s);
    QCOMPARE(window.number(labour + u".fixed"_s), 7000.0);
    window.key(Qt::Key_F2);
    window.key(Qt::Key_Left);
    window.key(Qt::Key_Up);
    QVERIFY(!window.table.hasFocus());
    QCOMPARE(window.current(), labour + u" variable"_s);
}

void TestNumberTable::leavingTheCellKeepsWhatWasTyped()
{
    TableWindow window;
    window.table.select({labour + u".fixed"_s});
    window.type(u"7"_s);
    window.click(window.placeOf(maintenance, u"saving"_s));
    QCOMPARE(window.number(labour + u".fixed"_s), 7000.0);
    QCOMPARE(window.current(), maintenance + u" saving"_s);
}

void TestNumberTable::eachEntryIsAStepOfItsOwn()
{
    TableWindow window;
    window.table.select({labour + u".fixed"_s});
    for (const char* number : {"7", "8"}) {
        window.type(QString::fromLatin1(number));
        window.key(Qt::Key_Return);
        window.key(Qt::Key_Up);
    }
    QCOMPARE(window.session.undoStack().count(), 2);
    window.session.undoStack().undo();
    QCOMPARE(window.number(labour + u".fixed"_s), 7000.0);
}

void TestNumberTable::refusedTextStaysAndIsMarked()
{
    TableWindow window;
    const std::string before = window.document();
    QSignalSpy messages(&window.table, &NumberTable::messageShown);
    const ui::CellAddress share {labour + u".reuse_share"_s};
    window.table.select(share);
    window.type(u"142 %"_s);
    window.key(Qt::Key_Return);
    QVERIFY(window.document() == before);
    QCOMPARE(window.current(), maintenance + u" share"_s);
    const ui::InvalidEntry* entry = window.session.invalidEntries().find(share);
    QVERIFY(entry);
    QCOMPARE(entry->text, u"142 %"_s);
    QVERIFY(entry->sentence.contains(u"from 0 to 100"));
    const QModelIndex cell = window.cellOf(labour, u"share"_s);
    QCOMPARE(cell.data().toString(), u"142 %"_s);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), entry->sentence);
    QCOMPARE(messages.last().first().toString(),
        entry->sentence + u" The last valid value, 42.0\u00A0%, stays in use. Esc restores it."_s);
    // Editing goes on from what was typed.
    window.key(Qt::Key_Up);
    window.key(Qt::Key_F2);
    QCOMPARE(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), u"142 %"_s);
    window.key(Qt::Key_Home);
    window.key(Qt::Key_Delete);
    window.key(Qt::Key_Return);
    QCOMPARE(window.number(labour + u".reuse_share"_s), 0.42);
    QVERIFY(!window.session.invalidEntries().find(share));
}

void TestNumberTable::refusedTextCanBeTakenBack()
{
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Delete}) {
        TableWindow window;
        window.table.select({labour + u".reuse_share"_s});
        window.type(u"142 %"_s);
        window.key(Qt::Key_Return);
        window.key(Qt::Key_Up);
        window.key(key);
        QVERIFY(window.session.invalidEntries().all().empty());
    }
}

void TestNumberTable::asksWhichNumberIsMeant()
{
    TableWindow window(priceTable);
    window.table.select({priceOf("floor"), 2030});
    window.type(u"1,234"_s);
    window.key(Qt::Key_Return); // to the first reading
    QVERIFY(!window.table.hasFocus());
    window.key(Qt::Key_Right); // to the second one
    window.key(Qt::Key_Return);
    QVERIFY(window.table.hasFocus());
    QCOMPARE(window.number(priceOf("floor"), 2030), 1.234);
    QCOMPARE(window.current(), priceOf("floor", "ga6n") + u" 2030"_s);
    QCOMPARE(window.session.undoStack().count(), 1);
}

void TestNumberTable::answersByClick()
{
    TableWindow window(priceTable);
    window.table.select({priceOf("consensus"), 2030});
    window.type(u"1,234"_s);
    auto* const answer = window.table.findChild<QPushButton*>(u"reading.0"_s);
    QVERIFY(answer && answer->isVisible());
    QTest::mouseClick(answer, Qt::LeftButton);
    QVERIFY(window.table.hasFocus());
    QCOMPARE(window.number(priceOf("consensus"), 2030), 1234.0);
}

void TestNumberTable::deleteGivesBack()
{
    TableWindow window(priceTable);
    window.table.select({priceOf("consensus"), 2028});
    window.key(Qt::Key_Delete);
    // Between the years beside it.
    QCOMPARE(window.number(priceOf("consensus"), 2028), (1150.0 + 750.0) / 2.0);
    window.table.select({priceOf("consensus"), 2030});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    const std::string before = window.document();
    window.key(Qt::Key_Delete);
    QVERIFY(!ui::contentOf(window.session.project(), {priceOf("consensus"), 2030})->isStated);
    QVERIFY(!ui::contentOf(window.session.project(), {priceOf("consensus"), 2031})->isStated);
    QCOMPARE(window.session.undoStack().count(), 2);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::fillsDownAndRight_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QPoint>("range"); // columns and rows beyond the first cell
    QTest::addColumn<QString>("filled");
    QTest::newRow("down") << int(Qt::Key_D) << QPoint(0, 4) << u"1700 1600 1700 600"_s;
    QTest::newRow("right") << int(Qt::Key_R) << QPoint(2, 0) << u"1700 1700 1200 600"_s;
    QTest::newRow("down from the row above")
        << int(Qt::Key_D) << QPoint(0, 0) << u"1660 1600 1200 600"_s;
    QTest::newRow("right from the column before")
        << int(Qt::Key_R) << QPoint(0, 0) << u"1700 1600 1200 600"_s;
}

void TestNumberTable::fillsDownAndRight()
{
    QFETCH(int, key);
    QFETCH(QPoint, range);
    QFETCH(QString, filled);
    TableWindow window(priceTable);
    const std::string before = window.document();
    window.table.select({priceOf("ban_persists"), 2026});
    for (int i = 0; i < range.x(); ++i)
        window.key(Qt::Key_Right, Qt::ShiftModifier);
    for (int i = 0; i < range.y(); ++i)
        window.key(Qt::Key_Down, Qt::ShiftModifier);
    window.key(static_cast<Qt::Key>(key), Qt::ControlModifier);
    const auto number = [&](const char* deck, int year) {
        return QString::number(window.number(priceOf(deck), year));
    };
    const QStringList numbers {number("ban_persists", 2026), number("ban_persists", 2027),
        number("ban_lifted", 2026), number("ban_lifted", 2027)};
    QCOMPARE(numbers.join(u' '), filled);
    const bool isChanged = window.document() != before;
    QCOMPARE(window.session.undoStack().count(), isChanged ? 1 : 0);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::fillsTheSelectionWithWhatIsTyped()
{
    TableWindow window(priceTable);
    window.table.select({priceOf("ban_persists"), 2026});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    window.type(u"950"_s);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    for (const int year : {2026, 2027, 2028})
        QCOMPARE(window.number(priceOf("ban_persists"), year), 950.0);
    QVERIFY(window.number(priceOf("ban_persists"), 2029) != 950.0);
}

void TestNumberTable::dragsTheCornerToFill()
{
    TableWindow window(priceTable);
    const std::string before = window.document();
    QSignalSpy messages(&window.table, &NumberTable::messageShown);
    window.table.select({priceOf("consensus"), 2027});
    const QRect cell = window.table.visualRect(window.table.currentIndex());
    const QPoint corner =
        window.table.viewport()->mapTo(&window.table, cell.bottomRight() - QPoint(2, 2));
    window.drag(corner, corner + QPoint(2 * cell.width(), 3));
    QCOMPARE(window.number(priceOf("consensus"), 2028), 1150.0);
    QCOMPARE(window.number(priceOf("consensus"), 2029), 1150.0);
    QCOMPARE(window.number(priceOf("consensus"), 2030), 680.0);
    QCOMPARE(window.table.block(false).columnCount(), 3);
    QVERIFY(messages.last().first().toString().contains(u"Ctrl+Z"));
    QCOMPARE(window.session.undoStack().count(), 1);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::fillLeavesOutOtherUnits()
{
    TableWindow window;
    const std::string before = window.document();
    window.table.select({labour + u".kzt_share"_s});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    window.key(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(window.document() == before);
}

void TestNumberTable::movesAsInExcel_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("cell");
    const int ctrl = Qt::ControlModifier;
    QTest::newRow("down") << int(Qt::Key_Down) << 0 << maintenance + u" fixed"_s;
    QTest::newRow("left") << int(Qt::Key_Left) << 0 << labour + u" kzt"_s;
    QTest::newRow("to the end of the run") << int(Qt::Key_Right) << ctrl << labour + u" saving"_s;
    QTest::newRow("up to the end of the run")
        << int(Qt::Key_Up) << ctrl << u"cost_lines.heat_water fixed"_s;
    QTest::newRow("to the start of the row") << int(Qt::Key_Home) << 0 << labour + u" line"_s;
    QTest::newRow("to the end of the row") << int(Qt::Key_End) << 0 << labour + u" split"_s;
    QTest::newRow("to the first cell")
        << int(Qt::Key_Home) << ctrl << u"group.Alumina front end line"_s;
    QTest::newRow("to the last cell") << int(Qt::Key_End) << ctrl << u"per_kg split"_s;
    QTest::newRow("a page up") << int(Qt::Key_PageUp) << 0 << u"group.Alumina front end fixed"_s;
}

void TestNumberTable::movesAsInExcel()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, cell);
    TableWindow window;
    QSignalSpy moves(&window.table, &NumberTable::currentCellChanged);
    window.table.select({labour + u".fixed"_s});
    window.key(static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(window.current(), cell);
    QCOMPARE(
        moves.last(), (QVariantList {window.table.currentRow(), window.table.currentColumn()}));
}

void TestNumberTable::selectsAsInExcel()
{
    TableWindow window;
    window.table.select({labour + u".kzt_share"_s});
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(window.current(), labour + u" kzt"_s);
    QCOMPARE(window.table.block(false).rowCount(), 2);
    QCOMPARE(window.table.block(false).columnCount(), 2);
    window.key(Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(window.table.block(false).columnCount(), window.table.content().columnCount());
    QCOMPARE(window.table.block(false).rowCount(), 2);
    window.key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(window.table.block(false).rowCount(), window.table.content().rowCount());
    // Tab and Enter stay within a range.
    window.table.select({labour + u".kzt_share"_s});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    window.key(Qt::Key_Tab);
    window.key(Qt::Key_Tab);
    QCOMPARE(window.current(), labour + u" kzt"_s);
    window.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window.table.block(false).rowCount(), window.table.content().rowCount());
}

void TestNumberTable::selectsWithTheMouse()
{
    TableWindow window;
    // From a column that stays into those that scroll.
    window.drag(window.placeOf(labour, u"line"_s), window.placeOf(maintenance, u"fixed"_s));
    QCOMPARE(window.table.block(false).rowCount(), 2);
    QCOMPARE(window.table.block(false).columnCount(), 3);
    QCOMPARE(window.current(), labour + u" line"_s);
    window.click(window.placeOf(labour, u"fixed"_s));
    window.click(window.placeOf(digestion, u"variable"_s), Qt::ControlModifier);
    QCOMPARE(window.table.selectionSummary().count, 2);
    window.click(window.placeOf(labour, u"fixed"_s));
    window.click(window.placeOf(maintenance, u"variable"_s), Qt::ShiftModifier);
    QCOMPARE(window.table.selectionSummary().count, 4);
    QVERIFY(window.table.hasFocus());
}

void TestNumberTable::aRangeStandsOutInTheMarkedRow()
{
    TableWindow window;
    window.table.setMarksCurrentRow(true);
    const auto ground = [&](const QString& column) {
        const QPoint middle = window.placeOf(labour, column);
        return window.table.grab().toImage().pixelColor(middle.x(), middle.y() - 8);
    };
    const QColor plain = ground(u"variable"_s);
    window.click(window.placeOf(labour, u"fixed"_s));
    const QColor marked = ground(u"project"_s);
    QVERIFY(marked != plain);
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(ground(u"variable"_s), marked);
    QCOMPARE(ground(u"project"_s), plain);
}

void TestNumberTable::columnsAreSelectedByTheirHeads()
{
    TableWindow window;
    QHeaderView* const heads = window.table.horizontalHeader();
    const auto press = [&](int column, Qt::KeyboardModifiers modifiers) {
        const int x = heads->sectionViewportPosition(column) + heads->sectionSize(column) / 2;
        QTest::mouseClick(heads->viewport(), Qt::LeftButton, modifiers, {x, 10});
    };
    press(2, Qt::NoModifier);
    QCOMPARE(window.table.block(false).columnCount(), 1);
    QCOMPARE(window.table.block(false).rowCount(), window.table.content().rowCount());
    press(4, Qt::ShiftModifier);
    QCOMPARE(window.table.block(false).columnCount(), 3);
    QCOMPARE(window.table.currentColumn(), u"fixed"_s);
}

void TestNumberTable::typingWhereNothingCanBeTypedSaysWhy_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("message");
    QTest::newRow("a group") << u"group.People and site"_s << u"fixed"_s
                             << u"This row is a group, the sum of its lines; type into these."_s;
    QTest::newRow("a result") << labour << u"saving"_s
                              << u"This figure is calculated; F3 explains it."_s;
}

void TestNumberTable::typingWhereNothingCanBeTypedSaysWhy()
{
    QFETCH(QString, row);
    QFETCH(QString, column);
    QFETCH(QString, message);
    TableWindow window;
    const std::string before = window.document();
    window.click(window.placeOf(row, column));
    QCOMPARE(window.current(), row + u' ' + column);
    QSignalSpy shown(&window.table, &ui::NumberTable::messageShown);
    window.type(u"5"_s);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().toString(), message);
    QCOMPARE(window.document(), before);
    QVERIFY(!window.table.findChild<QLineEdit*>());
}

void TestNumberTable::groupsOpenAndClose()
{
    TableWindow window;
    const int rows = window.table.model()->rowCount();
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(window.table.model()->rowCount(), rows - 5);
    QCOMPARE(window.current(), u"group.People and site fixed"_s);
    window.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(window.table.model()->rowCount(), rows);
    // What is asked for opens its group.
    window.table.setCollapsed(u"group.People and site"_s, true);
    QVERIFY(window.table.select({labour + u".fixed"_s}));
    QCOMPARE(window.table.model()->rowCount(), rows);
    QCOMPARE(window.current(), labour + u" fixed"_s);
}

void TestNumberTable::chevronsOpenAndClose()
{
    TableWindow window;
    window.table.setSideMargins(24, 8);
    const int rows = window.table.model()->rowCount();
    QPoint chevron = window.placeOf(u"group.Gallium circuit"_s, u"line"_s);
    chevron.setX(12);
    window.click(chevron);
    QCOMPARE(window.table.model()->rowCount(), rows - 3);
    window.click(chevron);
    QCOMPARE(window.table.model()->rowCount(), rows);
}

void TestNumberTable::rowsAreAddedAndNamed()
{
    TableWindow window;
    const std::string before = window.document();
    window.table.select({digestion + u".fixed"_s});
    window.key(Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window.session.project().costLines[2].category,
        window.session.project().costLines[1].category);
    auto* const line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->selectedText(), u"New cost line"_s);
    window.type(u"Security"_s);
    window.key(Qt::Key_Return);
    QCOMPARE(window.session.project().costLines[2].name, std::string("Security"));
    QCOMPARE(window.session.undoStack().undoText(), u"Rename “New cost line” to “Security”"_s);
    window.session.undoStack().undo();
    QCOMPARE(window.session.undoStack().undoText(), u"Add “New cost line”"_s);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::rowsAreRemovedTogether()
{
    TableWindow window;
    const std::size_t lines = window.session.project().costLines.size();
    const std::string before = window.document();
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    window.key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(window.session.project().costLines.size(), lines - 2);
    QCOMPARE(window.session.undoStack().count(), 1);
    QCOMPARE(window.current(), u"cost_lines.laboratory fixed"_s);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestNumberTable::rowsMoveWithinTheirGroup()
{
    TableWindow window;
    const auto ids = [&] {
        QStringList list;
        for (std::size_t i = 0; i < 4; ++i)
            list += QString::fromStdString(window.session.project().costLines[i].id);
        return list.join(u' ');
    };
    window.table.select({digestion + u".fixed"_s});
    window.key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(ids(), u"bauxite front_end_energy digestion caustic"_s);
    QCOMPARE(window.current(), digestion + u" fixed"_s);
    window.key(Qt::Key_Up, Qt::AltModifier);
    window.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(ids(), u"digestion bauxite front_end_energy caustic"_s);
    window.key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(window.session.undoStack().count(), 3);
    QVERIFY(window.session.undoStack().undoText().startsWith(u"Move “"));
}

void TestNumberTable::namesAreEditedInTheFrozenColumn()
{
    TableWindow window;
    window.doubleClick(window.placeOf(labour, u"line"_s));
    auto* const line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(line);
    line->selectAll();
    window.type(u"People"_s);
    window.key(Qt::Key_Tab);
    QVERIFY(window.table.hasFocus());
    QCOMPARE(window.current(), labour + u" kzt"_s);
    QCOMPARE(window.cellOf(labour, u"line"_s).data().toString(), u"People"_s);
    QCOMPARE(window.session.undoStack().count(), 1);
}

void TestNumberTable::explainsFigures()
{
    TableWindow window;
    QSignalSpy requests(&window.table, &NumberTable::explainRequested);
    const core::FigureReference saving {core::ResultCase::savings, "opex.labour", std::nullopt};
    window.click(window.placeOf(labour, u"saving"_s));
    window.key(Qt::Key_F3);
    window.doubleClick(window.placeOf(labour, u"saving"_s));
    QCOMPARE(requests.count(), 2);
    for (const QVariantList& request : requests)
        QCOMPARE(request.first().value<core::FigureReference>(), saving);
    // Nothing lies behind this one.
    window.click(window.placeOf(labour, u"project"_s));
    window.key(Qt::Key_F3);
    QCOMPARE(requests.count(), 2);
}

// The first click may have moved the rows, so that the second one meets another cell.
void TestNumberTable::doubleClickIsOfTheCellThatItMeets()
{
    TableWindow window;
    QSignalSpy requests(&window.table, &NumberTable::explainRequested);
    window.click(window.placeOf(labour, u"project"_s));
    const QPoint place = window.placeOf(labour, u"saving"_s);
    QWidget* const part = window.table.childAt(place);
    QMouseEvent second(QEvent::MouseButtonDblClick, part->mapFrom(&window.table, place),
        window.table.mapToGlobal(place), Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(part, &second);
    QCOMPARE(requests.count(), 1);
    QCOMPARE(
        requests.first().first().value<core::FigureReference>().name, std::string("opex.labour"));
    QCOMPARE(window.current(), labour + u" saving"_s);
}

void TestNumberTable::newContentKeepsEditorSelectionAndScroll()
{
    TableWindow window(priceTable, {500, 200});
    window.table.select({priceOf("floor"), 2035});
    window.key(Qt::Key_Left, Qt::ShiftModifier);
    const int across = window.table.horizontalScrollBar()->value();
    const int down = window.table.verticalScrollBar()->value();
    QVERIFY(across > 0);
    QVERIFY(down > 0);
    window.type(u"12"_s);
    QWidget* const editor = QApplication::focusWidget();
    window.table.setContent(priceTable(window.session.project()));
    QCOMPARE(QApplication::focusWidget(), editor);
    QCOMPARE(qobject_cast<QLineEdit*>(editor)->text(), u"12"_s);
    QCOMPARE(window.table.block(false).columnCount(), 2);
    QCOMPARE(window.table.horizontalScrollBar()->value(), across);
    QCOMPARE(window.table.verticalScrollBar()->value(), down);
}

void TestNumberTable::columnsComeAndGo()
{
    TableWindow window(priceTable, {500, 200});
    const auto showWithout = [&](int years) {
        ui::TableContent content = priceTable(window.session.project());
        content.frozenRight = 1;
        const auto last = content.columns.end() - 1;
        content.columns.erase(last - years, last);
        window.table.setContent(content);
        QCoreApplication::processEvents();
        QCOMPARE(window.table.horizontalHeader()->count(), content.columnCount());
    };
    showWithout(0);
    window.table.select({priceOf("floor"), 2030});
    for (const int years : {1, 3, 0, 6}) {
        showWithout(years);
        QCOMPARE(window.current(), priceOf("floor") + u" 2030"_s);
    }
}

void TestNumberTable::frozenColumnsScrollAlong()
{
    TableWindow window(priceTable, {500, 200});
    window.table.verticalScrollBar()->setValue(60);
    const auto parts = window.table.findChildren<QTableView*>();
    for (const QTableView* part : parts)
        if (part->isVisible())
            QCOMPARE(part->verticalScrollBar()->value(), 60);
    // In one line with the rows beside them, also at the end.
    window.key(Qt::Key_End, Qt::ControlModifier);
    const QModelIndex last = window.table.currentIndex();
    const QPoint label = window.placeOf(window.table.currentRow(), u"grade"_s);
    const QPoint number =
        window.table.viewport()->mapTo(&window.table, window.table.visualRect(last).center());
    QCOMPARE(label.y(), number.y());
}

void TestNumberTable::currentCellIsNeverBehindFrozenColumns()
{
    TableWindow window(priceTable, {500, 300});
    window.table.select({priceOf("consensus"), 2026});
    const int left =
        window.table.columnWidth(0) + window.table.columnWidth(1) + window.table.columnWidth(2);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Left}) {
        for (int i = 0; i < 19; ++i) {
            window.key(key);
            const QRect cell = window.table.visualRect(window.table.currentIndex());
            QVERIFY2(cell.left() >= left, qPrintable(window.current()));
            QVERIFY(cell.right() < window.table.viewport()->width());
        }
    }
    QCOMPARE(window.table.horizontalScrollBar()->value(), 0);
}

void TestNumberTable::scrollsByWholeColumns()
{
    TableWindow window(priceTable, {500, 300});
    const int width = window.table.columnWidth(3);
    QScrollBar* const bar = window.table.horizontalScrollBar();
    bar->setValue(width / 3);
    QCOMPARE(bar->value(), 0);
    bar->setValue(width / 3);
    QCOMPARE(bar->value(), width);
    bar->setValue(4 * width + 5);
    QCOMPARE(bar->value(), 4 * width);
}

void TestNumberTable::sumsTheSelection()
{
    TableWindow window;
    QSignalSpy changes(&window.table, &NumberTable::selectionSummaryChanged);
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(changes.count() >= 2);
    const ui::SelectionSummary amounts = window.table.selectionSummary();
    QCOMPARE(amounts.count, 2);
    QCOMPARE(*amounts.sum, 1905.0 + 684.0);
    QCOMPARE(*amounts.mean, (1905.0 + 684.0) / 2.0);
    QCOMPARE(amounts.unit, QString());
    window.key(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(window.table.selectionSummary().count, 4);
    QVERIFY(!window.table.selectionSummary().sum);
    window.table.select({labour + u".reuse_share"_s});
    QCOMPARE(window.table.selectionSummary(), (ui::SelectionSummary {1, 0.42, 0.42, u"%"_s}));
}

void TestNumberTable::findsCellsByTheirAddress()
{
    TableWindow window(priceTable);
    QVERIFY(window.table.select({priceOf("floor"), 2040}));
    QCOMPARE(window.current(), priceOf("floor") + u" 2040"_s);
    QVERIFY(!window.table.select({priceOf("floor"), 1999}));
    QVERIFY(window.table.selectRow(priceOf("consensus")));
    QCOMPARE(window.current(), priceOf("consensus") + u" 2040"_s);
    QVERIFY(!window.table.selectRow(u"nothing"_s));
}

void TestNumberTable::menuKnowsTheRow()
{
    TableWindow window;
    QStringList entries;
    QStringList cell;
    connect(&window.table, &NumberTable::contextMenuOpening, this,
        [&](QMenu* menu, const QString& row, const QString& column) {
            cell = {row, column};
            for (const QAction* action : menu->actions())
                if (action->isEnabled() && !action->isSeparator())
                    entries += action->text();
            QTimer::singleShot(0, menu, &QMenu::close);
        });
    const QPoint place = window.placeOf(digestion, u"fixed"_s);
    QTest::mouseClick(window.table.viewport(), Qt::RightButton, {},
        window.table.viewport()->mapFrom(&window.table, place));
    QContextMenuEvent event(QContextMenuEvent::Mouse,
        window.table.viewport()->mapFrom(&window.table, place), window.table.mapToGlobal(place));
    QApplication::sendEvent(window.table.viewport(), &event);
    QCOMPARE(cell, (QStringList {digestion, u"fixed"_s}));
    for (const char* entry : {"Copy", "Add row", "Duplicate row", "Rename", "Move up", "Move down",
             "Remove row", "Back to the default"})
        QVERIFY2(entries.contains(QLatin1String(entry)), entry);
    QVERIFY(!entries.contains(u"Explain"_s));
}

void TestNumberTable::menuOpensInAllColumns_data()
{
    QTest::addColumn<QString>("column");
    for (const QString& column : {u"line"_s, u"fixed"_s, u"saving"_s})
        QTest::newRow(qPrintable(column)) << column;
}

void TestNumberTable::menuOpensInAllColumns()
{
    QFETCH(QString, column);
    TableWindow window;
    QString opened;
    connect(&window.table, &NumberTable::contextMenuOpening, this,
        [&](QMenu* menu, const QString&, const QString& of) {
            opened = of;
            QTimer::singleShot(0, menu, &QMenu::close);
        });
    const QPoint place = window.placeOf(digestion, column);
    QWidget* const part = window.table.childAt(place);
    QTest::mouseClick(part, Qt::RightButton, {}, part->mapFrom(&window.table, place));
    QContextMenuEvent event(QContextMenuEvent::Mouse, part->mapFrom(&window.table, place),
        window.table.mapToGlobal(place));
    QApplication::sendEvent(part, &event);
    QCOMPARE(opened, column);
}

void TestNumberTable::flagsToggle()
{
    const auto describe = [](const core::Project& project) {
        ui::TableContent content = costTable(project);
        ui::TableCell& cell = content.rows[1].cells[4];
        cell = {};
        cell.editor = ui::TableCell::Editor::flag;
        cell.cell = {u"tax.write_off_at_end"_s};
        cell.number = project.tax.writeOffAtEnd ? 1.0 : 0.0;
        return content;
    };
    TableWindow window(describe);
    const bool before = window.session.project().tax.writeOffAtEnd;
    window.table.select({u"tax.write_off_at_end"_s});
    window.key(Qt::Key_Space);
    QCOMPARE(window.session.project().tax.writeOffAtEnd, !before);
    window.key(Qt::Key_F2);
    QCOMPARE(window.session.project().tax.writeOffAtEnd, before);
}

void TestNumberTable::choicesAreListed()
{
    const auto describe = [](const core::Project& project) {
        ui::TableContent content = costTable(project);
        ui::TableCell& cell = content.rows[1].cells[4];
        cell = {};
        cell.editor = ui::TableCell::Editor::choice;
        cell.cell = {u"discounting.timing"_s};
        return content;
    };
    TableWindow window(describe);
    window.table.select({u"discounting.timing"_s});
    window.key(Qt::Key_F2);
    auto* const list = window.table.findChild<QComboBox*>();
    QVERIFY(list);
    QCOMPARE(list->count(), 3);
    QTRY_VERIFY(list->view()->isVisible());
    const int other = list->currentIndex() == 0 ? 1 : 0;
    QTest::keyClick(list->view(), other == 1 ? Qt::Key_Down : Qt::Key_Up);
    QTest::keyClick(list->view(), Qt::Key_Return);
    QTRY_COMPARE(static_cast<int>(window.session.project().discounting.timing), other);
    QVERIFY(window.table.hasFocus());
}

void TestNumberTable::doubleClickOnTheEdgeFits()
{
    TableWindow window;
    const int column = *window.table.content().columnOf(u"line"_s);
    const auto parts = window.table.findChildren<QTableView*>();
    for (const QTableView* part : parts) {
        if (!part->isVisible() || part->isColumnHidden(column))
            continue;
        QHeaderView* const heads = part->horizontalHeader();
        const QPoint edge(
            heads->sectionViewportPosition(column) + heads->sectionSize(column) - 1, 10);
        QTest::mouseDClick(heads->viewport(), Qt::LeftButton, {}, edge);
    }
    const int width = window.table.columnWidth(column);
    QVERIFY(width > 240);
    for (const QTableView* part : parts)
        if (part->isVisible() && !part->isColumnHidden(column))
            QCOMPARE(part->columnWidth(column), width);
    // It stays so with new content.
    window.table.setContent(costTable(window.session.project()));
    QCOMPARE(window.table.columnWidth(column), width);
}

void TestNumberTable::tellsScreenReadersWhatACellIs()
{
    TableWindow window;
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(&window.table);
    QVERIFY(table);
    QVERIFY(table->tableInterface());
    const QModelIndex cell = window.cellOf(labour, u"share"_s);
    QAccessibleInterface* const spoken = table->tableInterface()->cellAt(cell.row(), cell.column());
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name),
        window.cellOf(labour, u"line"_s).data().toString() + u", Share avoided: 42\u00A0%"_s);
}

void TestNumberTable::tabLeavesTheTableAtItsEnd()
{
    TableWindow window;
    QLineEdit next(&window.page);
    next.show();
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.key(Qt::Key_End);
    QVERIFY(window.table.hasFocus());
    window.key(Qt::Key_Tab);
    QVERIFY(next.hasFocus());
}

void TestNumberTable::largerTextIsNotCutOff()
{
    TableWindow window;
    const auto heightOf = [&] { return window.table.rowHeight(0); };
    const int before = heightOf(), width = window.table.columnWidth(2);
    window.preferences.setTextSizePercent(130);
    QCOMPARE(heightOf(), qRound(before * 1.3));
    QCOMPARE(window.table.columnWidth(2), qRound(width * 1.3));
    for (const QTableView* part : window.table.findChildren<QTableView*>())
        if (part->isVisible())
            QCOMPARE(part->rowHeight(0), heightOf());
}

void TestNumberTable::leavesKeysItHasNoUseFor()
{
    TableWindow window;
    window.table.select({labour + u".saving"_s});
    window.click(window.placeOf(labour, u"saving"_s));
    const auto isTaken = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QApplication::sendEvent(&window.table, &event);
        return event.isAccepted();
    };
    QVERIFY(isTaken(Qt::Key_C, Qt::ControlModifier));
    QVERIFY(isTaken(Qt::Key_F3, Qt::NoModifier));
    QVERIFY(!isTaken(Qt::Key_Escape, Qt::NoModifier));
    QVERIFY(!isTaken(Qt::Key_Z, Qt::ControlModifier));
    QVERIFY(!isTaken(Qt::Key_Left, Qt::AltModifier));
    // Typing into what is calculated does nothing.
    const std::string before = window.document();
    window.type(u"5"_s);
    QVERIFY(window.table.hasFocus());
    QVERIFY(window.document() == before);
}

QTEST_MAIN(TestNumberTable)
#include "tst_numbertable.moc"
