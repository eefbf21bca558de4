#pragma once

#include "ui/figures/FigureExport.h"

#include <QString>

#include <vector>

// Figures written to files. A file appears only when it is complete.
namespace ui {

enum class FigureFormat { png, pngDouble, pngQuadruple, svg, pdf };

struct FigureFileType {
    FigureFormat format;
    QString suffix;
    QString filter; // for a file dialog: "PNG picture, 2560 × 1440 (*.png)"
};

// All formats, the usual one first.
std::vector<FigureFileType> figureFileTypes();

// As a slide of 1280 × 720, or that times two or four. An empty result is success; otherwise a
// sentence that names the file and what the system said.
QString writeFigure(
    const core::Figure& figure, const QString& source, const QString& path, FigureFormat format);

}
