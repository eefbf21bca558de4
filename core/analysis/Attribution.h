#pragma once

#include "core/analysis/Target.h"
#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core {

// Why a figure moved between two projects: a Shapley value over what changed, so that the parts add
// up to the difference exactly and no order is preferred.
struct AttributionPart {
    std::string input; // the id of the input, or of the list element that came, went or changed
    std::string label; // for people
    std::string from;  // the value, in words; empty where there was none
    std::string to;
    double effect = 0.0;

    bool operator==(const AttributionPart&) const = default;
};

struct Attribution {
    Target target;
    double from = 0.0;
    double to = 0.0;
    std::vector<AttributionPart> parts; // the largest effect first
    bool isSampled = false;             // too many changes for all orders
    bool operator==(const Attribution&) const = default;
};

struct AttributionOptions {
    Target target;
    std::uint64_t seed = 1;
    int orders = 200;                           // that are sampled where there are too many
    std::function<bool(double done)> goOn = {}; // false stops: the call is then an error
};

// NotComputable when one of the two has no such figure. Changes that cannot be made one without
// another (rules between fields) are one part.
Result<Attribution> attribute(
    const Project& from, const Project& to, const AttributionOptions& options = {});

}
