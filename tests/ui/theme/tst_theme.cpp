#include "ui/theme/Theme.h"

#include <QPalette>
#include <QTest>

#include <algorithm>
#include <cmath>

using ui::Theme;

namespace {

// WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr double enoughForText = 4.5;
constexpr double enoughForMarks = 3.0;

struct NamedColour {
    const char* name;
    QColor colour;
};

void addRows(const char* theme, const std::vector<NamedColour>& inks,
    const std::vector<NamedColour>& grounds, double enough)
{
    for (const NamedColour& ink : inks)
        for (const NamedColour& ground : grounds)
            QTest::addRow("%s: %s on %s", theme, ink.name, ground.name)
                << ink.colour << ground.colour << enough;
}

void addRows(const char* name, const Theme& theme)
{
    const NamedColour surface {"surface", theme.surface};
    const NamedColour surface2 {"surface2", theme.surface2};
    const NamedColour chrome {"chrome", theme.chrome};
    const NamedColour hover {"hover", theme.hover};
    const NamedColour pressed {"rule", theme.rule};
    const NamedColour selection {"accentSoft", theme.accentSoft};
    const NamedColour override {"inputGround", theme.inputGround};
    const NamedColour warningGround {"warningGround", theme.warningGround};
    const NamedColour errorGround {"errorGround", theme.errorGround};
    const NamedColour text {"text", theme.text};
    const NamedColour text2 {"text2", theme.text2};
    const NamedColour text3 {"text3", theme.text3};
    const NamedColour accent {"accent", theme.accent};
    const NamedColour input {"input", theme.input};
    const NamedColour ok {"ok", theme.ok};
    const NamedColour warning {"warning", theme.warning};
    const NamedColour error {"error", theme.error};
    const NamedColour positive {"positive", theme.positive};
    const NamedColour negative {"negative", theme.negative};
    const NamedColour total {"total", theme.total};

    addRows(name, {text},
        {surface, surface2, chrome, hover, pressed, selection, override, warningGround,
            errorGround},
        enoughForText);
    addRows(name, {text2}, {surface, surface2, chrome, hover, selection}, enoughForText);
    addRows(name, {text3}, {surface, surface2, chrome, selection}, enoughForText);
    addRows(name, {accent}, {surface, surface2, chrome, selection}, enoughForText);
    addRows(name, {input}, {surface, surface2, selection, override, errorGround}, enoughForText);
    addRows(name, {{"onAccent", theme.onAccent}},
        {accent, {"accent under the pointer", theme.accentHover()}}, enoughForText);
    addRows(name, {ok}, {surface, chrome}, enoughForText);
    addRows(name, {warning}, {surface, surface2, chrome, hover, selection, warningGround},
        enoughForText);
    addRows(
        name, {error}, {surface, surface2, chrome, hover, selection, errorGround}, enoughForText);
    addRows(name, {{"onBar", theme.onBar}},
        {positive, negative, total, {"series 1", theme.series[0]}, {"series 2", theme.series[1]},
            {"series 3", theme.series[2]}},
        enoughForText);
    addRows(
        name, {positive, negative, total, {"zero", theme.zero}, accent}, {surface}, enoughForMarks);
    addRows(name, {accent, error, warning}, {surface2, chrome}, enoughForMarks);
    for (std::size_t i = 0; i < theme.series.size(); ++i) {
        QTest::addRow("%s: line %zu", name, i + 1)
            << theme.series[i] << theme.surface << enoughForMarks;
        QTest::addRow("%s: name of line %zu", name, i + 1)
            << theme.seriesText[i] << theme.surface << enoughForText;
    }
}

QPalette contrastPalette(Qt::GlobalColor ground, Qt::GlobalColor ink, Qt::GlobalColor highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, ground);
    return palette;
}

}

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void textAndMarksStandOut_data();
    void textAndMarksStandOut();
    void thePaletteHasTheColoursOfTheTheme();
    void highContrastTakesTheColoursOfTheSystem_data();
    void highContrastTakesTheColoursOfTheSystem();
};

void TestTheme::textAndMarksStandOut_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("enough");
    addRows("light", Theme::light());
    addRows("dark", Theme::dark());
}

void TestTheme::textAndMarksStandOut()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, ground);
    QFETCH(const double, enough);
    const double ratio = contrast(ink, ground);
    QVERIFY2(ratio >= enough, qPrintable(QStringLiteral("%1 : 1").arg(ratio, 0, 'f', 2)));
}

void TestTheme::thePaletteHasTheColoursOfTheTheme()
{
    const QPalette palette = Theme::dark().palette();
    QCOMPARE(palette.color(QPalette::Window), Theme::dark().surface);
    QCOMPARE(palette.color(QPalette::Text), Theme::dark().text);
    QCOMPARE(palette.color(QPalette::Link), Theme::dark().accent);
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), Theme::dark().disabledText());
}

void TestTheme::highContrastTakesTheColoursOfTheSystem_data()
{
    QTest::addColumn<QPalette>("system");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("white on black") << contrastPalette(Qt::black, Qt::white, Qt::cyan) << true;
    QTest::newRow("black on white") << contrastPalette(Qt::white, Qt::black, Qt::darkBlue) << false;
}

void TestTheme::highContrastTakesTheColoursOfTheSystem()
{
    QFETCH(const QPalette, system);
    QFETCH(const bool, isDark);
    const Theme theme = Theme::ofSystem(system);
    QCOMPARE(theme.isDark, isDark);
    QCOMPARE(theme.surface, system.color(QPalette::Base));
    QCOMPARE(theme.text2, system.color(QPalette::Text));
    QCOMPARE(theme.accent, system.color(QPalette::Highlight));
    // A selection and the row under the pointer are seen, and their text can be read.
    QVERIFY(theme.accentSoft != theme.surface);
    QVERIFY(contrast(theme.text, theme.accentSoft) >= enoughForText);
    QVERIFY(contrast(theme.onAccent, theme.accent) >= enoughForText);
}

QTEST_APPLESS_MAIN(TestTheme)
#include "tst_theme.moc"
