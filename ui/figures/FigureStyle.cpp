#include "ui/figures/FigureStyle.h"

#include "core/report/figure/Figure.h"

#include <algorithm>

namespace ui {

namespace {

QColor colour(const char* name)
{
    return QColor(QLatin1String(name));
}

std::array<QColor, 6> colours(const std::array<const char*, 6>& names)
{
    std::array<QColor, 6> result;
    std::transform(names.begin(), names.end(), result.begin(), colour);
    return result;
}

}

FigureStyle FigureStyle::light()
{
    FigureStyle style;
    style.surface = colour("#FFFFFF");
    style.text = colour("#16191D");
    style.text2 = colour("#505965");
    style.text3 = colour("#626B77");
    style.rule2 = colour("#BFC6CE");
    style.grid = colour("#E9ECEF");
    style.zero = colour("#7A8490");
    style.total = colour("#3A424D");
    style.positive = colour("#1F6FB2");
    style.positiveSoft = colour("#C9DFF2");
    style.negative = colour("#B0500F");
    style.negativeSoft = colour("#F5D9C4");
    style.accent = colour("#0B5FA5");
    style.onBar = colour("#FFFFFF");
    style.series = colours({"#1F5F99", "#B0500F", "#0F5850", "#5A2360", "#8B95A1", "#B39320"});
    style.seriesText = colours({"#1F5F99", "#B0500F", "#0F5850", "#5A2360", "#505965", "#80660F"});
    style.family = QStringLiteral("Galval Inter");
    return style;
}

FigureStyle FigureStyle::dark()
{
    FigureStyle style = light();
    style.surface = colour("#22262C");
    style.text = colour("#E8EBEE");
    style.text2 = colour("#AEB6C0");
    style.text3 = colour("#9CA6B2");
    style.rule2 = colour("#525B66");
    style.grid = colour("#30363E");
    style.zero = colour("#87919D");
    style.total = colour("#9AA4AF");
    style.positive = colour("#4C97D6");
    style.positiveSoft = colour("#294862");
    style.negative = colour("#E68D45");
    style.negativeSoft = colour("#5A3B23");
    style.accent = colour("#6FB6EF");
    style.onBar = colour("#10202E");
    style.series = colours({"#4C97D6", "#E68D45", "#8AE0D2", "#D77FB8", "#76808C", "#F0DC7A"});
    style.seriesText = style.series;
    style.seriesText[4] = style.text2;
    return style;
}

FigureStyle FigureStyle::scaled(double factor) const
{
    FigureStyle style = *this;
    style.titleSize *= factor;
    style.subtitleSize *= factor;
    style.labelSize *= factor;
    style.axisSize *= factor;
    style.sourceSize *= factor;
    style.lineScale *= factor;
    return style;
}

FigureStyle FigureStyle::forExport(double width)
{
    constexpr double pageWidth = 640.0;
    constexpr double slideWidth = 1280.0;
    const double part = std::clamp((width - pageWidth) / (slideWidth - pageWidth), 0.0, 1.0);
    const auto between = [part](double page, double slide) { return page + part * (slide - page); };
    FigureStyle style = light();
    style.titleSize = between(15.0, 34.0);
    style.subtitleSize = between(11.5, 19.0);
    style.labelSize = between(11.5, 16.5);
    style.axisSize = between(11.5, 16.5);
    style.sourceSize = between(11.0, 14.0);
    style.lineScale = between(1.0, 1.5);
    return width > slideWidth ? style.scaled(width / slideWidth) : style;
}

QColor FigureStyle::ink(const core::FigureInk& ink, double value) const
{
    switch (ink.role) {
    case core::FigureInk::Role::total:
        return total;
    case core::FigureInk::Role::bySign:
        return value < 0.0 ? negative : positive;
    case core::FigureInk::Role::series:
        break;
    }
    return series[static_cast<std::size_t>(ink.index) % series.size()];
}

QColor FigureStyle::inkOfText(const core::FigureInk& ink, double value) const
{
    if (ink.role != core::FigureInk::Role::series)
        return this->ink(ink, value);
    return seriesText[static_cast<std::size_t>(ink.index) % seriesText.size()];
}

QFont FigureStyle::font(double size, QFont::Weight weight) const
{
    QFont font;
    // The second name serves where the program's own font has not been loaded.
    font.setFamilies(
        {family, QStringLiteral("Inter"), QStringLiteral("Segoe UI"), QStringLiteral("Noto Sans")});
    font.setPixelSize(qRound(size));
    font.setWeight(weight);
    // The same widths at every scale and on paper.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

}
