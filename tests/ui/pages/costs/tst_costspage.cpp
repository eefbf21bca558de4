#include "tests/ui/pages/CostsWindow.h"

#include "core/project/Registry.h"
#include "ui/figures/FigureView.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>

#include <functional>

using namespace Qt::StringLiterals;
using core::Project;
using support::answerWith;
using support::CostsWindow;
using support::labourShare;
using Change = std::function<void(Project&)>;

Q_DECLARE_METATYPE(Change)

class TestCostsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void typedShareIsUsedAtOnce();
    void fixedCostsAreTypedInThousands();
    void shareOutOfRangeIsKeptAndNamed();
    void blockOfRussianNumbersIsPastedAsOneStep();
    void sharesAreFilledDown();
    void linesAreAddedDuplicatedRenamedMovedAndRemoved();
    void lineIsAddedToAnEmptyProject();
    void lineMovesToAnotherGroup();
    void groupIsRenamed();
    void groupIsCollapsed();
    void yearIsChosen();
    void yearThatIsGoneGivesWayToFullOutput();
    void moneyIsThatOfTheView();
    void resultsInTengeAreNotCut();
    void everyInputIsFound();
    void figuresAreExplained();
    void projectThatBreaksRulesIsShown_data();
    void projectThatBreaksRulesIsShown();
    void projectWithoutFiguresIsShown();
};

void TestCostsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCostsPage::typedShareIsUsedAtOnce()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    w.type(u"55"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.line("labour")->reuseShare, 0.55);
    QCOMPARE(w.steps(), 1);
    w.update();
    QCOMPARE(w.text(u"line.labour"_s, u"reuse_share"_s).left(2), u"55"_s);
    // 45 % of 1905 of 2026, in money of 2029
    const double level = 1.023 * 1.02 * 1.02;
    QCOMPARE(w.text(u"line.labour"_s, u"project"_s),
        w.workspace.format().fixed(1905.0 * 0.45 * level, 0));
    QCOMPARE(w.table.currentRow(), u"line.maintenance"_s); // Enter goes down
    QVERIFY(w.page->head().message().startsWith(u"Reuse avoids USD 8."_s));
}

void TestCostsPage::fixedCostsAreTypedInThousands()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.labour.fixed"_s);
    w.type(u"2050"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.line("labour")->fixed, 2'050'000.0);
    w.select(u"cost_lines.labour.fixed"_s);
    w.press(Qt::Key_Delete);
    QCOMPARE(w.line("labour")->fixed, 0.0);
}

void TestCostsPage::shareOutOfRangeIsKeptAndNamed()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    const auto* const problems = w.page->findChild<ui::ProblemLine*>(u"costs.problems"_s);
    QVERIFY(problems->isHidden());
    const auto before = w.session.sharedProject();
    w.select(labourShare);
    w.type(u"142"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.session.sharedProject(), before);
    const ui::InvalidEntry* const entry = w.session.invalidEntries().find({labourShare, {}});
    QVERIFY(entry);
    QCOMPARE(entry->text, u"142"_s);
    QVERIFY(problems->isVisible());
    const QString sentence = problems->problem().replace(QChar(ui::noBreakSpace), u' ');
    QVERIFY2(
        sentence.startsWith(u"Share saved by reuse, Labour (120 people alone, 70 reusing): "_s) &&
            sentence.contains(u"from 0 to 100 %"_s) &&
            sentence.endsWith(u"The last valid value, 42.0 %, stays in use. Esc restores it."_s),
        qPrintable(sentence));
    w.update();
    QCOMPARE(w.text(u"line.labour"_s, u"saving"_s), u"852"_s); // 800 of 2026

    // Another line can be edited meanwhile.
    w.select(u"cost_lines.maintenance.reuse_share"_s);
    w.type(u"35"_s);
    w.press(Qt::Key_Return);
    QVERIFY(problems->isVisible());
    w.select(labourShare);
    w.press(Qt::Key_Escape);
    QVERIFY(w.session.invalidEntries().all().empty());
    QVERIFY(problems->isHidden());
}

