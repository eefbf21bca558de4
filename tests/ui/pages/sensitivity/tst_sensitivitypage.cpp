#include "ui/pages/sensitivity/SensitivityPage.h"

#include "core/analysis/Flips.h"
#include "core/analysis/GoalSeek.h"
#include "core/analysis/Tornado.h"
#include "core/analysis/TwoWayTable.h"
#include "tests/ui/pages/InputsStage.h"
#include "ui/document/TornadoCells.h"
#include "ui/fields/NumberField.h"
#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"
#include "ui/pages/InputPicker.h"
#include "ui/pages/sensitivity/TornadoTable.h"
#include "ui/widgets/MenuButton.h"

#include <QChartView>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>

#include <cmath>

using namespace Qt::StringLiterals;
using core::Project;
using pages::press;
using pages::type;
using pages::withPlainSpaces;

namespace {

const std::string price = "levers.price";

struct Stage : pages::InputsStage<ui::SensitivityPage> {
    ui::NumberTable& ranges = table(u"table.tornado"_s);

    explicit Stage(int width = 1236, int height = 800)
        : InputsStage(width, height, false)
    {
    }

    void showTab(int tab)
    {
        find<QTabBar>(u"sensitivity.tabs"_s)->setCurrentIndex(tab);
        update();
    }
    void update()
    {
        QCoreApplication::processEvents();
        page->refreshNow();
        QCoreApplication::processEvents();
    }
    void select(const std::string& input, ui::TornadoPart part)
    {
        ranges.setFocus();
        QVERIFY(ranges.select({ui::tornadoCellId(input, part), {}}));
    }
    QString text(const std::string& input, const QString& column) const
    {
        return withPlainSpaces(cell(ranges, ui::tornadoRowId(input), column).text);
    }
    QStringList rows() const
    {
        QStringList ids;
        for (const ui::TableRow& row : ranges.content().rows)
            ids += row.id.section(u'.', 1);
        return ids;
    }
    const core::Figure& figure(const QString& name) const
    {
        return find<ui::FigureView>(name)->figure();
    }
    const core::FigureSwing& swing(const std::string& input) const
    {
        for (const core::FigureSwing& swing : figure(u"figure.tornado"_s).swings)
            if (swing.input == input)
                return swing;
        static const core::FigureSwing none;
        return none;
    }
    core::TornadoRange range(const std::string& input) const
    {
        for (const core::TornadoRange& range : project().analysis->tornado)
            if (range.input == input)
                return range;
        return {"gone", {}, {}, false};
    }
    void choose(const QString& button, const QString& text) const
    {
        for (QAction* const action : find<ui::MenuButton>(button)->menu()->actions())
            if (withPlainSpaces(action->text()) == text) {
                action->trigger();
                return;
            }
        QFAIL(qPrintable(text));
    }
    void undoAll()
    {
        session.finishTyping();
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        update();
    }
};

}

class TestSensitivityPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tornadoShowsWhatTheAnalysisComputes();
    void rowsAndBarsShareTheirHeight_data();
    void rowsAndBarsShareTheirHeight();
    void typingAnEndMovesTheBar();
    void typedEndsAreUndoneToTheSameDocument();
    void delGivesBackToTheEvidence();
    void refusedEndsStayAndAreNamed();
    void anInputIsSetAsideBySpace();
    void inputsAreAddedByName();
    void inputsAreRemovedByKeyAndMenu();
    void theFigureFollowsAnEditElsewhere();
    void rangesAreChosen();
    void rowsAreOrdered();
    void theTargetIsChosen();
    void aBarLeadsToItsInput();
    void theCurrentRowIsScrolledTo();
    void valuesAreInTheMoneyOfTheView();
    void spiderShowsUpToEightInputs();
    void twoWayTableShowsWhatTheAnalysisComputes();
    void twoWayTableIsCopiedWithItsHeads();
    void sidesOfTheTableAreExchanged();
    void breakEvenFindsTheValue();
    void breakEvenWithoutASolutionSaysSo();
    void breakEvenSaysWhyThereIsNone_data();
    void breakEvenSaysWhyThereIsNone();
    void withoutFiguresThePageSaysWhy();
    void problemsOfDocumentsLeadToTheirCell();
    void keysChangeTheTab();
};

void TestSensitivityPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestSensitivityPage::tornadoShowsWhatTheAnalysisComputes()
{
    Stage stage;
    core::Study study(stage.session.evaluation());
    const auto ranges = core::rangesOf(stage.project());
    const auto tornado = core::tornadoOf(study, *ranges);
    const auto flips = core::flipsOf(study, *ranges);
    const ui::DisplayFormat format = stage.workspace.format();
    QCOMPARE(stage.ranges.content().rowCount(), static_cast<int>(tornado->bars.size()));
    for (std::size_t i = 0; i < tornado->bars.size(); ++i) {
        const core::TornadoBar& bar = tornado->bars[i];
        const std::string& input = bar.range.input.id;
        QCOMPARE(stage.rows()[static_cast<qsizetype>(i)], QString::fromStdString(input));
        QCOMPARE(stage.text(input, u"swing"_s), format.fixed(*bar.swing, 1, -6));
        QVERIFY(std::abs(*stage.swing(input).low.value - *bar.atLow / 1e6) < 1e-9);
    }
    for (const core::Flip& flip : *flips) {
        const ui::TableCell& cell =
            stage.cell(stage.ranges, ui::tornadoRowId(flip.range.input.id), u"flip"_s);
        QCOMPARE(cell.number.has_value(), flip.npv.nearest.has_value());
        QCOMPARE(cell.isStrong, flip.npv.isInsideRange);
    }
    QCOMPARE(stage.text(price, u"low"_s), u"70"_s);
    QCOMPARE(stage.text(price, u"origin"_s), u"Typed"_s);
}

void TestSensitivityPage::rowsAndBarsShareTheirHeight_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1236;
    QTest::newRow("narrow, where the title takes more lines") << 976;
}

void TestSensitivityPage::rowsAndBarsShareTheirHeight()
{
    QFETCH(int, width);
    Stage stage(width, 600);
    stage.update();
    auto* const view = stage.find<ui::FigureView>(u"figure.tornado"_s);
    auto* const chart = static_cast<ui::FigureChart*>(view->findChild<QChartView*>()->chart());
    const std::vector<ui::LaidBar>& bars = chart->layOut().bars;
    QVERIFY(bars.size() > 4);
    for (const int row : {0, 1}) {
        const QRect cell = stage.ranges.visualRect(stage.ranges.model()->index(row, 1));
        const int inTable =
            stage.ranges.viewport()->mapTo(stage.page, QPoint(0, cell.center().y())).y();
        const double inFigure = view->mapTo(stage.page, QPoint(0, 0)).y() +
                                bars[static_cast<std::size_t>(2 * row)].area.center().y();
        QVERIFY(std::abs(inTable - inFigure) <= 1.5);
    }
    // Nothing of the head lies over the name of the base.
    QVERIFY(view->headBottom() < chart->layOut().plot.top() - 20.0);
}

void TestSensitivityPage::typingAnEndMovesTheBar()
{
    Stage stage;
    stage.select(price, ui::TornadoPart::low);
    const double before = *stage.swing(price).low.value;
    type(u"50"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.range(price), (core::TornadoRange {price, 0.5, 1.3, true}));
    QVERIFY(*stage.swing(price).low.value < before);
    QCOMPARE(stage.swing(price).low.positionText, std::string("50\u00A0%"));
    QCOMPARE(stage.session.undoStack().count(), 1);
}

