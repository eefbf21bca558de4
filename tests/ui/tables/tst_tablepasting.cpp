#include "ui/tables/NumberTable.h"

#include "tests/ui/tables/TableWindow.h"
#include "ui/fields/NumberField.h"
#include "ui/tables/PastePreview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using ui::NumberTable;

namespace {

const QString labour = u"cost_lines.labour"_s;

void setClipboard(const QString& text, const QString& html = {})
{
    auto* const data = new QMimeData;
    data->setText(text);
    if (!html.isEmpty())
        data->setHtml(html);
    QApplication::clipboard()->setMimeData(data);
}

ui::PastePreview* previewOf(const NumberTable& table)
{
    return table.findChild<ui::PastePreview*>();
}

QPushButton* pasteButtonOf(const ui::PastePreview& preview)
{
    for (QPushButton* button : preview.findChildren<QPushButton*>())
        if (button->isDefault())
            return button;
    return nullptr;
}

}

class TestTablePasting : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pastesBlocksAsOneStep_data();
    void pastesBlocksAsOneStep();
    void oneValueFillsASelection();
    void copiesWithAllDigits();
    void copiesWithHeads();
    void whatIsCopiedCanBePasted();
    void asksWhenCellsWouldBeLeft();
    void cellsBesideTheTableAreQuiet();
    void asksWhichNumberIsMeant();
    void cancelChangesNothing();
    void pastedPricesAreStated();
};

void TestTablePasting::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    ui::NumberField::setAnsweredMark(std::nullopt);
}

void TestTablePasting::pastesBlocksAsOneStep_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const QLocale english(QLocale::English), russian(QLocale::Russian);
    const QString html = u"<table><tr><td x:num=\"1905.5\">%1<td x:num=\"12.25\">%2<tr>"
                         "<td x:num=\"2000\">%3<td x:num=\"0.5\">%4</table>"_s;
    QTest::newRow("English text") << english << u"1,905.5\t12.25\n2,000\t0.5"_s << QString();
    QTest::newRow("Russian text") << russian << u"1 905,5\t12,25\n2 000\t0,5"_s << QString();
    QTest::newRow("Russian text in English")
        << english << u"1 905,5\t12,25\n2 000\t0,5"_s << QString();
    QTest::newRow("English text in Russian")
        << russian << u"1,905.5\t12.25\n2,000\t0.5"_s << QString();
    QTest::newRow("English HTML") << english << u"x"_s
                                  << html.arg(u"1,906"_s, u"12.3"_s, u"2,000"_s, u"0.5"_s);
    QTest::newRow("Russian HTML") << russian << u"x"_s
                                  << html.arg(u"1 906"_s, u"12,3"_s, u"2 000"_s, u"0,5"_s);
}

void TestTablePasting::pastesBlocksAsOneStep()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(QString, html);
    QLocale::setDefault(locale);
    TableWindow window;
    const std::string before = window.document();
    QSignalSpy messages(&window.table, &NumberTable::messageShown);
    setClipboard(text, html);
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!previewOf(window.table));
    QCOMPARE(window.number(labour + u".fixed"_s), 1905500.0);
    QCOMPARE(window.number(labour + u".variable_per_kg"_s), 12.25);
    QCOMPARE(window.number(u"cost_lines.maintenance.fixed"_s), 2e6);
    QCOMPARE(window.number(u"cost_lines.maintenance.variable_per_kg"_s), 0.5);
    QCOMPARE(window.session.undoStack().count(), 1);
    QCOMPARE(messages.last().first().toString(), u"4 numbers pasted, Ctrl+Z undoes"_s);
    QCOMPARE(window.table.block(false).rowCount(), 2);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestTablePasting::oneValueFillsASelection()
{
    TableWindow window;
    setClipboard(u"50 %"_s);
    window.table.select({labour + u".reuse_share"_s});
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    window.key(Qt::Key_Down, Qt::ShiftModifier);
    window.key(Qt::Key_V, Qt::ControlModifier);
    for (const char* line : {"labour", "maintenance", "laboratory"})
        QCOMPARE(window.number(u"cost_lines.%1.reuse_share"_s.arg(QLatin1String(line))), 0.5);
    QCOMPARE(window.session.undoStack().count(), 1);
}

void TestTablePasting::copiesWithAllDigits()
{
    TableWindow window;
    (void)window.session.setCell({labour + u".fixed"_s}, 1905123.456);
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_Right, Qt::ShiftModifier);
    window.key(Qt::Key_C, Qt::ControlModifier);
    const QMimeData& data = *QApplication::clipboard()->mimeData();
    QCOMPARE(data.text(), u"1905.123456\t0\n"_s);
    QVERIFY(data.html().contains(u"x:num=\"1905.123456\""));
}

void TestTablePasting::copiesWithHeads()
{
    TableWindow window;
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString name = QString::fromStdString(window.session.project().costLines[8].name);
    QCOMPARE(
        QApplication::clipboard()->text(), u"Cost line\tFixed per yr\n"_s + name + u"\t1905\n"_s);
    QCOMPARE(window.table.whole().rowCount(), window.table.content().rowCount() + 1);
}

