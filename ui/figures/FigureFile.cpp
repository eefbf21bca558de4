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

// Of a PNG picture; 0 for the other formats.
double scaleOf(FigureFormat format)
{
    switch (format) {
    case FigureFormat::png:
        return 1.0;
    case FigureFormat::pngDouble:
        return 2.0;
    case FigureFormat::pngQuadruple:
        return 4.0;
    default:
        return 0.0;
    }
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

FigureFile::FigureFile(
    const core::Figure& figure, const QString& source, const QString& path, FigureFormat format)
    : m_path(path)
    , m_source(source)
    , m_format(format)
{
    const FigureExport picture {figure, slide, source};
    if (scaleOf(format) > 0.0)
        m_recording = picture.recording();
    else
        m_bytes = format == FigureFormat::svg ? picture.svg() : picture.pdf();
}

QString FigureFile::write() const
{
    const double scale = scaleOf(m_format);
    const QByteArray bytes = scale > 0.0 ? pngOf(m_recording, slide, scale, m_source) : m_bytes;
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Texts::tr("“%1” could not be written: %2.")
            .arg(QDir::toNativeSeparators(m_path), file.errorString());
    return {};
}

}