void TestSensitivityPage::typedEndsAreUndoneToTheSameDocument()
{
    Stage stage;
    const Project before = stage.project();
    stage.select(price, ui::TornadoPart::high);
    type(u"150"_s);
    press(Qt::Key_Return);
    stage.select("discounting.rate", ui::TornadoPart::low);
    type(u"7.5 %"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(*stage.range("discounting.rate").low, 0.075);
    QCOMPARE(stage.session.undoStack().count(), 2);
    const Project after = stage.project();
    stage.undoAll();
    QCOMPARE(stage.project(), before);
    QCOMPARE(stage.text(price, u"high"_s), u"130"_s);
    stage.session.undoStack().redo();
    stage.session.undoStack().redo();
    QCOMPARE(stage.project(), after);
}

void TestSensitivityPage::delGivesBackToTheEvidence()
{
    Stage stage;
    stage.select("levers.opex", ui::TornadoPart::low);
    press(Qt::Key_Delete);
    stage.update();
    QCOMPARE(stage.range("levers.opex"), (core::TornadoRange {"levers.opex", {}, {}, true}));
    QCOMPARE(stage.text("levers.opex", u"origin"_s), u"Analyst"_s);
    QCOMPARE(stage.text("levers.opex", u"high"_s), u"120"_s);
    stage.session.undoStack().undo();
    stage.update();
    QCOMPARE(stage.text("levers.opex", u"high"_s), u"125"_s);
}

void TestSensitivityPage::refusedEndsStayAndAreNamed()
{
    Stage stage;
    const Project before = stage.project();
    stage.select(price, ui::TornadoPart::low);
    type(u"140"_s);
    press(Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.project(), before);
    auto* const problems = stage.find<ui::ProblemLine>(u"tornado.problems"_s);
    QVERIFY(withPlainSpaces(problems->problem()).contains(u"at most the high, 130 %"_s));
    stage.select(price, ui::TornadoPart::low);
    press(Qt::Key_Escape);
    stage.update();
    QVERIFY(problems->problem().isEmpty());
}

void TestSensitivityPage::anInputIsSetAsideBySpace()
{
    Stage stage;
    const qsizetype count = stage.rows().size();
    stage.select(price, ui::TornadoPart::used);
    press(Qt::Key_Space);
    stage.update();
    QVERIFY(!stage.range(price).used);
    QCOMPARE(stage.rows().size(), count); // the row stays, at the end
    QCOMPARE(stage.rows().last(), QString::fromStdString(price));
    QVERIFY(stage.swing(price).input.empty());
    stage.session.undoStack().undo();
    stage.update();
    QCOMPARE(stage.rows().first(), QString::fromStdString(price));
}

void TestSensitivityPage::inputsAreAddedByName()
{
    Stage stage;
    const Project before = stage.project();
    stage.find<QPushButton>(u"tornado.add"_s)->click();
    auto* const picker = stage.window.findChild<ui::InputPicker*>();
    QVERIFY(picker);
    QTest::keyClicks(picker->findChild<QLineEdit*>(), u"fixed cost, lab"_s);
    QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
    stage.update();
    QCOMPARE(stage.range("cost_lines.labour.fixed"),
        (core::TornadoRange {"cost_lines.labour.fixed", {}, {}, true}));
    QVERIFY(stage.rows().contains(u"cost_lines.labour.fixed"_s));
    QCOMPARE(stage.text("cost_lines.labour.fixed", u"origin"_s), u"Analyst"_s);
    QCOMPARE(stage.ranges.currentRow(), ui::tornadoRowId("cost_lines.labour.fixed"));
    stage.undoAll();
    QCOMPARE(stage.project(), before);
}

void TestSensitivityPage::inputsAreRemovedByKeyAndMenu()
{
    Stage stage;
    const Project before = stage.project();
    stage.select(price, ui::TornadoPart::low);
    press(Qt::Key_Minus, Qt::ControlModifier);
    stage.update();
    QVERIFY(!stage.rows().contains(QString::fromStdString(price)));
    QCOMPARE(stage.session.undoStack().undoText(), u"Remove Price from the tornado"_s);
    stage.select("royalty.rate", ui::TornadoPart::low);
    stage.chooseFromMenu(stage.ranges, u"Remove row"_s);
    stage.update();
    QVERIFY(!stage.rows().contains(u"royalty.rate"_s));
    stage.undoAll();
    QCOMPARE(stage.project(), before);
    QVERIFY(stage.rows().contains(QString::fromStdString(price)));
}

void TestSensitivityPage::theFigureFollowsAnEditElsewhere()
{
    Stage stage;
    const core::Figure before = stage.figure(u"figure.tornado"_s);
    QVERIFY(stage.session.setInput(u"discounting.rate"_s, 0.13));
    stage.update();
    const core::Figure& after = stage.figure(u"figure.tornado"_s);
    const double npv = *core::figureOf(*stage.session.evaluation(), core::Target {}) / 1e6;
    QVERIFY(std::abs(after.levels.front().value - npv) < 1e-9);
    QVERIFY(after.levels.front().value < before.levels.front().value);
    QCOMPARE(stage.text("discounting.rate", u"base"_s), u"13.0"_s);
}

void TestSensitivityPage::rangesAreChosen()
{
    Stage stage;
    stage.choose(u"tornado.ranges"_s, u"± 10 % of the plan"_s);
    QCOMPARE(stage.text(price, u"low"_s), u"90"_s);
    QCOMPARE(stage.text(price, u"origin"_s), u"± 10 %"_s);
    // They are not the project's and cannot be typed.
    QVERIFY(stage.cell(stage.ranges, ui::tornadoRowId(price), u"low"_s).editor ==
            ui::TableCell::Editor::none);
    stage.choose(u"tornado.ranges"_s, u"From evidence"_s);
    QCOMPARE(stage.text("levers.opex", u"origin"_s), u"Analyst"_s);
    QVERIFY(!stage.session.isModified());
}

void TestSensitivityPage::rowsAreOrdered()
{
    Stage stage;
    stage.choose(u"tornado.order"_s, u"As listed"_s);
    QStringList listed;
    for (const core::TornadoRange& range : stage.project().analysis->tornado)
        listed += QString::fromStdString(range.input);
    QCOMPARE(stage.rows(), listed);
    QCOMPARE(stage.figure(u"figure.tornado"_s).swings[1].input, listed[1].toStdString());
    stage.choose(u"tornado.order"_s, u"By name"_s);
    QCOMPARE(stage.rows().first(), u"levers.capex"_s); // Capital
}

void TestSensitivityPage::theTargetIsChosen()
{
    Stage stage;
    stage.choose(u"tornado.target"_s, u"IRR"_s);
    core::Study study(stage.session.evaluation());
    const auto tornado = core::tornadoOf(
        study, *core::rangesOf(stage.project()), {core::Target::Kind::metric, core::Metric::irr});
    QCOMPARE(stage.figure(u"figure.tornado"_s).unit, std::string("%"));
    QVERIFY(std::abs(*stage.swing(tornado->bars.front().range.input.id).low.value -
                     *tornado->bars.front().atLow * 100.0) < 1e-9);
}

void TestSensitivityPage::aBarLeadsToItsInput()
{
    Stage stage;
    QSignalSpy requested(&stage.workspace, &ui::Workspace::inputRequested);
    auto* const view = stage.find<ui::FigureView>(u"figure.tornado"_s);
    auto* const charts = view->findChild<QChartView*>();
    const auto& bars = static_cast<ui::FigureChart*>(charts->chart())->layOut().bars;
    QTest::mouseDClick(
        charts->viewport(), Qt::LeftButton, {}, bars.front().area.center().toPoint());
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QString::fromStdString(price));
}

