#include "ui/pages/history/HistoryPage.h"

#include "core/project/DefaultProject.h"
#include "core/storage/ProjectHistory.h"
#include "tests/ui/BusyThreads.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/document/FileHistory.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/history/RemarkDialog.h"
#include "ui/pages/history/RevisionList.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using pages::withPlainSpaces;

namespace {

constexpr int patience = 20'000; // milliseconds, for slow machines

struct Stage : pages::InputsStage<ui::HistoryPage> {
    QString file = folder.filePath(u"erg.galval"_s);
    ui::RevisionList& list = *find<ui::RevisionList>(u"revisions"_s);
    ui::NumberTable& changes = table(u"table.attribution"_s);

    Stage()
        : InputsStage(1236, 800, false)
    {
    }

    // Three revisions: as by default, a higher rate by Ann, lower prices by Ben.
    void saveThree()
    {
        QVERIFY(session.saveAs(file, u"First draft"_s));
        session.setAuthor(u"Ann"_s);
        QVERIFY(session.setInput(u"discounting.rate"_s, 0.12));
        QVERIFY(session.save(u"Rate agreed"_s));
        session.setAuthor(u"Ben"_s);
        QVERIFY(session.setInput(u"levers.price"_s, 0.95));
        QVERIFY(session.save());
    }
    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
    }
    bool shows(const std::function<bool()>& what)
    {
        return QTest::qWaitFor(
            [&] {
                update();
                return what();
            },
            patience);
    }
    bool lists(int count)
    {
        return shows([&] { return list.count() == count; });
    }
    bool compares(const QString& title)
    {
        return shows([&] { return this->title() == title && changes.content().rowCount() > 0; });
    }
    QString title() const { return find<ui::PageHead>(u"comparison"_s)->title(); }
    QString comparisonMessage() const
    {
        return withPlainSpaces(find<ui::PageHead>(u"comparison"_s)->message());
    }
    void click(int number, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        for (int row = 0; row < list.count(); ++row)
            if (list.line(row).number == number)
                QTest::mouseClick(list.viewport(), Qt::LeftButton, modifiers,
                    list.visualRect(list.model()->index(row, 0)).center());
    }
    QPushButton& button(const QString& name) const { return *find<QPushButton>(name); }
    QString cellText(const QString& row, const QString& column) const
    {
        return withPlainSpaces(cell(changes, row, column).text);
    }
};

// Fills in the dialog that is about to open.
void onRemarkDialog(const std::function<void(ui::RemarkDialog&)>& action)
{
    QTimer::singleShot(0, qApp, [action] {
        auto* const dialog = qobject_cast<ui::RemarkDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        action(*dialog);
        if (dialog->isVisible())
            dialog->reject();
    });
}

void approveAs(ui::RemarkDialog& dialog, const QString& name, const QString& words)
{
    auto& nameField = *dialog.findChild<QLineEdit*>(u"remark.name"_s);
    nameField.selectAll();
    QTest::keyClick(&nameField, Qt::Key_Delete);
    QVERIFY(!dialog.findChild<QPushButton*>(u"remark.accept"_s)->isEnabled());
    QTest::keyClicks(&nameField, name);
    QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(u"remark.text"_s), words);
    QTest::mouseClick(dialog.findChild<QPushButton*>(u"remark.accept"_s), Qt::LeftButton);
}

}

class TestHistoryPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void withoutAFileSaysHowToGetOne();
    void oneRevisionIsNotCompared();
    void listsWhoWhenAndFigures();
    void comparesTwoWithEffectsThatAddUp();
    void changesAreReadInFull();
    void readsBesideAnalyses();
    void comparesOneWithTheProjectAsItStands();
    void restoresAsOneStep();
    void approvesByName();
    void whatIsReadOnlyIsNotApproved();
    void damageIsSaidInASentence();
    void seesWhatSomebodyElseSaved();
};

