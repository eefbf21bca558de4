#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureView.h"

#include <QChartView>
#include <QContextMenuEvent>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace core;

namespace {

Figure twoLines(double end)
{
    Figure figure;
    figure.id = "lines";
    figure.kind = FigureKind::lines;
    figure.title = {"Two lines"};
    figure.subtitle = {"USD million"};
    figure.unit = "USD million";
    figure.series = {{"a", verbatim("First"), {}, FigureSeries::Look::line, true,
                         {{2025, -2.0}, {2026, 1.0}, {2027, end}}, "row_a"},
        {"b", verbatim("Second"), {FigureInk::Role::series, 1}, FigureSeries::Look::line, false,
            {{2025, -2.0}, {2026, 0.0}, {2027, 2.0}}, "row_b"}};
    return figure;
}

// Of one bar with these parts.
QStringList numbersOnStackedBar(const QList<double>& parts)
{
    Figure figure;
    figure.id = "stacked";
    figure.kind = FigureKind::stackedBars;
    figure.decimals = 0;
    FigureBar bar;
    for (const double part : parts) {
        figure.series.push_back(
            {"part", verbatim("Part"), {}, FigureSeries::Look::part, false, {{0.0, part}}});
        bar.to += part;
    }
    figure.bars = {bar};
    const ui::FigureLayout layout = ui::layOut(figure, ui::FigureStyle::light(), {570, 200});
    QStringList numbers;
    for (const ui::LaidText& text : layout.texts)
        if (layout.plot.contains(text.baseline))
            numbers += text.text;
    return numbers;
}

// Bars "0", "1", …, each leading to an input of its number.
Figure standingBars(int count)
{
    Figure figure;
    figure.kind = FigureKind::standing;
    figure.unit = "USD million";
    for (int i = 0; i < count; ++i) {
        FigureBar bar;
        bar.id = std::to_string(i);
        bar.label = verbatim(bar.id);
        bar.to = i + 1.0;
        bar.input = "input." + bar.id;
        figure.bars.push_back(bar);
    }
    return figure;
}

// As of a table that shows these columns.
ui::FigureColumns columnsOf(int first, int last)
{
    ui::FigureColumns columns {100.0, 560.0, {}};
    for (int i = first; i <= last; ++i)
        columns.columns.push_back({QString::number(i), 200.0 + 60.0 * (i - first)});
    return columns;
}

}

// Of a language that knows two words.
class Words : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        if (QLatin1String(context) != QLatin1String("Figure"))
            return {};
        if (QLatin1String(text) == QLatin1String("Other"))
            return QStringLiteral("Andere");
        return QLatin1String(text) == QLatin1String("four") ? QStringLiteral("vier") : QString();
    }
};

// A view whose line "a" can be dragged, with what its page does about it.
class DraggedView : public ui::FigureView {
public:
    DraggedView()
    {
        Figure figure = twoLines(5.0);
        figure.divide = {2025.5, {"Actual"}, {"Forecast"}};
        setFigure(figure);
        setDraggable(QStringLiteral("a"));
        connect(this, &ui::FigureView::valueDragged, this,
            [this](const QString&, int year, double value) {
                Figure changed = this->figure();
                changed.series[0].points[static_cast<std::size_t>(year - 2025)].value = value;
                setFigure(changed);
            });
        resize(570, 300);
        show();
    }

    QWidget* viewport() const { return findChild<QChartView*>()->viewport(); }
    QPoint at(double year, double value) const
    {
        const auto* const chart = static_cast<ui::FigureChart*>(findChild<QChartView*>()->chart());
        return chart->layOut().at(year, value).toPoint();
    }
    void press(const QPoint& at) const
    {
        QTest::mousePress(viewport(), Qt::LeftButton, Qt::NoModifier, at);
    }
    void move(const QPoint& at) const
    {
        QMouseEvent event(QEvent::MouseMove, at, viewport()->mapToGlobal(at), Qt::NoButton,
            Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport(), &event);
    }
    void release(const QPoint& at) const
    {
        QTest::mouseRelease(viewport(), Qt::LeftButton, Qt::NoModifier, at);
    }
};