void TestSensitivityPage::theCurrentRowIsScrolledTo()
{
    Stage stage(1236, 420);
    stage.update();
    auto* const area = stage.find<QScrollArea>(u"tornado.scroll"_s);
    QVERIFY(area->verticalScrollBar()->maximum() > 0);
    stage.select(price, ui::TornadoPart::low);
    for (int i = 1; i < stage.ranges.content().rowCount(); ++i)
        press(Qt::Key_Down);
    QVERIFY(area->verticalScrollBar()->value() > 0);
    const QRect cell = stage.ranges.visualRect(stage.ranges.currentIndex());
    const QPoint at = stage.ranges.viewport()->mapTo(area->viewport(), cell.center());
    QVERIFY(area->viewport()->rect().contains(at));
}

void TestSensitivityPage::valuesAreInTheMoneyOfTheView()
{
    Stage stage;
    const double usd = *stage.swing(price).low.value;
    stage.session.setViewCurrency(core::Currency::kzt);
    stage.update();
    const core::MoneyConversion money(*stage.session.evaluation(), stage.session.view());
    QVERIFY(std::abs(*stage.swing(price).low.value - usd * money.presentValue() / 1e3) < 1e-9);
    QCOMPARE(stage.figure(u"figure.tornado"_s).unit, std::string("KZT billion"));
    QVERIFY(headOf(stage.ranges.content().columns.back()).contains(u"KZT billion"_s));
}

