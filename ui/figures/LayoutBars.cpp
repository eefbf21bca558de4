#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <cmath>

// Bridges, lying bars and stacked lying bars.
namespace ui {

namespace {

QFont labelFontOf(const LayoutPage& page, const core::FigureBar& bar)
{
    return bar.isActive ? page.boldFont() : page.labelFont();
}

}

void layOutBridge(LayoutPage& page)
{
    constexpr int mostLabelLines = 3;
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    double lowest = 0.0;
    double highest = 0.0;
    for (const core::FigureBar& bar : bars) {
        lowest = std::min({lowest, bar.from, bar.to});
        highest = std::max({highest, bar.from, bar.to});
    }
    // The names of the bars below the plot need lines, whose number depends on the width that the
    // names of the values leave.
    const double line = page.style.labelSize * 1.3;
    const double labelRoom = 1.8 * page.style.labelSize / page.body.height();
    const double span = std::max(highest - lowest, 1e-300);
    layout.y = axisScale(lowest < 0.0 ? lowest - labelRoom * span : 0.0,
        highest > 0.0 || lowest == 0.0 ? highest + labelRoom * span : labelRoom * span);
    layout.x = {0.0, static_cast<double>(bars.size()), 1.0};
    const double left = page.valueLabelsWidth(layout.y) + page.px(10.0);
    const double slot = (page.body.width() - left) / static_cast<double>(bars.size());
    std::vector<QStringList> names;
    qsizetype lines = 1;
    for (const core::FigureBar& bar : bars) {
        // A single long word may reach a little beyond its slot, the more so at the ends.
        names.push_back(page.wrapped(textOf(bar.label), labelFontOf(page, bar), slot - page.px(4.0),
            mostLabelLines, page.px(bar.isTotal ? 16.0 : 10.0)));
        lines = std::max(lines, names.back().size());
    }
    layout.plot =
        QRectF(page.body.left() + left, page.body.top() + page.px(2.0), page.body.width() - left,
            std::max(30.0, page.body.height() - page.px(10.0) - line * static_cast<double>(lines)));

    const double half = std::min(slot * 0.3, page.px(40.0));
    const double zero = std::round(layout.at(0.0, 0.0).y()) + 0.5;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const core::FigureBar& bar = bars[i];
        const QPointF from = layout.at(static_cast<double>(i) + 0.5, bar.from);
        const QPointF to = layout.at(static_cast<double>(i) + 0.5, bar.to);
        QRectF area = QRectF(QPointF(from.x() - half, from.y()), QPointF(from.x() + half, to.y()))
                          .normalized();
        if (area.height() < 1.0)
            area.setHeight(1.0);
        page.addBar(area, page.style.ink(bar.ink, bar.size()));
        if (i + 1 < bars.size())
            page.addLine({area.right(), to.y(), to.x() + slot - half, to.y()}, page.style.zero);

        const bool isBelow = bar.size() < 0.0;
        const double y = isBelow ? area.bottom() + page.style.labelSize * 0.85
                                 : area.top() - page.style.labelSize * 0.8;
        const bool isOnZero = std::abs(y - zero) < page.style.labelSize * 0.8;
        page.addText({to.x(), y}, Qt::AlignHCenter | Qt::AlignVCenter,
            page.number(bar.size(), page.figure.decimals, !bar.isTotal),
            bar.isTotal ? page.boldFont() : programFont(page.style.labelSize, QFont::Medium),
            page.style.text, isOnZero ? LayoutPage::Ground::surface : LayoutPage::Ground::none);
        for (qsizetype k = 0; k < names[i].size(); ++k)
            page.addText({to.x(), layout.plot.bottom() + page.px(6.0) +
                                      line * (static_cast<double>(k) + 0.5)},
                Qt::AlignHCenter | Qt::AlignVCenter, names[i][k], labelFontOf(page, bar),
                bar.isActive ? page.style.text : page.style.text2);
        page.addTarget(area.adjusted(-2.0, -2.0, 2.0, 2.0), {to.x(), to.y()}, textOf(bar.label),
            bar.size(), bar.row, 0, 0, static_cast<double>(i));
    }
    page.addLine({layout.plot.left(), zero, layout.plot.right(), zero}, page.style.zero);
    page.addValueAxis();
}

