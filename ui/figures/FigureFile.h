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

// A figure on its way into a file, as a slide of 1280 × 720 or that times two or four. It is taken
// from the figure when it is made; writing may take long and can be done on any thread.
class FigureFile {
public:
    FigureFile(const core::Figure& figure, const QString& source, const QString& path,
        FigureFormat format);

    // An empty result is success; otherwise a sentence that names the file and what the system
    // said.
    QString write() const;

private:
    QString m_path;
    QString m_source;
    FigureFormat m_format;
    QPicture m_recording; // of a PNG picture
    QByteArray m_bytes;   // of the other formats
};

}
