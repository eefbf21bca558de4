#include "ui/figures/FigureChart.h"
#include "ui/figures/FigureView.h"

#include <QGraphicsScene>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

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

}

class TestFigureView : public QObject {
    Q_OBJECT

private slots:
    void theOverlayAgreesWithTheChart();
    void newDataReplacesTheOld();
    void labelsOfLinesKeepTheirDistance();
    void arrowKeysWalkThePoints();
    void aFigureWithoutDataStillHasItsTitle();
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

void TestFigureView::aFigureWithoutDataStillHasItsTitle()
{
    Figure figure;
    figure.title = {"No tax is due in any year"};
    const ui::FigureLayout layout = ui::layOut(figure, ui::FigureStyle::light(), {570, 300});
    QCOMPARE(layout.texts.size(), std::size_t {1});
    QCOMPARE(layout.texts[0].text, QStringLiteral("No tax is due in any year"));
}

QTEST_MAIN(TestFigureView)
#include "tst_figureview.moc"
