#include "core/report/figure/Figure.h"
#include "ui/figures/FigureLayout.h"
#include "ui/figures/FigureView.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace core;

namespace {

using End = FigureSwing::End;

FigureSwing swing(const char* input, const End& low, const End& high)
{
    return {input, verbatim(input), "% of plan", low, high};
}

Figure tornado(std::vector<FigureSwing> swings)
{
    Figure figure;
    figure.kind = FigureKind::tornado;
    figure.title = {"A tornado"};
    figure.subtitle = {"NPV, USD million"};
    figure.unit = "USD million";
    figure.levels = {{{"Base 10.0"}, 10.0}};
    figure.divide = FigureDivide {10.0, {"NPV falls"}, {"NPV rises"}};
    figure.swings = std::move(swings);
    return figure;
}

Figure usualTornado()
{
    return tornado({swing("price", {-5.0, 70.0, "70 %"}, {25.0, 130.0, "130 %"}),
        swing("capital", {12.0, 90.0, "90 %"}, {4.0, 135.0, "135 %"})});
}

Figure lineOverNumber()
{
    Figure figure;
    figure.kind = FigureKind::lines;
    figure.title = {"A line"};
    figure.unit = "USD million";
    figure.axis = FigureAxis {{"Price"}, "%", 0};
    figure.series = {{"price", verbatim("NPV"), {}, FigureSeries::Look::line, true,
        {{60.0, -10.0}, {100.0, 10.0}, {140.0, 30.0}}, {}, "levers.price"}};
    return figure;
}

const QSizeF page(640, 300);

ui::FigureLayout laid(const Figure& figure, const ui::LayoutFrame& frame = {})
{
    return ui::layOut(figure, ui::FigureStyle::light(), page, frame);
}

const ui::LaidText* textIn(const ui::FigureLayout& layout, const char* text)
{
    for (const ui::LaidText& laid : layout.texts)
        if (laid.text == QString::fromUtf8(text))
            return &laid;
    return nullptr;
}

double rightOf(const ui::LaidText& text)
{
    return text.baseline.x() + QFontMetricsF(text.font).horizontalAdvance(text.text);
}

}

class TestSensitivityLayout : public QObject {
    Q_OBJECT

private slots:
    void barsMeetAtTheBase();
    void coloursSayWhetherValueIsAdded();
    void labelsStandOutsideTheBars();
    void labelsStayInsideTheFigure();
    void barsStandInTheRowsBesideThem();
    void endsOnOneSideShareABar();
    void anEndWithoutAFigureSaysSo();
    void pointsLeadToTheirInputs();
    void arrowKeysWalkBarsAndTheirEnds();
    void anAxisOfNumbersEndsWithTheData();
    void pointsOverANumberSayIt();
    void marksWithoutATextAreDots();
    void levelsOfLinesAreDrawn();
};

void TestSensitivityLayout::barsMeetAtTheBase()
{
    const ui::FigureLayout layout = laid(usualTornado());
    const double base = layout.at(10.0, 0.0).x();
    QCOMPARE(layout.bars.size(), std::size_t {4});
    QVERIFY(std::abs(layout.bars[0].area.right() - base) < 0.01);
    QVERIFY(std::abs(layout.bars[0].area.left() - layout.at(-5.0, 0.0).x()) < 0.01);
    QVERIFY(std::abs(layout.bars[1].area.left() - base) < 0.01);
    QVERIFY(std::abs(layout.bars[1].area.right() - layout.at(25.0, 0.0).x()) < 0.01);
    // More capital is the lower end of the second bar.
    QVERIFY(std::abs(layout.bars[2].area.left() - layout.at(4.0, 0.0).x()) < 0.01);
}

void TestSensitivityLayout::coloursSayWhetherValueIsAdded()
{
    const ui::FigureStyle style = ui::FigureStyle::light();
    const ui::FigureLayout more = laid(usualTornado());
    QCOMPARE(more.bars[0].colour, style.negative);
    QCOMPARE(more.bars[1].colour, style.positive);
    Figure costs = usualTornado();
    costs.isHigherBetter = false;
    const ui::FigureLayout less = laid(costs);
    QCOMPARE(less.bars[0].colour, style.positive);
    QCOMPARE(less.bars[1].colour, style.negative);
    QCOMPARE(textIn(less, "NPV falls")->colour, style.positive);
}

void TestSensitivityLayout::labelsStandOutsideTheBars()
{
    const ui::FigureLayout layout = laid(usualTornado());
    const ui::LaidText* const value = textIn(layout, "−5.0");
    const ui::LaidText* const input = textIn(layout, "70 %");
    QVERIFY(value && input);
    QVERIFY(rightOf(*value) < layout.bars[0].area.left());
    QVERIFY(rightOf(*input) < value->baseline.x());
    QVERIFY(value->font.weight() == QFont::DemiBold);
    QCOMPARE(input->colour, ui::FigureStyle::light().text2);
    QVERIFY(textIn(layout, "25.0")->baseline.x() > layout.bars[1].area.right());
    QVERIFY(textIn(layout, "Base 10.0"));
}

void TestSensitivityLayout::labelsStayInsideTheFigure()
{
    for (const double width : {330.0, 420.0, 640.0, 1200.0}) {
        const ui::FigureLayout layout =
            ui::layOut(usualTornado(), ui::FigureStyle::light(), {width, 300.0});
        for (const ui::LaidText& text : layout.texts) {
            QVERIFY2(text.baseline.x() >= -0.5, qPrintable(text.text));
            QVERIFY2(rightOf(text) <= width + 0.5, qPrintable(text.text));
        }
    }
}

