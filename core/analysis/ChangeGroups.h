#pragma once

#include "core/analysis/EffectiveChanges.h"

#include <cstddef>
#include <functional>
#include <map>
#include <vector>

namespace core {

// Puts changes together that cannot be made one without another: every project that is asked for
// between the two obeys the rules of documents.
//
// When a project breaks a rule, its changes are reduced to those without which it would not; what
// else must change so that these problems go away is found by leaving out one change of all others
// after the other. They all become one group.
class ChangeGroups {
public:
    explicit ChangeGroups(const EffectiveChanges& changes);

    std::size_t count() const { return m_groups.size(); }
    const std::vector<std::size_t>& group(std::size_t index) const { return m_groups[index]; }

    // The project with these groups of changes made.
    Project made(const std::vector<bool>& groups) const;

    // False when the project breaks a rule: groups were then merged, and there are fewer.
    bool ensureValid(const std::vector<bool>& groups);

private:
    using Groups = std::vector<bool>; // those that are made

    std::vector<bool> changesOf(const Groups& groups) const;
    const std::vector<std::string>& problemsOf(const Groups& groups);
    void merge(const Groups& groups);

    const EffectiveChanges& m_changes;
    std::vector<std::vector<std::size_t>> m_groups;                   // changes, ascending
    std::map<std::vector<bool>, std::vector<std::string>> m_problems; // places, by changes made
};

}
