#include "ui/pages/sensitivity/TwoWayHeat.h"

#include "ui/figures/FigureLayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int labelWidth = 84;
constexpr int columnWidth = 54;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TwoWayHeat)
};

class Maker {
public:
    Maker(const core::TwoWayTable& table, const HeatWords& words, const DisplayFormat& format)
        : m_table(table)
        , m_words(words)
        , m_format(format)
    {
        for (const auto& row : table.values)
            for (const std::optional<double>& value : row)
                if (value && words.level)
                    m_largest = std::max(m_largest, std::abs(*value - *words.level));
    }

    TableContent make() const
    {
        TableContent content;
        content.columns.push_back({u"y"_s, textOf(m_words.y.name), {}, Qt::AlignRight, labelWidth});
        for (std::size_t x = 0; x < m_table.x.positions.size(); ++x) {
            // The unit stands above the heads.
            const QString head = positionText(m_table.x.positions[x], m_words.x, Percent::unsaid);
            content.columns.push_back({u"x%1"_s.arg(x), head, {}, Qt::AlignRight, columnWidth});
        }
        for (std::size_t y = m_table.y.positions.size(); y-- > 0;)
            content.rows.push_back(row(y));
        return content;
    }

private:
    enum class Percent { said, unsaid };

    QString positionText(
        double position, const core::PositionText& text, Percent percent = Percent::said) const
    {
        if (text.unit.empty() && text.decimals == 0)
            return DisplayFormat::year(static_cast<int>(std::lround(position)));
        const QString number = m_format.fixed(text.shown(position), text.decimals);
        return text.isPercent() && percent == Percent::said ? number + QChar(noBreakSpace) + u'%'
                                                            : number;
    }

    static bool isAt(double position, double base)
    {
        return std::abs(position - base) <= 1e-9 * std::max(1.0, std::abs(base));
    }

    TableRow row(std::size_t y) const
    {
        TableRow row;
        row.id = u"y%1"_s.arg(y);
        TableCell label;
        label.text = positionText(m_table.y.positions[y], m_words.y);
        label.isStrong = isAt(m_table.y.positions[y], m_words.yBase);
        row.cells.push_back(label);
        for (std::size_t x = 0; x < m_table.x.positions.size(); ++x)
            row.cells.push_back(cell(x, y));
        return row;
    }

    TableCell cell(std::size_t x, std::size_t y) const
    {
        const std::optional<double>& value = m_table.values[y][x];
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.heat = 0.0;
        cell.isFramed = isAt(m_table.x.positions[x], m_words.xBase) &&
                        isAt(m_table.y.positions[y], m_words.yBase);
        cell.isStrong = cell.isFramed;
        if (cell.isFramed)
            cell.figure = core::referenceTo(m_table.target);
        if (!value) {
            cell.text = Texts::tr("none");
            cell.tone = CellTone::inherited;
            return cell;
        }
        cell.number = m_words.target.shown(*value);
        cell.text = m_format.fixed(*cell.number, m_words.target.decimals);
        if (m_words.level && m_largest > 0.0) {
            const double part = (*value - *m_words.level) / m_largest;
            cell.heat = m_words.target.isHigherBetter ? part : -part;
        }
        if (m_words.target.threshold)
            cell.edges = edges(x, y);
        return cell;
    }

    bool isBelow(std::size_t x, std::size_t y) const
    {
        return *m_table.values[y][x] < *m_words.target.threshold;
    }

    // Rows stand upside down: the one above has the next larger position.
    Qt::Edges edges(std::size_t x, std::size_t y) const
    {
        const auto isParted = [&](std::size_t otherX, std::size_t otherY) {
            return otherX < m_table.x.positions.size() && otherY < m_table.y.positions.size() &&
                   m_table.values[otherY][otherX] && isBelow(otherX, otherY) != isBelow(x, y);
        };
        Qt::Edges edges;
        edges.setFlag(Qt::LeftEdge, isParted(x - 1, y));
        edges.setFlag(Qt::RightEdge, isParted(x + 1, y));
        edges.setFlag(Qt::TopEdge, isParted(x, y + 1));
        edges.setFlag(Qt::BottomEdge, isParted(x, y - 1));
        return edges;
    }

    const core::TwoWayTable& m_table;
    const HeatWords& m_words;
    const DisplayFormat& m_format;
    double m_largest = 0.0; // distance from the level
};

}

TableContent heatTable(
    const core::TwoWayTable& table, const HeatWords& words, const DisplayFormat& format)
{
    return Maker(table, words, format).make();
}

}
