#include "ui/figures/LayoutPage.h"

#include "core/report/NumberFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {

QString textOf(const core::Sentence& sentence)
{
    const std::string text = core::english(sentence);
    if (sentence == core::verbatim(text))
        return QString::fromStdString(text);
    core::Sentence translated;
    translated.pattern =
        QCoreApplication::translate("Figure", sentence.pattern.c_str()).toStdString();
    for (const std::string& argument : sentence.arguments)
        translated.arguments.push_back(
            QCoreApplication::translate("Figure", argument.c_str()).toStdString());
    return QString::fromStdString(core::english(translated));
}

FigureLayout layOut(const core::Figure& figure, const FigureStyle& style, const QSizeF& size,
    const LayoutFrame& frame)
{
    LayoutPage page(figure, style, size, frame);
    page.addHead();
    page.addSource();
    if (page.body.width() < 80.0 || page.body.height() < 60.0 || figure.isEmpty()) {
        page.layout.plot = page.body;
        page.layout.hasHorizontalGrid = false;
        return page.layout;
    }
    switch (figure.kind) {
    case core::FigureKind::lines:
        layOutLines(page);
        break;
    case core::FigureKind::columns:
        layOutColumns(page);
        break;
    case core::FigureKind::bridge:
        layOutBridge(page);
        break;
    case core::FigureKind::bars:
        layOutBars(page);
        break;
    case core::FigureKind::standing:
        layOutStanding(page);
        break;
    case core::FigureKind::stackedBars:
        layOutStackedBars(page);
        break;
    case core::FigureKind::tornado:
        layOutTornado(page);
        break;
    case core::FigureKind::histogram:
        layOutHistogram(page);
        break;
    case core::FigureKind::convergence:
        layOutConvergence(page);
        break;
    case core::FigureKind::shares:
        layOutShares(page);
        break;
    }
    return page.layout;
}

LayoutPage::LayoutPage(const core::Figure& figureToLay, const FigureStyle& styleToUse,
    const QSizeF& sizeToFill, const LayoutFrame& frameToKeep)
    : figure(figureToLay)
    , style(styleToUse)
    , size(sizeToFill)
    , frame(frameToKeep)
    , body(QPointF(0.0, 0.0), sizeToFill)
{
}

void LayoutPage::addHead()
{
    const QFont titleFont = programFont(style.titleSize, QFont::DemiBold);
    const QFont subtitleFont = programFont(style.subtitleSize);
    const double titleLine = style.titleSize * 1.34;
    const double subtitleLine = style.subtitleSize * 1.4;
    double y = 0.0;
    for (const QString& line : wrapped(textOf(figure.title), titleFont, size.width(), 2)) {
        addText({0.0, y + titleLine / 2}, Qt::AlignLeft | Qt::AlignVCenter, line, titleFont,
            style.text);
        y += titleLine;
    }
    for (const QString& line : wrapped(textOf(figure.subtitle), subtitleFont, size.width(), 2)) {
        addText({0.0, y + subtitleLine / 2}, Qt::AlignLeft | Qt::AlignVCenter, line, subtitleFont,
            style.text2);
        y += subtitleLine;
    }
    layout.headBottom = y;
    body.setTop(y + px(12.0));
}

void LayoutPage::addSource()
{
    if (frame.source.isEmpty())
        return;
    const QFont font = programFont(style.sourceSize);
    const double line = style.sourceSize * 1.4;
    const QStringList lines = wrapped(frame.source, font, size.width(), 2);
    double y = size.height() - line * static_cast<double>(lines.size());
    body.setBottom(y - px(8.0));
    for (const QString& text : lines) {
        addText({0.0, y + line / 2}, Qt::AlignLeft | Qt::AlignVCenter, text, font, style.text2);
        y += line;
    }
}

QRectF LayoutPage::addText(const QPointF& anchor, Qt::Alignment alignment, const QString& text,
    const QFont& font, const QColor& colour, Ground ground)
{
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(text);
    double left = anchor.x();
    if (alignment & Qt::AlignRight)
        left -= width;
    else if (alignment & Qt::AlignHCenter)
        left -= width / 2;
    // Digits and capitals are what the eye centres on.
    double baseline = anchor.y();
    if (alignment & Qt::AlignVCenter)
        baseline += metrics.capHeight() / 2;
    else if (alignment & Qt::AlignTop)
        baseline += metrics.ascent();
    else if (alignment & Qt::AlignBottom)
        baseline -= metrics.descent();
    const QRectF area(
        left, baseline - metrics.ascent(), width, metrics.ascent() + metrics.descent());
    LaidText laid {{left, baseline}, text, font, colour, {}};
    if (ground == Ground::surface)
        laid.ground = area.adjusted(-2.0, 1.0, 2.0, -1.0);
    layout.texts.push_back(laid);
    return area;
}

