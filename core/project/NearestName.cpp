#include "core/project/NearestName.h"

#include <algorithm>
#include <cstddef>

namespace core {

namespace {

// Optimal string alignment distance, by rows of the usual table.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = last;
        last = row;
    }
    return last[b.size()];
}

}

std::string nearestName(std::string_view name, const std::vector<std::string>& candidates)
{
    constexpr std::size_t longestName = 200; // longer text is no misspelt name, and slow to compare
    if (name.size() > longestName)
        return {};
    const std::string* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t lengthGap =
            std::max(candidate.size(), name.size()) - std::min(candidate.size(), name.size());
        if (lengthGap >= least)
            continue;
        const std::size_t found = distance(name, candidate);
        if (found < least) {
            least = found;
            nearest = &candidate;
        }
    }
    return nearest ? *nearest : std::string();
}

std::string suggestion(std::string_view name, const std::vector<std::string>& candidates)
{
    const std::string nearest = nearestName(name, candidates);
    return nearest.empty() ? std::string() : "; did you mean " + nearest + "?";
}

}
