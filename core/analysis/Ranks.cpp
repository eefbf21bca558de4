#include "core/analysis/Ranks.h"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace core {

namespace {

constexpr std::uint32_t signBit = 0x80000000u;

constexpr std::uint64_t longSignBit = std::uint64_t {1} << 63;

// The bits of a number as a whole number of the same order.
std::uint64_t keyOfNumber(double number)
{
    const auto bits = std::bit_cast<std::uint64_t>(number);
    return (bits & longSignBit) != 0 ? ~bits : bits | longSignBit;
}

double numberOfKey(std::uint64_t key)
{
    return std::bit_cast<double>((key & longSignBit) != 0 ? key & ~longSignBit : ~key);
}

// The same, with its place behind it.
std::uint64_t keyOf(float number, std::size_t place)
{
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(number + 0.0F); // -0 becomes 0
    const std::uint32_t ordered = (bits & signBit) != 0 ? ~bits : bits | signBit;
    return (std::uint64_t {ordered} << 32) | place;
}

}

void sortAscending(std::vector<double>& numbers)
{
    // As whole numbers: the sort for floating point subtracts bits of both signs, which overflows.
    std::vector<std::uint64_t> keys(numbers.size());
    std::transform(numbers.begin(), numbers.end(), keys.begin(), keyOfNumber);
    boost::sort::spreadsort::integer_sort(keys.begin(), keys.end());
    std::transform(keys.begin(), keys.end(), numbers.begin(), numberOfKey);
}

std::vector<float> ranksOf(std::span<const float> numbers)
{
    std::vector<std::uint64_t> keys(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        keys[i] = keyOf(numbers[i], i);
    boost::sort::spreadsort::integer_sort(keys.begin(), keys.end());
    std::vector<float> ranks(numbers.size());
    for (std::size_t first = 0, last = 0; first < keys.size(); first = last) {
        while (last < keys.size() && keys[last] >> 32 == keys[first] >> 32)
            ++last;
        const float rank = static_cast<float>(first + last - 1) / 2.0F;
        for (std::size_t i = first; i < last; ++i)
            ranks[static_cast<std::uint32_t>(keys[i])] = rank;
    }
    return ranks;
}

double correlationOf(std::span<const float> a, std::span<const float> b)
{
    const double count = static_cast<double>(a.size());
    const double meanA = std::accumulate(a.begin(), a.end(), 0.0) / count;
    const double meanB = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double squaresA = 0.0;
    double squaresB = 0.0;
    double products = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double fromA = static_cast<double>(a[i]) - meanA;
        const double fromB = static_cast<double>(b[i]) - meanB;
        squaresA += fromA * fromA;
        squaresB += fromB * fromB;
        products += fromA * fromB;
    }
    const double scale = std::sqrt(squaresA) * std::sqrt(squaresB);
    return scale > 0.0 ? products / scale : 0.0;
}

}