void layOutBars(LayoutPage& page)
{
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    const double count = static_cast<double>(bars.size());
    double lowest = 0.0;
    double highest = 0.0;
    double nameWidth = 0.0;
    double probabilityWidth = 0.0;
    double lowestLabel = 0.0;
    double highestLabel = 0.0;
    const auto valueText = [&](const core::FigureBar& bar) {
        return page.number(bar.to, page.figure.decimals, !bar.isTotal);
    };
    const auto probabilityText = [&](const core::FigureBar& bar) {
        return bar.probability
                   ? page.number(*bar.probability * 100.0, 0) + QStringLiteral("\u00A0%")
                   : QString();
    };
    for (const core::FigureBar& bar : bars) {
        lowest = std::min(lowest, bar.to);
        highest = std::max(highest, bar.to);
        nameWidth =
            std::max(nameWidth, LayoutPage::widthOf(textOf(bar.label), labelFontOf(page, bar)));
        probabilityWidth =
            std::max(probabilityWidth, LayoutPage::widthOf(probabilityText(bar), page.labelFont()));
        double& room = bar.to < 0.0 ? lowestLabel : highestLabel;
        room = std::max(room, LayoutPage::widthOf(valueText(bar), page.boldFont()) + page.px(8.0));
    }
    for (const core::FigureLevel& level : page.figure.levels) {
        lowest = std::min(lowest, level.value);
        highest = std::max(highest, level.value);
    }
    nameWidth = std::min(nameWidth, page.body.width() * 0.32);
    const double left = nameWidth +
                        (probabilityWidth > 0.0 ? probabilityWidth + page.px(20.0) : 0.0) +
                        page.px(16.0);
    const double levelHeight = page.figure.levels.empty() ? 0.0 : page.style.labelSize * 1.6;
    const double bottom = page.style.axisSize * 1.4 + page.px(6.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top() + levelHeight,
        std::max(40.0, page.body.width() - left - page.px(6.0)),
        std::max(30.0, page.body.height() - levelHeight - bottom));
    // The range leaves room for the values at the ends of the bars.
    const double span = std::max(highest - lowest, 1e-300);
    const double perPixel = span / std::max(30.0, layout.plot.width() - lowestLabel - highestLabel);
    layout.x = axisScale(lowest - lowestLabel * perPixel, highest + highestLabel * perPixel);
    layout.y = {0.0, count, 1.0};
    layout.hasHorizontalGrid = false;
    layout.hasVerticalGrid = true;

    const double slot = layout.plot.height() / count;
    const double half = std::min(slot * 0.31, page.px(22.0));
    const double zero = std::round(layout.at(0.0, 0.0).x()) + 0.5;
    for (const core::FigureLevel& level : page.figure.levels) {
        const double x = layout.at(level.value, 0.0).x();
        page.addLine({x, layout.plot.top() - levelHeight, x, layout.plot.bottom()}, page.style.text,
            page.px(1.4), true);
        const QString text = textOf(level.text);
        const bool isLeft =
            x + page.px(5.0) + LayoutPage::widthOf(text, page.boldFont()) > page.body.right();
        page.addText(
            {isLeft ? x - page.px(5.0) : x + page.px(5.0), layout.plot.top() - levelHeight * 0.6},
            (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text, page.boldFont(),
            page.style.text);
    }
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const core::FigureBar& bar = bars[i];
        const double y = layout.plot.top() + slot * (static_cast<double>(i) + 0.5);
        const double end = layout.at(bar.to, 0.0).x();
        const QRectF area = QRectF(QPointF(zero, y - half), QPointF(end, y + half)).normalized();
        page.addBar(area, page.style.ink(bar.ink, bar.to));
        page.addText({page.body.left(), y}, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(labelFontOf(page, bar))
                .elidedText(textOf(bar.label), Qt::ElideRight, nameWidth + 0.5),
            labelFontOf(page, bar), page.style.text);
        page.addText({page.body.left() + nameWidth + page.px(20.0) + probabilityWidth, y},
            Qt::AlignRight | Qt::AlignVCenter, probabilityText(bar), page.labelFont(),
            page.style.text2);
        const bool isNegative = bar.to < 0.0;
        page.addText({end + page.px(isNegative ? -6.0 : 6.0), y},
            (isNegative ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, valueText(bar),
            page.boldFont(), page.style.text, LayoutPage::Ground::surface);
        page.addTarget(QRectF(page.body.left(), y - slot / 2, page.body.width(), slot), {end, y},
            textOf(bar.label), bar.to, bar.row, 0, 0, static_cast<double>(i));
    }
    page.addLine({zero, layout.plot.top(), zero, layout.plot.bottom()}, page.style.zero);
    page.addLyingAxis();
}

void layOutStackedBars(LayoutPage& page)
{
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    double nameWidth = 0.0;
    double totalWidth = 0.0;
    double highest = 0.0;
    for (const core::FigureBar& bar : bars) {
        nameWidth = std::max(nameWidth, LayoutPage::widthOf(textOf(bar.label), page.boldFont()));
        totalWidth = std::max(
            totalWidth, LayoutPage::widthOf(page.number(bar.to), page.boldFont()) + page.px(16.0));
        highest = std::max(highest, bar.to);
    }
    const double left = nameWidth + page.px(16.0);
    const double nameLine = page.style.labelSize * 1.5;
    const double bottom = page.style.axisSize * 1.4 + page.px(6.0);
    const double plotWidth = std::max(40.0, page.body.width() - left - page.px(12.0));
    layout.x = axisScale(0.0, highest * plotWidth / std::max(30.0, plotWidth - totalWidth));
    layout.y = {0.0, static_cast<double>(bars.size()), 1.0};
    layout.hasHorizontalGrid = false;
    layout.hasVerticalGrid = true;

    // The names of the parts stand above the first bar, in a second line where they would meet.
    struct PartName {
        double x = 0.0;
        int line = 0;
        QString text;
        QColor colour;
    };
    layout.plot = QRectF(page.body.left() + left, page.body.top(), plotWidth, 1.0);
    std::vector<PartName> partNames;
    std::vector<double> ends(4, 0.0);
    double sum = 0.0;
    int lines = 1;
    for (const core::FigureSeries& part : page.figure.series) {
        const QString text = textOf(part.label);
        const double width = LayoutPage::widthOf(text, page.labelFont());
        double x = layout.at(sum, 0.0).x();
        x = std::max(page.body.left() + left, std::min(x, page.body.right() - width));
        int line = 0;
        while (line < 3 && ends[static_cast<std::size_t>(line)] > x)
            ++line;
        ends[static_cast<std::size_t>(line)] = x + width + page.px(12.0);
        lines = std::max(lines, line + 1);
        partNames.push_back({x, line, text, page.style.inkOfText(part.ink, 1.0)});
        sum += part.points.front().value;
    }
    const double head = nameLine * lines + page.px(2.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top() + head, plotWidth,
        std::max(30.0, page.body.height() - head - bottom));
    for (const PartName& name : partNames)
        page.addText({name.x, page.body.top() + nameLine * (lines - 1 - name.line + 0.5)},
            Qt::AlignLeft | Qt::AlignVCenter, name.text, page.labelFont(), name.colour);

    const double slot = layout.plot.height() / static_cast<double>(bars.size());
    const double half = std::min(slot * 0.37, page.px(26.0));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = layout.plot.top() + slot * (static_cast<double>(i) + 0.5);
        page.addText({page.body.left(), y}, Qt::AlignLeft | Qt::AlignVCenter, textOf(bars[i].label),
            page.boldFont(), page.style.text);
        const QString total = page.number(bars[i].to);
        double level = 0.0;
        int group = 0;
        for (const core::FigureSeries& part : page.figure.series) {
            const double value = part.points[i].value;
            const double from = layout.at(level, 0.0).x();
            level += value;
            const double to = layout.at(level, 0.0).x();
            // A hairline of surface between the parts.
            QRectF area(QPointF(from, y - half), QPointF(std::max(from, to - 1.0), y + half));
            if (value > 0.0)
                page.addBar(area, page.style.ink(part.ink, value));
            const QString text = page.number(value);
            const QFont font = page.boldFont();
            // A part that is the whole bar would say its total twice.
            if (text != total && LayoutPage::widthOf(text, font) + page.px(12.0) <= to - from)
                page.addText({from + page.px(6.0), y}, Qt::AlignLeft | Qt::AlignVCenter, text, font,
                    page.style.onBar);
            page.addTarget(area.adjusted(0.0, -2.0, 0.0, 2.0), {to, y},
                textOf(bars[i].label) + QStringLiteral(", ") + textOf(part.label), value,
                part.row.empty() ? std::string() : bars[i].id + "." + part.row,
                page.figure.year.value_or(0), static_cast<int>(i), static_cast<double>(group));
            ++group;
        }
        page.addText({layout.at(std::max(level, 0.0), 0.0).x() + page.px(7.0), y},
            Qt::AlignLeft | Qt::AlignVCenter, total, page.boldFont(), page.style.text,
            LayoutPage::Ground::surface);
    }
    page.addLyingAxis();
}

}
