#pragma once

#include "core/analysis/EffectiveChanges.h"
#include "core/analysis/Target.h"
#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace core {

// Why a figure moved between two projects: a Shapley value over what changed, so that the parts add
// up to the difference exactly and no order is preferred.
struct AttributionPart {
    // One, or several that cannot be made one without another because an input rule would be broken
    // in between: the shares of products, which sum to 1, or a product and its prices.
    std::vector<EffectiveChange> changes;
    double effect = 0.0;
};

struct Attribution {
    Target target;
    double from = 0.0;
    double to = 0.0;
    std::vector<AttributionPart> parts; // the largest effect first; in this order they sum to the
                                        // difference
    bool isSampled = false;             // too many changes for all orders
};

struct AttributionOptions {
    Target target;
    std::uint64_t seed = 1;
    int orders = 200;                           // that are sampled where there are too many
    std::function<bool(double done)> goOn = {}; // false stops: the call is then an error
};

// Up to so many parts, all orders in which they may come are looked at.
inline constexpr int mostPartsOfAllOrders = 10;

// Changes are one part where a project between the two would break a rule without the others; which
// these are does not depend on the order of the documents. InvalidInput when one of the two is not
// valid. NotComputable when one of the two has no such figure, or a project between them has none:
// the problem then names the changes that were made.
Result<Attribution> attribute(
    const Project& from, const Project& to, const AttributionOptions& options = {});

}
