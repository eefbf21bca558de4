#pragma once

#include "core/project/Registry.h"

#include <cstddef>
#include <string>
#include <vector>

// Descriptions of settings that are typed into as if they were inputs.
namespace ui {

core::Input choiceSetting(
    const std::string& id, const char* label, const std::vector<std::string>& words);
core::Input numberSetting(
    const std::string& id, const char* label, double minimum, double maximum, double step);

// The place of a word among others; behind them all when it is none of them.
std::size_t placeOfWord(const std::vector<std::string>& words, const core::InputValue&);

}
