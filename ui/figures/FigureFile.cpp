#include "ui/figures/FigureFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize slide(1280, 720);

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(FigureFile)
};

QByteArray bytesOf(const FigureExport& picture, FigureFormat format)
{
    switch (format) {
    case FigureFormat::png:
        return picture.png(1.0);
    case FigureFormat::pngDouble:
        return picture.png(2.0);
    case FigureFormat::pngQuadruple:
        return picture.png(4.0);
    case FigureFormat::svg:
        return picture.svg();
    case FigureFormat::pdf:
        break;
    }
    return picture.pdf();
}

}

std::vector<FigureFileType> figureFileTypes()
{
    const auto png = [](FigureFormat format, int scale) {
        return FigureFileType {format, u"png"_s,
            Texts::tr("PNG picture, %1 × %2 (*.png)")
                .arg(slide.width() * scale)
                .arg(slide.height() * scale)};
    };
    return {png(FigureFormat::pngDouble, 2), png(FigureFormat::png, 1),
        png(FigureFormat::pngQuadruple, 4),
        {FigureFormat::svg, u"svg"_s, Texts::tr("SVG drawing (*.svg)")},
        {FigureFormat::pdf, u"pdf"_s, Texts::tr("PDF page (*.pdf)")}};
}

QString writeFigure(
    const core::Figure& figure, const QString& source, const QString& path, FigureFormat format)
{
    const QByteArray bytes = bytesOf({figure, slide, source}, format);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Texts::tr("“%1” could not be written: %2.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    return {};
}

}