void TestTablePasting::whatIsCopiedCanBePasted()
{
    TableWindow window;
    const std::string before = window.document();
    // With labels and calculated columns, as one would take a table to a spreadsheet and back.
    window.key(Qt::Key_Home, Qt::ControlModifier);
    window.key(Qt::Key_A, Qt::ControlModifier);
    window.key(Qt::Key_C, Qt::ControlModifier);
    window.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!previewOf(window.table));
    QVERIFY(window.document() == before);
    QCOMPARE(window.session.undoStack().count(), 0);
}

void TestTablePasting::asksWhenCellsWouldBeLeft()
{
    TableWindow window(priceTable);
    const std::string before = window.document();
    QSignalSpy messages(&window.table, &NumberTable::messageShown);
    setClipboard(u"Deck\t2026\t2027\t2028\nДефицит\t1500\t1 150,5\tн/д\n"_s);
    window.table.select({u"price_decks.floor.prices.ga4n"_s, 2030});
    window.key(Qt::Key_V, Qt::ControlModifier);
    ui::PastePreview* const preview = previewOf(window.table);
    QVERIFY(preview);
    QVERIFY(preview->isVisible());
    QVERIFY(window.document() == before);
    QPushButton* const paste = pasteButtonOf(*preview);
    QVERIFY(paste);
    QCOMPARE(paste->text(), u"Paste 2, leave 1"_s);
    QTest::mouseClick(paste, Qt::LeftButton);
    // The heads say which years are meant.
    QCOMPARE(window.number(u"price_decks.floor.prices.ga4n"_s, 2026), 1500.0);
    QCOMPARE(window.number(u"price_decks.floor.prices.ga4n"_s, 2027), 1150.5);
    QCOMPARE(messages.last().first().toString(), u"2 pasted, 1 left, Ctrl+Z undoes"_s);
    QCOMPARE(window.session.undoStack().count(), 1);
    window.session.undoStack().undo();
    QVERIFY(window.document() == before);
}

void TestTablePasting::cellsBesideTheTableAreQuiet()
{
    // As many as a block can have, nearly all of them beside the table.
    constexpr int columns = 40;
    constexpr int rows = ui::largestBlock / columns;
    TableWindow window;
    setClipboard(
        u"12\t7"_s.append(QString(u"\t1"_s).repeated(columns - 2)).append(u'\n').repeated(rows));
    window.table.select({u"cost_lines.maintenance.fixed"_s});
    window.key(Qt::Key_V, Qt::ControlModifier);
    const ui::PastePreview* const preview = previewOf(window.table);
    QVERIFY(preview);
    const QAbstractItemModel& shown = *preview->findChild<QTableView*>()->model();
    QCOMPARE(shown.rowCount(), rows);
    const QModelIndex beside = shown.index(rows - 1, columns - 1);
    QCOMPARE(beside.data().toString(), u"1"_s);
    QCOMPARE(beside.data(Qt::ToolTipRole).toString(), u"There is no cell for it in the table."_s);
    QVERIFY(!beside.data(Qt::AccessibleTextRole).toString().contains(u"not accepted"));
}

void TestTablePasting::asksWhichNumberIsMeant()
{
    TableWindow window(priceTable);
    setClipboard(u"1,234"_s);
    window.table.select({u"price_decks.floor.prices.ga4n"_s, 2030});
    window.key(Qt::Key_V, Qt::ControlModifier);
    ui::PastePreview* const preview = previewOf(window.table);
    QVERIFY(preview);
    auto* const marks = preview->findChild<QComboBox*>();
    QVERIFY(marks && marks->isVisible());
    QCOMPARE(marks->currentIndex(), 0);
    marks->setFocus();
    QTest::keyClick(marks, Qt::Key_Down);
    QTest::mouseClick(pasteButtonOf(*preview), Qt::LeftButton);
    QCOMPARE(window.number(u"price_decks.floor.prices.ga4n"_s, 2030), 1.234);
    QCOMPARE(ui::NumberField::answeredMark(), std::optional<QChar>(u','));
}

void TestTablePasting::cancelChangesNothing()
{
    TableWindow window;
    const std::string before = window.document();
    setClipboard(u"abc"_s);
    window.table.select({labour + u".fixed"_s});
    window.key(Qt::Key_V, Qt::ControlModifier);
    ui::PastePreview* const preview = previewOf(window.table);
    QVERIFY(preview);
    QVERIFY(!pasteButtonOf(*preview)->isEnabled());
    QTest::keyClick(preview, Qt::Key_Escape);
    QVERIFY(!preview->isVisible());
    QVERIFY(window.document() == before);
}

void TestTablePasting::pastedPricesAreStated()
{
    // The price of the second product is a premium until it is typed or pasted.
    TableWindow window(priceTable);
    setClipboard(u"900"_s);
    window.table.select({u"price_decks.floor.prices.ga6n"_s, 2026});
    window.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!previewOf(window.table));
    QCOMPARE(window.number(u"price_decks.floor.prices.ga6n"_s, 2026), 900.0);
    QCOMPARE(window.session.undoStack().count(), 1);
}

QTEST_MAIN(TestTablePasting)
#include "tst_tablepasting.moc"
