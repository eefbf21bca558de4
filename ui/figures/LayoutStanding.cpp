#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <cmath>

// Standing bars: each under the column of a table that has its id, or side by side with their names
// below.
namespace ui {

namespace {

struct Stand {
    double centre = 0.0;
    double half = 0.0; // of the width
};

constexpr double widestBar = 44.0;

const FigureColumns::Column* columnOf(const LayoutPage& page, const core::FigureBar& bar)
{
    const QString id = QString::fromStdString(bar.id);
    for (const FigureColumns::Column& column : page.frame.columns->columns)
        if (column.id == id)
            return &column;
    return nullptr;
}

}

void layOutStanding(LayoutPage& page)
{
    constexpr int mostLabelLines = 2;
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    const bool isUnderTable = page.frame.columns.has_value();
    // The title stands left of the columns, where the table has its labels.
    if (isUnderTable)
        page.body.setTop(0.0);
    double lowest = 0.0;
    double highest = 0.0;
    for (const core::FigureBar& bar : bars) {
        lowest = std::min(lowest, bar.to);
        highest = std::max(highest, bar.to);
    }
    const double labelRoom = 1.8 * page.style.labelSize / page.body.height();
    const double span = std::max(highest - lowest, 1e-300);
    layout.y = axisScale(lowest < 0.0 ? lowest - labelRoom * span : 0.0,
        highest > 0.0 || lowest == 0.0 ? highest + labelRoom * span : labelRoom * span);
    layout.x = {0.0, static_cast<double>(bars.size()), 1.0};

    const double line = page.style.labelSize * 1.3;
    const double axisWidth = page.valueLabelsWidth(layout.y) + page.px(10.0);
    const double left =
        isUnderTable ? std::max(axisWidth, page.frame.columns->left) : page.body.left() + axisWidth;
    const double right = isUnderTable ? page.frame.columns->right : page.body.right();
    const double slot = (right - left) / static_cast<double>(bars.size());
    std::vector<QStringList> names;
    qsizetype lines = 0;
    for (const core::FigureBar& bar : bars) {
        names.push_back(isUnderTable ? QStringList()
                                     : page.wrapped(textOf(bar.label), page.labelFont(),
                                           slot - page.px(4.0), mostLabelLines, page.px(10.0)));
        lines = std::max(lines, names.back().size());
    }
    layout.plot = QRectF(left, page.body.top() + page.px(6.0), right - left,
        std::max(30.0, page.body.height() - page.px(14.0) - line * static_cast<double>(lines)));

    const double zero = std::round(layout.at(0.0, 0.0).y()) + 0.5;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const core::FigureBar& bar = bars[i];
        Stand stand {left + slot * (static_cast<double>(i) + 0.5),
            std::min(slot * 0.3, page.px(widestBar) / 2)};
        if (isUnderTable) {
            const FigureColumns::Column* const column = columnOf(page, bar);
            if (!column || column->right - page.px(widestBar) < left)
                continue; // scrolled out of sight
            stand = {column->right - page.px(widestBar) / 2, page.px(widestBar) / 2};
        }
        const double top = layout.at(0.0, std::max(bar.to, 0.0)).y();
        const double bottom = layout.at(0.0, std::min(bar.to, 0.0)).y();
        QRectF area(stand.centre - stand.half, top, 2 * stand.half, bottom - top);
        if (area.height() < 1.0)
            area.setHeight(1.0);
        page.addBar(area, page.style.ink(bar.ink, bar.to));
        const double y = bar.to < 0.0 ? area.bottom() + page.style.labelSize * 0.85
                                      : area.top() - page.style.labelSize * 0.8;
        page.addText({stand.centre, y}, Qt::AlignHCenter | Qt::AlignVCenter,
            page.number(bar.to, page.figure.decimals, true), page.boldFont(), page.style.text);
        for (qsizetype k = 0; k < names[i].size(); ++k)
            page.addText({stand.centre, layout.plot.bottom() + page.px(6.0) +
                                            line * (static_cast<double>(k) + 0.5)},
                Qt::AlignHCenter | Qt::AlignVCenter, names[i][k], page.labelFont(),
                page.style.text2);
        page.addTarget(area.adjusted(-2.0, -2.0, 2.0, 2.0),
            {stand.centre, bar.to < 0.0 ? area.bottom() : area.top()}, textOf(bar.label), bar.to,
            bar.row, 0, 0, static_cast<double>(i), bar.input);
    }
    page.addLine({layout.plot.left(), zero, layout.plot.right(), zero}, page.style.zero);
    page.addValueAxis();
}

}
