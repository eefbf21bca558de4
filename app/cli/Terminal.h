#pragma once

#include "core/engine/Result.h"

#include <string>
#include <string_view>
#include <vector>

// Standard output and error, in UTF-8 on every system.
namespace cli {

// Makes a Windows console show UTF-8.
void prepareTerminal();

// The arguments of the program as UTF-8, its own name not among them.
std::vector<std::string> argumentsOf(int count, char** values);

// Whether all of it arrived; a disk may be full.
bool print(std::string_view text);

// "galval-cli: where: message" on standard error, one line per problem.
void printProblems(const core::Problems&);

}
