#include "core/engine/ZeroFinder.h"

#include <boost/math/policies/policy.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>

// Finding every root
// ------------------
// With s = log(1+r) the present value is the exponential sum f(s) = sum c[t]·e^(-s·t). By the rule
// of signs (Descartes for polynomials, Laguerre, "Sur la théorie des équations numériques", 1883,
// for these sums) it has at most as many zeros, counted with their order, as c has changes of sign,
// and fewer by an even number.
//
// Take one change of sign, between the flows of years a < b with zeros only between them, and a
// pivot tau with a < tau < b. Multiplying f by e^(s·tau) keeps sign and zeros, and
//
//     d/ds e^(s·tau)·f(s) = e^(s·tau) · sum c[t]·(tau - t)·e^(-s·t),
//
// a sum of the same kind whose coefficients c[t]·(tau - t) lack that change of sign. Its zeros cut
// the range into pieces in which e^(s·tau)·f is monotone, so that f has at most one zero in each:
// signs at the cuts tell which have one. Doing the same to the derivative, level by level, ends at
// a sum without a change of sign, which has no zero. A cut at which f itself vanishes is a root of
// higher order.
//
// Most flows need none of that: where the signs of f at a few fixed rates already differ as often
// as the rule of signs allows (or once less, as the missing number must be even), these rates are
// the cuts.
//
// Sums are evaluated over the growth factor g = 1 + r by Horner's scheme, in 1/g for g >= 1 and
// else in g from the other end (that is f·g^n), so that nothing overflows for hundreds of years at
// -90 %.
namespace core {

namespace {

// A value this small beside the sum of the magnitudes of its terms is a zero: rounding of the flows
// and of the evaluation is of this size.
constexpr double roundingLevel = 256 * std::numeric_limits<double>::epsilon();

// Cuts need not be accurate to tell signs apart. The error that a cut of `coarseBits` leaves in the
// value there, of second order, is far below `coarseLevel`; when some value is not above that, all
// cuts are made accurately.
constexpr int coarseBits = 30;
constexpr int fineBits = 52;
constexpr double coarseLevel = 1e-9;

// The range is searched a little beyond its ends, so that a root at an end has two sides like any
// other.
constexpr double margin = 1.0 / 64;

// Growth factors whose signs are tried first: close where rates of return are usual, and not round,
// since textbook flows have roots at round rates.
constexpr std::array<double, 8> triedGrowth {
    0.437, 0.743, 0.977, 1.043, 1.0937, 1.163, 1.271, 1.617};

// Scaling by a power of two is exact, and keeps sums of flows and products of hundreds of pivots
// within range.
void scaleToModerateSize(std::span<double> values)
{
    double largest = 0.0;
    for (const double value : values)
        largest = std::max(largest, std::abs(value));
    const int exponent = largest > 0.0 ? std::ilogb(largest) : 0;
    if (std::abs(exponent) <= 64)
        return;
    for (double& value : values)
        value = std::ldexp(value, -exponent);
}

// Leading and trailing zeros multiply f by a power of g only.
void dropOuterZeros(std::vector<double>& flows)
{
    while (!flows.empty() && flows.back() == 0.0)
        flows.pop_back();
    const auto first =
        std::find_if(flows.begin(), flows.end(), [](double flow) { return flow != 0.0; });
    flows.erase(flows.begin(), first);
}

struct ValueAndScale {
    double value;
    double scale; // sum of the magnitudes of the terms
};

ValueAndScale evaluate(std::span<const double> coefficients, double growth)
{
    double value = 0.0;
    double scale = 0.0;
    if (growth >= 1.0) {
        const double factor = 1.0 / growth;
        for (std::size_t t = coefficients.size(); t-- > 0;) {
            value = value * factor + coefficients[t];
            scale = scale * factor + std::abs(coefficients[t]);
        }
    } else {
        for (const double coefficient : coefficients) {
            value = value * growth + coefficient;
            scale = scale * growth + std::abs(coefficient);
        }
    }
    return {value, scale};
}

double evaluateOnly(std::span<const double> coefficients, double growth)
{
    double value = 0.0;
    if (growth >= 1.0) {
        const double factor = 1.0 / growth;
        for (std::size_t t = coefficients.size(); t-- > 0;)
            value = value * factor + coefficients[t];
    } else {
        for (const double coefficient : coefficients)
            value = value * growth + coefficient;
    }
    return value;
}

int signOf(const ValueAndScale& at)
{
    if (std::abs(at.value) <= roundingLevel * at.scale)
        return 0;
    return at.value > 0.0 ? 1 : -1;
}

// One Newton step with the value in twice the working precision, by the compensated scheme of
// Horner (Graillat, Langlois, Louvet, "Compensated Horner scheme", 2005). It removes what
// cancellation cost the bracketed solver.
double polished(std::span<const double> coefficients, double growth)
{
    const bool isForward = growth >= 1.0;
    const double x = isForward ? 1.0 / growth : growth;
    const std::size_t count = coefficients.size();
    double value = 0.0;
    double error = 0.0;
    double slope = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double coefficient = coefficients[isForward ? count - 1 - i : i];
        slope = slope * x + value;
        const double product = value * x;
        const double productError = std::fma(value, x, -product);
        value = product + coefficient;
        const double part = value - product;
        const double sumError = (product - (value - part)) + (coefficient - part);
        error = error * x + (productError + sumError);
    }
    const double better = x - (value + error) / slope;
    // A step that is not small says that the slope is unreliable, not that the solver was wrong.
    if (!(std::abs(better - x) < 1e-6 * x))
        return growth;
    return isForward ? 1.0 / better : better;
}

// The zero between two growth factors at which the values have opposite signs.
double bracketedZero(std::span<const double> coefficients, double low, double high, int bits)
{
    using namespace boost::math::policies;
    using NoThrow = policy<domain_error<ignore_error>, evaluation_error<ignore_error>>;
    const auto value = [coefficients](double growth) { return evaluateOnly(coefficients, growth); };
    std::uintmax_t steps = 200;
    const auto [below, above] = boost::math::tools::toms748_solve(value, low, high, value(low),
        value(high), boost::math::tools::eps_tolerance<double>(bits), steps, NoThrow());
    return below + (above - below) / 2;
}

}

