#include "ui/pages/risk/UncertainTable.h"

#include "core/analysis/VariedInput.h"
#include "core/project/Registry.h"
#include "core/report/figure/PositionText.h"
#include "ui/document/ChoiceText.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/Uncertainties.h"
#include "ui/fields/FieldText.h"
#include "ui/pages/risk/DistributionPicture.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int curvePoints = 40;
const QString rowPrefix = u"uncertain."_s;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(UncertainTable)
};

// Draws of a yearly price, to show how it wanders; the same at every look.
constexpr std::array wander {0.1, -0.6, 0.4, 0.9, -0.3, -1.1, 0.2, 0.8, -0.2, 0.5, -0.9, -0.4, 1.2,
    0.3, -0.7, 0.6, -0.1, -0.8, 0.7, 0.2};

class Maker {
public:
    Maker(const core::Project& project, const DisplayFormat& format)
        : m_project(project)
        , m_analysis(analysisOf(project))
        , m_format(format)
        , m_inputs(core::inputsOf(project))
    {
        for (const core::Uncertainty& uncertainty : m_analysis.uncertainties)
            m_range = isFactor(uncertainty) ? wider(m_range, uncertainty) : m_range;
    }

    UncertainTable make()
    {
        UncertainTable table;
        for (const core::Uncertainty& uncertainty : m_analysis.uncertainties)
            table.content.rows.push_back(inputRow(uncertainty));
        table.content.rows.push_back(deckRow());
        table.content.rows.push_back(processRow());
        table.content.columns = columns();
        if (!m_others.isEmpty())
            table.note = Texts::tr("¹ %1").arg(m_others.join(u", "_s));
        return table;
    }

private:
    const core::Input* described(const std::string& id) const
    {
        const auto found = std::find_if(m_inputs.begin(), m_inputs.end(),
            [&](const core::Input& input) { return input.id == id; });
        return found == m_inputs.end() ? nullptr : &*found;
    }

    bool isFactor(const core::Uncertainty& uncertainty) const
    {
        const core::Input* const input = described(uncertainty.input);
        return uncertainty.mode == core::UncertaintyMode::scale ||
               (input && input->unit == "factor");
    }

    static std::optional<ValueRange> wider(
        const std::optional<ValueRange>& range, const core::Uncertainty& uncertainty)
    {
        const ValueRange draws = rangeOfDraws(uncertainty.distribution);
        if (!range)
            return draws;
        return ValueRange {std::min(range->low, draws.low), std::max(range->high, draws.high)};
    }

    std::vector<TableColumn> columns() const
    {
        const QString range = m_range ? Texts::tr("%1 to %2")
                                            .arg(m_format.fixed(m_range->low, 0, 2),
                                                m_format.fixed(m_range->high, 0, 2))
                                      : QString();
        const QString label =
            m_others.isEmpty() ? Texts::tr("Input, % of plan") : Texts::tr("Input, % of plan¹");
        return {{u"input"_s, label, {}, Qt::AlignLeft, 118, true},
            {u"distribution"_s, Texts::tr("Distribution"), {}, Qt::AlignLeft, 90},
            {u"low"_s, Texts::tr("Low"), {}, Qt::AlignRight, 40},
            {u"likely"_s, Texts::tr("Likely"), {}, Qt::AlignRight, 56},
            {u"high"_s, Texts::tr("High"), {}, Qt::AlignRight, 72},
            {u"picture"_s, range, {}, Qt::AlignLeft, 84}};
    }

    static TableCell choiceCell(const QString& cell, const QString& text)
    {
        TableCell made;
        made.text = text;
        made.tone = CellTone::input;
        made.editor = TableCell::Editor::choice;
        made.cell.input = cell;
        return made;
    }

    static TableCell quietCell(const QString& text)
    {
        TableCell made;
        made.text = text;
        made.tone = CellTone::quiet;
        return made;
    }

