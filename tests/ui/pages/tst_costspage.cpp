#include "core/project/DefaultProject.h"
#include "core/project/Registry.h"
#include "ui/document/Preferences.h"
#include "ui/document/Session.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/CostsPage.h"
#include "ui/pages/Workspace.h"
#include "ui/tables/NumberTable.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/MenuButton.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/ProblemLine.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using core::CostLine;
using core::Project;
using ui::CellAddress;
using ui::TableCell;
using ui::TableContent;

namespace {

// The page with its side panel, in a window as wide as those of the program.
struct Window {
    QTemporaryDir folder;
    ui::Preferences preferences {folder.filePath(u"preferences.ini"_s)};
    ui::Appearance appearance {preferences};
    ui::Session session;
    ui::Workspace workspace {session, appearance, preferences};
    QWidget window;
    ui::CostsPage* page = new ui::CostsPage(workspace, &window);
    ui::NumberTable& table = *page->mainTable();
    QWidget* panel = page->sidePanel();

    Window()
    {
        auto* const row = new QHBoxLayout(&window);
        row->addWidget(page, 1);
        row->addWidget(panel);
        panel->setFixedWidth(340);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    void select(const QString& input)
    {
        QVERIFY(table.select({input, {}}));
        table.setFocus();
    }
    // Keys go to what has the focus: the table, or the editor that it opened.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString& text)
    {
        for (const QChar letter : text) // keyClicks() knows no Cyrillic
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(),
                static_cast<Qt::Key>(letter.toUpper().unicode()), letter, Qt::NoModifier);
    }
    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
    }

    const CostLine* line(const std::string& id) const
    {
        for (const CostLine& candidate : session.project().costLines)
            if (candidate.id == id)
                return &candidate;
        return nullptr;
    }
    QString text(const QString& row, const QString& column) const
    {
        const TableContent& content = table.content();
        const auto r = content.rowOf(row);
        const auto c = content.columnOf(column);
        return r && c ? content.cell(*r, *c).text : u"not there"_s;
    }
    QStringList rowIds() const
    {
        QStringList ids;
        for (const ui::TableRow& row : table.content().rows)
            ids += row.id;
        return ids;
    }
    QMenu* openContextMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(&table, &event);
        const QList<QMenu*> menus =
            table.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
        return menus.isEmpty() ? nullptr : menus.last();
    }
    static QAction* action(QMenu* menu, const QString& text)
    {
        for (QAction* const candidate : menu->actions())
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }
    // An entry of the context menu, or of a menu in it.
    void choose(const QString& text, const QString& inner = {})
    {
        QMenu* menu = openContextMenu();
        QVERIFY(menu);
        QAction* entry = action(menu, text);
        QVERIFY(entry);
        if (!inner.isEmpty()) {
            menu->setActiveAction(entry);
            menu = entry->menu();
            entry = action(menu, inner);
            QVERIFY(entry);
        }
        menu->setActiveAction(entry);
        QTest::keyClick(menu, Qt::Key_Return);
        window.activateWindow();
        QVERIFY(isReady());
        update();
    }
    QMenu* yearMenu()
    {
        QMenu* const menu = page->findChild<ui::MenuButton*>(u"costs.year"_s)->menu();
        emit menu->aboutToShow();
        return menu;
    }
    void chooseYear(const QString& text) { action(yearMenu(), text)->trigger(); }
    int steps() { return session.undoStack().index(); }
    void undoAll()
    {
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
    }
};

// Answers the next dialog that asks for a name.
void answerWith(const QString& name)
{
    QTimer::singleShot(0, qApp, [name] {
        auto* const dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
    });
}

const QString labourShare = u"cost_lines.labour.reuse_share"_s;

}

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
    void panelFollowsTheTable();
    void panelWalksTheLines();
    void panelEditsTheLine();
    void panelEditsProfiles();
    void gradeGivesARange();
    void noteIsOneStep();
    void everyInputIsFound();
    void figuresAreExplained();
    void projectWithErrorsKeepsItsInputs();
};

void TestCostsPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestCostsPage::typedShareIsUsedAtOnce()
{
    Window w;
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
    Window w;
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
    Window w;
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
    Window w;
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
    Window w;
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
    Window w;
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
    Window w;
    QVERIFY(w.isReady());
    Project empty = w.session.project();
    empty.costLines.clear();
    QVERIFY(w.session.edit(u"Remove all"_s, empty));
    w.update();
    QCOMPARE(w.rowIds(), (QStringList {u"total"_s, u"per_kg"_s}));
    QTest::mouseClick(w.page->findChild<QPushButton*>(u"costs.addLine"_s), Qt::LeftButton);
    w.update();
    QCOMPARE(w.session.project().costLines.size(), std::size_t {1});
    QCOMPARE(w.page->sidePanelTitle(), u"New cost line"_s);
}

