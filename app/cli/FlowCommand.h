#pragma once

#include "app/cli/Command.h"
#include "app/cli/ResultCommands.h"

#include <optional>
#include <string>

namespace cli {

struct FlowArguments {
    std::string file; // "-": standard input
    std::optional<std::string> rate;
    std::string timing = "start";
    std::optional<std::string> financeRate;      // the discount rate when it is missing
    std::optional<std::string> reinvestmentRate; // likewise
    Format format = Format::text;
};

// The metrics of bare yearly cash flows, one per line. Figures that need a rate that was not given
// do not exist.
Output flowMetrics(const FlowArguments&);

}
