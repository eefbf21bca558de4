#pragma once

#include "app/cli/Command.h"
#include "app/cli/Overrides.h"
#include "app/cli/ResultCommands.h"

#include <optional>
#include <string>

namespace cli {

// Without trials, seed or sampling those of the project hold.
struct MonteCarloArguments {
    std::string file;
    Overrides overrides;
    Format format = Format::text;
    std::optional<std::string> trials;
    std::optional<std::string> seed;
    std::optional<std::string> sampling; // random, latin_hypercube or sobol
    std::optional<std::string> threads;  // without: all cores
    std::string metric = "npv";
};

Output monteCarlo(const MonteCarloArguments&);

}
