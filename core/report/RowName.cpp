#include "core/report/RowName.h"

#include "core/project/NearestName.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array cases {ResultCase::project, ResultCase::standalone, ResultCase::savings};
constexpr std::size_t mostNamesOffered = 5;

std::string inCase(ResultCase resultCase, std::string_view name)
{
    return std::string(nameOf(resultCase)) + "." + std::string(name);
}

std::string_view breakEvenName()
{
    return descriptionOf(Metric::breakEvenPrice).name;
}

// The names that may be asked for in a case, without its prefix.
std::vector<std::string> namesIn(const Evaluation& evaluation, ResultCase resultCase)
{
    std::vector<std::string> names;
    for (const Sheet::RowContent& row : evaluation.model().sheet().rows()) {
        const std::string& name = row.title.name;
        const bool isOfAnyCase = std::any_of(cases.begin(), cases.end(),
            [&](ResultCase c) { return name.starts_with(inCase(c, "")); });
        const std::string prefix = inCase(resultCase, "");
        if (name.starts_with(prefix))
            names.push_back(name.substr(prefix.size()));
        else if (!isOfAnyCase)
            names.push_back(name);
    }
    if (resultCase != ResultCase::savings)
        names.emplace_back(breakEvenName());
    return names;
}

// "; did you mean a, b or c?", the nearest first, then those that hold what was typed.
std::string offer(const Evaluation& evaluation, ResultCase resultCase, std::string_view name)
{
    const std::vector<std::string> candidates = namesIn(evaluation, resultCase);
    std::vector<std::string> offered;
    const auto add = [&](const std::string& candidate) {
        const bool isNew = std::find(offered.begin(), offered.end(), candidate) == offered.end();
        if (!candidate.empty() && isNew && offered.size() < mostNamesOffered)
            offered.push_back(candidate);
    };
    add(nearestName(name, candidates));
    for (const std::string& candidate : candidates)
        if (name.size() >= 3 && candidate.find(name) != std::string::npos)
            add(candidate);
    std::string list;
    for (std::size_t i = 0; i < offered.size(); ++i)
        list += (i == 0 ? "" : i + 1 == offered.size() ? " or " : ", ") + offered[i];
    return list.empty() ? std::string() : "; did you mean " + list + "?";
}

}

std::string_view nameOf(ResultCase resultCase)
{
    switch (resultCase) {
    case ResultCase::project:
        return "project";
    case ResultCase::standalone:
        return "standalone";
    case ResultCase::savings:
        break;
    }
    return "savings";
}

std::optional<ResultCase> findResultCase(std::string_view name)
{
    for (const ResultCase resultCase : cases)
        if (nameOf(resultCase) == name)
            return resultCase;
    return std::nullopt;
}

std::optional<ResultCase> caseOf(std::string_view rowName)
{
    const std::size_t dot = rowName.find('.');
    return dot == std::string_view::npos ? std::nullopt : findResultCase(rowName.substr(0, dot));
}

std::string_view withoutCase(std::string_view rowName)
{
    return caseOf(rowName) ? rowName.substr(rowName.find('.') + 1) : rowName;
}

std::optional<NamedFigure> namedFigure(
    const Evaluation& evaluation, ResultCase resultCase, std::string_view name)
{
    const Sheet& sheet = evaluation.model().sheet();
    for (const std::string& full : {inCase(resultCase, name), std::string(name)})
        if (const std::optional<int> row = sheet.findRow(full)) {
            const bool isStandalone = full.starts_with(inCase(ResultCase::standalone, ""));
            return NamedFigure {
                Row(nullptr, *row), isStandalone ? PlantCase::standalone : PlantCase::project};
        }
    for (const ResultCase c : {ResultCase::project, ResultCase::standalone}) {
        const bool isPlain = c == resultCase && name == breakEvenName();
        if (isPlain || name == inCase(c, breakEvenName()))
            return NamedFigure {
                Row(), c == ResultCase::project ? PlantCase::project : PlantCase::standalone};
    }
    return std::nullopt;
}

Result<NamedFigure> findFigure(
    const Evaluation& evaluation, ResultCase resultCase, std::string_view name)
{
    if (const std::optional<NamedFigure> figure = namedFigure(evaluation, resultCase, name))
        return *figure;
    const Sheet& sheet = evaluation.model().sheet();
    const std::string shown(name.substr(0, 100));
    for (const ResultCase other : cases)
        if (sheet.findRow(inCase(other, name)) ||
            (other == ResultCase::project && name == breakEvenName()))
            return Error(ErrorCode::InvalidInput, shown,
                "is no row of the case " + std::string(nameOf(resultCase)) + "; the case " +
                    std::string(nameOf(other)) + " has it");
    return Error(ErrorCode::InvalidInput, shown,
        "is no row or metric of the model" + offer(evaluation, resultCase, name));
}

}
