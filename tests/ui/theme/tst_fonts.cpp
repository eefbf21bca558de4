#include "ui/theme/Fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFonts : public QObject {
    Q_OBJECT

private slots:
    void everyWeightIsOneOfTheFamily_data() { addWeights(); }
    void everyWeightIsOneOfTheFamily();
    void numbersOfOnePatternHaveOneWidth_data() { addWeights(); }
    void numbersOfOnePatternHaveOneWidth();
    void plusAndMinusHaveOneWidth_data() { addWeights(); }
    void plusAndMinusHaveOneWidth();
    void hasEveryCharacterOfTheWindow_data() { addWeights(); }
    void hasEveryCharacterOfTheWindow();
    void sizesAreWholePixels();

private:
    static void addWeights();
};

void TestFonts::addWeights()
{
    QTest::addColumn<QFont::Weight>("weight");
    QTest::newRow("regular") << QFont::Normal;
    QTest::newRow("medium") << QFont::Medium;
    QTest::newRow("semibold") << QFont::DemiBold;
}

void TestFonts::everyWeightIsOneOfTheFamily()
{
    QFETCH(const QFont::Weight, weight);
    const QFont font = ui::programFont(13, weight);
    QCOMPARE(QFontInfo(font).family(), u"Galval Inter"_s);
    QCOMPARE(QFontInfo(font).weight(), static_cast<int>(weight));
    // A file of its own, rather than another weight thickened.
    QCOMPARE(QRawFont::fromFont(font).weight(), static_cast<int>(weight));
    QCOMPARE(QFontDatabase::styles(u"Galval Inter"_s).size(), 3);
}

void TestFonts::numbersOfOnePatternHaveOneWidth()
{
    QFETCH(const QFont::Weight, weight);
    // Large, so that rounding to pixels hides nothing.
    const QFontMetricsF metrics(ui::programFont(1000, weight));
    const QString patterns[] = {
        u"%1%1"_s, u"\u2212%1.%1"_s, u"+%1,%1"_s, u"%1\u202F%1"_s, u"%1\u00A0%"_s, u"(%1)"_s};
    for (const QString& pattern : patterns) {
        const qreal expected = metrics.horizontalAdvance(pattern.arg(0));
        for (int digit = 1; digit <= 9; ++digit)
            QCOMPARE(metrics.horizontalAdvance(pattern.arg(digit)), expected);
    }
    for (int digit = 1; digit <= 9; ++digit) {
        const QString pair = QString::number(digit) + QString::number(10 - digit);
        QCOMPARE(metrics.horizontalAdvance(pair), metrics.horizontalAdvance(u"00"_s));
    }
}

void TestFonts::plusAndMinusHaveOneWidth()
{
    QFETCH(const QFont::Weight, weight);
    const QFontMetricsF metrics(ui::programFont(1000, weight));
    QCOMPARE(metrics.horizontalAdvance(u"\u2212"_s), metrics.horizontalAdvance(u"+"_s));
}

void TestFonts::hasEveryCharacterOfTheWindow()
{
    QFETCH(const QFont::Weight, weight);
    const QRawFont font = QRawFont::fromFont(ui::programFont(13, weight));
    const QString characters = u"ABCXYZabcxyz0123456789"
                               u"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
                               u"абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
                               u"ӘҒҚҢӨҰҮҺІәғқңөұүһі"
                               u"₸$€₽№%\u2030"
                               u"+\u2212×÷=≈≠<>≤≥±√ΣΔ·"
                               u"\u2013\u2014\u2026\u2018\u2019\u201C\u201D«»\u00A0\u202F"
                               u"←↑→↓"_s;
    for (const QChar character : characters)
        QVERIFY2(font.supportsCharacter(character), qPrintable(QString(character)));
}

void TestFonts::sizesAreWholePixels()
{
    QCOMPARE(ui::programFont(12.5).pixelSize(), 13);
    QCOMPARE(ui::programFont(11.4).pixelSize(), 11);
}

QTEST_MAIN(TestFonts)
#include "tst_fonts.moc"