void TestSensitivityLayout::barsStandInTheRowsBesideThem()
{
    const ui::FigureLayout layout = laid(usualTornado(), {{}, {}, ui::FigureRows {90.0, 40.0}});
    QCOMPARE(layout.bars[0].area.center().y(), 110.0);
    QCOMPARE(layout.bars[2].area.center().y(), 150.0);
    QVERIFY(!textIn(layout, "price")); // the row has the name
    QVERIFY(textIn(laid(usualTornado()), "price"));
}

void TestSensitivityLayout::endsOnOneSideShareABar()
{
    const ui::FigureLayout layout =
        laid(tornado({swing("price", {15.0, 70.0, "70 %"}, {20.0, 130.0, "130 %"})}));
    QCOMPARE(layout.bars.size(), std::size_t {1});
    QVERIFY(std::abs(layout.bars[0].area.right() - layout.at(20.0, 0.0).x()) < 0.01);
    QCOMPARE(layout.bars[0].colour, ui::FigureStyle::light().positive);
    // Where the nearer end is parts the bar, and its label stands on the free side.
    const double nearer = layout.at(15.0, 0.0).x();
    QVERIFY(std::any_of(layout.lines.begin(), layout.lines.end(),
        [&](const ui::LaidLine& line) { return std::abs(line.line.x1() - nearer) < 0.01; }));
    QVERIFY(rightOf(*textIn(layout, "15.0")) < layout.at(10.0, 0.0).x());
    QVERIFY(textIn(layout, "20.0")->baseline.x() > layout.bars[0].area.right());
}

void TestSensitivityLayout::anEndWithoutAFigureSaysSo()
{
    const ui::FigureLayout layout =
        laid(tornado({swing("price", {{}, 70.0, "70 %"}, {20.0, 130.0, "130 %"})}));
    QVERIFY(textIn(layout, "none"));
    QVERIFY(rightOf(*textIn(layout, "none")) < layout.at(10.0, 0.0).x());
    QCOMPARE(layout.targets.front().text, QStringLiteral("price, 70 %: none"));
}

void TestSensitivityLayout::pointsLeadToTheirInputs()
{
    ui::FigureView view;
    view.resize(page.toSize());
    view.setFigure(usualTornado());
    view.show();
    QSignalSpy inputs(&view, &ui::FigureView::inputRequested);
    QSignalSpy explained(&view, &ui::FigureView::explainRequested);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(inputs.size(), 1);
    QCOMPARE(inputs[0][0].toString(), QStringLiteral("capital"));
    QVERIFY(explained.isEmpty());
}

void TestSensitivityLayout::arrowKeysWalkBarsAndTheirEnds()
{
    ui::FigureView view;
    view.resize(page.toSize());
    view.setFigure(usualTornado());
    view.show();
    QSignalSpy visited(&view, &ui::FigureView::pointVisited);
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(&view, key);
        return visited.isEmpty() ? QString() : visited.takeLast()[0].toString();
    };
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("price, 70 %: −5.0 USD million"));
    QCOMPARE(press(Qt::Key_Right), QStringLiteral("price, 130 %: 25.0 USD million"));
    QCOMPARE(press(Qt::Key_Down), QStringLiteral("capital, 90 %: 12.0 USD million"));
    QCOMPARE(press(Qt::Key_Left), QStringLiteral("capital, 135 %: 4.0 USD million"));
    QCOMPARE(press(Qt::Key_Up), QStringLiteral("price, 70 %: −5.0 USD million"));
}

void TestSensitivityLayout::anAxisOfNumbersEndsWithTheData()
{
    const ui::FigureLayout layout = laid(lineOverNumber());
    QCOMPARE(layout.x.first, 60.0);
    QCOMPARE(layout.x.last, 140.0);
    for (const char* text : {"60\u00A0%", "80\u00A0%", "140\u00A0%"})
        QVERIFY2(textIn(layout, text), text);
    const ui::LaidText* const name = textIn(layout, "NPV");
    QVERIFY(name && name->baseline.x() > layout.plot.right());
}

void TestSensitivityLayout::pointsOverANumberSayIt()
{
    const ui::FigureLayout layout = laid(lineOverNumber());
    QCOMPARE(layout.targets.size(), std::size_t {3});
    QCOMPARE(layout.targets[1].text, QStringLiteral("NPV, 100\u00A0%: 10.0 USD million"));
    QCOMPARE(layout.targets[1].input, QStringLiteral("levers.price"));
    QCOMPARE(layout.targets[1].year, 0);
}

void TestSensitivityLayout::marksWithoutATextAreDots()
{
    Figure figure = lineOverNumber();
    figure.marks = {{{}, {80.0, 0.0}, {}}};
    const ui::FigureLayout layout = laid(figure);
    QCOMPARE(layout.dots.size(), std::size_t {1});
    QVERIFY(std::abs(layout.dots[0].centre.x() - layout.at(80.0, 0.0).x()) < 0.01);
    QCOMPARE(layout.texts.size(), laid(lineOverNumber()).texts.size());
}

void TestSensitivityLayout::levelsOfLinesAreDrawn()
{
    Figure figure = lineOverNumber();
    figure.levels = {{{"Wanted 50.0"}, 50.0}};
    const ui::FigureLayout layout = laid(figure);
    const double y = layout.at(60.0, 50.0).y();
    QVERIFY(y >= layout.plot.top()); // the axis reaches that far
    QVERIFY(std::any_of(layout.lines.begin(), layout.lines.end(), [&](const ui::LaidLine& line) {
        return line.isDashed && std::abs(line.line.y1() - y) < 0.01;
    }));
    QVERIFY(textIn(layout, "Wanted 50.0"));
}

QTEST_MAIN(TestSensitivityLayout)
#include "tst_sensitivitylayout.moc"
