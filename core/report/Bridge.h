#pragma once

#include "core/model/Evaluation.h"

#include <optional>
#include <string>
#include <vector>

// The way from the value of a plant that brings everything itself to the value of the project that
// reuses the refinery, in present values of USD.
namespace core {

struct BridgeStep {
    enum class Kind { operatingCosts, capital, remainder };

    Kind kind = Kind::remainder;
    std::string label;
    double value = 0.0;
    std::optional<Row> row; // none: several steps put together
};

struct Bridge {
    double standaloneNpv = 0.0;
    std::vector<BridgeStep> steps; // the largest first, "Other" last
    double projectNpv = 0.0;       // the stand-alone value and all steps
};

// The largest steps by their size, the rest as "Other" where there are more. Operating costs and
// capital are before tax; the tax on all of it is a step of its own.
Bridge bridgeOf(const Evaluation&, std::size_t largestSteps = 9);

}
