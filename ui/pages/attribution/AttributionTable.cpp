#include "ui/pages/attribution/AttributionTable.h"

#include "core/model/Evaluation.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/ScenarioFigures.h"
#include "core/report/figure/TargetText.h"
#include "ui/fields/FieldText.h"
#include "ui/figures/FigureLayout.h"
#include "ui/pages/TextWidth.h"
#include "ui/pages/attribution/AttributionView.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Column : std::size_t { unitColumn = 1, fromColumn, toColumn };

constexpr int leastUnitWidth = 48;
constexpr int mostUnitWidth = 150;
constexpr int mostValueWidth = 180;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AttributionTable)
};

class Maker {
public:
    Maker(const Comparison& comparison, const core::Attribution& attribution, core::MoneyView view,
        const DisplayFormat& format)
        : m_comparison(comparison)
        , m_attribution(attribution)
        , m_target(core::targetText(*comparison.from, attribution.target, view,
              std::max(std::abs(attribution.from), std::abs(attribution.to))))
        , m_format(format)
        , m_before(comparison.from->project())
        , m_after(comparison.to->project())
    {
    }

    TableContent make() const
    {
        TableContent content;
        const QString effect = Texts::tr("Effect on %1").arg(textOf(m_target.name));
        const int valueWidth = m_comparison.changedBy ? 84 : 130;
        content.columns = {{u"input"_s, Texts::tr("Changed input"), {}, Qt::AlignLeft, 106, true},
            {u"unit"_s, {}, {}, Qt::AlignLeft},
            {u"from"_s, m_comparison.fromName, {}, Qt::AlignRight, valueWidth},
            {u"to"_s, m_comparison.toName, {}, Qt::AlignRight, valueWidth, false, true},
            {u"effect"_s, effect, QString::fromStdString(m_target.unit), Qt::AlignRight, 104}};
        if (m_comparison.changedBy)
            content.columns.push_back(
                {u"changedBy"_s, Texts::tr("Changed by"), {}, Qt::AlignLeft, 136});
        for (const core::AttributionPart& part : m_attribution.parts)
            for (std::size_t i = 0; i < part.changes.size(); ++i)
                content.rows.push_back(row(part, i));
        TableRow total;
        total.id = u"total"_s;
        total.kind = TableRow::Kind::total;
        TableCell label;
        label.text = Texts::tr("All changes");
        total.cells = {label, {}, {}, {}, effectCell(m_attribution.to - m_attribution.from), {}};
        total.cells.resize(content.columns.size());
        content.rows.push_back(std::move(total));
        const auto widen = [&content](std::size_t column, int least, int most) {
            content.columns[column].width = std::clamp(widthOfTexts(content, column), least, most);
        };
        widen(unitColumn, leastUnitWidth, mostUnitWidth);
        for (const std::size_t column : {fromColumn, toColumn})
            widen(column, content.columns[column].width, mostValueWidth);
        return content;
    }

private:
    TableRow row(const core::AttributionPart& part, std::size_t place) const
    {
        const core::EffectiveChange& change = part.changes[place];
        const core::PositionText text = positionTextOf(change);
        TableRow row;
        row.id = QString::fromStdString(change.input.id);
        row.level = place == 0 ? 0 : 1;
        TableCell name;
        name.text = textOf(core::nameOf(change));
        name.toolTip = part.changes.size() == 1
                           ? name.text
                           : Texts::tr("%1. These changes cannot be made one without another; the "
                                       "effect is that of all.")
                                 .arg(name.text);
        TableCell unit;
        unit.text = QString::fromStdString(text.unit);
        unit.tone = CellTone::quiet;
        row.cells = {name, unit, valueCell(change, change.from, change.to, m_before, text),
            valueCell(change, change.to, change.from, m_after, text),
            place == 0 ? effectCell(part.effect) : TableCell()};
        if (m_comparison.changedBy) {
            TableCell changedBy;
            changedBy.text = m_comparison.changedBy(row.id);
            changedBy.tone = CellTone::quiet;
            changedBy.toolTip = changedBy.text;
            row.cells.push_back(std::move(changedBy));
        }
        return row;
    }