void LayoutPage::addLine(const QLineF& line, const QColor& colour, double width, bool dashed)
{
    layout.lines.push_back({line, colour, width, dashed});
}

void LayoutPage::addBar(const QRectF& area, const QColor& colour)
{
    layout.bars.push_back({area.normalized(), colour});
}

void LayoutPage::addTarget(const QRectF& area, const QPointF& at, const QString& name, double value,
    const std::string& row, int year, int group, double order, const std::string& input)
{
    const int decimals = std::max(figure.decimals, 1);
    const QString when = year == 0 ? QString() : QStringLiteral(", %1").arg(year);
    layout.targets.push_back({area, at,
        QStringLiteral("%1%2: %3 %4")
            .arg(name, when, number(value, decimals), QString::fromStdString(figure.unit)),
        QString::fromStdString(row), year, group, order, {}, QString::fromStdString(input)});
}

QString LayoutPage::number(double value, int decimals, bool withSign) const
{
    return QString::fromStdString(
        withSign ? core::signedText(value, decimals) : core::fixedText(value, decimals));
}

void LayoutPage::shapePlot(const PlotExtent& extent, double rightWidth, double paddingX)
{
    const double span = std::max(extent.highest - extent.lowest, 1e-300);
    const double low = extent.lowest < 0.0 ? extent.lowest - 0.03 * span : 0.0;
    const double high = extent.highest > 0.0 ? extent.highest + 0.03 * span : 0.0;
    layout.y = frame.heldScale ? *frame.heldScale : axisScale(low, high);
    layout.x = {extent.xFirst - paddingX, extent.xLast + paddingX, 1.0};
    const double left = valueLabelsWidth(layout.y) + px(10.0);
    const double bottom = style.axisSize * 1.4 + px(8.0);
    layout.plot = QRectF(body.left() + left, body.top() + px(4.0),
        std::max(40.0, body.width() - left - rightWidth),
        std::max(30.0, body.height() - bottom - px(4.0)));
}

void LayoutPage::addZeroLine()
{
    const double y = std::round(layout.at(0.0, 0.0).y()) + 0.5;
    addLine({layout.plot.left(), y, layout.plot.right(), y}, style.zero);
}

double LayoutPage::valueLabelsWidth(const AxisScale& scale) const
{
    double width = 0.0;
    for (const double value : scale.values())
        width = std::max(width, widthOf(number(value, scale.decimals()), axisFont()));
    return width;
}

void LayoutPage::addValueAxis()
{
    const AxisScale& scale = layout.y;
    for (const double value : scale.values()) {
        const double y = layout.at(layout.x.first, value).y();
        addText({layout.plot.left() - px(8.0), y}, Qt::AlignRight | Qt::AlignVCenter,
            number(value, scale.decimals()), axisFont(), style.text2);
    }
}

void LayoutPage::addLyingAxis()
{
    const AxisScale& scale = layout.x;
    for (const double value : scale.values()) {
        const QString text = number(value, scale.decimals());
        const double middle = layout.at(value, 0.0).x();
        const double half = widthOf(text, axisFont()) / 2.0;
        if (middle - half >= body.left() && middle + half <= body.right())
            addText({middle, layout.plot.bottom() + px(6.0)}, Qt::AlignHCenter | Qt::AlignTop, text,
                axisFont(), style.text2);
    }
}

void LayoutPage::addYears(int first, int last)
{
    const double label = widthOf(QStringLiteral("2000"), axisFont());
    const int most = std::min(8, static_cast<int>(layout.plot.width() / (label * 1.9)) + 1);
    for (const int year : namedYears(first, last, most))
        addText({layout.at(year, 0.0).x(), layout.plot.bottom() + px(8.0)},
            Qt::AlignHCenter | Qt::AlignTop, QString::number(year), axisFont(), style.text2);
}

QStringList LayoutPage::wrapped(
    const QString& text, const QFont& font, double width, int most, double tolerance) const
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words[i] : line + QLatin1Char(' ') + words[i];
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (lines.size() + 1 == most) {
            line += QLatin1Char(' ') + words.mid(i).join(QLatin1Char(' '));
            break;
        }
        lines.push_back(line);
        line = words[i];
    }
    if (!line.isEmpty())
        lines.push_back(line);
    for (QString& each : lines) {
        const double excess = each.contains(QLatin1Char(' ')) ? 0.5 : tolerance;
        each = metrics.elidedText(each, Qt::ElideRight, width + excess);
    }
    return lines;
}

}
