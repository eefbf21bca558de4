#include "ui/figures/LayoutPage.h"

#include <QCoreApplication>

#include <algorithm>

// Parts of a whole as lying bars with their percentage, without an axis.
namespace ui {

namespace {

QString shareText(const LayoutPage& page, double percent)
{
    const QString sign = QStringLiteral("\u00A0%");
    if (percent > 0.0 && percent < 1.0)
        return QStringLiteral("< 1") + sign;
    return page.number(percent, 0) + sign;
}

}

void layOutShares(LayoutPage& page)
{
    FigureLayout& layout = page.layout;
    const auto& bars = page.figure.bars;
    layout.hasHorizontalGrid = false;
    double nameWidth = 0.0;
    double largest = 0.0;
    for (const core::FigureBar& bar : bars) {
        nameWidth = std::max(nameWidth, LayoutPage::widthOf(textOf(bar.label), page.labelFont()));
        largest = std::max(largest, bar.to);
    }
    nameWidth = std::min(nameWidth, page.body.width() * 0.5);
    const double left = nameWidth + page.px(12.0);
    const double right =
        LayoutPage::widthOf(QStringLiteral("100\u00A0%"), page.boldFont()) + page.px(8.0);
    layout.plot = QRectF(page.body.left() + left, page.body.top(),
        std::max(20.0, page.body.width() - left - right), page.body.height());
    layout.x = {0.0, std::max(largest, 1.0), 100.0};
    layout.y = {0.0, static_cast<double>(bars.size()), 1.0};

    const double slot = std::min(
        layout.plot.height() / static_cast<double>(bars.size()), page.style.labelSize * 2.2);
    const double half = std::min(slot * 0.26, page.px(16.0));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const core::FigureBar& bar = bars[i];
        const double y = layout.plot.top() + slot * (static_cast<double>(i) + 0.5);
        const double end = std::max(layout.at(bar.to, 0.0).x(), layout.plot.left() + 1.5);
        page.addBar(QRectF(QPointF(layout.plot.left(), y - half), QPointF(end, y + half)),
            page.style.ink(bar.ink, bar.to));
        const QString name = textOf(bar.label);
        page.addText({page.body.left(), y}, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(page.labelFont()).elidedText(name, Qt::ElideRight, nameWidth + 0.5),
            page.labelFont(), page.style.text);
        page.addText({end + page.px(6.0), y}, Qt::AlignLeft | Qt::AlignVCenter,
            shareText(page, bar.to), page.boldFont(), page.style.text);
        layout.targets.push_back({QRectF(page.body.left(), y - slot / 2, page.body.width(), slot),
            {end, y},
            QStringLiteral("%1: %2").arg(name, page.number(bar.to, 1)) + QStringLiteral("\u00A0%"),
            QString::fromStdString(bar.row), 0, 0, static_cast<double>(i), {},
            QString::fromStdString(bar.id)});
    }
}

}
