#include "ui/figures/FigureStyle.h"

#include "core/report/figure/Figure.h"

#include <algorithm>

namespace ui {

FigureStyle FigureStyle::of(const Theme& theme)
{
    return {theme};
}

FigureStyle FigureStyle::light()
{
    return of(Theme::light());
}

FigureStyle FigureStyle::dark()
{
    return of(Theme::dark());
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
    case core::FigureInk::Role::positive:
        return positive;
    case core::FigureInk::Role::negative:
        return negative;
    case core::FigureInk::Role::quiet:
        return rule2;
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

}
