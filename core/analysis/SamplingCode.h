// The loops of drawing, compiled once per instruction set, as those of core/engine/KernelCode.h
// are and under the same rule: everything here has internal linkage and calls no inline function of
// another header.

#include "core/analysis/SamplingKernel.h"
#include "core/engine/KernelBuiltins.h"

namespace core {

namespace {

constexpr int lanes = trialsPerBlock;
using Bits = std::uint64_t;

// SplitMix64 (Steele, Lea, Flood 2014, with the constants of Stafford's variant 13): a counter,
// scrambled, so that any number of the sequence is had at once.
inline Bits scrambled(Bits key, Bits counter)
{
    Bits bits = key + (counter + 1) * 0x9E3779B97F4A7C15u;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
}

// From 0 to 1, ends excluded: the upper bits as the fraction of a number from 1 to 2.
inline double fraction(Bits bits)
{
    constexpr Bits one = 0x3FF0000000000000u;
    return __builtin_bit_cast(double, (bits >> 12) | one) - (1.0 - 0x1p-53);
}

void randomNumbers(Bits key, Bits first, double* uniform)
{
    for (int lane = 0; lane < lanes; ++lane)
        uniform[lane] = fraction(scrambled(key, first + static_cast<Bits>(lane)));
}

// A number below `limit`, which is 4096 at most.
inline std::uint32_t roundValue(std::uint32_t digit, std::uint32_t key, std::uint32_t limit)
{
    std::uint32_t hash = (digit + key) * 0x9E3779B1u;
    hash = (hash ^ (hash >> 15)) * 0x85EBCA77u;
    hash ^= hash >> 13;
    return ((hash >> 12) * limit) >> 20;
}

inline std::uint32_t addedBelow(std::uint32_t limit, std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t sum = a + b;
    return sum >= limit ? sum - limit : sum;
}

inline std::uint32_t permuted(const Permutation& order, double perRight, std::uint32_t number)
{
    std::uint32_t left = static_cast<std::uint32_t>(static_cast<std::int32_t>(
        static_cast<double>(static_cast<std::int32_t>(number)) * perRight));
    std::uint32_t right = number - left * order.rights;
    // The product may be a rounding error below a whole number.
    const std::uint32_t carry = right >= order.rights ? 1 : 0;
    left += carry;
    right -= carry * order.rights;
    for (int round = 0; round < Permutation::rounds; round += 2) {
        left = addedBelow(order.lefts, left, roundValue(right, order.keys[round], order.lefts));
        right =
            addedBelow(order.rights, right, roundValue(left, order.keys[round + 1], order.rights));
    }
    return left * order.rights + right;
}

void latinNumbers(const Permutation& order, Bits key, Bits first, double* uniform)
{
    const double perRight = 1.0 / order.rights;
    const double perCount = 1.0 / order.count;
    const std::uint32_t begin = static_cast<std::uint32_t>(first);
    std::uint32_t place[lanes];
    std::uint32_t largest = 0;
    for (int lane = 0; lane < lanes; ++lane) {
        const std::uint32_t trial = begin + static_cast<std::uint32_t>(lane);
        // Lanes beyond the last trial repeat it: outside, there may be no way back in.
        place[lane] = permuted(order, perRight, trial < order.count ? trial : order.count - 1);
        largest = place[lane] > largest ? place[lane] : largest;
    }
    if (largest >= order.count)
        for (std::uint32_t& number : place)
            while (number >= order.count)
                number = permuted(order, perRight, number);
    for (int lane = 0; lane < lanes; ++lane) {
        const double within = fraction(scrambled(key, first + static_cast<Bits>(lane)));
        const double number =
            (static_cast<double>(static_cast<std::int32_t>(place[lane])) + within) * perCount;
        uniform[lane] = number < 1.0 ? number : 1.0 - 0x1p-53; // the sum may round up
    }
}

void binaryNumbers(const std::uint32_t* block, std::uint32_t turned, double* uniform)
{
    for (int lane = 0; lane < lanes; ++lane) {
        const Bits bits = block[lane] ^ turned;
        uniform[lane] = fraction((bits << 32) | 0x80000000u);
    }
}

// The inverse of the normal distribution: (2u - 1) times a ratio of polynomials in 4u(1 - u),
// fitted to an error below 1e-11 for all but the outermost thousandth on either side, which is left
// to the library.
void normalNumbers(const double* uniform, double* normal)
{
    constexpr double over[] = {4.1496939898007256207, 13700.378308725743141, 8699508.2578677732839,
        1751710576.8245558992, 135163635538.14391849, 4350659555651.6433467, 60317691090169.600697,
        358027895768697.51054, 868464704806202.2693, 771194622619200.65935, 194929510370987.40502,
        6340985302160.6255443};
    constexpr double under[] = {1.0, 3818.0123695982222087, 2696846.3049730596649,
        599424080.48695572174, 51205718136.245132017, 1843000813983.81345, 29062468989880.471943,
        201480446065274.57343, 595204606156257.67467, 691661269323306.4896, 265410704156230.06563,
        21507238534228.651259};
    constexpr double outermost = 0.004;
    double atEnds[lanes];
    double spread[lanes];
    double least = 1.0;
    for (int lane = 0; lane < lanes; ++lane) {
        atEnds[lane] = uniform[lane];
        const double u = uniform[lane];
        const double v = 4.0 * u * (1.0 - u);
        double numerator = over[11];
        double denominator = under[11];
        for (int power = 10; power >= 0; --power) {
            numerator = numerator * v + over[power];
            denominator = denominator * v + under[power];
        }
        spread[lane] = v;
        normal[lane] = (2.0 * u - 1.0) * (numerator / denominator);
    }
    for (int lane = 0; lane < lanes; ++lane)
        least = spread[lane] < least ? spread[lane] : least;
    if (least < outermost)
        for (int lane = 0; lane < lanes; ++lane)
            if (spread[lane] < outermost)
                normal[lane] = normalQuantileOf(atEnds[lane]);
}

void fromTable(const NormalTable& table, const double* normal, double* value)
{
    constexpr double most = NormalTable::intervals - 1e-9;
    for (int lane = 0; lane < lanes; ++lane) {
        const double place = (normal[lane] + NormalTable::reach) * NormalTable::perUnit;
        const double inside = place < 0.0 ? 0.0 : place > most ? most : place;
        const int interval = static_cast<int>(inside);
        const double t = inside - interval;
        const double* const c = table.content + interval * NormalTable::coefficients;
        value[lane] = c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
    }
}

void scaled(double factor, double shift, const double* number, double* value)
{
    for (int lane = 0; lane < lanes; ++lane)
        value[lane] = factor * number[lane] + shift;
}

void advanced(double keep, double gain, const double* number, double* sum)
{
    for (int lane = 0; lane < lanes; ++lane)
        sum[lane] = keep * sum[lane] + gain * number[lane];
}

void combined(const double* factors, int count, const double* numbers, double* sum)
{
    constexpr int few = 32; // that stay in registers
    for (int first = 0; first < lanes; first += few) {
        double total[few] = {};
        for (int k = 0; k < count; ++k)
            for (int lane = 0; lane < few; ++lane)
                total[lane] += factors[k] * numbers[k * lanes + first + lane];
        for (int lane = 0; lane < few; ++lane)
            sum[first + lane] = total[lane];
    }
}

// 2^k · e^r with |r| <= ln 2 / 2, and the series of e^r.
void exponentials(double factor, double shift, const double* number, double* value)
{
    constexpr double toWhole = 0x1.8p52; // added and taken away, it rounds
    constexpr double log2High = 0x1.62e42fefap-1;
    constexpr double log2Low = 0x1.cf79abc9e3b3ap-40;
    constexpr double limit = 700.0;
    constexpr double series[] = {1.0, 1.0, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720,
        1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600};
    for (int lane = 0; lane < lanes; ++lane) {
        const double wanted = factor * number[lane] + shift;
        const double x = wanted < -limit ? -limit : wanted > limit ? limit : wanted;
        const double shifted = x * 1.4426950408889634 + toWhole;
        const double k = shifted - toWhole;
        const double r = (x - k * log2High) - k * log2Low;
        double sum = series[12];
        for (int power = 11; power >= 0; --power)
            sum = sum * r + series[power];
        const Bits whole =
            __builtin_bit_cast(Bits, shifted) - __builtin_bit_cast(Bits, toWhole) + 1023;
        value[lane] = sum * __builtin_bit_cast(double, whole << 52);
    }
}

void triangularNumbers(double mode, const double* uniform, double* value)
{
    for (int lane = 0; lane < lanes; ++lane) {
        const double u = uniform[lane];
        const bool isBelow = u < mode;
        const double root = __builtin_sqrt(isBelow ? u * mode : (1.0 - u) * (1.0 - mode));
        value[lane] = isBelow ? root : 1.0 - root;
    }
}

void stepNumbers(const Steps& steps, const double* uniform, double* value)
{
    double at[lanes];
    for (int lane = 0; lane < lanes; ++lane) {
        at[lane] = uniform[lane];
        value[lane] = steps.values[0];
    }
    for (int step = 1; step < steps.count; ++step) {
        const double threshold = steps.thresholds[step - 1];
        const double next = steps.values[step];
        for (int lane = 0; lane < lanes; ++lane)
            value[lane] = at[lane] >= threshold ? next : value[lane];
    }
}

int heldNumbers(double low, double high, int count, double* value)
{
    double beyond = 0.0;
    for (int lane = 0; lane < lanes; ++lane) {
        const double wanted = value[lane];
        const double held = wanted < low ? low : wanted > high ? high : wanted;
        beyond += held != wanted && lane < count ? 1.0 : 0.0;
        value[lane] = held;
    }
    return static_cast<int>(beyond);
}

}

const SamplingKernel& GALVAL_KERNEL_NAME()
{
    static constexpr SamplingKernel kernel {randomNumbers, latinNumbers, binaryNumbers,
        normalNumbers, fromTable, scaled, advanced, combined, exponentials, triangularNumbers,
        stepNumbers, heldNumbers};
    return kernel;
}

}