void TestSensitivityPage::spiderShowsUpToEightInputs()
{
    Stage stage;
    stage.showTab(1);
    const core::Figure& figure = stage.figure(u"figure.spider"_s);
    QCOMPARE(figure.series.size(), std::size_t {8});
    QCOMPARE(figure.series.front().input, price);
    QSignalSpy told(&stage.workspace, &ui::Workspace::messageShown);
    stage.choose(u"spider.inputs"_s, u"Receivables"_s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(stage.figure(u"figure.spider"_s).series.size(), std::size_t {8});
    stage.choose(u"spider.inputs"_s, u"Price"_s);
    stage.choose(u"spider.inputs"_s, u"Receivables"_s);
    std::vector<std::string> inputs;
    for (const core::FigureSeries& line : stage.figure(u"figure.spider"_s).series)
        inputs.push_back(line.input);
    QCOMPARE(std::count(inputs.begin(), inputs.end(), price), 0);
    QCOMPARE(std::count(inputs.begin(), inputs.end(), "working_capital.receivable_days"), 1);
}

void TestSensitivityPage::twoWayTableShowsWhatTheAnalysisComputes()
{
    Stage stage;
    stage.showTab(2);
    const ui::TableContent& content = stage.table(u"table.twoWay"_s).content();
    QCOMPARE(content.rowCount(), 9);
    QCOMPARE(content.columnCount(), 10);
    core::Study study(stage.session.evaluation());
    const std::vector<double> across {0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1};
    const std::vector<double> down {0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4};
    core::TableAxis production;
    production.input.id = "levers.production";
    production.positions = across;
    core::TableAxis prices;
    prices.input.id = price;
    prices.positions = down;
    const auto expected = core::twoWayTable(study, production, prices);
    int framed = 0;
    for (std::size_t y = 0; y < down.size(); ++y)
        for (std::size_t x = 0; x < across.size(); ++x) {
            const ui::TableCell& cell =
                content.cell(8 - static_cast<int>(y), 1 + static_cast<int>(x));
            QVERIFY(std::abs(*cell.number - *expected->values[y][x] / 1e6) < 1e-9);
            QCOMPARE(*cell.heat > 0.0, *cell.number > 0.0);
            framed += cell.isFramed ? 1 : 0;
            if (cell.isFramed)
                QVERIFY(std::abs(*cell.number -
                                 *core::figureOf(study.base(), core::Target {}) / 1e6) < 1e-9);
            // The line runs between gain and loss, and nowhere else.
            if (x + 1 < across.size()) {
                const bool isParted =
                    (*expected->values[y][x] < 0.0) != (*expected->values[y][x + 1] < 0.0);
                QCOMPARE(cell.edges.testFlag(Qt::RightEdge), isParted);
            }
        }
    QCOMPARE(framed, 1);
}

void TestSensitivityPage::twoWayTableIsCopiedWithItsHeads()
{
    Stage stage;
    stage.showTab(2);
    stage.find<QPushButton>(u"twoWay.copy"_s)->click();
    const QStringList lines =
        withPlainSpaces(QApplication::clipboard()->text()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 10);
    QVERIFY(lines.front().startsWith(u"Price\t70\t75\t80"_s));
    QVERIFY(lines[1].startsWith(u"140 %\t"_s));
}

void TestSensitivityPage::sidesOfTheTableAreExchanged()
{
    Stage stage;
    stage.showTab(2);
    stage.choose(u"twoWay.down"_s, u"Output"_s);
    QCOMPARE(stage.find<ui::MenuButton>(u"twoWay.down"_s)->value(), u"Output"_s);
    QCOMPARE(stage.find<ui::MenuButton>(u"twoWay.across"_s)->value(), u"Price"_s);
    stage.choose(u"twoWay.steps"_s, u"5 × 5"_s);
    QCOMPARE(stage.table(u"table.twoWay"_s).content().rowCount(), 5);
}

void TestSensitivityPage::breakEvenFindsTheValue()
{
    Stage stage;
    stage.showTab(3);
    core::Study study(stage.session.evaluation());
    const auto sought = core::goalSeek(study, {price}, {}, 0.0);
    QCOMPARE(sought->solutions.size(), std::size_t {1});
    const core::Figure& figure = stage.figure(u"figure.breakEven"_s);
    QVERIFY(std::abs(figure.marks.back().at.x - sought->solutions.front() * 100.0) < 1e-6);

    auto* const field = stage.find<ui::NumberField>(u"breakEven.wanted"_s);
    field->setFocus();
    field->selectAll();
    type(u"5"_s);
    press(Qt::Key_Return);
    const auto higher = core::goalSeek(study, {price}, {}, 5e6);
    QVERIFY(std::abs(stage.figure(u"figure.breakEven"_s).marks.back().at.x -
                     higher->solutions.front() * 100.0) < 1e-6);
    QVERIFY(!stage.session.isModified());
}

void TestSensitivityPage::breakEvenWithoutASolutionSaysSo()
{
    Stage stage;
    stage.showTab(3);
    stage.choose(u"breakEven.input"_s, u"Royalty"_s);
    auto* const field = stage.find<ui::NumberField>(u"breakEven.wanted"_s);
    field->setFocus();
    field->selectAll();
    type(u"900"_s);
    press(Qt::Key_Return);
    QCOMPARE(QString::fromStdString(core::english(stage.figure(u"figure.breakEven"_s).title)),
        u"No value of royalty brings NPV to USD 900.0 million"_s);
    QVERIFY(stage.find<QLabel>(u"breakEven.result"_s)->text().startsWith(u"Looked for from "_s));
}

void TestSensitivityPage::breakEvenSaysWhyThereIsNone_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("name");
    QTest::newRow("found at once") << u"royalty.rate"_s << u"royalty"_s;
    QTest::newRow("found on another thread")
        << u"timeline.years_of_operation"_s << u"years of operation"_s;
}

