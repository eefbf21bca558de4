#include "core/analysis/ChangeGroups.h"

#include "core/project/Validation.h"

#include <algorithm>
#include <string>

namespace core {

ChangeGroups::ChangeGroups(const EffectiveChanges& changes)
    : m_changes(changes)
{
    for (std::size_t i = 0; i < changes.all().size(); ++i)
        m_groups.push_back({i});
}

Project ChangeGroups::made(const Groups& groups) const
{
    return m_changes.made(changesOf(groups));
}

std::vector<bool> ChangeGroups::changesOf(const Groups& groups) const
{
    std::vector<bool> changes(m_changes.all().size(), false);
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        if (groups[g])
            for (const std::size_t change : m_groups[g])
                changes[change] = true;
    return changes;
}

const std::vector<std::string>& ChangeGroups::problemsOf(const Groups& groups)
{
    std::vector<bool> changes = changesOf(groups);
    const auto [known, isNew] = m_problems.try_emplace(std::move(changes));
    if (isNew)
        for (const Problem& problem : validate(m_changes.made(known->first)))
            known->second.push_back(problem.where);
    return known->second;
}

bool ChangeGroups::ensureValid(const Groups& groups)
{
    if (problemsOf(groups).empty())
        return true;
    merge(groups);
    return false;
}

void ChangeGroups::merge(const Groups& broken)
{
    Groups culprits = broken;
    for (std::size_t g = 0; g < culprits.size(); ++g) {
        if (!culprits[g])
            continue;
        culprits[g] = false;
        if (problemsOf(culprits).empty())
            culprits[g] = true;
    }
    const std::vector<std::string> places = problemsOf(culprits);
    const auto isMended = [&](const Groups& groups) {
        const std::vector<std::string>& left = problemsOf(groups);
        return std::none_of(left.begin(), left.end(), [&places](const std::string& place) {
            return std::find(places.begin(), places.end(), place) != places.end();
        });
    };
    Groups together(m_groups.size(), true);
    for (std::size_t g = 0; g < together.size(); ++g) {
        if (culprits[g])
            continue;
        together[g] = false;
        if (!isMended(together))
            together[g] = true;
    }

    std::vector<std::size_t> merged;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (together[g])
            merged.insert(merged.end(), m_groups[g].begin(), m_groups[g].end());
        else
            groups.push_back(std::move(m_groups[g]));
    }
    std::sort(merged.begin(), merged.end());
    groups.push_back(std::move(merged));
    std::sort(groups.begin(), groups.end());
    m_groups = std::move(groups);
}

}
