#include "ui/figures/FigureExport.h"

#include "ui/figures/FigureChart.h"

#include <QBuffer>
#include <QGraphicsScene>
#include <QMimeData>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <array>
#include <charconv>

namespace ui {

namespace {

constexpr int pixelsPerInch = 96;

// White space around the figure, as a part of the width.
constexpr double marginPart = 0.03;

void draw(const FigureExport& job, QPainter& painter)
{
    const double margin = job.size.width() * marginPart;
    QGraphicsScene scene;
    auto* const chart = new FigureChart; // owned by the scene
    scene.addItem(chart);
    chart->setStyle(FigureStyle::forExport(job.size.width()));
    chart->setSourceLine(job.source);
    chart->setFigure(job.figure);
    chart->resize(job.size.width() - 2 * margin, job.size.height() - 2 * margin);
    painter.fillRect(QRectF(QPointF(0.0, 0.0), QSizeF(job.size)), chart->style().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside(QPointF(0.0, 0.0), chart->size());
    scene.setSceneRect(inside);
    scene.render(&painter, inside.translated(margin, margin), inside, Qt::IgnoreAspectRatio);
}

// All digits that a reader needs to get the same number again.
QString plainNumber(double value)
{
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return QString::fromLatin1(buffer.data(), end - buffer.data());
}

QImage imageOf(const QPicture& recorded, const QSize& size, double scale, const QString& source)
{
    QImage picture(qRound(size.width() * scale), qRound(size.height() * scale),
        QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::white);
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    painter.drawPicture(0, 0, recorded);
    painter.end();
    picture.setDevicePixelRatio(1.0);
    // Programs that paste it show it at its own size; only now, as a recording is scaled by it.
    picture.setDotsPerMeterX(qRound(pixelsPerInch * scale / 0.0254));
    picture.setDotsPerMeterY(qRound(pixelsPerInch * scale / 0.0254));
    if (!source.isEmpty())
        picture.setText(QStringLiteral("Source"), source);
    return picture;
}

}

QPicture FigureExport::recording() const
{
    QPicture recorded;
    QPainter painter(&recorded);
    draw(*this, painter);
    return recorded;
}

QImage FigureExport::image(double scale) const
{
    return imageOf(recording(), size, scale, source);
}

QByteArray FigureExport::png(double scale) const
{
    return pngOf(recording(), size, scale, source);
}

QByteArray pngOf(const QPicture& recorded, const QSize& size, double scale, const QString& source)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    imageOf(recorded, size, scale, source).save(&buffer, "PNG");
    return bytes;
}

QByteArray FigureExport::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixelsPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(textOf(figure.title));
    generator.setDescription(source.isEmpty()
                                 ? textOf(figure.subtitle)
                                 : textOf(figure.subtitle) + QLatin1Char('\n') + source);
    QPainter painter(&generator);
    draw(*this, painter);
    painter.end();
    return bytes;
}

QByteArray FigureExport::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Finer than the pixels, so that nothing snaps to them.
    constexpr int refinement = 8;
    writer.setResolution(pixelsPerInch * refinement);
    writer.setTitle(textOf(figure.title));
    writer.setCreator(QStringLiteral("Galval"));
    writer.setPageLayout(
        QPageLayout(QPageSize(QSizeF(size) * 72.0 / pixelsPerInch, QPageSize::Point),
            QPageLayout::Portrait, QMarginsF()));
    QPainter painter(&writer);
    painter.scale(refinement, refinement);
    draw(*this, painter);
    painter.end();
    return bytes;
}

QString figureText(const core::Figure& figure)
{
    const core::FigureTable table = core::figureTable(figure);
    QString text;
    for (std::size_t i = 0; i < table.heads.size(); ++i)
        text += (i ? QStringLiteral("\t") : QString()) + QString::fromStdString(table.heads[i]);
    for (const core::FigureTable::Line& line : table.lines) {
        text += QLatin1Char('\n') + QString::fromStdString(line.label);
        for (const std::optional<double>& value : line.values)
            text += QLatin1Char('\t') + (value ? plainNumber(*value) : QString());
    }
    return text;
}

QString figureHtml(const core::Figure& figure)
{
    const core::FigureTable table = core::figureTable(figure);
    QString html = QStringLiteral("<table><tr>");
    for (const std::string& head : table.heads)
        html += QStringLiteral("<th>%1</th>").arg(QString::fromStdString(head).toHtmlEscaped());
    html += QStringLiteral("</tr>");
    for (const core::FigureTable::Line& line : table.lines) {
        html += QStringLiteral("<tr><td>%1</td>")
                    .arg(QString::fromStdString(line.label).toHtmlEscaped());
        for (const std::optional<double>& value : line.values)
            html += value ? QStringLiteral("<td x:num=\"%1\">%1</td>").arg(plainNumber(*value))
                          : QStringLiteral("<td></td>");
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</table>");
}

std::unique_ptr<QMimeData> figureMimeData(
    const core::Figure& figure, const QSize& size, const QString& source)
{
    const FigureExport job {figure, size, source};
    std::unique_ptr<QMimeData> data = figureDataMimeData(figure);
    data->setImageData(job.image(2.0));
    data->setData(QStringLiteral("image/svg+xml"), job.svg());
    return data;
}

std::unique_ptr<QMimeData> figureDataMimeData(const core::Figure& figure)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(figureText(figure));
    data->setHtml(figureHtml(figure));
    return data;
}

}
