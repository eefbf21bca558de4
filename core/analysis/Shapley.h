#pragma once

#include <cstdint>
#include <functional>
#include <vector>

// The Shapley value: what each of several players adds to a figure, averaged over the orders in
// which they may join. The parts add up to the figure of all less that of none.
// L. S. Shapley, A Value for n-Person Games (1953).
namespace core {

using Coalition = std::vector<bool>; // by player, whether it has joined
using CoalitionValue = std::function<double(const Coalition&)>;

// Over all orders; asks for each of the 2^players coalitions.
std::vector<double> shapleyValues(int players, const CoalitionValue& value);

// Over these orders only. Each names every player once.
std::vector<double> shapleyValues(
    const std::vector<std::vector<int>>& orders, const CoalitionValue& value);

// As many random orders, each followed by its reverse: a player that comes early in one comes late
// in the other, which takes out much of the error. The same for a seed on every system.
std::vector<std::vector<int>> antitheticOrders(int players, int count, std::uint64_t seed);

}