void TestCostsPage::blockOfRussianNumbersIsPastedAsOneStep()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    QApplication::clipboard()->setText(u"40,5 %\n12,25 %\n7,5 %\n"_s);
    w.select(labourShare);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.line("labour")->reuseShare, 0.405);
    QCOMPARE(w.line("maintenance")->reuseShare, 0.1225);
    QCOMPARE(w.line("laboratory")->reuseShare, 0.075);
    QCOMPARE(w.steps(), 1);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());

    QApplication::clipboard()->setText(u"2\u00A0050,5\n"_s);
    w.select(u"cost_lines.labour.fixed"_s);
    w.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(w.line("labour")->fixed, 2'050'500.0);
}

void TestCostsPage::sharesAreFilledDown()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_Down, Qt::ShiftModifier);
    w.press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(w.line("maintenance")->reuseShare, 0.42);
    QCOMPARE(w.line("laboratory")->reuseShare, 0.42);
    QCOMPARE(w.line("administration")->reuseShare, 0.7);
    QCOMPARE(w.steps(), 1);
}

void TestCostsPage::linesAreAddedDuplicatedRenamedMovedAndRemoved()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.reagents.fixed"_s);
    QTest::mouseClick(w.page->findChild<QPushButton*>(u"costs.addLine"_s), Qt::LeftButton);
    w.update();
    // Below the current line and in its group, with its name ready to be typed.
    const auto added = [&] { return w.session.project().costLines[6]; };
    QCOMPARE(added().category, std::string("Gallium circuit"));
    w.type(u"Resin"_s);
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(added().name, std::string("Resin"));
    const QString row = u"line."_s + QString::fromStdString(added().id);
    QCOMPARE(w.rowIds().indexOf(row), w.rowIds().indexOf(u"line.reagents"_s) + 1);

    QVERIFY(w.table.selectRow(row));
    w.table.setFocus();
    w.press(Qt::Key_Up, Qt::AltModifier);
    w.update();
    QCOMPARE(w.rowIds().indexOf(row), w.rowIds().indexOf(u"line.reagents"_s) - 1);
    QCOMPARE(w.table.currentRow(), row);

    w.choose(u"Duplicate row"_s);
    w.press(Qt::Key_Escape); // out of the name
    QCOMPARE(w.session.project().costLines.size(), std::size_t {16});
    w.press(Qt::Key_Minus, Qt::ControlModifier);
    w.update();
    QCOMPARE(w.session.project().costLines.size(), std::size_t {15});
    QCOMPARE(w.steps(), 5);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
    QCOMPARE(w.rowIds().size(), 14 + 4 + 2);
}

void TestCostsPage::lineIsAddedToAnEmptyProject()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    Project empty = w.session.project();
    empty.costLines.clear();
    QVERIFY(w.session.edit(u"Remove all"_s, empty));
    w.update();
    QCOMPARE(w.rowIds(), (QStringList {u"total"_s, u"per_kg"_s}));
    QVERIFY(!w.page->sidePanel()); // there is no line to tell of
    QTest::mouseClick(w.page->findChild<QPushButton*>(u"costs.addLine"_s), Qt::LeftButton);
    w.update();
    QCOMPARE(w.session.project().costLines.size(), std::size_t {1});
    QCOMPARE(w.page->sidePanel(), w.panel);
    QCOMPARE(w.page->sidePanelTitle(), u"New cost line"_s);
    w.type(u"Energy"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.session.project().costLines.front().name, std::string("Energy"));
}

void TestCostsPage::lineMovesToAnotherGroup()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    w.choose(u"Move to group"_s, u"Gallium circuit"_s);
    QCOMPARE(w.line("labour")->category, std::string("Gallium circuit"));
    QCOMPARE(w.steps(), 1);
    QCOMPARE(
        w.rowIds().indexOf(u"line.labour"_s), w.rowIds().indexOf(u"group.People and site"_s) - 1);
    QCOMPARE(w.table.currentRow(), u"line.labour"_s);

    answerWith(u"  Wages "_s);
    w.choose(u"Move to group"_s, u"New group…"_s);
    QCOMPARE(w.line("labour")->category, std::string("Wages"));
    QVERIFY(w.rowIds().contains(u"group.Wages"_s));
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostsPage::groupIsRenamed()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    QVERIFY(w.table.selectRow(u"group.People and site"_s));
    answerWith(u"Site"_s);
    w.choose(u"Rename group…"_s);
    QCOMPARE(w.line("labour")->category, std::string("Site"));
    QCOMPARE(w.line("insurance")->category, std::string("Site"));
    QCOMPARE(w.steps(), 1);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostsPage::groupIsCollapsed()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    const int rows = w.table.model()->rowCount();
    const int height = w.table.maximumHeight();
    w.select(labourShare);
    w.press(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(w.table.model()->rowCount(), rows - 5);
    QCOMPARE(w.table.currentRow(), u"group.People and site"_s);
    QVERIFY(w.table.maximumHeight() < height); // the figure has the rest
    // It stays so while figures change.
    QVERIFY(w.session.setCell({labourShare, {}}, 0.5));
    w.update();
    QCOMPARE(w.table.model()->rowCount(), rows - 5);
    QVERIFY(w.page->goToInput(labourShare));
    QCOMPARE(w.table.model()->rowCount(), rows);
    QCOMPARE(w.table.currentRow(), u"line.labour"_s);
}

