#include "ui/document/ListPaths.h"

#include <charconv>
#include <map>
#include <set>
#include <vector>

namespace ui {

namespace {

bool isWithin(std::string_view path, const std::string& outer)
{
    return path.starts_with(outer) && (path.size() == outer.size() || path[outer.size()] == '.');
}

template <class Map>
void eraseWithin(Map& map, const std::string& path)
{
    std::erase_if(map, [&](const auto& entry) { return isWithin(entry.first, path); });
}

// Elements without ids are named by their place, so those behind a removed one change their names
// in the list of fields that were left out.
void forgetPlace(std::set<std::string>& unstated, const std::string& list, std::size_t removed)
{
    const std::string start = list + '[';
    std::set<std::string> kept;
    for (const std::string& path : unstated) {
        std::size_t place = 0;
        const char* end = path.data() + path.size();
        if (!path.starts_with(start)) {
            kept.insert(path);
            continue;
        }
        const char* after = std::from_chars(path.data() + start.size(), end, place).ptr;
        if (place < removed)
            kept.insert(path);
        else if (place > removed)
            kept.insert(start + std::to_string(place - 1) + std::string(after, end));
    }
    unstated = std::move(kept);
}

template <class Element, class IsGone>
void eraseElements(core::Project& project, std::vector<Element>& elements, const std::string& list,
    const IsGone& isGone)
{
    for (std::size_t i = elements.size(); i-- > 0;) {
        if (!isGone(elements[i]))
            continue;
        elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(i));
        forgetPlace(project.unstated, list, i);
    }
}

}

void forgetPath(core::Project& project, const std::string& path)
{
    for (core::Scenario& scenario : project.scenarios)
        eraseWithin(scenario.overrides, path);
    eraseWithin(project.evidence, path);
    eraseWithin(project.notes, path);
    std::erase_if(
        project.unstated, [&](const std::string& field) { return isWithin(field, path); });
    if (!project.analysis)
        return;
    core::Analysis& analysis = *project.analysis;
    const auto isOfPath = [&](const auto& entry) { return isWithin(entry.input, path); };
    eraseElements(project, analysis.tornado, "analysis.tornado", isOfPath);
    eraseElements(project, analysis.uncertainties, "analysis.uncertainties", isOfPath);
    eraseElements(project, analysis.correlations, "analysis.correlations",
        [&](const core::Correlation& correlation) {
            return isWithin(correlation.a, path) || isWithin(correlation.b, path);
        });
}

void forgetUncertainty(core::Project& project, const std::string& input)
{
    if (!project.analysis)
        return;
    core::Analysis& analysis = *project.analysis;
    eraseElements(project, analysis.uncertainties, "analysis.uncertainties",
        [&](const core::Uncertainty& uncertainty) { return uncertainty.input == input; });
    eraseElements(project, analysis.correlations, "analysis.correlations",
        [&](const core::Correlation& correlation) {
            return correlation.a == input || correlation.b == input;
        });
}

void copyRemarks(core::Project& project, const std::string& from, const std::string& to)
{
    for (auto* remarks : {&project.evidence, &project.notes}) {
        std::map<std::string, std::string> copies;
        for (const auto& [path, text] : *remarks)
            if (isWithin(path, from))
                copies.emplace(to + path.substr(from.size()), text);
        remarks->merge(copies);
    }
    std::set<std::string> unstated;
    for (const std::string& path : project.unstated)
        if (isWithin(path, from))
            unstated.insert(to + path.substr(from.size()));
    project.unstated.merge(unstated);
}

void dropChoices(core::Project& project, std::string_view pathEnd, const std::string& id)
{
    for (core::Scenario& scenario : project.scenarios)
        std::erase_if(scenario.overrides, [&](const auto& entry) {
            const auto* word = std::get_if<std::string>(&entry.second);
            return word && *word == id && std::string_view(entry.first).ends_with(pathEnd);
        });
}

}