    TableRow inputRow(const core::Uncertainty& uncertainty)
    {
        const std::string& id = uncertainty.input;
        const core::Distribution& distribution = uncertainty.distribution;
        const core::Input* const input = described(id);
        const bool isOfPlan = isFactor(uncertainty);
        TableRow row;
        row.id = uncertainRowId(id);
        row.isRemovable = true;
        TableCell label;
        label.text = input ? QString::fromStdString(core::english(core::nameInAnalyses(*input)))
                           : QString::fromStdString(id);
        label.toolTip = QString::fromStdString(id);
        if (input && !isOfPlan) {
            const QString unit = input->unit == "%" ? u"%"_s
                                                    : unitText(QString::fromStdString(input->unit),
                                                          exponentOf(*input, uncertainty));
            m_others += unit.isEmpty() ? Texts::tr("%1 as a number").arg(label.text)
                                       : Texts::tr("%1 in %2").arg(label.text, unit);
            label.text += u'¹';
        }
        row.cells.push_back(label);
        row.cells.push_back(choiceCell(uncertaintyCell(id, "distribution.type"),
            choiceText(m_project, {}, distribution.type)));
        for (const char* column : {"min", "mode", "max"})
            row.cells.push_back(parameterCell(uncertainty, input, column));
        row.cells.push_back(pictureCell(uncertainty, isOfPlan));
        return row;
    }

    int exponentOf(const core::Input& input, const core::Uncertainty& uncertainty) const
    {
        const auto position = core::positionOf(m_project, {input.id, uncertainty.mode});
        return bareExponentFor(QString::fromStdString(input.unit), position ? position->base : 0.0);
    }

    // A distribution about a mean has that in the middle, and its spread at the right where there
    // is no high.
    TableCell parameterCell(const core::Uncertainty& uncertainty, const core::Input* input,
        std::string_view column) const
    {
        const core::Distribution& distribution = uncertainty.distribution;
        const auto has = [&](const char* name) { return distribution.parameters.contains(name); };
        std::string name(column);
        if (column == "mode" && has("mean"))
            name = "mean";
        else if (column == "max" && !has("max") && has("standard_deviation"))
            name = "standard_deviation";
        if (distribution.type == "discrete" && column == "max")
            return quietCell(
                Texts::tr("%n value(s)", nullptr, static_cast<int>(distribution.values.size())));
        const auto found = distribution.parameters.find(name);
        if (found == distribution.parameters.end())
            return {};
        TableCell cell;
        cell.look = TableCell::Look::number;
        cell.number = found->second;
        cell.tone = CellTone::input;
        cell.editor = TableCell::Editor::number;
        cell.cell.input = uncertaintyCell(uncertainty.input, ("distribution." + name).c_str());
        const bool isPercent = isFactor(uncertainty) || (input && input->unit == "%");
        cell.isPercent = isPercent;
        if (input && !isPercent)
            cell.bareExponent = exponentOf(*input, uncertainty);
        cell.text = numberText(found->second, isPercent ? 2 : -cell.bareExponent);
        if (name == "standard_deviation")
            cell.text = Texts::tr("s.d. %1").arg(cell.text);
        return cell;
    }

    QString numberText(double number, int exponent) const
    {
        constexpr int most = 3;
        for (int decimals = 0; decimals < most; ++decimals) {
            const double tens = number * std::pow(10.0, exponent + decimals);
            if (std::abs(tens - std::round(tens)) < 1e-6 * std::max(1.0, std::abs(tens)))
                return m_format.fixed(number, decimals, exponent);
        }
        return m_format.fixed(
            number, std::abs(number * std::pow(10.0, exponent)) < 10.0 ? 3 : 1, exponent);
    }

    TableCell pictureCell(const core::Uncertainty& uncertainty, bool isOfPlan) const
    {
        const core::Distribution& distribution = uncertainty.distribution;
        const ValueRange range =
            isOfPlan && m_range ? *m_range : rangeOfDraws(uncertainty.distribution);
        CellPicture picture;
        picture.points = densityLine(distribution, range, curvePoints);
        if (picture.points.isEmpty()) {
            picture.kind = CellPicture::Kind::bars;
            picture.points = discreteBars(distribution, range);
        }
        if (const auto position =
                core::positionOf(m_project, {uncertainty.input, uncertainty.mode}))
            picture.mark = range.place(position->base);
        return drawn(std::move(picture));
    }

    static TableCell drawn(CellPicture picture)
    {
        TableCell cell;
        cell.look = TableCell::Look::picture;
        cell.picture = std::move(picture);
        return cell;
    }

