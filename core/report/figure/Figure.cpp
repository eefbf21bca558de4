#include "core/report/figure/Figure.h"

#include "core/report/NumberFormat.h"

#include <cmath>
#include <map>

namespace core {

Sentence sourceLine(const FigureSource& source, const std::string& revision)
{
    const std::string discounting = english(source.discounting);
    if (revision.empty())
        return {"Source: Galval, %1. %2, %3.", {source.project, source.deck, discounting}};
    return {
        "Source: Galval, %1, %2. %3, %4.", {source.project, revision, source.deck, discounting}};
}

namespace {

FigureTable tableOfBars(const Figure& figure)
{
    bool hasProbabilities = false;
    for (const FigureBar& bar : figure.bars)
        hasProbabilities = hasProbabilities || bar.probability;
    FigureTable table;
    table.heads = {"", figure.unit};
    if (hasProbabilities)
        table.heads.push_back("Probability");
    for (const FigureBar& bar : figure.bars) {
        table.lines.push_back({english(bar.label), {bar.size()}});
        if (hasProbabilities)
            table.lines.back().values.push_back(bar.probability);
    }
    return table;
}

FigureTable tableOfSwings(const Figure& figure)
{
    FigureTable table;
    table.heads = {"", "Low", figure.unit + " at low", "High", figure.unit + " at high"};
    for (const FigureSwing& swing : figure.swings) {
        std::string label = english(swing.label);
        if (!swing.unit.empty())
            label += ", " + swing.unit;
        table.lines.push_back(
            {label, {swing.low.position, swing.low.value, swing.high.position, swing.high.value}});
    }
    return table;
}

FigureTable tableOfBins(const Figure& figure)
{
    FigureTable table;
    table.heads = {figure.unit, "From", "To", "Share of trials", "Cumulative, %"};
    for (std::size_t i = 0; i < figure.bars.size(); ++i) {
        const FigureBar& bar = figure.bars[i];
        table.lines.push_back({english(bar.label),
            {bar.from, bar.to, bar.probability, figure.series.front().points[i + 1].value}});
    }
    return table;
}

std::string headOfLines(const Figure& figure)
{
    if (figure.kind == FigureKind::stackedBars)
        return {};
    if (figure.kind == FigureKind::convergence)
        return "Trials";
    if (!figure.axis)
        return "Year";
    const std::string name = english(figure.axis->name);
    return figure.axis->unit.empty() ? name : name + ", " + figure.axis->unit;
}

std::string labelOfLine(const Figure& figure, double x)
{
    if (figure.kind == FigureKind::stackedBars)
        return english(figure.bars[static_cast<std::size_t>(x)].label);
    return figure.axis ? plainText(x) : std::to_string(std::lround(x));
}

}

std::string axisText(const FigureAxis& axis, double number)
{
    const std::string text =
        axis.isChange ? signedText(number, axis.decimals) : fixedText(number, axis.decimals);
    return axis.unit == "%" ? text + std::string(noBreakSpace) + axis.unit : text;
}

FigureTable figureTable(const Figure& figure)
{
    if (!figure.swings.empty())
        return tableOfSwings(figure);
    if (figure.kind == FigureKind::histogram && !figure.bars.empty())
        return tableOfBins(figure);
    if (figure.series.empty())
        return tableOfBars(figure);
    FigureTable table;
    table.heads = {headOfLines(figure)};
    std::map<double, std::vector<std::optional<double>>> lines;
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        table.heads.push_back(english(figure.series[s].label) + ", " + figure.unit);
        for (const FigurePoint& point : figure.series[s].points) {
            auto& values = lines[point.x];
            values.resize(figure.series.size());
            values[s] = point.value;
        }
    }
    for (auto& [x, values] : lines)
        table.lines.push_back({labelOfLine(figure, x), values});
    return table;
}

}
