#pragma once

#include "app/cli/Command.h"
#include "app/cli/Overrides.h"
#include "app/cli/ResultCommands.h"

#include <optional>
#include <string>
#include <vector>

namespace cli {

// What the commands about single inputs are asked.
struct SensitivityArguments {
    std::string file;
    Overrides overrides;
    Format format = Format::text;
    std::string metric = "npv";
    std::vector<std::string> inputs;    // to move; empty: those of the project's tornado
    std::string ranges = "own";         // own, evidence, percent or percent=N%
    bool isTwin = false;                // a tornado beside its simulation
    std::string factors = "0.5:1.5:11"; // LO:HI:N, of a spider
    std::optional<std::string> hurdle;  // a rate, of flips
    std::string x;                      // ID=LO:HI:N, of a two-way table
    std::string y;
    std::string input; // of a goal
    std::string target;
};

Output tornado(const SensitivityArguments&);
Output flips(const SensitivityArguments&);
Output spider(const SensitivityArguments&);
Output twoWay(const SensitivityArguments&);
Output goalSeek(const SensitivityArguments&);
Output gradient(const SensitivityArguments&);

}
