#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <array>

namespace core {
struct FigureInk;
}

namespace ui {

// The colours and sizes that figures are drawn with. Sizes are in device-independent pixels.
struct FigureStyle {
    QColor surface;
    QColor text;
    QColor text2;
    QColor text3;
    QColor rule2;
    QColor grid;
    QColor zero;
    QColor total;
    QColor positive;
    QColor positiveSoft;
    QColor negative;
    QColor negativeSoft;
    QColor accent;
    QColor onBar; // text inside a bar
    std::array<QColor, 6> series;
    std::array<QColor, 6> seriesText;

    QString family;
    double titleSize = 13.5;
    double subtitleSize = 11.5;
    double labelSize = 11.5;
    double axisSize = 11.5;
    double sourceSize = 11.0;
    double lineScale = 1.0; // of strokes, dots and distances

    static FigureStyle light();
    static FigureStyle dark();

    // The style at other sizes: all type and strokes times a factor.
    FigureStyle scaled(double factor) const;
    // The light style for a picture of some width: as on a page, growing to that of a slide.
    static FigureStyle forExport(double width);

    QColor ink(const core::FigureInk& ink, double value) const;
    QColor inkOfText(const core::FigureInk& ink, double value) const;
    QFont font(double size, QFont::Weight weight = QFont::Normal) const;

    bool operator==(const FigureStyle&) const = default;
};

}
