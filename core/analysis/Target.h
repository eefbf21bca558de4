#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// The figure that an analysis looks at: a metric of the project as planned, the value of reuse, or
// the net present value weighted over the price decks.
struct Target {
    enum class Kind { metric, npvSavings, expectedNpv };

    Kind kind = Kind::metric;
    Metric metric = Metric::npv; // of a metric

    bool operator==(const Target&) const = default;
};

// By its name in results: "npv", "irr", "npv_savings", "expected_npv". InvalidInput names what was
// expected, and the nearest name.
Result<Target> findTarget(std::string_view name);
std::string_view nameOf(Target target);
std::string_view labelOf(Target target);
MetricDescription::Kind kindOf(Target target);
std::vector<Target> allTargets(); // in the order of the metrics

std::optional<double> figureOf(const Evaluation& evaluation, Target target);

}
