#pragma once

#include "core/engine/CashFlowMetrics.h"

#include <span>
#include <string>

// The metrics of bare cash flows for people and as JSON. `flows` are those that they are of.
namespace core {

std::string flowMetricsText(const FlowMetrics&, std::span<const double> flows);

// An object; a figure that does not exist is null, `irr_roots` always an array.
std::string flowMetricsJson(const FlowMetrics&);

}
