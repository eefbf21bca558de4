#pragma once

#include "app/cli/Command.h"
#include "app/cli/Overrides.h"
#include "app/cli/ResultCommands.h"
#include "core/analysis/Simulation.h"

#include <optional>
#include <string>

namespace cli {

// What the commands about all uncertainties together are asked. Without trials, seed or sampling
// those of the project hold.
struct RiskArguments {
    std::string file;
    Overrides overrides;
    Format format = Format::text;
    std::optional<std::string> trials;
    std::string samples = "4096"; // of Sobol indices
    std::optional<std::string> seed;
    std::optional<std::string> sampling; // random, latin_hypercube or sobol
    std::optional<std::string> threads;  // without: all cores
    std::string metric = "npv";
};

Output monteCarlo(const RiskArguments&);
Output sobolIndices(const RiskArguments&);

// A simulation as the project says, on all cores.
core::SimulationOptions simulationOptions(const core::Project&, core::Target);

}
