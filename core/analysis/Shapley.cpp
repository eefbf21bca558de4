#include "core/analysis/Shapley.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace core {

std::vector<double> shapleyValues(int players, const CoalitionValue& value)
{
    const std::size_t count = static_cast<std::size_t>(players);
    const std::size_t coalitions = std::size_t {1} << count;
    std::vector<double> values(coalitions);
    std::vector<std::size_t> sizes(coalitions, 0);
    for (std::size_t c = 0; c < coalitions; ++c) {
        Coalition coalition(count);
        for (std::size_t i = 0; i < count; ++i)
            coalition[i] = ((c >> i) & 1U) != 0;
        sizes[c] = static_cast<std::size_t>(std::count(coalition.begin(), coalition.end(), true));
        values[c] = value(coalition);
    }

    // The part of all orders in which just these have joined before a player: s!(n-1-s)!/n!
    std::vector<double> weights(count);
    for (std::size_t s = 0; s < count; ++s) {
        weights[s] = 1.0 / static_cast<double>(count);
        for (std::size_t k = 1; k <= s; ++k)
            weights[s] *= static_cast<double>(k) / static_cast<double>(count - k);
    }
    std::vector<double> parts(count, 0.0);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t c = 0; c < coalitions; ++c)
            if (((c >> i) & 1U) == 0)
                parts[i] += weights[sizes[c]] * (values[c | (std::size_t {1} << i)] - values[c]);
    return parts;
}

std::vector<double> shapleyValues(
    const std::vector<std::vector<int>>& orders, const CoalitionValue& value)
{
    const std::size_t players = orders.front().size();
    std::vector<double> parts(players, 0.0);
    for (const std::vector<int>& order : orders) {
        Coalition coalition(players, false);
        double before = value(coalition);
        for (const int player : order) {
            coalition[static_cast<std::size_t>(player)] = true;
            const double after = value(coalition);
            parts[static_cast<std::size_t>(player)] += after - before;
            before = after;
        }
    }
    for (double& part : parts)
        part /= static_cast<double>(orders.size());
    return parts;
}

std::vector<std::vector<int>> antitheticOrders(int players, int count, std::uint64_t seed)
{
    std::mt19937_64 engine(seed);
    std::vector<std::vector<int>> orders;
    std::vector<int> order(static_cast<std::size_t>(players));
    std::iota(order.begin(), order.end(), 0);
    while (static_cast<int>(orders.size()) < count) {
        // Not std::shuffle, whose order differs between standard libraries. That 2^64 is no
        // multiple of the number of players is beyond all measure.
        for (std::size_t left = order.size(); left > 1; --left)
            std::swap(order[left - 1], order[engine() % left]);
        orders.push_back(order);
        orders.emplace_back(order.rbegin(), order.rend());
    }
    return orders;
}

}
