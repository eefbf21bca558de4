#pragma once

#include "core/project/Project.h"

#include <cstddef>
#include <vector>

namespace core {

// A price deck that a chart of lines shows, and the colour that it has in every chart.
struct ShownDeck {
    std::size_t position = 0; // in the project
    int ink = 0;
    bool isActive = false;
};

// At most six, in the order of the project: the active deck and the most probable others.
std::vector<ShownDeck> shownDecks(const Project& project);

const PriceDeck& activeDeckOf(const Project& project);

}
