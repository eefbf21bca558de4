#pragma once

#include "core/project/Project.h"

#include <cstdint>
#include <random>
#include <vector>

namespace support {

// Draws that are the same on every system: the standard prescribes the figures of std::mt19937, but
// not those of its distributions. A caller makes each draw in a statement of its own or in an order
// that the language fixes, so that the sequence does not depend on the compiler.
class Draw {
public:
    explicit Draw(std::uint32_t seed);

    double between(double low, double high);
    double rate(double low, double high); // in thousandths, as people state shares and rates
    int whole(int low, int high);         // both included
    bool chance(double probability);

    // Shares in thousandths that sum to 1; a share may be 0.
    std::vector<double> shares(int count);

    // Distinct years in rising order, one at least.
    std::vector<int> years(int first, int last, int atMost);

    // A number, or points by year within and around the timeline.
    core::Series series(const core::Timeline& timeline, double low, double high);

private:
    std::mt19937 m_engine;
};

}
