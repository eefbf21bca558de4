#include "tests/ui/window/WindowTest.h"

#include "core/project/Rules.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/Page.h"
#include "ui/tables/NumberTable.h"
#include "ui/widgets/ProblemLine.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QToolButton>

using namespace Qt::StringLiterals;
using support::Desk;
using support::press;

namespace {

void show(Desk& desk, ui::PageId page)
{
    desk.window.goToPage(page);
    Desk::settle();
}

// Acts on the menu that keeps the caller waiting, once it is open.
void onNextMenu(const std::function<void(QMenu&)>& action)
{
    QTimer::singleShot(50, qApp, [action] {
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        action(*menu);
    });
}

void choose(QMenu& menu, const QString& text)
{
    for (QAction* const entry : menu.actions())
        if (entry->text().remove(u'&').contains(text)) {
            QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(entry).center());
            return;
        }
    menu.close();
    QFAIL(qPrintable(text));
}

void chooseInMenuBar(Desk& desk, const QString& menu, const QString& text)
{
    for (QAction* const head : desk.window.menuBar()->actions())
        if (head->text().remove(u'&') == menu) {
            head->menu()->popup(desk.window.mapToGlobal(QPoint()));
            choose(*head->menu(), text);
            return;
        }
    QFAIL(qPrintable(menu));
}

void acceptFileName(const QString& path)
{
    support::onNextDialog([path](QDialog& dialog) { support::typeFileName(dialog, path); });
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double sumOfWeights(const Desk& desk)
{
    double sum = 0.0;
    for (const core::PriceDeck& deck : desk.session.project().priceDecks)
        sum += deck.probability;
    return sum;
}

}

// What the window offers besides fields and cells.
class TestCommands : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void weightsAreScaledByTheLinkBelowThem();
    void errorsAreListedInTheStatusLine();
    void projectIsNamed();
    void anEmptyProjectNameIsRefusedInASentence();
    void pageIsExportedAsPdf();
    void aTableSaysWhereItsFiguresComeFrom();
    void figureIsExportedAsPicture();
    void pricesArePastedFromASpreadsheet();
};

void TestCommands::weightsAreScaledByTheLinkBelowThem()
{
    Desk desk;
    show(desk, ui::PageId::prices);
    QVERIFY(desk.session.setInput(u"price_decks.consensus.probability"_s, 0.45));
    Desk::settle();
    QLabel* line = nullptr;
    for (QLabel* const label : desk.window.currentPage()->findChildren<QLabel*>(u"problemText"_s))
        if (label->isVisible() && label->text().contains(u"Scale all to"_s))
            line = label;
    QVERIFY(line);
    line->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Tab); // to the link in it
    for (int y = 4; y < line->height() && !core::isOne(sumOfWeights(desk)); y += 6)
        for (int x = 4; x < line->width() && !core::isOne(sumOfWeights(desk)); x += 12)
            QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(x, y));
    QVERIFY2(core::isOne(sumOfWeights(desk)), qPrintable(QString::number(sumOfWeights(desk))));
    QCOMPARE(desk.session.project().priceDecks[0].probability, 0.45 / 1.25);
    Desk::settle();
    QVERIFY(desk.session.problems().empty());
    desk.session.undoStack().undo(); // one step
    QCOMPARE(desk.session.project().priceDecks[0].probability, 0.45);
}

void TestCommands::errorsAreListedInTheStatusLine()
{
    Desk desk;
    QVERIFY(desk.session.setInput(u"price_decks.consensus.probability"_s, 0.45));
    QVERIFY(desk.session.setInput(u"timeline.start_of_operations"_s, 2024.0));
    Desk::settle();
    auto* const button = desk.find<QToolButton>(u"problems"_s);
    QVERIFY(button->isVisible());
    QVERIFY2(button->text().startsWith(u"2 "_s), qPrintable(button->text()));
    QStringList entries;
    onNextMenu([&](QMenu& menu) {
        for (const QAction* const entry : menu.actions())
            entries += support::plain(entry->text());
        choose(menu, u"Operations cannot start in 2024"_s);
    });
    QTest::mouseClick(button, Qt::LeftButton);
    Desk::settle();
    QVERIFY2(entries.contains(u"The probabilities of the price decks must add up to 100 %; 25 % is "
                              "too much."_s),
        qPrintable(entries.join(u'\n')));
    QCOMPARE(desk.window.currentPage()->pageId(), ui::PageId::capital);
    QVERIFY(desk.isFocusVisible());
    QCOMPARE(QApplication::focusWidget()->objectName(), u"timeline.start_of_operations"_s);
    desk.session.undoStack().undo();
    desk.session.undoStack().undo();
    Desk::settle();
    QVERIFY(!button->isVisible());
}

