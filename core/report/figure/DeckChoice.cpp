#include "core/report/figure/DeckChoice.h"

#include "core/report/figure/Figure.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

// Colours by position: the orange and the blue, which also say lost and added value elsewhere, are
// kept apart, and neighbours in a list get colours that differ much.
constexpr std::array<int, seriesInkCount> inkByPosition {0, 2, 5, 1, 3, 4};

}

const PriceDeck& activeDeckOf(const Project& project)
{
    for (const PriceDeck& deck : project.priceDecks)
        if (deck.id == project.activeDeck)
            return deck;
    return project.priceDecks.front();
}

std::vector<ShownDeck> shownDecks(const Project& project)
{
    std::vector<ShownDeck> shown;
    for (std::size_t d = 0; d < project.priceDecks.size(); ++d)
        shown.push_back({d, 0, &project.priceDecks[d] == &activeDeckOf(project)});
    std::stable_sort(shown.begin(), shown.end(), [&](const ShownDeck& a, const ShownDeck& b) {
        if (a.isActive != b.isActive)
            return a.isActive;
        return project.priceDecks[a.position].probability >
               project.priceDecks[b.position].probability;
    });
    shown.resize(std::min<std::size_t>(shown.size(), seriesInkCount));
    std::sort(shown.begin(), shown.end(),
        [](const ShownDeck& a, const ShownDeck& b) { return a.position < b.position; });
    std::array<bool, seriesInkCount> isTaken {};
    for (ShownDeck& deck : shown) {
        int ink = inkByPosition[deck.position % seriesInkCount];
        while (isTaken[static_cast<std::size_t>(ink)])
            ink = (ink + 1) % seriesInkCount;
        isTaken[static_cast<std::size_t>(ink)] = true;
        deck.ink = ink;
    }
    return shown;
}

}
