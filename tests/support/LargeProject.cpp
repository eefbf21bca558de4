#include "tests/support/LargeProject.h"

#include "core/project/DefaultProject.h"

#include <string>

namespace support {

core::Project largeProject()
{
    core::Project large = core::defaultProject();
    large.timeline.yearsOfOperation = 58;
    for (int i = 0; large.costLines.size() < 40; ++i) {
        core::CostLine line = large.costLines[0];
        line.id = "line_" + std::to_string(i);
        line.name = "A cost line with a long name, number " + std::to_string(i);
        large.costLines.push_back(line);
    }
    for (int i = 0; large.priceDecks.size() < 12; ++i) {
        core::PriceDeck deck = large.priceDecks[0];
        deck.id = "deck_" + std::to_string(i);
        deck.name = "Deck " + std::to_string(i);
        deck.probability = 0.0;
        large.priceDecks.push_back(deck);
    }
    return large;
}

}
