#pragma once

#include "ui/theme/Theme.h"

#include <QColor>

namespace core {
struct FigureInk;
}

namespace ui {

// What figures are drawn with: the colours of a theme, and sizes in device-independent pixels.
struct FigureStyle : Theme {
    double titleSize = 13.5;
    double subtitleSize = 11.5;
    double labelSize = 11.5;
    double axisSize = 11.5;
    double sourceSize = 11.0;
    double lineScale = 1.0; // of strokes, dots and distances

    static FigureStyle of(const Theme&);
    static FigureStyle light();
    static FigureStyle dark();

    // The style at other sizes: all type and strokes times a factor.
    FigureStyle scaled(double factor) const;
    // The light style for a picture of some width: as on a page, growing to that of a slide.
    static FigureStyle forExport(double width);

    QColor ink(const core::FigureInk& ink, double value) const;
    QColor inkOfText(const core::FigureInk& ink, double value) const;

    bool operator==(const FigureStyle&) const = default;
};

}
