#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Study.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

struct SpiderLine {
    std::string input;
    std::vector<std::optional<double>> values; // by factor; none where there is no figure, or the
                                               // field does not take the value

    bool operator==(const SpiderLine&) const = default;
};

struct Spider {
    Target target;
    std::vector<double> factors;
    std::vector<SpiderLine> lines; // in the order of the inputs

    bool operator==(const Spider&) const = default;
};

// The target as each input is multiplied by each factor, one input at a time.
Result<Spider> spiderOf(Study& study, const std::vector<std::string>& inputs,
    const std::vector<double>& factors, Target target = {});

// `count` factors from 1 - reach to 1 + reach.
std::vector<double> spiderFactors(double reach = 0.5, int count = 11);

}
