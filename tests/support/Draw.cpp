#include "tests/support/Draw.h"

#include <algorithm>
#include <cmath>

namespace support {

Draw::Draw(std::uint32_t seed)
    : m_engine(seed)
{
}

double Draw::between(double low, double high)
{
    const double unit = static_cast<double>(m_engine()) / 4294967296.0;
    return low + (high - low) * unit;
}

double Draw::rate(double low, double high)
{
    return std::floor(between(low, high) * 1000.0) / 1000.0;
}

int Draw::whole(int low, int high)
{
    const auto span = static_cast<std::uint32_t>(high - low + 1);
    return low + static_cast<int>(m_engine() % span);
}

bool Draw::chance(double probability)
{
    return between(0.0, 1.0) < probability;
}

std::vector<double> Draw::shares(int count)
{
    std::vector<int> weights;
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        weights.push_back(whole(1, 100));
        sum += weights.back();
    }
    weights.pop_back();
    std::vector<double> parts;
    int left = 1000;
    for (int weight : weights) {
        const int part = 1000 * weight / sum;
        parts.push_back(part / 1000.0);
        left -= part;
    }
    parts.push_back(left / 1000.0);
    return parts;
}

std::vector<int> Draw::years(int first, int last, int atMost)
{
    std::vector<int> drawn;
    for (int i = 0; i < atMost; ++i)
        drawn.push_back(whole(first, last));
    std::sort(drawn.begin(), drawn.end());
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end());
    return drawn;
}

core::Series Draw::series(const core::Timeline& timeline, double low, double high)
{
    if (chance(0.4))
        return rate(low, high);
    core::Series::Points points;
    const int count = whole(1, 6);
    for (int year : years(timeline.firstYear - 2, timeline.lastYear() + 2, count))
        points[year] = rate(low, high);
    return points;
}

}