    // Only single numbers have a unit of their own column.
    core::PositionText positionTextOf(const core::EffectiveChange& change) const
    {
        std::vector<double> numbers;
        for (const core::InputValue* value : {&change.from, &change.to}) {
            const auto* number = std::get_if<double>(value);
            if (!number)
                return {};
            numbers.push_back(*number);
        }
        const core::PositionTexts& texts =
            core::kindOf(m_after.project, change.input.id) ? m_after.texts : m_before.texts;
        return texts.of({change.input.id, core::UncertaintyMode::set}, numbers);
    }

    struct Side {
        explicit Side(const core::Project& sideProject)
            : project(sideProject)
            , texts(sideProject)
        {
        }
        const core::Project& project;
        core::PositionTexts texts;
    };

    // The years of a series that the other side does not have, or has otherwise.
    static core::InputValue withoutEqualYears(
        const core::InputValue& value, const core::InputValue& other)
    {
        using Points = core::Series::Points;
        const auto* const points = std::get_if<Points>(&value);
        const auto* const others = std::get_if<Points>(&other);
        if (!points || !others)
            return value;
        Points rest = *points;
        std::erase_if(rest, [&](const auto& point) {
            const auto found = others->find(point.first);
            return found != others->end() && found->second == point.second;
        });
        return rest;
    }

    TableCell valueCell(const core::EffectiveChange& change, const core::InputValue& value,
        const core::InputValue& other, const Side& side, const core::PositionText& text) const
    {
        TableCell cell;
        const auto* number = std::get_if<double>(&value);
        if (number && !text.name.isEmpty()) {
            cell.look = TableCell::Look::number;
            cell.isPercent = text.isPercent();
            cell.number = cell.isPercent ? *number : text.shown(*number);
            const bool isYear = text.unit.empty() && text.decimals == 0;
            cell.text = isYear ? DisplayFormat::year(static_cast<int>(std::lround(*number)))
                               : m_format.fixed(text.shown(*number), text.decimals);
            return cell;
        }
        const core::InputValue rest = withoutEqualYears(value, other);
        const auto* const points = std::get_if<core::Series::Points>(&rest);
        cell.text = points && points->empty() ? QString(enDash) : wordsOf(change, rest, side);
        cell.toolTip = wordsOf(change, value, side);
        return cell;
    }

    static QString wordsOf(
        const core::EffectiveChange& change, const core::InputValue& value, const Side& side)
    {
        const bool isInput = core::valueOf(side.project, change.input.id).hasValue();
        if (!isInput && std::holds_alternative<std::monostate>(value))
            return QString(enDash);
        if (const auto* word = std::get_if<std::string>(&value); word && !isInput)
            return *word == change.input.label ? Texts::tr("present")
                                               : QString::fromStdString(*word);
        const auto* number = std::get_if<double>(&value);
        return valueText(side.project, change.input, value,
            bareExponentFor(QString::fromStdString(change.input.unit), number ? *number : 0.0));
    }

    TableCell effectCell(double effect) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = m_target.shown(effect);
        cell.text = m_format.fixed(*cell.number, m_target.decimals);
        const bool showsMore = std::any_of(
            cell.text.begin(), cell.text.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
        if (effect > 0.0 && showsMore)
            cell.text.prepend(u'+');
        return cell;
    }

    const Comparison& m_comparison;
    const core::Attribution& m_attribution;
    core::TargetText m_target;
    const DisplayFormat& m_format;
    Side m_before;
    Side m_after;
};

}

TableContent attributionTable(const Comparison& comparison, const core::Attribution& attribution,
    core::MoneyView view, const DisplayFormat& format)
{
    return Maker(comparison, attribution, view, format).make();
}

}