void TestCostsPage::yearIsChosen()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    const auto* const button = w.page->findChild<ui::MenuButton*>(u"costs.year"_s);
    QCOMPARE(button->value(), u"Full output"_s);
    QCOMPARE(w.yearMenu()->actions().size(), 1 + 1 + 20);
    w.chooseYear(u"2026"_s);
    QCOMPARE(button->value(), u"2026"_s);
    QCOMPARE(w.text(u"line.labour"_s, u"standalone"_s), u"953"_s); // half of 1905
    QVERIFY2(
        w.page->head().message().contains(u"In 2026, 1.5 t/year; USD thousand a year, nominal"_s),
        qPrintable(w.page->head().message()));
    QCOMPARE(w.page->figures().front()->figure().year, std::optional(2026));
    w.chooseYear(u"Full output"_s);
    QCOMPARE(w.page->figures().front()->figure().year, std::optional(2029));
}

void TestCostsPage::yearThatIsGoneGivesWayToFullOutput()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.chooseYear(u"2045"_s);
    QVERIFY(w.session.setInput(u"timeline.years_of_operation"_s, 10.0));
    w.update();
    QCOMPARE(w.page->findChild<ui::MenuButton*>(u"costs.year"_s)->value(), u"Full output"_s);
}

void TestCostsPage::moneyIsThatOfTheView()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.session.setViewTerms(core::Terms::real);
    w.update();
    QCOMPARE(w.text(u"line.labour"_s, u"standalone"_s), u"1,905"_s);
    QCOMPARE(w.page->unitText(), u"USD thousand, real 2026"_s);
    QVERIFY2(w.page->head().message().endsWith(
                 u"At full output, 15 t/year; USD thousand a year, 2026 money, 500 KZT/USD."_s),
        qPrintable(w.page->head().message()));
    w.session.setViewCurrency(core::Currency::kzt);
    w.update();
    QCOMPARE(w.text(u"line.administration"_s, u"standalone"_s), u"450"_s); // million
    QCOMPARE(w.text(u"line.labour"_s, u"fixed"_s), u"1,905"_s);            // as it is stated
    QCOMPARE(w.page->unitText(), u"KZT million, real 2026"_s);
    QCOMPARE(w.page->figures().front()->figure().unit, std::string("KZT/kg"));
}

void TestCostsPage::resultsInTengeAreNotCut()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.session.setViewCurrency(core::Currency::kzt);
    w.update();
    const QFontMetrics metrics(w.appearance.font(ui::TextStyle::table, QFont::DemiBold));
    constexpr int around = 11; // at least 3 px before a number, 8 behind it
    const ui::TableContent& content = w.table.content();
    for (const QString& column : {u"standalone"_s, u"host_charge"_s, u"project"_s, u"saving"_s}) {
        const int place = content.columnOf(column).value();
        for (const ui::TableRow& row : content.rows) {
            const QString text = w.text(row.id, column);
            QVERIFY2(metrics.horizontalAdvance(text) + around <= w.table.columnWidth(place),
                qPrintable(u"%1 in %2"_s.arg(text, column)));
        }
    }
}