void TestCostsPage::lineMovesToAnotherGroup()
{
    Window w;
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
    Window w;
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
    Window w;
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
    Window w;
    QVERIFY(w.isReady());
    const auto* const button = w.page->findChild<ui::MenuButton*>(u"costs.year"_s);
    QCOMPARE(button->value(), u"Full output"_s);
    QCOMPARE(w.yearMenu()->actions().size(), 1 + 1 + 20);
    w.chooseYear(u"2026"_s);
    QCOMPARE(button->value(), u"2026"_s);
    QCOMPARE(w.text(u"line.labour"_s, u"standalone"_s), u"953"_s); // half of 1905
    QVERIFY2(
        w.page->head().message().contains(u"In 2026, 1.5 t/yr; USD thousand a year, nominal"_s),
        qPrintable(w.page->head().message()));
    QCOMPARE(w.page->figures().front()->figure().year, std::optional(2026));
    w.chooseYear(u"Full output"_s);
    QCOMPARE(w.page->figures().front()->figure().year, std::optional(2029));
}

void TestCostsPage::yearThatIsGoneGivesWayToFullOutput()
{
    Window w;
    QVERIFY(w.isReady());
    w.chooseYear(u"2045"_s);
    QVERIFY(w.session.setInput(u"timeline.years_of_operation"_s, 10.0));
    w.update();
    QCOMPARE(w.page->findChild<ui::MenuButton*>(u"costs.year"_s)->value(), u"Full output"_s);
}

void TestCostsPage::moneyIsThatOfTheView()
{
    Window w;
    QVERIFY(w.isReady());
    w.session.setViewTerms(core::Terms::real);
    w.update();
    QCOMPARE(w.text(u"line.labour"_s, u"standalone"_s), u"1,905"_s);
    QCOMPARE(w.page->unitText(), u"USD thousand, real 2026"_s);
    QVERIFY2(w.page->head().message().endsWith(
                 u"At full output, 15 t/yr; USD thousand a year, 2026 money, 500 KZT/USD."_s),
        qPrintable(w.page->head().message()));
    w.session.setViewCurrency(core::Currency::kzt);
    w.update();
    QCOMPARE(w.text(u"line.administration"_s, u"standalone"_s), u"450"_s); // million
    QCOMPARE(w.text(u"line.labour"_s, u"fixed"_s), u"1,905"_s);            // as it is stated
    QCOMPARE(w.page->unitText(), u"KZT million, real 2026"_s);
    QCOMPARE(w.page->figures().front()->figure().unit, std::string("KZT/kg"));
}

void TestCostsPage::panelFollowsTheTable()
{
    Window w;
    QVERIFY(w.isReady());
    const QSignalSpy changed(w.page, &ui::Page::sidePanelChanged);
    w.select(u"cost_lines.electricity.fixed"_s);
    QCOMPARE(w.page->sidePanelTitle(), u"Electricity of the gallium circuit"_s);
    QVERIFY(!changed.isEmpty());
    QVERIFY(w.panel->findChild<QLineEdit*>(u"cost_lines.electricity.host_fixed"_s));
    // Groups have no detail of their own.
    QVERIFY(w.table.selectRow(u"group.Gallium circuit"_s));
    QCOMPARE(w.page->sidePanelTitle(), u"Electricity of the gallium circuit"_s);
}

void TestCostsPage::panelWalksTheLines()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.residue.reuse_share"_s);
    auto* const down = w.panel->findChild<QToolButton*>(u"panel.down"_s);
    auto* const up = w.panel->findChild<QToolButton*>(u"panel.up"_s);
    QTest::mouseClick(down, Qt::LeftButton); // past the head of the next group
    QCOMPARE(w.table.currentRow(), u"line.reagents"_s);
    QCOMPARE(w.table.currentColumn(), u"reuse_share"_s);
    QTest::mouseClick(up, Qt::LeftButton);
    QTest::mouseClick(up, Qt::LeftButton);
    QCOMPARE(w.table.currentRow(), u"line.caustic"_s);
    w.select(u"cost_lines.bauxite.fixed"_s);
    QTest::mouseClick(up, Qt::LeftButton);
    QCOMPARE(w.table.currentRow(), u"line.bauxite"_s);
}

