#include "ui/figures/LayoutPage.h"

#include <algorithm>
#include <array>
#include <cmath>

// Pairs of lying bars about a base.
namespace ui {

namespace {

using End = core::FigureSwing::End;

constexpr double gapToBar = 6.0;
constexpr double gapToInput = 10.0;  // between the value at an end and where the input is then
constexpr double roomyWidth = 600.0; // of a figure that says where the inputs are

// An end of a bar, and on which side of the base its label stands: -1 below it, 1 above.
struct PlacedEnd {
    const End* end = nullptr;
    int side = 1;
    bool hasBar = false; // the longer one of two on the same side
};

using Pair = std::array<PlacedEnd, 2>; // below the base, above it

// Ends on one side of the base share a bar; the label of the nearer one goes to the free side.
Pair placed(const core::FigureSwing& swing, double base)
{
    const auto distance = [base](const End& end) { return end.value ? *end.value - base : 0.0; };
    const double low = distance(swing.low);
    const double high = distance(swing.high);
    const bool isLowFirst = low < high || (low == high && low <= 0.0);
    const End& first = isLowFirst ? swing.low : swing.high;
    const End& second = isLowFirst ? swing.high : swing.low;
    const bool areBothAbove = distance(first) > 0.0;
    const bool areBothBelow = distance(second) < 0.0;
    return {PlacedEnd {&first, -1, !areBothAbove}, PlacedEnd {&second, 1, !areBothBelow}};
}

class Tornado {
public:
    explicit Tornado(LayoutPage& page)
        : m_page(page)
        , m_base(page.figure.levels.front().value)
        , m_showsInputs(page.frame.rows || page.body.width() >= page.px(roomyWidth))
    {
        for (const core::FigureSwing& swing : page.figure.swings)
            m_pairs.push_back(placed(swing, m_base));
    }

    void layOut()
    {
        shape();
        for (std::size_t i = 0; i < m_pairs.size(); ++i)
            addSwing(i);
        if (m_page.layout.x.first < 0.0 && m_page.layout.x.last > 0.0) {
            const double zero = std::round(m_page.layout.at(0.0, 0.0).x()) + 0.5;
            m_page.layout.lines.insert(m_page.layout.lines.begin(),
                {{zero, m_page.layout.plot.top(), zero, m_page.layout.plot.bottom()},
                    m_page.style.zero});
        }
        addBase();
        m_page.addLyingAxis();
    }

private:
    QString valueText(const End& end) const
    {
        return end.value ? m_page.number(*end.value) : textOf({"none"});
    }

    double labelWidth(const End& end) const
    {
        double width = m_page.px(gapToBar) + LayoutPage::widthOf(valueText(end), m_page.boldFont());
        if (m_showsInputs)
            width +=
                m_page.px(gapToInput) +
                LayoutPage::widthOf(QString::fromStdString(end.positionText), m_page.labelFont());
        return width;
    }

    // Where the label of an end stands: at the end of its bar, else at the base.
    double anchorOf(const PlacedEnd& placed) const
    {
        return placed.hasBar && placed.end->value ? *placed.end->value : m_base;
    }

    void shape()
    {
        FigureLayout& layout = m_page.layout;
        const QRectF& body = m_page.body;
        const auto count = static_cast<double>(m_pairs.size());
        const double baseLine = m_page.style.labelSize * 1.6;
        const double bottom = m_page.style.axisSize * 1.4 + m_page.px(6.0);
        double left = 0.0;
        if (!m_page.frame.rows) {
            for (const core::FigureSwing& swing : m_page.figure.swings)
                m_nameWidth = std::max(
                    m_nameWidth, LayoutPage::widthOf(textOf(swing.label), m_page.labelFont()));
            m_nameWidth = std::min(m_nameWidth, body.width() * 0.32);
            left = m_nameWidth + m_page.px(16.0);
        }
        const double width = std::max(40.0, body.width() - left - m_page.px(6.0));
        if (const auto& rows = m_page.frame.rows)
            layout.plot = QRectF(body.left() + left, rows->top, width, rows->height * count);
        else
            layout.plot = QRectF(body.left() + left, body.top() + baseLine, width,
                std::max(30.0, body.height() - baseLine - bottom));
        layout.x = range(width);
        layout.y = {0.0, count, 1.0};
        layout.hasHorizontalGrid = false;
        layout.hasVerticalGrid = true;
    }

    // From the lowest to the highest end, with room for the labels beside them.
    AxisScale range(double width) const
    {
        double first = m_base;
        double last = m_base;
        for (int round = 0; round < 8; ++round) {
            const double perPixel = (last - first) / width;
            for (const Pair& pair : m_pairs)
                for (const PlacedEnd& placed : pair) {
                    const double edge =
                        anchorOf(placed) + placed.side * labelWidth(*placed.end) * perPixel;
                    first = std::min(first, edge);
                    last = std::max(last, edge);
                }
        }
        if (!(last > first))
            return axisScale(m_base - 1.0, m_base + 1.0);
        return {first, last, stepWithin(first, last)};
    }

