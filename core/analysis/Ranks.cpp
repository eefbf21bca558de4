#include "core/analysis/Ranks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
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

// By the bits from `lowest` on, digit after digit from the last one. Keys that agree in these bits
// keep their order.
void sortByDigits(std::vector<std::uint64_t>& keys, int lowest)
{
    constexpr int digitBits = 11;
    constexpr int keyBits = 64;
    constexpr std::uint64_t mask = (1u << digitBits) - 1;
    using Places = std::array<std::size_t, mask + 1>;
    std::vector<Places> digits(static_cast<std::size_t>((keyBits - lowest - 1) / digitBits + 1));
    for (Places& places : digits)
        places.fill(0);
    for (const std::uint64_t key : keys) {
        std::uint64_t rest = key >> lowest;
        for (Places& places : digits) {
            ++places[rest & mask];
            rest >>= digitBits;
        }
    }
    std::vector<std::uint64_t> sorted(keys.size());
    int shift = lowest;
    for (Places& places : digits) {
        if (std::find(places.begin(), places.end(), keys.size()) == places.end()) {
            std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t {0});
            for (const std::uint64_t key : keys)
                sorted[places[(key >> shift) & mask]++] = key;
            keys.swap(sorted);
        }
        shift += digitBits;
    }
}

}

void sortAscending(std::vector<double>& numbers)
{
    std::vector<std::uint64_t> keys(numbers.size());
    std::transform(numbers.begin(), numbers.end(), keys.begin(), keyOfNumber);
    sortByDigits(keys, 0);
    std::transform(keys.begin(), keys.end(), numbers.begin(), numberOfKey);
}

std::vector<float> ranksOf(std::span<const float> numbers)
{
    std::vector<std::uint64_t> keys(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        keys[i] = keyOf(numbers[i], i);
    sortByDigits(keys, 32);
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
    // These functions add in several sums side by side, which do not wait for one another.
    const auto sumOver = [](std::span<const float> numbers, const auto& term) {
        return std::transform_reduce(numbers.begin(), numbers.end(), 0.0, std::plus(), term);
    };
    const auto plain = [](float number) { return static_cast<double>(number); };
    const auto squareBeyond = [](double mean) {
        return [mean](float number) {
            const double beyond = static_cast<double>(number) - mean;
            return beyond * beyond;
        };
    };
    const double meanA = sumOver(a, plain) / count;
    const double meanB = sumOver(b, plain) / count;
    const double squaresA = sumOver(a, squareBeyond(meanA));
    const double squaresB = sumOver(b, squareBeyond(meanB));
    const double products = std::transform_reduce(
        a.begin(), a.end(), b.begin(), 0.0, std::plus(), [meanA, meanB](float ofA, float ofB) {
            return (static_cast<double>(ofA) - meanA) * (static_cast<double>(ofB) - meanB);
        });
    const double scale = std::sqrt(squaresA) * std::sqrt(squaresB);
    return scale > 0.0 ? products / scale : 0.0;
}

}