    TableRow deckRow() const
    {
        TableRow row;
        row.id = uncertainRowId("active_deck");
        TableCell label;
        label.text = Texts::tr("Price deck");
        const bool isDrawn = m_analysis.drawDeck;
        row.cells = {label,
            choiceCell(
                u"analysis.draw_deck"_s, isDrawn ? Texts::tr("Discrete") : Texts::tr("In use")),
            {}, {}, quietCell(isDrawn ? Texts::tr("by weight") : QString())};
        CellPicture picture {CellPicture::Kind::bars, {}, {}};
        double highest = 0.0;
        for (const core::PriceDeck& deck : m_project.priceDecks)
            highest = std::max(highest, deck.probability);
        const double count = static_cast<double>(m_project.priceDecks.size());
        for (std::size_t i = 0; i < m_project.priceDecks.size() && isDrawn && highest > 0.0; ++i)
            picture.points << QPointF((static_cast<double>(i) + 0.5) / count,
                m_project.priceDecks[i].probability / highest);
        row.cells.push_back(isDrawn ? drawn(std::move(picture)) : TableCell());
        return row;
    }

    TableRow processRow() const
    {
        TableRow row;
        row.id = uncertainRowId("price_process");
        TableCell label;
        label.text = Texts::tr("Yearly price");
        const auto& process = m_analysis.priceProcess;
        const QString type = u"analysis.price_process.type"_s;
        if (!process) {
            row.cells = {label, choiceCell(type, Texts::tr("As planned")), {}, {}, {}, {}};
            return row;
        }
        const bool reverts = process->type == core::PriceProcessType::meanReverting;
        TableCell volatility;
        volatility.look = TableCell::Look::number;
        volatility.number = process->volatility;
        volatility.isPercent = true;
        volatility.tone = CellTone::input;
        volatility.editor = TableCell::Editor::number;
        volatility.cell.input = u"analysis.price_process.volatility"_s;
        volatility.text = Texts::tr("σ %1").arg(m_format.percent(process->volatility, 0));
        volatility.toolTip = Texts::tr("Volatility of the logarithm, in % per root of a year");
        TableCell halfLife;
        if (reverts && process->halfLifeYears) {
            halfLife.look = TableCell::Look::number;
            halfLife.number = *process->halfLifeYears;
            halfLife.tone = CellTone::input;
            halfLife.editor = TableCell::Editor::number;
            halfLife.cell.input = u"analysis.price_process.half_life_years"_s;
            halfLife.text = Texts::tr("%1 years").arg(numberText(*process->halfLifeYears, 0));
            halfLife.toolTip = Texts::tr("Half-life of a deviation");
        }
        row.cells = {label,
            choiceCell(type, reverts ? Texts::tr("Reverting") : Texts::tr("Random walk")), {},
            volatility, halfLife, drawn(wanderOf(*process))};
        return row;
    }

    static CellPicture wanderOf(const core::PriceProcess& process)
    {
        const double halfLife = process.halfLifeYears.value_or(1.0);
        const double kept = process.type == core::PriceProcessType::meanReverting
                                ? std::pow(2.0, -1.0 / std::max(halfLife, 0.01))
                                : 1.0;
        CellPicture picture {CellPicture::Kind::line, {}, {}};
        double x = 0.0;
        for (std::size_t i = 0; i < wander.size(); ++i) {
            x = kept * x + process.volatility * wander[i];
            picture.points << QPointF(
                static_cast<double>(i) / (wander.size() - 1), std::clamp(0.5 + 0.3 * x, 0.0, 1.0));
        }
        return picture;
    }

    const core::Project& m_project;
    const core::Analysis& m_analysis;
    const DisplayFormat& m_format;
    std::vector<core::Input> m_inputs;
    std::optional<ValueRange> m_range; // of all factors on the plan
    QStringList m_others;              // what is not one
};

}

UncertainTable uncertainTable(const core::Project& project, const DisplayFormat& format)
{
    return Maker(project, format).make();
}

QString uncertainRowId(const std::string& input)
{
    return rowPrefix + QString::fromStdString(input);
}

std::string inputOfUncertainRow(const QString& rowId)
{
    return rowId.startsWith(rowPrefix) ? rowId.mid(rowPrefix.size()).toStdString() : std::string();
}

}
