#pragma once

#include "core/project/Project.h"

#include <cstdint>

// Projects for tests that must hold for every project.
namespace support {

// A valid project drawn by a seed: the same one on every system and with every standard library,
// since it is made by plain arithmetic from std::mt19937 alone. The projects differ in everything
// the model knows: timelines, terms, currencies, price decks, depreciation, losses, loans and
// owners, with the corners (one operating year, no interest, no closure years, base year outside
// the timeline) drawn often. About one in five earns its capital back many times, about one in five
// never.
core::Project generateProject(std::uint32_t seed);

}
