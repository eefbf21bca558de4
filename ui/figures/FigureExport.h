#pragma once

#include "core/report/figure/Figure.h"

#include <QByteArray>
#include <QImage>
#include <QPicture>
#include <QSize>
#include <QString>

#include <memory>

class QMimeData;

// A figure as what leaves the program. Pictures are always in the light style, with a line that
// says where the figure comes from; type grows with the width, so that a picture of 1280 × 720
// reads as a slide. PNG and SVG have the line as text, too.
namespace ui {

struct FigureExport {
    const core::Figure& figure;
    QSize size;          // in device-independent pixels
    QString source = {}; // the line at the bottom; empty: none

    // What is drawn. Making it takes little time and has to be done where windows are; turning it
    // into a picture takes long for large ones and can be done on any thread.
    QPicture recording() const;

    QImage image(double scale) const; // of `size` times the scale
    QByteArray png(double scale) const;
    QByteArray svg() const; // text as text
    QByteArray pdf() const; // one page of `size` at 96 pixels an inch
};

QByteArray pngOf(const QPicture& recording, const QSize& size, double scale, const QString& source);

// The data with tabs between the columns, in full, and as a table for spreadsheets.
QString figureText(const core::Figure& figure);
QString figureHtml(const core::Figure& figure);

// For the clipboard: the picture at twice its size, SVG, and the data.
std::unique_ptr<QMimeData> figureMimeData(
    const core::Figure& figure, const QSize& size, const QString& source = {});

// For the clipboard: the data alone.
std::unique_ptr<QMimeData> figureDataMimeData(const core::Figure& figure);

}