void TestCommands::projectIsNamed()
{
    Desk desk;
    const std::string before = desk.document();
    const auto answer = [](const QString& name) {
        support::onNextDialog([name](QDialog& dialog) {
            QCOMPARE(dialog.objectName(), u"projectName"_s);
            QTest::keyClicks(dialog.findChild<QLineEdit*>(), name);
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
    };
    answer(u"Pavlodar, option B"_s);
    chooseInMenuBar(desk, u"Project"_s, u"Project name"_s);
    QCOMPARE(desk.session.project().name, std::string("Pavlodar, option B"));
    QCOMPARE(desk.session.undoStack().undoText(), u"Name the project “Pavlodar, option B”"_s);
    desk.session.undoStack().undo();
    QCOMPARE(desk.document(), before);
}

void TestCommands::anEmptyProjectNameIsRefusedInASentence()
{
    Desk desk;
    const std::string before = desk.document();
    support::onNextDialog([](QDialog& dialog) {
        auto* const field = dialog.findChild<QLineEdit*>();
        const auto* const problem = dialog.findChild<ui::ProblemLine*>();
        QVERIFY(problem->isHidden());
        QTest::keyClicks(field, u"  "_s);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QCOMPARE(field->text(), u"  "_s);
        QVERIFY(field->hasFocus());
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->problem(), u"Project name: a name was expected."_s);
        QTest::keyClicks(field, u"Pavlodar"_s);
        QVERIFY(problem->isHidden());
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
    });
    chooseInMenuBar(desk, u"Project"_s, u"Project name"_s);
    QCOMPARE(desk.session.project().name, std::string("Pavlodar"));
    desk.session.undoStack().undo(); // one step
    QCOMPARE(desk.document(), before);
}

void TestCommands::pageIsExportedAsPdf()
{
    Desk desk;
    show(desk, ui::PageId::costs);
    const QString path = desk.path(u"costs.pdf"_s);
    acceptFileName(path);
    onNextMenu([](QMenu& menu) { choose(menu, u"This page as PDF"_s); });
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(path));
    const QByteArray pdf = bytesOf(path);
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY2(pdf.size() > 10'000, qPrintable(QString::number(pdf.size())));
}

void TestCommands::aTableSaysWhereItsFiguresComeFrom()
{
    Desk desk;
    QVERIFY(desk.session.saveAs(desk.path(u"erg.galval"_s)));
    core::RemarkInfo approval;
    approval.kind = core::RemarkKind::approval;
    approval.revision = 1;
    approval.author = "A. Board";
    QVERIFY(desk.session.addRemark(approval));
    show(desk, ui::PageId::costs);
    const QString path = desk.path(u"costs.csv"_s);
    acceptFileName(path);
    onNextMenu([](QMenu& menu) { choose(menu, u"This table as CSV"_s); });
    QTest::keyClick(&desk.window, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(QFile::exists(path));
    const QStringList lines = QString::fromUtf8(bytesOf(path)).split(u"\r\n"_s);
    const QString last = lines.value(lines.size() - 2);
    QVERIFY2(last.startsWith(u"\"Source: Galval, erg, approved by A. Board on "_s) &&
                 last.contains(u", revision 1, hash "_s),
        qPrintable(last));
}

void TestCommands::figureIsExportedAsPicture()
{
    Desk desk;
    auto* const view = desk.find<ui::FigureView>(u"figure.reuse_bridge"_s);
    QVERIFY(view && view->isVisible());
    const QString path = desk.path(u"bridge.png"_s);
    acceptFileName(path);
    onNextMenu([](QMenu& menu) { choose(menu, u"Export"_s); });
    const QPoint middle = view->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, middle, view->mapToGlobal(middle));
    QCoreApplication::sendEvent(view, &event);
    QTRY_VERIFY(QFile::exists(path));
    const QImage picture(path);
    QVERIFY(picture.width() > 600 && picture.height() > 300);
}

void TestCommands::pricesArePastedFromASpreadsheet()
{
    Desk desk;
    show(desk, ui::PageId::prices);
    ui::NumberTable& table = *desk.window.currentPage()->mainTable();
    table.setFocus();
    QVERIFY(table.select({u"price_decks.consensus.prices.ga4n"_s, 2027}));
    auto* const data = new QMimeData;
    data->setText(u"1,235\t1,000\n"_s);
    // The numbers as they are, beside those that are shown rounded.
    data->setHtml(u"<table><tr><td x:num=\"1234.5\">1,235</td><td x:num>1000</td></tr></table>"_s);
    QApplication::clipboard()->setMimeData(data);
    press(Qt::Key_V, Qt::ControlModifier);
    const auto& price =
        std::get<core::Series>(desk.session.project().priceDecks[0].prices.at("ga4n"));
    QCOMPARE(price.at(2027), 1234.5);
    QCOMPARE(price.at(2028), 1000.0);
    QCOMPARE(price.at(2029), 750.0);
    desk.session.undoStack().undo();
    QVERIFY(!desk.session.isModified());
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