void TestSensitivityPage::breakEvenSaysWhyThereIsNone()
{
    constexpr int longest = 30'000; // milliseconds, of a search
    QFETCH(QString, input);
    QFETCH(QString, name);
    Stage stage;
    stage.showTab(3);
    stage.choose(u"breakEven.input"_s, u"Other input…"_s);
    auto* const line = stage.find<ui::MenuButton>(u"breakEven.input"_s)
                           ->findChild<ui::InputPicker*>()
                           ->findChild<QLineEdit*>();
    QTest::keyClicks(line, input);
    QTest::keyClick(line, Qt::Key_Return);
    const auto* const result = stage.find<QLabel>(u"breakEven.result"_s);
    const auto title = [&] {
        return QString::fromStdString(core::english(stage.figure(u"figure.breakEven"_s).title));
    };
    QTRY_VERIFY_WITH_TIMEOUT(title().contains(name), longest);
    QVERIFY(result->isVisible());
    // More USD million than there are numbers for USD.
    emit stage.find<ui::NumberField>(u"breakEven.wanted"_s)->valueEntered(1e303);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"target: expected a finite number"_s, longest);
    QVERIFY(!result->isVisible());
}

void TestSensitivityPage::withoutFiguresThePageSaysWhy()
{
    Stage stage;
    const QString path = stage.folder.filePath(u"broken.json"_s);
    Project broken = stage.project();
    broken.activeDeck = "gone";
    QVERIFY(stage.session.edit(u"break"_s, broken));
    stage.update();
    // The last good figures stay.
    QVERIFY(!stage.figure(u"figure.tornado"_s).swings.empty());
    QVERIFY(stage.session.saveAs(path));
    QVERIFY(stage.session.open(path));
    for (int tab = 0; tab < 4; ++tab) {
        stage.showTab(tab);
        const auto figures = stage.page->figures();
        QCOMPARE(QString::fromStdString(core::english(figures.front()->figure().title)),
            u"This is drawn once the project has no errors"_s);
    }
}

void TestSensitivityPage::problemsOfDocumentsLeadToTheirCell()
{
    Stage stage;
    QVERIFY(stage.page->goToInput(u"analysis.tornado[1].high"_s));
    QCOMPARE(
        stage.ranges.currentRow(), ui::tornadoRowId(stage.project().analysis->tornado[1].input));
    QCOMPARE(stage.ranges.currentColumn(), u"high"_s);
    QVERIFY(!stage.page->goToInput(u"analysis.tornado[99].high"_s));
}

void TestSensitivityPage::keysChangeTheTab()
{
    Stage stage;
    auto* const bar = stage.find<QTabBar>(u"sensitivity.tabs"_s);
    stage.select(price, ui::TornadoPart::low);
    press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(bar->currentIndex(), 1);
    bar->setFocus();
    press(Qt::Key_PageUp, Qt::ControlModifier);
    press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(bar->currentIndex(), 3);
}

QTEST_MAIN(TestSensitivityPage)
#include "tst_sensitivitypage.moc"
