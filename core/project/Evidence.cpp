#include "core/project/Evidence.h"

#include "core/project/Registry.h"

#include <array>

namespace core {

namespace {

struct Grade {
    std::string_view name;
    EvidenceRange range;
};

constexpr std::array grades {
    Grade {"assumption", {0.70, 1.30}},
    Grade {"analyst", {0.80, 1.20}},
    Grade {"test_work", {0.90, 1.10}},
    Grade {"quote", {0.95, 1.05}},
};

// AACE International, Recommended Practice 18R-97, table 1: the outer ends of the expected
// accuracy ranges.
constexpr std::array<EvidenceRange, 5> estimateClasses {{
    {0.90, 1.15}, // class 1
    {0.85, 1.20},
    {0.80, 1.30},
    {0.70, 1.50},
    {0.50, 2.00},
}};

}

std::optional<EvidenceRange> rangeOfGrade(std::string_view grade)
{
    for (const Grade& known : grades)
        if (known.name == grade)
            return known.range;
    return std::nullopt;
}

std::optional<EvidenceRange> rangeOfEstimateClass(int estimateClass)
{
    if (estimateClass < 1 || estimateClass > static_cast<int>(estimateClasses.size()))
        return std::nullopt;
    return estimateClasses[static_cast<std::size_t>(estimateClass) - 1];
}

std::optional<InputEvidence> rangeFromEvidence(const Project& project, std::string_view id)
{
    const std::string_view grade = evidenceFor(project, id);
    if (const std::optional<EvidenceRange> range = rangeOfGrade(grade))
        return InputEvidence {*range, std::string(grade), std::nullopt};
    for (const CapitalItem& item : project.capital.items) {
        const std::string path = "capital.items." + item.id;
        if (!item.estimateClass || (id != path + ".amount" && id != path + ".standalone_amount"))
            continue;
        if (const std::optional<EvidenceRange> range = rangeOfEstimateClass(*item.estimateClass))
            return InputEvidence {*range, {}, item.estimateClass};
    }
    return std::nullopt;
}

}
