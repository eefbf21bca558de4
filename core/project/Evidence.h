#pragma once

#include "core/project/Project.h"

#include <optional>
#include <string>
#include <string_view>

namespace core {

// How far a value may lie from its plan: as factors, of which the plan is 1.
struct EvidenceRange {
    double low = 1.0;
    double high = 1.0;

    bool operator==(const EvidenceRange&) const = default;
};

// Of a grade, such as "analyst"; nothing for an unknown one.
std::optional<EvidenceRange> rangeOfGrade(std::string_view grade);

// Of a class of estimates, 1 (best) to 5: the outer bounds of AACE 18R-97.
std::optional<EvidenceRange> rangeOfEstimateClass(int estimateClass);

// The range of an input and what gives it: its own grade of evidence or, for an amount of a capital
// item without one, the estimate class of the item.
struct InputEvidence {
    EvidenceRange range;
    std::string grade;                // empty when the class gives the range
    std::optional<int> estimateClass; // none when the grade does

    bool operator==(const InputEvidence&) const = default;
};

// Nothing when nobody said how good the value of the input is.
std::optional<InputEvidence> rangeFromEvidence(const Project&, std::string_view id);

}