class TestFigureView : public QObject {
    Q_OBJECT

private slots:
    void theOverlayAgreesWithTheChart();
    void newDataReplacesTheOld();
    void labelsOfLinesKeepTheirDistance();
    void nameOfAThresholdStandsBesideIt_data();
    void nameOfAThresholdStandsBesideIt();
    void arrowKeysWalkThePoints();
    void theVisitedBarIsFollowedWhileColumnsScroll();
    void aVisitedPointMayGo_data();
    void aVisitedPointMayGo();
    void pointsOfALineCanBeDragged();
    void aDragKeepsTheScale();
    void whatIsNoDragChangesNothing_data();
    void whatIsNoDragChangesNothing();
    void escapeGivesADragUp();
    void aClickBesideTheChartIsHarmless();
    void aFigureWithoutDataStillHasItsTitle();
    void namesOfTheProjectAreNotTranslated();
    void aStackedBarSaysNoNumberTwice_data();
    void aStackedBarSaysNoNumberTwice();
};

void TestFigureView::theOverlayAgreesWithTheChart()
{
    QGraphicsScene scene;
    auto* const chart = new ui::FigureChart;
    scene.addItem(chart);
    chart->resize(570, 300);
    chart->setFigure(twoLines(5.0));
    const QPointF drawn = chart->mapToPosition({2027.0, 2.0}, chart->series().front());
    const QPointF laid = chart->layOut().at(2027.0, 2.0);
    QVERIFY(std::abs(drawn.x() - laid.x()) < 0.01);
    QVERIFY(std::abs(drawn.y() - laid.y()) < 0.01);
}

void TestFigureView::newDataReplacesTheOld()
{
    QGraphicsScene scene;
    auto* const chart = new ui::FigureChart;
    scene.addItem(chart);
    chart->resize(570, 300);
    chart->setFigure(twoLines(5.0));
    const QList<QAbstractSeries*> before = chart->series();
    chart->setFigure(twoLines(500.0));
    QCOMPARE(chart->series(), before);
    bool isShown = false;
    for (QAbstractSeries* series : before)
        for (const QPointF& point : qobject_cast<QLineSeries*>(series)->points())
            isShown = isShown || point == QPointF(2027.0, 500.0);
    QVERIFY(isShown);
}

void TestFigureView::labelsOfLinesKeepTheirDistance()
{
    const ui::FigureStyle style = ui::FigureStyle::light();
    const ui::FigureLayout layout = ui::layOut(twoLines(2.01), style, {570, 300});
    std::vector<double> baselines;
    for (const ui::LaidText& text : layout.texts)
        if (text.text.startsWith(QLatin1String("First ")) ||
            text.text.startsWith(QLatin1String("Second ")))
            baselines.push_back(text.baseline.y());
    QCOMPARE(baselines.size(), std::size_t {2});
    QVERIFY(std::abs(baselines[0] - baselines[1]) >= style.labelSize + 3.5 - 0.3);
}

void TestFigureView::nameOfAThresholdStandsBesideIt_data()
{
    QTest::addColumn<double>("threshold");
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("lowest"); // that the name may be at, as a price
    QTest::addColumn<double>("highest");
    QTest::newRow("at zero, far below the price") << 0.0 << 700.0 << 0.0 << 200.0;
    QTest::newRow("in the middle") << 400.0 << 700.0 << 200.0 << 400.0;
    QTest::newRow("at zero, right below the price") << 0.0 << 60.0 << 60.0 << 260.0;
}

void TestFigureView::nameOfAThresholdStandsBesideIt()
{
    QFETCH(double, threshold);
    QFETCH(double, price);
    QFETCH(double, lowest);
    QFETCH(double, highest);
    Figure figure;
    figure.kind = FigureKind::lines;
    figure.series = {{"deck", verbatim("Deck"), {}, FigureSeries::Look::line, true,
                         {{2026, 1000.0}, {2030, price}, {2045, price}}},
        {"break_even", verbatim("Break-even"), {}, FigureSeries::Look::threshold, false,
            {{2026, threshold}, {2045, threshold}}}};
    const ui::FigureLayout layout = ui::layOut(figure, ui::FigureStyle::light(), {570, 300});
    const auto name = std::find_if(layout.texts.begin(), layout.texts.end(),
        [](const ui::LaidText& text) { return text.text == QLatin1String("Break-even"); });
    QVERIFY(name != layout.texts.end());
    const double y = name->baseline.y();
    QVERIFY2(y <= layout.at(2045, lowest).y(), qPrintable(QString::number(y)));
    QVERIFY2(y >= layout.at(2045, highest).y(), qPrintable(QString::number(y)));
}