ZeroFinder::ZeroFinder(std::span<const double> flows, RateRange range)
    : m_low((1.0 + range.low) * (1.0 - margin))
    , m_high((1.0 + range.high) * (1.0 + margin))
    , m_coefficients(flows.begin(), flows.end())
{
    scaleToModerateSize(m_coefficients);
    dropOuterZeros(m_coefficients);
    m_count = m_coefficients.size();
    std::size_t last = m_count; // the last flow that is not zero
    for (std::size_t t = 0; t < m_count; ++t) {
        if (m_coefficients[t] == 0.0)
            continue;
        if (last != m_count && (m_coefficients[last] < 0.0) != (m_coefficients[t] < 0.0))
            m_pivots.push_back(static_cast<double>(last) + 0.5);
        last = t;
    }
}

void ZeroFinder::addLevel()
{
    const std::size_t start = m_coefficients.size() - m_count;
    const double pivot = m_pivots[start / m_count];
    m_coefficients.resize(m_coefficients.size() + m_count);
    for (std::size_t t = 0; t < m_count; ++t)
        m_coefficients[start + m_count + t] =
            m_coefficients[start + t] * (pivot - static_cast<double>(t));
    scaleToModerateSize(std::span(m_coefficients).subspan(start + m_count));
}

void ZeroFinder::addCut(std::size_t level, double growth)
{
    const ValueAndScale at = evaluate(coefficients(level), growth);
    m_cuts.push_back({growth, signOf(at), std::abs(at.value) / at.scale});
}

// Whether fixed cuts are enough to find the zeros of a level; they always are when there are none.
bool ZeroFinder::isSeparatedByTriedCuts(std::size_t level)
{
    m_cuts.clear();
    if (changesLeft(level) == 0)
        return true;
    addCut(level, m_low);
    for (const double growth : triedGrowth)
        if (growth > m_low && growth < m_high)
            addCut(level, growth);
    addCut(level, m_high);
    std::size_t changes = 0;
    for (std::size_t i = 0; i < m_cuts.size(); ++i) {
        if (m_cuts[i].sign == 0)
            return false;
        if (i > 0 && m_cuts[i].sign != m_cuts[i - 1].sign)
            ++changes;
    }
    return changes + 1 >= changesLeft(level);
}

// False when a coarse cut cannot tell whether the value there is zero.
bool ZeroFinder::cutAtZeros(std::size_t level, int bits)
{
    m_cuts.clear();
    addCut(level, m_low);
    for (const Zero& zero : m_zeros) {
        addCut(level, zero.growth);
        if (bits < fineBits && m_cuts.back().smallness < coarseLevel)
            return false;
    }
    addCut(level, m_high);
    return true;
}

void ZeroFinder::findBetweenCuts(std::size_t level, int bits)
{
    m_zeros.clear();
    const auto direction = [](int before, int after) {
        if (before == after)
            return RootDirection::touches;
        return before > after ? RootDirection::falls : RootDirection::rises;
    };
    std::size_t i = 0;
    while (i + 1 < m_cuts.size()) {
        const Cut& cut = m_cuts[i];
        const Cut& next = m_cuts[i + 1];
        if (cut.sign * next.sign < 0) {
            const double growth = bracketedZero(coefficients(level), cut.growth, next.growth, bits);
            m_zeros.push_back({growth, direction(cut.sign, next.sign), true});
        }
        ++i;
        if (next.sign != 0)
            continue;
        // Neighbouring cuts that all are zeros enclose pieces in which the value does not rise
        // above rounding: together they are one zero, best placed where the value is smallest.
        std::size_t best = i;
        std::size_t end = i;
        while (end < m_cuts.size() && m_cuts[end].sign == 0) {
            if (m_cuts[end].smallness < m_cuts[best].smallness)
                best = end;
            ++end;
        }
        // Beyond the ends there is nothing to compare with, and nothing to report: they lie outside
        // the range.
        if (cut.sign != 0 && end < m_cuts.size())
            m_zeros.push_back({m_cuts[best].growth, direction(cut.sign, m_cuts[end].sign), false});
        i = end;
    }
}

// From the zeros of a level up to those of the flows themselves; false when `bits` were too few.
bool ZeroFinder::climb(std::size_t level, int bits)
{
    findBetweenCuts(level, level == 0 ? fineBits : bits);
    while (level > 0) {
        --level;
        if (!cutAtZeros(level, bits))
            return false;
        findBetweenCuts(level, level == 0 ? fineBits : bits);
    }
    return true;
}

std::vector<Zero> ZeroFinder::find()
{
    std::size_t level = 0;
    while (!isSeparatedByTriedCuts(level)) {
        addLevel();
        ++level;
    }
    if (!climb(level, coarseBits)) {
        isSeparatedByTriedCuts(level);
        climb(level, fineBits);
    }
    for (Zero& zero : m_zeros)
        if (zero.isSimple)
            zero.growth = polished(coefficients(0), zero.growth);
    return std::move(m_zeros);
}

}
