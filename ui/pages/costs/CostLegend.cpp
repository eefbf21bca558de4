#include "ui/pages/costs/CostLegend.h"

#include "ui/theme/Appearance.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int swatch = 11;
constexpr int swatchGap = 7;
constexpr int entryGap = 16;

QStringList entries()
{
    return {CostLegend::tr("Own cost"), CostLegend::tr("Host charge"),
        CostLegend::tr("Saved by reuse")};
}

}

CostLegend::CostLegend(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize CostLegend::sizeHint() const
{
    const QFontMetrics metrics(m_appearance.font(TextStyle::caption));
    int width = entryGap * static_cast<int>(entries().size() - 1);
    for (const QString& entry : entries())
        width += swatch + swatchGap + metrics.horizontalAdvance(entry);
    return {width, m_appearance.px(28)};
}

// The colours are those of TablePainter.
void CostLegend::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setFont(m_appearance.font(TextStyle::caption));
    const QStringList texts = entries();
    int left = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QRect box(left, (height() - swatch) / 2, swatch, swatch);
        painter.fillRect(box, i == 0 ? theme.total : i == 1 ? theme.series[4] : theme.positive);
        if (i == 2)
            painter.fillRect(box.adjusted(1, 1, -1, -1), theme.positiveSoft);
        left += swatch + swatchGap;
        const int width = painter.fontMetrics().horizontalAdvance(texts[i]);
        painter.setPen(theme.text2);
        painter.drawText(
            QRect(left, 0, width + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, texts[i]);
        left += width + entryGap;
    }
}

}
