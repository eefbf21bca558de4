#include "ui/theme/Theme.h"

#include <QPalette>

namespace ui {

namespace {

Theme makeLight()
{
    Theme theme;
    theme.isDark = false;
    theme.chrome = QColor(0xF1F3F5);
    theme.surface = QColor(0xFFFFFF);
    theme.surface2 = QColor(0xF7F8FA);
    theme.hover = QColor(0xE9EDF1);
    theme.text = QColor(0x16191D);
    theme.text2 = QColor(0x505965);
    theme.text3 = QColor(0x626B77);
    theme.rule = QColor(0xE4E7EB);
    theme.rule2 = QColor(0xBFC6CE);
    theme.accent = QColor(0x0B5FA5);
    theme.accentSoft = QColor(0xE4EFF8);
    theme.onAccent = QColor(0xFFFFFF);
    theme.input = QColor(0x0A4EA3);
    theme.inputGround = QColor(0xF5F9FE);
    theme.positive = QColor(0x1F6FB2);
    theme.positiveSoft = QColor(0xC9DFF2);
    theme.negative = QColor(0xB0500F);
    theme.negativeSoft = QColor(0xF5D9C4);
    theme.ok = QColor(0x2B7A5B);
    theme.warning = QColor(0x926100);
    theme.error = QColor(0xB3261E);
    theme.warningGround = QColor(0xFFF6DD);
    theme.errorGround = QColor(0xFDECEA);
    theme.grid = QColor(0xE9ECEF);
    theme.zero = QColor(0x7A8490);
    theme.total = QColor(0x3A424D);
    theme.onBar = QColor(0xFFFFFF);
    theme.series = {0x1F5F99, 0xB0500F, 0x0F5850, 0x5A2360, 0x8B95A1, 0xB1911F};
    theme.seriesText = theme.series;
    theme.seriesText[4] = theme.text2;
    theme.seriesText[5] = QColor(0x80660F);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.isDark = true;
    theme.chrome = QColor(0x1B1E23);
    theme.surface = QColor(0x22262C);
    theme.surface2 = QColor(0x292E35);
    theme.hover = QColor(0x323841);
    theme.text = QColor(0xE8EBEE);
    theme.text2 = QColor(0xAEB6C0);
    theme.text3 = QColor(0x9CA6B2);
    theme.rule = QColor(0x343A42);
    theme.rule2 = QColor(0x525B66);
    theme.accent = QColor(0x6FB6EF);
    theme.accentSoft = QColor(0x203A50);
    theme.onAccent = QColor(0x10202E);
    theme.input = QColor(0x8FC7F7);
    theme.inputGround = QColor(0x242D37);
    theme.positive = QColor(0x4C97D6);
    theme.positiveSoft = QColor(0x294862);
    theme.negative = QColor(0xE68D45);
    theme.negativeSoft = QColor(0x5A3B23);
    theme.ok = QColor(0x6CC29B);
    theme.warning = QColor(0xE5B955);
    theme.error = QColor(0xF28B82);
    theme.warningGround = QColor(0x3A3220);
    theme.errorGround = QColor(0x43282A);
    theme.grid = QColor(0x30363E);
    theme.zero = QColor(0x87919D);
    theme.total = QColor(0x9AA4AF);
    theme.onBar = QColor(0x10202E);
    theme.series = {0x4C97D6, 0xE68D45, 0x8AE0D2, 0xD77FB8, 0x76808C, 0xF0DC7A};
    theme.seriesText = theme.series;
    theme.seriesText[4] = theme.text2;
    return theme;
}

QColor mixed(const QColor& ground, const QColor& ink, double share)
{
    const auto part = [share](int a, int b) { return qRound(a + share * (b - a)); };
    return QColor(part(ground.red(), ink.red()), part(ground.green(), ink.green()),
        part(ground.blue(), ink.blue()));
}

}

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

Theme Theme::ofSystem(const QPalette& palette)
{
    const QColor ground = palette.color(QPalette::Base);
    const QColor ink = palette.color(QPalette::Text);
    const QColor highlight = palette.color(QPalette::Highlight);
    Theme theme = ground.lightnessF() < ink.lightnessF() ? dark() : light();
    theme.chrome = theme.surface = theme.surface2 = ground;
    theme.inputGround = theme.warningGround = theme.errorGround = ground;
    theme.text = theme.text2 = theme.text3 = ink;
    theme.input = theme.warning = theme.error = theme.ok = ink;
    theme.rule = theme.rule2 = theme.zero = theme.total = ink;
    theme.accent = highlight;
    theme.onAccent = palette.color(QPalette::HighlightedText);
    theme.accentSoft = theme.hover = mixed(ground, highlight, 0.25);
    return theme;
}

QColor Theme::disabledText() const
{
    return mixed(surface, text3, 0.62);
}

QColor Theme::accentHover() const
{
    return mixed(surface, accent, 0.88);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, surface);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, surface2);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, text3);
    palette.setColor(QPalette::Button, surface);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, error);
    palette.setColor(QPalette::ToolTipBase, surface2);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, accentSoft);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    // Fusion draws its edges with these; in both themes they come out as a hairline.
    palette.setColor(QPalette::Light, surface);
    palette.setColor(QPalette::Midlight, rule);
    palette.setColor(QPalette::Mid, rule2);
    palette.setColor(QPalette::Dark, rule2);
    palette.setColor(QPalette::Shadow, rule2);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabledText());
    return palette;
}

}