void TestHistoryPage::withoutAFileSaysHowToGetOne()
{
    Stage stage;
    QVERIFY(stage.button(u"history.save"_s).isVisible());
    QVERIFY(!stage.list.isVisible());
    const QSignalSpy asked(&stage.workspace, &ui::Workspace::saveAsRequested);
    QTest::mouseClick(&stage.button(u"history.save"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);

    // A document without revisions is no other case.
    QVERIFY(stage.session.saveAs(stage.folder.filePath(u"erg.json"_s)));
    QVERIFY(stage.shows([&] { return stage.button(u"history.save"_s).isVisible(); }));
}

void TestHistoryPage::oneRevisionIsNotCompared()
{
    Stage stage;
    QVERIFY(stage.session.saveAs(stage.folder.filePath(u"erg.galval"_s)));
    QVERIFY(stage.lists(1));
    QCOMPARE(stage.title(), u"Revision 1"_s);
    QVERIFY2(
        stage.comparisonMessage().endsWith(u"There is no other state to compare it with yet."_s),
        qPrintable(stage.comparisonMessage()));
    QVERIFY(!stage.changes.isVisible());
}

void TestHistoryPage::listsWhoWhenAndFigures()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    const ui::RevisionLine& second = stage.list.line(1);
    QCOMPARE(second.number, 2);
    QCOMPARE(second.said, u"Ann: Rate agreed"_s);
    QCOMPARE(stage.list.line(0).said, u"Ben"_s);
    const auto& metrics = stage.session.evaluation()->metrics(core::PlantCase::project);
    const ui::DisplayFormat format = stage.workspace.format();
    QCOMPARE(stage.list.line(0).figure, format.money(*metrics[core::Metric::npv]));
    QVERIFY(stage.list.line(0).figures.contains(format.percent(*metrics[core::Metric::irr])));
    QVERIFY(
        stage.list.line(0).figures.contains(format.perKg(*metrics[core::Metric::breakEvenPrice])));
    QVERIFY(second.details.contains(u"Revision 2"_s));
}

void TestHistoryPage::comparesTwoWithEffectsThatAddUp()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    stage.click(3);
    stage.click(1, Qt::ControlModifier);
    QVERIFY(stage.compares(u"Revision 1 against 3"_s));
    QVERIFY2(stage.comparisonMessage().contains(u", Ben. 2 input"_s),
        qPrintable(stage.comparisonMessage()));
    QCOMPARE(stage.cellText(u"discounting.rate"_s, u"to"_s), u"12.0"_s);
    double sum = 0.0;
    for (const QString& row : {u"discounting.rate"_s, u"levers.price"_s})
        sum += *Stage::cell(stage.changes, row, u"effect"_s).number;
    const double total = *Stage::cell(stage.changes, u"total"_s, u"effect"_s).number;
    QVERIFY(total < 0.0);
    QVERIFY(qAbs(sum - total) < 1e-9);
    QCOMPARE(stage.find<ui::FigureView>(u"figure.attribution"_s)->figure().bars.size(), 4U);
    QVERIFY(stage.shows([&] {
        return stage.changes.content().columnOf(u"changedBy"_s).has_value() &&
               stage.cellText(u"discounting.rate"_s, u"changedBy"_s).startsWith(u"Ann, "_s);
    }));
}

void TestHistoryPage::changesAreReadInFull()
{
    Stage stage;
    QVERIFY(stage.session.saveAs(stage.file, QString()));
    QVERIFY(stage.session.setCell({u"price_decks.consensus.prices.ga4n"_s, 2026}, 1400.0));
    QVERIFY(stage.session.setInput(u"capital.closure_amount"_s, 2e6));
    QVERIFY(stage.lists(2));
    stage.click(1);
    QVERIFY(stage.compares(u"Revision 1 against now"_s));
    // Of the years of a series those that differ.
    const QString price = u"price_decks.consensus.prices.ga4n"_s;
    QCOMPARE(stage.cellText(price, u"from"_s), u"2026: 1,500 USD/kg"_s);
    QCOMPARE(stage.cellText(price, u"to"_s), u"2026: 1,400 USD/kg"_s);
    QCOMPARE(stage.cellText(u"capital.closure_amount"_s, u"unit"_s), u"USD thousand"_s);
    constexpr int around = 16; // before and behind a text
    const ui::TableContent& content = stage.changes.content();
    for (const QString& column : {u"unit"_s, u"from"_s, u"to"_s}) {
        const QFontMetrics metrics(stage.appearance.font(
            ui::TextStyle::table, column == u"to"_s ? QFont::DemiBold : QFont::Normal));
        for (const ui::TableRow& row : content.rows) {
            const QString text = Stage::cell(stage.changes, row.id, column).text;
            QVERIFY2(metrics.horizontalAdvance(text) + around <=
                         stage.changes.columnWidth(content.columnOf(column).value()),
                qPrintable(u"%1 is %2 px wide"_s.arg(text).arg(metrics.horizontalAdvance(text))));
        }
    }
}

