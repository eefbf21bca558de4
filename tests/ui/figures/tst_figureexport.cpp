#include "ui/figures/FigureExport.h"

#include <QBuffer>
#include <QImage>
#include <QMimeData>
#include <QTest>
#include <QXmlStreamReader>

using namespace core;

namespace {

Figure smallFigure()
{
    Figure figure;
    figure.id = "small";
    figure.kind = FigureKind::bars;
    figure.title = {"Two decks of %1 create value", {"three"}};
    figure.subtitle = {"NPV by deck, %1", {"USD million"}};
    figure.unit = "USD million";
    figure.bars = {
        {"high", verbatim("High & dry"), 0.0, 12.25, {FigureInk::Role::bySign}, false, true, 0.25},
        {"low", verbatim("Low"), 0.0, -3.5, {FigureInk::Role::bySign}, false, false, 0.75}};
    return figure;
}

// All text of an SVG document, each piece once.
QStringList textsOf(const QByteArray& svg)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement &&
            reader.name() == QLatin1String("text"))
            texts.push_back(reader.readElementText().trimmed());
    return texts;
}

}

class TestFigureExport : public QObject {
    Q_OBJECT

private slots:
    void pngHasTheSize_data();
    void pngHasTheSize();
    void svgKeepsTextAsText();
    void picturesSayWhereTheyComeFrom();
    void pdfIsOnePageOfTheSize();
    void theClipboardHoldsPictureAndData();
};

void TestFigureExport::pngHasTheSize_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    QTest::newRow("as on screen") << 1.0 << QSize(570, 300);
    QTest::newRow("twice") << 2.0 << QSize(1140, 600);
    QTest::newRow("four times") << 4.0 << QSize(2280, 1200);
}

void TestFigureExport::pngHasTheSize()
{
    QFETCH(double, scale);
    QFETCH(QSize, size);
    const Figure figure = smallFigure();
    const QImage image = QImage::fromData(ui::FigureExport {figure, {570, 300}}.png(scale), "PNG");
    QCOMPARE(image.size(), size);
    // Light, whatever the window is: the corner is white and something is drawn.
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    bool hasBlue = false;
    for (int x = 0; x < image.width() && !hasBlue; ++x)
        for (int y = 0; y < image.height() && !hasBlue; ++y)
            hasBlue = image.pixelColor(x, y) == QColor(0x1F, 0x6F, 0xB2);
    QVERIFY(hasBlue);
}

// In what is drawn, and for programs that read pictures.
void TestFigureExport::picturesSayWhereTheyComeFrom()
{
    const Figure figure = smallFigure();
    const QString source("Source: Galval, erg, approved by A. Board on 23 Nov 2026, revision 21.");
    const ui::FigureExport picture {figure, {570, 300}, source};
    QCOMPARE(QImage::fromData(picture.png(1.0), "PNG").text("Source"), source);
    const QByteArray svg = picture.svg();
    QVERIFY(textsOf(svg).contains(source));
    QVERIFY(svg.contains("<desc>NPV by deck, USD million\n" + source.toUtf8() + "</desc>"));
    // Too long for a line, it goes on in a second one: who approved it must not be cut off.
    const QString longer = source.repeated(2).trimmed();
    const QStringList texts = textsOf(ui::FigureExport {figure, {570, 300}, longer}.svg());
    QVERIFY2(texts.join(' ').contains(longer), qPrintable(texts.join('|')));
    QVERIFY(!texts.contains(longer));
}

void TestFigureExport::svgKeepsTextAsText()
{
    const Figure figure = smallFigure();
    const QStringList texts =
        textsOf(ui::FigureExport {figure, {1280, 720}, QStringLiteral("Source: test.")}.svg());
    for (const QString& text : {QStringLiteral("Two decks of three create value"),
             QStringLiteral("High & dry"), QStringLiteral("+12.3"), QStringLiteral("−3.5"),
             QStringLiteral("25\u00A0%"), QStringLiteral("Source: test.")})
        QVERIFY2(
            texts.contains(text), qPrintable(text + QStringLiteral(" in ") + texts.join(u'|')));
}

void TestFigureExport::pdfIsOnePageOfTheSize()
{
    const Figure figure = smallFigure();
    const QByteArray pdf = ui::FigureExport {figure, {1280, 720}}.pdf();
    QVERIFY(pdf.startsWith("%PDF-"));
    // 1280 × 720 at 96 an inch are 960 × 540 points.
    QVERIFY(pdf.contains("/MediaBox [0 0 960 540]") ||
            pdf.contains("/MediaBox [0 0 960.000000 540.000000]"));
    QVERIFY(pdf.contains("/FontFile")); // text in its own font, not as outlines
    QCOMPARE(pdf.count("/Type /Page\n"), 1);
}

void TestFigureExport::theClipboardHoldsPictureAndData()
{
    const Figure figure = smallFigure();
    const auto data = ui::figureMimeData(figure, {570, 300});
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), QSize(1140, 600));
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
    QCOMPARE(data->text(), QStringLiteral("\tUSD million\tProbability\n"
                                          "High & dry\t12.25\t0.25\nLow\t-3.5\t0.75"));
    QVERIFY(data->html().contains(QLatin1String("<td x:num=\"-3.5\">-3.5</td>")));
    QVERIFY(data->html().contains(QLatin1String("<td>High &amp; dry</td>")));
}

QTEST_MAIN(TestFigureExport)
#include "tst_figureexport.moc"
