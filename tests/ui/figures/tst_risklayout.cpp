#include "core/report/figure/Figure.h"
#include "ui/figures/FigureLayout.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core;

namespace {

using Role = FigureInk::Role;

const QSizeF page(800, 320);
const ui::FigureStyle style = ui::FigureStyle::light();

FigureBar bin(double from, double to, double share)
{
    FigureBar bar;
    bar.from = from;
    bar.to = to;
    bar.probability = share;
    bar.label = {"%1 to %2", {std::to_string(from), std::to_string(to)}};
    bar.ink.role = to <= 0.0 ? Role::negative : Role::positive;
    return bar;
}

Figure histogram()
{
    Figure figure;
    figure.kind = FigureKind::histogram;
    figure.title = {"A histogram"};
    figure.unit = "USD million";
    figure.bars = {bin(-10.0, 0.0, 0.6), bin(0.0, 10.0, 0.3), bin(10.0, 20.0, 0.1)};
    figure.series = {{"cumulative", {"Cumulative"}, {Role::total}, FigureSeries::Look::line, true,
        {{-10.0, 0.0}, {0.0, 60.0}, {10.0, 90.0}, {20.0, 100.0}}}};
    figure.marks = {
        {{"P10  -8"}, {-8.0, 10.0}, {Role::total}}, {{"P50  -7"}, {-7.0, 50.0}, {Role::total}}};
    return figure;
}

ui::FigureLayout laid(const Figure& figure)
{
    return ui::layOut(figure, style, page);
}

const ui::LaidText* textIn(const ui::FigureLayout& layout, const QString& text)
{
    const auto found = std::find_if(layout.texts.begin(), layout.texts.end(),
        [&](const ui::LaidText& laidText) { return laidText.text == text; });
    return found == layout.texts.end() ? nullptr : &*found;
}

bool isNear(double a, double b, double reach = 1.5)
{
    return std::abs(a - b) <= reach;
}

}

class TestRiskLayout : public QObject {
    Q_OBJECT

private slots:
    void barsStandBetweenTheirEdges();
    void bothAxesShareTheirLines();
    void cumulativeLineReachesTheTop();
    void namesOfPercentilesDoNotMeet();
    void barsOfSharesHaveOneScale();
    void bandClosesOverTheTrials();
};

void TestRiskLayout::barsStandBetweenTheirEdges()
{
    const ui::FigureLayout layout = laid(histogram());
    QCOMPARE(layout.barsBehind.size(), std::size_t {3});
    const double width = layout.plot.width() / 3.0;
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(isNear(
            layout.barsBehind[i].area.left(), layout.plot.left() + width * static_cast<double>(i)));
        QVERIFY(isNear(layout.barsBehind[i].area.bottom(), layout.plot.bottom()));
    }
    QCOMPARE(layout.barsBehind[0].colour, style.negative);
    QCOMPARE(layout.barsBehind[1].colour, style.positive);
    QVERIFY(
        isNear(layout.barsBehind[0].area.height(), 2.0 * layout.barsBehind[1].area.height(), 2.0));
    QCOMPARE(layout.targets.size(), std::size_t {3});
    QVERIFY(layout.targets[1].text.contains(QStringLiteral("30.0")));
    QVERIFY(layout.targets[1].text.contains(QStringLiteral("90.0")));
}

void TestRiskLayout::bothAxesShareTheirLines()
{
    const ui::FigureLayout layout = laid(histogram());
    QCOMPARE(layout.y.values().size(), std::size_t {5});
    QVERIFY(layout.y.last >= 60.0);
    for (const char* text : {"25\u00A0%", "50\u00A0%", "75\u00A0%", "100\u00A0%"})
        QVERIFY2(textIn(layout, QString::fromUtf8(text)), text);
}

void TestRiskLayout::cumulativeLineReachesTheTop()
{
    const ui::FigureLayout layout = laid(histogram());
    QCOMPARE(layout.chartLines.size(), std::size_t {1});
    const QList<QPointF>& line = layout.chartLines.front().points;
    QCOMPARE(line.last().y(), layout.y.last);
    QCOMPARE(line[1].y(), 0.6 * layout.y.last);
    QCOMPARE(layout.dots.size(), std::size_t {2});
    QVERIFY(isNear(layout.dots[1].centre.y(), layout.plot.center().y()));
}

void TestRiskLayout::namesOfPercentilesDoNotMeet()
{
    const ui::FigureLayout layout = laid(histogram());
    const ui::LaidText* const first = textIn(layout, QStringLiteral("P10  -8"));
    const ui::LaidText* const second = textIn(layout, QStringLiteral("P50  -7"));
    QVERIFY(first && second);
    const double width = QFontMetricsF(first->font).horizontalAdvance(first->text);
    QVERIFY(second->baseline.x() - first->baseline.x() > width);
}

void TestRiskLayout::barsOfSharesHaveOneScale()
{
    Figure figure;
    figure.kind = FigureKind::shares;
    figure.title = {"Shares"};
    figure.unit = "%";
    for (const auto& [id, share] :
        {std::pair("deck", 80.0), std::pair("opex", 20.0), std::pair("capex", 0.2)}) {
        FigureBar bar;
        bar.id = id;
        bar.label = verbatim(id);
        bar.to = share;
        bar.ink.role = Role::positive;
        figure.bars.push_back(bar);
    }
    const ui::FigureLayout layout = laid(figure);
    QCOMPARE(layout.bars.size(), std::size_t {3});
    QVERIFY(isNear(layout.bars[0].area.width(), 4.0 * layout.bars[1].area.width()));
    QVERIFY(layout.bars[2].area.width() >= 1.0); // a trace of it stays
    QVERIFY(textIn(layout, QStringLiteral("< 1\u00A0%")));
    QCOMPARE(layout.targets[1].input, QStringLiteral("opex"));
    QVERIFY(layout.chartLines.empty());
}

void TestRiskLayout::bandClosesOverTheTrials()
{
    Figure figure;
    figure.kind = FigureKind::convergence;
    figure.title = {"A mean"};
    figure.unit = "USD million";
    const auto line = [](const char* id, double first, double last) {
        FigureSeries series;
        series.id = id;
        series.label = verbatim(id);
        series.isActive = id == std::string("mean");
        series.points = {{100.0, first}, {10'000.0, last}};
        return series;
    };
    figure.series = {line("mean", 1.0, 0.5), line("low", -3.0, 0.1), line("high", 5.0, 0.9)};
    const ui::FigureLayout layout = laid(figure);
    QCOMPARE(layout.chartLines.size(), std::size_t {3});
    QVERIFY(layout.chartLines[0].width > layout.chartLines[1].width);
    for (const ui::ChartLine& laidLine : layout.chartLines)
        for (const QPointF& point : laidLine.points)
            QVERIFY(layout.plot.adjusted(-1, -1, 1, 1).contains(layout.at(point.x(), point.y())));
    // A thousand lies in the middle between a hundred and ten thousand.
    const ui::LaidText* const thousand = textIn(layout, QStringLiteral("1,000"));
    QVERIFY(thousand);
    QVERIFY(isNear(thousand->baseline.x() +
                       QFontMetricsF(thousand->font).horizontalAdvance(thousand->text) / 2,
        layout.plot.center().x()));
    QVERIFY(textIn(layout, QStringLiteral("0.5")));
}

QTEST_MAIN(TestRiskLayout)
#include "tst_risklayout.moc"