void TestHistoryPage::readsBesideAnalyses()
{
    Stage stage;
    stage.saveThree();
    const support::BusyThreads analyses(*QThreadPool::globalInstance());
    QVERIFY(stage.lists(3));
    stage.click(3);
    stage.click(1, Qt::ControlModifier);
    QVERIFY(stage.shows([&] { return stage.title() == u"Revision 1 against 3"_s; }));
}

void TestHistoryPage::comparesOneWithTheProjectAsItStands()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    stage.click(1);
    QVERIFY(stage.compares(u"Revision 1 against now"_s));
    const double before = *Stage::cell(stage.changes, u"total"_s, u"effect"_s).number;

    // It follows every edit, and says that this one is not saved.
    QVERIFY(stage.session.setInput(u"levers.price"_s, 1.3));
    QVERIFY(stage.lists(4));
    QVERIFY(stage.list.line(0).said.startsWith(u"1 edit"_s));
    QVERIFY(stage.shows([&] {
        const auto& total = Stage::cell(stage.changes, u"total"_s, u"effect"_s);
        return total.number && *total.number > before + 1.0;
    }));
    QVERIFY(stage.shows(
        [&] { return stage.cellText(u"levers.price"_s, u"changedBy"_s) == u"not saved yet"_s; }));
}

void TestHistoryPage::restoresAsOneStep()
{
    Stage stage;
    stage.saveThree();
    const core::Project latest = stage.project();
    QVERIFY(stage.lists(3));
    stage.click(1);
    QVERIFY(stage.compares(u"Revision 1 against now"_s));
    const int steps = stage.session.undoStack().count();
    QTest::mouseClick(&stage.button(u"history.restore"_s), Qt::LeftButton);
    QVERIFY(stage.project() == core::defaultProject());
    QCOMPARE(stage.session.undoStack().count(), steps + 1);
    stage.update();
    QVERIFY(!stage.button(u"history.restore"_s).isEnabled());
    stage.session.undoStack().undo();
    QVERIFY(stage.project() == latest);
    stage.session.undoStack().redo();
    QVERIFY(stage.session.save());
    QVERIFY(stage.lists(4));
}

void TestHistoryPage::approvesByName()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    stage.click(2);
    QVERIFY(stage.compares(u"Revision 2 against now"_s));
    onRemarkDialog(
        [](ui::RemarkDialog& dialog) { approveAs(dialog, u"CFO"_s, u"For the board"_s); });
    QTest::mouseClick(&stage.button(u"history.approve"_s), Qt::LeftButton);
    QVERIFY(stage.shows([&] { return !stage.list.line(1).approval.isEmpty(); }));
    QVERIFY2(stage.list.line(1).approval.endsWith(u"by CFO: For the board"_s),
        qPrintable(stage.list.line(1).approval));
    QVERIFY(stage.find<QLabel>(u"history.approval"_s)->isVisible());

    const auto history = core::ProjectHistory::open(stage.file.toStdString());
    QVERIFY(history);
    QCOMPARE(core::approvalsOf(history->remarks(), 2).size(), 1U);
    QVERIFY(!history->remarks().front().keyFigures.empty());
    // The file is another one now, but by ourselves.
    QVERIFY(stage.session.setInput(u"levers.price"_s, 1.05));
    QVERIFY(stage.session.save());
}

void TestHistoryPage::whatIsReadOnlyIsNotApproved()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.session.open(stage.file, ui::FileAccess::Wish::readOnly));
    QVERIFY(stage.lists(3));
    QVERIFY(!stage.button(u"history.approve"_s).isEnabled());
    QVERIFY(!stage.button(u"history.comment"_s).isEnabled());
    stage.click(1);
    QVERIFY(stage.compares(u"Revision 1 against now"_s));
    QVERIFY(stage.button(u"history.restore"_s).isEnabled());
}

void TestHistoryPage::damageIsSaidInASentence()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    QFile file(stage.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    stage.session.history().read();
    QVERIFY(stage.shows([&] { return !stage.session.history().past().problems.empty(); }));
    QVERIFY(!stage.list.isVisible());
}

void TestHistoryPage::seesWhatSomebodyElseSaved()
{
    Stage stage;
    stage.saveThree();
    QVERIFY(stage.lists(3));
    stage.page->hide();
    QVERIFY(core::saveProject(stage.file.toStdString(), stage.project()));
    stage.page->show();
    QVERIFY(stage.lists(4));
}

QTEST_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