    void addSwing(std::size_t place)
    {
        const core::FigureSwing& swing = m_page.figure.swings[place];
        const QRectF& plot = m_page.layout.plot;
        const double slot = plot.height() / static_cast<double>(m_pairs.size());
        const double half = std::min(slot * 0.3, m_page.px(22.0));
        const double y = plot.top() + slot * (static_cast<double>(place) + 0.5);
        const double base = m_page.layout.at(m_base, 0.0).x();
        if (!m_page.frame.rows)
            m_page.addText({m_page.body.left(), y}, Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetricsF(m_page.labelFont())
                    .elidedText(textOf(swing.label), Qt::ElideRight, m_nameWidth + 0.5),
                m_page.labelFont(), m_page.style.text);
        for (const PlacedEnd& placed : m_pairs[place]) {
            const double value = placed.end->value.value_or(m_base);
            const double end = m_page.layout.at(value, 0.0).x();
            if (placed.hasBar)
                m_page.addBar({QPointF(base, y - half), QPointF(end, y + half)}, inkOf(value));
        }
        for (const PlacedEnd& placed : m_pairs[place]) {
            if (!placed.hasBar && placed.end->value) // where the nearer end is in the bar
                m_page.addLine(QLineF(m_page.layout.at(*placed.end->value, 0.0).x(), y - half,
                                   m_page.layout.at(*placed.end->value, 0.0).x(), y + half),
                    m_page.style.surface, m_page.px(1.5));
            addLabel(placed, y);
            addTarget(swing, placed, y, slot, place);
        }
    }

    QColor inkOf(double value) const
    {
        const bool isGain = (value > m_base) == m_page.figure.isHigherBetter;
        return isGain ? m_page.style.positive : m_page.style.negative;
    }

    void addLabel(const PlacedEnd& placed, double y)
    {
        const Qt::Alignment alignment =
            (placed.side < 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        double x = m_page.layout.at(anchorOf(placed), 0.0).x() + placed.side * m_page.px(gapToBar);
        const QString value = valueText(*placed.end);
        m_page.addText({x, y}, alignment, value, m_page.boldFont(),
            placed.end->value ? m_page.style.text : m_page.style.text2,
            LayoutPage::Ground::surface);
        if (!m_showsInputs)
            return;
        x += placed.side * (LayoutPage::widthOf(value, m_page.boldFont()) + m_page.px(gapToInput));
        m_page.addText({x, y}, alignment, QString::fromStdString(placed.end->positionText),
            m_page.labelFont(), m_page.style.text2, LayoutPage::Ground::surface);
    }

    void addTarget(const core::FigureSwing& swing, const PlacedEnd& placed, double y, double slot,
        std::size_t place)
    {
        const QRectF& plot = m_page.layout.plot;
        const double base = m_page.layout.at(m_base, 0.0).x();
        const double outer = placed.side < 0 ? m_page.body.left() : plot.right();
        FigureTarget target;
        target.area =
            QRectF(QPointF(base, y - slot / 2), QPointF(outer, y + slot / 2)).normalized();
        target.at = {m_page.layout.at(placed.end->value.value_or(m_base), 0.0).x(), y};
        const QString name = QStringLiteral("%1, %2").arg(
            textOf(swing.label), QString::fromStdString(placed.end->positionText));
        target.text =
            placed.end->value
                ? QStringLiteral("%1: %2 %3")
                      .arg(name, valueText(*placed.end), QString::fromStdString(m_page.figure.unit))
                : QStringLiteral("%1: %2").arg(name, valueText(*placed.end));
        target.input = QString::fromStdString(swing.input);
        target.group = placed.side;
        target.order = static_cast<double>(place);
        m_page.layout.targets.push_back(target);
    }

    // Named above the plot, with what it parts where there is room.
    void addBase()
    {
        const QRectF& plot = m_page.layout.plot;
        const double x = std::round(m_page.layout.at(m_base, 0.0).x()) + 0.5;
        const double line = m_page.style.labelSize * 1.6;
        m_page.addLine(
            {x, plot.top() - line * 0.35, x, plot.bottom()}, m_page.style.text, m_page.px(1.5));
        const QString text = textOf(m_page.figure.levels.front().text);
        const double y = plot.top() - line * 0.75;
        const double half = LayoutPage::widthOf(text, m_page.boldFont()) / 2;
        const double centre = std::clamp(x, m_page.body.left() + half,
            std::max(m_page.body.left() + half, m_page.body.right() - half));
        m_page.addText({centre, y}, Qt::AlignHCenter | Qt::AlignVCenter, text, m_page.boldFont(),
            m_page.style.text);
        if (!m_showsInputs || !m_page.figure.divide)
            return;
        const bool isRiseGood = m_page.figure.isHigherBetter;
        addSide(m_page.figure.divide->before, centre - half, y, -1,
            isRiseGood ? m_page.style.negative : m_page.style.positive);
        addSide(m_page.figure.divide->after, centre + half, y, 1,
            isRiseGood ? m_page.style.positive : m_page.style.negative);
    }

    void addSide(
        const core::Sentence& sentence, double edge, double y, int side, const QColor& colour)
    {
        const QString text = textOf(sentence);
        const double from = edge + side * m_page.px(16.0);
        const double to = from + side * LayoutPage::widthOf(text, m_page.labelFont());
        if (to < m_page.body.left() || to > m_page.body.right())
            return;
        m_page.addText({from, y}, (side < 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
            text, m_page.labelFont(), colour);
    }

    LayoutPage& m_page;
    double m_base;
    bool m_showsInputs;
    std::vector<Pair> m_pairs;
    double m_nameWidth = 0.0;
};

}

void layOutTornado(LayoutPage& page)
{
    Tornado(page).layOut();
}

}
