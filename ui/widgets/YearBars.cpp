#include "ui/widgets/YearBars.h"

#include "ui/theme/Appearance.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double widestBar = 14.0;
constexpr double part = 0.72; // of a slot that its bar fills

}

YearBars::YearBars(const Appearance& appearance, QWidget* parent)
    : QWidget(parent)
    , m_appearance(appearance)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] { update(); });
}

void YearBars::setValues(
    int firstYear, std::vector<std::optional<double>> values, std::optional<int> chosenYear)
{
    m_firstYear = firstYear;
    m_values = std::move(values);
    m_chosenYear = chosenYear;
    update();
}

QSize YearBars::sizeHint() const
{
    return {280, m_appearance.px(72)};
}

double YearBars::slotWidth() const
{
    return m_values.empty() ? width()
                            : static_cast<double>(width()) / static_cast<double>(m_values.size());
}

void YearBars::paintEvent(QPaintEvent*)
{
    if (m_values.empty())
        return;
    const Theme& theme = m_appearance.theme();
    QPainter painter(this);
    painter.setFont(m_appearance.font(TextStyle::hint));
    const double labelHeight = painter.fontMetrics().height() + 2.0;
    double highest = 0.0;
    double lowest = 0.0;
    for (const std::optional<double>& value : m_values) {
        highest = std::max(highest, value.value_or(0.0));
        lowest = std::min(lowest, value.value_or(0.0));
    }
    const double span = highest - lowest;
    const double room = height() - labelHeight - 1.0;
    const double zero = span > 0.0 ? std::round(room * highest / span) : room;
    const double slot = slotWidth();
    const double barWidth = std::max(1.0, std::floor(std::min(slot * part, widestBar)));
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        if (!m_values[i] || span == 0.0)
            continue;
        const bool isChosen = m_firstYear + static_cast<int>(i) == m_chosenYear;
        const double end = std::round(room * (highest - *m_values[i]) / span);
        const double left = std::round(slot * static_cast<double>(i) + (slot - barWidth) / 2.0);
        painter.fillRect(QRectF(left, std::min(zero, end), barWidth, std::abs(end - zero)),
            isChosen ? theme.series[0] : theme.series[4]);
    }
    painter.fillRect(QRectF(0.0, zero, width(), 1.0), theme.zero);

    // The chosen year first; the ends and the middle where they do not touch it.
    const int count = static_cast<int>(m_values.size());
    std::vector<QRectF> taken;
    const auto label = [&](int index, bool isChosen) {
        if (index < 0 || index >= count)
            return;
        const QString text = QString::number(m_firstYear + index);
        painter.setFont(
            m_appearance.font(TextStyle::hint, isChosen ? QFont::DemiBold : QFont::Normal));
        const double textWidth = painter.fontMetrics().horizontalAdvance(text);
        const double centre = slot * (index + 0.5);
        const double left = std::clamp(centre - textWidth / 2.0, 0.0, width() - textWidth);
        const QRectF area(left, height() - labelHeight, textWidth, labelHeight);
        const bool isFree = std::none_of(taken.begin(), taken.end(),
            [&](const QRectF& other) { return other.adjusted(-6, 0, 6, 0).intersects(area); });
        if (!isFree)
            return;
        taken.push_back(area);
        painter.setPen(isChosen ? theme.text : theme.text2);
        painter.drawText(area, Qt::AlignCenter, text);
    };
    if (m_chosenYear)
        label(*m_chosenYear - m_firstYear, true);
    label(0, false);
    label(count - 1, false);
    label(count / 2, false);
}

void YearBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int index = static_cast<int>(event->position().x() / slotWidth());
    if (index >= 0 && index < static_cast<int>(m_values.size()))
        emit yearChosen(m_firstYear + index);
}

}