void TestCostsPage::panelEditsTheLine()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.heat_water.reuse_share"_s);
    auto* const charge = w.panel->findChild<QLineEdit*>(u"cost_lines.heat_water.host_fixed"_s);
    QVERIFY(charge);
    charge->setFocus();
    charge->selectAll();
    w.type(u"90"_s);
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(w.line("heat_water")->hostFixed, 90'000.0);
    QCOMPARE(w.text(u"line.heat_water"_s, u"host_charge"_s), u"96"_s); // 90 of 2026
    QCOMPARE(w.steps(), 1);
    QCOMPARE(w.table.currentRow(), u"line.heat_water"_s);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostsPage::panelEditsProfiles()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    auto* const profiles = w.panel->findChild<ui::NumberTable*>(u"table.costProfiles"_s);
    QVERIFY(profiles->select({u"cost_lines.labour.fixed_profile"_s, 2}));
    profiles->setFocus();
    w.type(u"80"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.line("labour")->fixedProfile, (core::Profile {0.5, 0.8}));
    QVERIFY(profiles->select({u"reuse_realisation"_s, 3}));
    w.type(u"60"_s);
    w.press(Qt::Key_Return);
    QCOMPARE(w.session.project().reuseRealisation, (core::Profile {1.0, 1.0, 0.6}));
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
}

void TestCostsPage::gradeGivesARange()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(u"cost_lines.maintenance.fixed"_s);
    auto* const grades = w.panel->findChild<QComboBox*>(u"panel.grade"_s);
    auto* const npvs = w.panel->findChild<QLabel*>(u"panel.npvs"_s);
    QCOMPARE(grades->currentText(), u"No evidence"_s);
    QVERIFY(npvs->isHidden());
    grades->setFocus();
    w.press(Qt::Key_Down); // opens nothing, chooses the next
    w.update();
    const auto& evidence = w.session.project().evidence;
    QCOMPARE(evidence.at("cost_lines.maintenance.fixed"), std::string("assumption"));
    QCOMPARE(evidence.at("cost_lines.maintenance.variable_per_kg"), std::string("assumption"));
    QCOMPARE(w.steps(), 1);
    QVERIFY(npvs->isVisible());
    // 70 and 130 % of the cost: the values around that of the plan.
    const double npv =
        *w.session.evaluation()->metrics(core::PlantCase::project)[core::Metric::npv] / 1e6;
    const QStringList ends = npvs->text().split(u" and "_s);
    QCOMPARE(ends.size(), 2);
    QVERIFY(ends[0].toDouble() > npv && ends[1].toDouble() < npv);
    QVERIFY(std::abs((ends[0].toDouble() + ends[1].toDouble()) / 2.0 - npv) < 0.2);
    w.undoAll();
    QCOMPARE(w.session.project(), core::defaultProject());
    QVERIFY(npvs->isHidden());
}

void TestCostsPage::noteIsOneStep()
{
    Window w;
    QVERIFY(w.isReady());
    w.select(labourShare);
    QVERIFY(w.panel->findChild<QLabel*>(u"panel.inputNotes"_s)
                ->text()
                .contains(u"70 jobs announced"_s));
    auto* const note = w.panel->findChild<QPlainTextEdit*>(u"panel.note"_s);
    note->setFocus();
    w.type(u"Staffing plan"_s);
    // What was typed stays with the line that it was typed for.
    w.table.select({u"cost_lines.caustic.fixed"_s, {}});
    QCOMPARE(w.line("labour")->note, std::string("Staffing plan"));
    QCOMPARE(w.steps(), 1);
    QVERIFY(note->toPlainText().isEmpty());
    w.select(labourShare);
    QCOMPARE(note->toPlainText(), u"Staffing plan"_s);
}

void TestCostsPage::everyInputIsFound()
{
    Window w;
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
    Window w;
    QVERIFY(w.isReady());
    QSignalSpy explained(&w.workspace, &ui::Workspace::explainRequested);
    QSignalSpy selected(&w.workspace, &ui::Workspace::figureSelected);
    w.select(labourShare);
    QCOMPARE(selected.last().front().value<ui::FigureReference>(),
        (ui::FigureReference {core::ResultCase::project, "avoided_costs.labour", 2029}));
    w.press(Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    w.press(Qt::Key_Right);
    w.press(Qt::Key_Right);
    QCOMPARE(selected.last().front().value<ui::FigureReference>(),
        (ui::FigureReference {core::ResultCase::project, "cost_lines.labour", 2029}));
}

void TestCostsPage::projectWithErrorsKeepsItsInputs()
{
    Window w;
    QVERIFY(w.isReady());
    Project broken = w.session.project();
    broken.timeline.startOfOperations = broken.timeline.firstYear - 1;
    QVERIFY(w.session.edit(u"Break"_s, broken));
    QVERIFY(!w.session.isEvaluated());
    w.update();
    w.select(labourShare);
    w.type(u"55"_s);
    w.press(Qt::Key_Return);
    w.update();
    QCOMPARE(w.line("labour")->reuseShare, 0.55);
    QCOMPARE(w.text(u"line.labour"_s, u"saving"_s), u"852"_s); // the last good figures
}

QTEST_MAIN(TestCostsPage)
#include "tst_costspage.moc"
