#include "core/report/figure/FigureParts.h"
#include "core/report/figure/FigureText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/SensitivityFigures.h"
#include "core/report/figure/SensitivityParts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace core {

namespace {

using Values = std::vector<std::optional<double>>;

double largestFigure(const TwoWayTable& table)
{
    double largest = 0.0;
    for (const Values& row : table.values)
        largest = std::max(largest, largestOf(row));
    return largest;
}

// The place of the plan on an axis: that of the nearest position.
std::size_t planOf(const Evaluation& evaluation, const TableAxis& axis)
{
    const Result<InputPosition> plan = positionOf(evaluation.project(), axis.input);
    const double base = plan ? plan->base : 1.0;
    const auto nearest = std::min_element(axis.positions.begin(), axis.positions.end(),
        [&](double a, double b) { return std::abs(a - base) < std::abs(b - base); });
    return static_cast<std::size_t>(nearest - axis.positions.begin());
}

// The plan and both ends, and the middle of the longer way from the plan to an end.
std::vector<std::size_t> shownColumns(std::size_t count, std::size_t plan)
{
    const std::size_t last = count - 1;
    const std::size_t middle = plan > last - plan ? plan / 2 : (plan + last + 1) / 2;
    const std::set<std::size_t> columns {0, middle, plan, last};
    return {columns.begin(), columns.end()};
}

Values columnOf(const TwoWayTable& table, std::size_t column)
{
    Values values;
    for (const Values& row : table.values)
        values.push_back(row[column]);
    return values;
}

// Of all crossings the one nearest to the plan.
std::optional<double> flipOf(
    const std::vector<double>& positions, const Values& values, double level, double plan)
{
    std::optional<double> nearest;
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const auto at = passes(level, positions[i - 1], values[i - 1], positions[i], values[i]);
        if (at && (!nearest || std::abs(*at - plan) < std::abs(*nearest - plan)))
            nearest = at;
    }
    return nearest;
}

struct Texts {
    TargetText target;
    PositionText x;
    PositionText y;
};

Texts textsOf(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view)
{
    const PositionTexts positions(evaluation.project());
    return {targetText(evaluation, table.target, view, largestFigure(table)),
        positions.of(table.x.input, table.x.positions),
        positions.of(table.y.input, table.y.positions)};
}

}

Figure twoWayFigure(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view)
{
    const Texts texts = textsOf(evaluation, table, view);
    Figure figure;
    figure.id = "two_way";
    figure.kind = FigureKind::lines;
    figure.unit = texts.target.unit;
    figure.decimals = texts.target.decimals;
    figure.source = sourceOf(evaluation);
    figure.axis = texts.y.axis();
    const std::string target = english(texts.target.name);
    const std::string across = withinSentence(texts.x.name);
    figure.title = firstThatFits({{"%1 over %2", {target, withinSentence(texts.y.name)}},
        {"%1 over the input down the table", {target}}});
    const std::string unit = unitText(evaluation, texts.target, view);
    figure.subtitle =
        texts.target.threshold
            ? Sentence {"%1, at some values of %2; dots mark %3 = %4",
                  {unit, across, target, texts.target.number(*texts.target.threshold)}}
            : Sentence {"%1, at some values of %2", {unit, across}};
    if (table.x.positions.empty() || table.y.positions.empty())
        return figure;

    constexpr int inks[] = {1, 3, 2, 4}; // as the decks in the pictures: no neighbours in hue
    const std::size_t plan = planOf(evaluation, table.x);
    const double yPlan = table.y.positions[planOf(evaluation, table.y)];
    std::size_t other = 0;
    for (const std::size_t column : shownColumns(table.x.positions.size(), plan)) {
        const Values values = columnOf(table, column);
        const double position = table.x.positions[column];
        FigureSeries line;
        line.id = texts.x.text(position);
        line.input = table.y.input.id;
        line.label = {"%1 %2", {english(texts.x.name), texts.x.textInUnit(position)}};
        line.isActive = column == plan;
        line.ink.index = line.isActive ? 0 : inks[other++ % std::size(inks)];
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i])
                line.points.push_back(
                    {texts.y.shown(table.y.positions[i]), texts.target.shown(*values[i])});
        if (texts.target.threshold) {
            const double level = *texts.target.threshold;
            if (const auto at = flipOf(table.y.positions, values, level, yPlan))
                figure.marks.push_back(
                    {{}, {texts.y.shown(*at), texts.target.shown(level)}, line.ink});
        }
        figure.series.push_back(std::move(line));
    }
    return figure;
}

Sentence twoWayTitle(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view)
{
    const Texts texts = textsOf(evaluation, table, view);
    const std::string target = english(texts.target.name);
    const std::string x = withinSentence(texts.x.name);
    const std::string y = withinSentence(texts.y.name);
    const Sentence plain =
        firstThatFits({{"%1 over %2 and %3", {target, y, x}}, {"%1 over two inputs", {target}}});
    if (!texts.target.threshold || table.x.positions.empty() || table.y.positions.empty())
        return plain;
    const double level = *texts.target.threshold;
    const std::size_t plan = planOf(evaluation, table.x);
    const double yPlan = table.y.positions[planOf(evaluation, table.y)];
    const std::string levelText = texts.target.level(level);
    const Result<InputPosition> field = positionOf(evaluation.project(), table.y.input);
    const PositionText solved = field && field->isInteger ? texts.y : texts.y.ofSolutions();
    if (const auto at = flipOf(table.y.positions, columnOf(table, plan), level, yPlan))
        return firstThatFits(
            {{"%1 is %2 with %3 at %4 and %5 at %6", {target, levelText, y, solved.text(*at), x,
                                                         texts.x.text(table.x.positions[plan])}},
                {"%1 is %2 with %3 at %4", {target, levelText, y, solved.text(*at)}}, plain});
    int below = 0;
    int cells = 0;
    for (const Values& row : table.values)
        for (const std::optional<double>& value : row) {
            cells += value ? 1 : 0;
            below += value && *value < level ? 1 : 0;
        }
    if (cells == 0)
        return {"There is no %1 in the whole table", {target}};
    if (below == 0)
        return {"%1 is nowhere below %2 in this table", {target, levelText}};
    if (below == cells)
        return {"%1 is nowhere above %2 in this table", {target, levelText}};
    return {"%1 is below %2 in %3 of %4 cells",
        {target, levelText, std::to_string(below), std::to_string(cells)}};
}

Sentence twoWaySubtitle(const Evaluation& evaluation, const TwoWayTable& table, MoneyView view)
{
    const TargetText target = targetText(evaluation, table.target, view, largestFigure(table));
    const std::vector<std::string> arguments {
        english(target.name), unitText(evaluation, target, view)};
    if (!target.threshold)
        return {"%1, %2. The framed cell is the plan", arguments};
    return {"%1, %2. The line separates gain from loss; the framed cell is the plan", arguments};
}

}
