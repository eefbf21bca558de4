#include "core/report/figure/Figure.h"

#include <cmath>
#include <map>

namespace core {

std::string english(const Sentence& sentence)
{
    std::string text;
    for (std::size_t i = 0; i < sentence.pattern.size(); ++i) {
        const char c = sentence.pattern[i];
        const char next = i + 1 < sentence.pattern.size() ? sentence.pattern[i + 1] : '\0';
        const auto argument = static_cast<std::size_t>(next - '1');
        if (c == '%' && next >= '1' && next <= '9' && argument < sentence.arguments.size()) {
            text += sentence.arguments[argument];
            ++i;
        } else {
            text += c;
        }
    }
    return text;
}

Sentence verbatim(std::string text)
{
    return {"%1", {std::move(text)}};
}

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

}

FigureTable figureTable(const Figure& figure)
{
    if (figure.series.empty())
        return tableOfBars(figure);
    const bool isOverYears = figure.kind != FigureKind::stackedBars;
    FigureTable table;
    table.heads = {isOverYears ? "Year" : ""};
    std::map<int, std::vector<std::optional<double>>> lines;
    for (std::size_t s = 0; s < figure.series.size(); ++s) {
        table.heads.push_back(english(figure.series[s].label) + ", " + figure.unit);
        for (const FigurePoint& point : figure.series[s].points) {
            auto& values = lines[static_cast<int>(std::lround(point.x))];
            values.resize(figure.series.size());
            values[s] = point.value;
        }
    }
    for (auto& [x, values] : lines) {
        const auto slot = static_cast<std::size_t>(x);
        table.lines.push_back(
            {isOverYears ? std::to_string(x) : english(figure.bars[slot].label), values});
    }
    return table;
}

}