void TestFigureView::arrowKeysWalkThePoints()
{
    ui::FigureView view;
    view.resize(570, 300);
    view.setFigure(twoLines(5.0));
    view.show();
    QSignalSpy visited(&view, &ui::FigureView::pointVisited);
    QSignalSpy explained(&view, &ui::FigureView::explainRequested);
    QTest::keyClick(&view, Qt::Key_Right);
    const QString first = visited.takeLast()[0].toString();
    QTest::keyClick(&view, Qt::Key_Right);
    const QString second = visited.takeLast()[0].toString();
    QCOMPARE(first, QStringLiteral("Second, 2025: −2.0 USD million"));
    QCOMPARE(second, QStringLiteral("Second, 2026: 0.0 USD million"));
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(visited.takeLast()[0].toString(), QStringLiteral("First, 2026: 1.0 USD million"));
    QTest::keyClick(&view, Qt::Key_F3);
    QCOMPARE(explained.size(), 1);
    QCOMPARE(explained[0][0].toString(), QStringLiteral("row_a"));
    QCOMPARE(explained[0][1].toInt(), 2026);
    QCOMPARE(view.accessibleName(), QStringLiteral("Two lines"));
}

void TestFigureView::theVisitedBarIsFollowedWhileColumnsScroll()
{
    ui::FigureView view;
    view.resize(570, 300);
    view.setFigure(standingBars(8));
    view.setColumns(columnsOf(0, 5));
    view.show();
    QSignalSpy asked(&view, &ui::FigureView::inputRequested);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    view.setColumns(columnsOf(2, 7));
    QTest::keyClick(&view, Qt::Key_F3);
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("input.3"));
    view.setColumns(columnsOf(4, 7)); // out of sight
    QTest::keyClick(&view, Qt::Key_F3);
    QVERIFY(asked.isEmpty());
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_F3);
    QCOMPARE(asked.takeLast()[0].toString(), QStringLiteral("input.4"));
}

void TestFigureView::aVisitedPointMayGo_data()
{
    using Change = std::function<void(ui::FigureView&)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("with its column")
        << Change([](auto& view) { view.setColumns(columnsOf(0, 2)); });
    QTest::newRow("with all columns")
        << Change([](auto& view) { view.setColumns(columnsOf(8, 8)); });
    QTest::newRow("from the figure") << Change([](auto& view) { view.setFigure(standingBars(3)); });
}

void TestFigureView::aVisitedPointMayGo()
{
    QFETCH(std::function<void(ui::FigureView&)>, change);
    ui::FigureView view;
    view.resize(570, 300);
    view.setFigure(standingBars(8));
    view.setColumns(columnsOf(0, 7));
    view.show();
    QSignalSpy asked(&view, &ui::FigureView::inputRequested);
    for (int i = 0; i < 8; ++i)
        QTest::keyClick(&view, Qt::Key_Right);
    change(view);
    bool leads = true;
    QTimer::singleShot(0, &view, [&] {
        auto* const menu = view.findChild<QMenu*>();
        leads = menu->actions().last()->isEnabled();
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, view.mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(&view, &event);
    QVERIFY(!leads);
    QTest::keyClick(&view, Qt::Key_F3);
    QVERIFY(asked.isEmpty());
    view.setColumns(columnsOf(0, 7));
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_F3);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("input.0"));
}

void TestFigureView::pointsOfALineCanBeDragged()
{
    const DraggedView view;
    QSignalSpy dragged(&view, &ui::FigureView::valueDragged);
    QSignalSpy visited(&view, &ui::FigureView::pointVisited);
    view.press(view.at(2027, 5.0));
    view.move(view.at(2027, 4.0));
    view.move(view.at(2027, 3.0));
    view.release(view.at(2027, 3.0));
    QCOMPARE(dragged.size(), 3);
    QCOMPARE(dragged[1][0].toString(), QStringLiteral("a"));
    QCOMPARE(dragged[1][1].toInt(), 2027);
    QVERIFY(std::abs(dragged[0][2].toDouble() - 4.0) < 0.06); // of a pixel and a rounding step
    QVERIFY(std::abs(dragged[1][2].toDouble() - 3.0) < 0.06);
    QCOMPARE(dragged[1][2].toDouble() * 20.0, std::round(dragged[1][2].toDouble() * 20.0));
    QVERIFY(!dragged[1][3].toBool());
    QCOMPARE(dragged[2][2], dragged[1][2]);
    QVERIFY(dragged[2][3].toBool());
    QCOMPARE(visited.last()[0].toString(), QStringLiteral("First, 2027: 3.0 USD million"));
}