void TestCostsPage::everyInputIsFound()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    QStringList ids {u"cost_lines"_s, u"cost_lines.labour"_s, u"reuse_realisation"_s};
    for (const core::Input& input : core::inputsOf(w.session.project()))
        if (input.id.starts_with("cost_lines.") || input.id == "reuse_realisation")
            ids += QString::fromStdString(input.id);
    QVERIFY(ids.size() > 100);
    for (const QString& id : ids) {
        QVERIFY2(w.page->goToInput(id), qPrintable(id));
        const QStringList parts = id.split(u'.');
        if (parts.size() > 1) {
            QCOMPARE(w.table.currentRow(), u"line."_s + parts[1]);
        }
        QVERIFY2(QApplication::focusWidget() &&
                     (w.table.hasFocus() || w.panel->isAncestorOf(QApplication::focusWidget())),
            qPrintable(id));
    }
    QVERIFY(!w.page->goToInput(u"levers.opex"_s));
    // Without the panel, the nearest cell.
    w.panel->hide();
    QVERIFY(w.page->goToInput(u"cost_lines.caustic.host_fixed"_s));
    QCOMPARE(w.table.currentColumn(), u"reuse_share"_s);
    QVERIFY(w.table.hasFocus());
}

void TestCostsPage::figuresAreExplained()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    QSignalSpy explained(&w.workspace, &ui::Workspace::explainRequested);
    QSignalSpy selected(&w.workspace, &ui::Workspace::figureSelected);
    w.select(labourShare);
    QCOMPARE(selected.last().front().value<core::FigureReference>(),
        (core::FigureReference {core::ResultCase::project, "avoided_costs.labour", 2029}));
    w.press(Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    w.press(Qt::Key_Right);
    w.press(Qt::Key_Right);
    QCOMPARE(selected.last().front().value<core::FigureReference>(),
        (core::FigureReference {core::ResultCase::project, "cost_lines.labour", 2029}));
}

void TestCostsPage::projectThatBreaksRulesIsShown_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
    row("starts too early", [](Project& p) { p.timeline.startOfOperations = 2000; });
    row("no year of operation", [](Project& p) { p.timeline.yearsOfOperation = 0; });
    row("far too many years", [](Project& p) { p.timeline.yearsOfOperation = 1'000'000; });
    row("a share above all", [](Project& p) { p.costLines[8].reuseShare = 1.5; });
}

void TestCostsPage::projectThatBreaksRulesIsShown()
{
    QFETCH(Change, change);
    CostsWindow w;
    QVERIFY(w.isReady());
    w.chooseYear(u"2031"_s);
    const QString saving = w.text(u"line.caustic"_s, u"saving"_s);
    Project broken = w.session.project();
    change(broken);
    QVERIFY(w.session.edit(u"Break"_s, broken));
    QVERIFY(!w.session.isEvaluated());
    w.update();
    QCOMPARE(w.text(u"line.caustic"_s, u"saving"_s), saving); // the last good figures
    QVERIFY2(w.page->head().message().startsWith(u"Figures of the last valid state; "_s),
        qPrintable(w.page->head().message()));
    QCOMPARE(w.page->figures().front()->figure().year, std::optional(2031));

    w.select(u"cost_lines.maintenance.reuse_share"_s);
    w.type(u"55"_s);
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(w.line("maintenance")->reuseShare, 0.55);
    w.undoAll();
    w.update();
    QCOMPARE(w.session.project(), core::defaultProject());
    QVERIFY(w.page->head().message().startsWith(u"Reuse avoids "_s));
}

void TestCostsPage::projectWithoutFiguresIsShown()
{
    CostsWindow w;
    QVERIFY(w.isReady());
    w.chooseYear(u"2031"_s);
    Project broken = w.session.project();
    broken.timeline.yearsOfOperation = 0;
    QVERIFY(w.session.edit(u"Break"_s, broken));
    const QString path = w.folder.filePath(u"broken.json"_s);
    const core::Status saved = w.session.saveAs(path);
    QVERIFY2(saved, saved ? "" : saved.error().problems.front().message.c_str());
    QVERIFY(w.session.open(path));
    QVERIFY(!w.session.evaluation());
    w.update();
    QVERIFY(w.text(u"line.labour"_s, u"saving"_s).isEmpty());
    QVERIFY(w.page->figures().front()->isHidden());
    QCOMPARE(w.yearMenu()->actions().size(), 1);
    w.select(labourShare);
    w.type(u"55"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.line("labour")->reuseShare, 0.55);
}

QTEST_MAIN(TestCostsPage)
#include "tst_costspage.moc"