void TestFigureView::aDragKeepsTheScale()
{
    const DraggedView view;
    QSignalSpy dragged(&view, &ui::FigureView::valueDragged);
    const QPoint zero = view.at(2027, 0.0);
    view.press(view.at(2027, 5.0));
    view.move(zero);
    QCOMPARE(view.at(2027, 0.0).y(), zero.y()); // though nothing is as high as before
    view.move(QPoint(zero.x(), -1000));
    const double highest = dragged.last()[2].toDouble();
    QVERIFY2(highest > 5.0 && highest < 6.5, qPrintable(QString::number(highest)));
    view.move(zero);
    view.release(zero);
    QVERIFY(view.at(2027, 0.0).y() != zero.y());
}

void TestFigureView::whatIsNoDragChangesNothing_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("distance");
    QTest::newRow("a click with an unsteady hand") << 2027 << 5.0 << 2;
    QTest::newRow("a point of another line") << 2027 << 2.0 << 40;
    QTest::newRow("a point of the past") << 2025 << -2.0 << 40;
    QTest::newRow("beside all points") << 2026 << 4.0 << 40;
}

void TestFigureView::whatIsNoDragChangesNothing()
{
    QFETCH(int, year);
    QFETCH(double, value);
    QFETCH(int, distance);
    const DraggedView view;
    QSignalSpy dragged(&view, &ui::FigureView::valueDragged);
    const QPoint from = view.at(year, value);
    const QPoint to = from + QPoint(0, distance);
    view.press(from);
    view.move(to);
    view.release(to);
    QVERIFY(dragged.isEmpty());
}

void TestFigureView::escapeGivesADragUp()
{
    DraggedView view;
    QSignalSpy dragged(&view, &ui::FigureView::valueDragged);
    view.press(view.at(2027, 5.0));
    view.move(view.at(2027, 1.0));
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(dragged.last()[2].toDouble(), 5.0);
    QVERIFY(dragged.last()[3].toBool());
    view.move(view.at(2027, 1.0));
    QCOMPARE(dragged.size(), 2);
}

void TestFigureView::aClickBesideTheChartIsHarmless()
{
    DraggedView view;
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.findChild<QChartView*>()->chart()->resize(10.0, 10.0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, {200, 100});
    QVERIFY(view.hasFocus());
}

void TestFigureView::aFigureWithoutDataStillHasItsTitle()
{
    Figure figure;
    figure.title = {"No tax is due in any year"};
    const ui::FigureLayout layout = ui::layOut(figure, ui::FigureStyle::light(), {570, 300});
    QCOMPARE(layout.texts.size(), std::size_t {1});
    QCOMPARE(layout.texts[0].text, QStringLiteral("No tax is due in any year"));
}

void TestFigureView::namesOfTheProjectAreNotTranslated()
{
    Words words;
    QVERIFY(QCoreApplication::installTranslator(&words));
    QCOMPARE(ui::textOf({"Other"}), QStringLiteral("Andere"));
    QCOMPARE(ui::textOf(verbatim("Other")), QStringLiteral("Other"));
    QCOMPARE(ui::textOf({"All %1 decks", {"four"}}), QStringLiteral("All vier decks"));
}

void TestFigureView::aStackedBarSaysNoNumberTwice_data()
{
    QTest::addColumn<QList<double>>("parts");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char* name, const QList<double>& parts, const char* numbers) {
        QTest::newRow(name) << parts << QString::fromLatin1(numbers).split(QLatin1Char(' '));
    };
    row("parts and their total", {120.0, 80.0}, "120 80 200");
    row("one part", {120.0}, "120");
    row("one part beside nothing", {0.0, 120.0}, "120");
}

void TestFigureView::aStackedBarSaysNoNumberTwice()
{
    QFETCH(QList<double>, parts);
    QFETCH(QStringList, numbers);
    QCOMPARE(numbersOnStackedBar(parts), numbers);
}

QTEST_MAIN(TestFigureView)
#include "tst_figureview.moc"
