#include "core/engine/SimplifiedTape.h"

#include <algorithm>
#include <compare>
#include <map>
#include <utility>
#include <vector>

// Costs of a year are products such as
//
//     amount · price level of the year · activity - amount · price level of the year · activity ·
//     share avoided
//
// of which all but the price level is the same each year. Written as a number times sorted factors,
// the later ones last, they have a beginning in common that the tape then holds once.
namespace core {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Of a value of the tape, which for the last two is a choice.
enum class FactorForm : unsigned char {
    itself,
    complement, // 1 - value
    reciprocal, // 1 / value
    numbers,    // the choice among the numbers of its alternatives
    factors,    // … and among the rest of them
};

struct Factor {
    int value = -1;
    FactorForm form = FactorForm::itself;

    auto operator<=>(const Factor&) const = default;
};

using Factors = std::vector<Factor>;

struct Product {
    double number = 1.0;
    Factors factors; // sorted

    void multiplyBy(const Product& other)
    {
        number *= other.number;
        const auto middle = static_cast<std::ptrdiff_t>(factors.size());
        factors.insert(factors.end(), other.factors.begin(), other.factors.end());
        std::inplace_merge(factors.begin(), factors.begin() + middle, factors.end());
    }
};

}

class TapeSimplifier {
public:
    TapeSimplifier(const Tape& tape, std::span<const int> wanted)
        : m_tape(tape)
        , m_values(tape.values())
        , m_uses(m_values.size(), 0)
        , m_isNeeded(m_values.size(), false)
    {
        for (const TapeValue& value : m_values)
            forEachOperand(tape, value, [this](int operand) { ++m_uses[at(operand)]; });
        for (int v = 0; v < static_cast<int>(m_values.size()); ++v)
            m_products.push_back(productOf(v));
        findNeeded(wanted);
    }

    Tape write();

private:
    Product productOf(int value);
    Product quotient(int value);
    Product choice(int value);
    Product operand(int value, int uses) const;
    Product itself(int value) const { return {1.0, {{value, FactorForm::itself}}}; }
    bool isOpaque(int value) const;
    const Factors& factorsOfAlternative(int choice, int k) const;
    void findNeeded(std::span<const int> wanted);
    void need(const Factor& factor);

    int write(int value, Tape& tape);
    int writeProduct(const Product& product, Tape& tape);
    int writeFactor(const Factor& factor, Tape& tape);
    int writeChoice(const Factor& factor, Tape& tape);

    const Tape& m_tape;
    const std::vector<TapeValue>& m_values;
    std::vector<int> m_uses;
    std::vector<Product> m_products; // by value
    std::vector<bool> m_isNeeded;
    std::map<Factors, int> m_occurrences;                          // of factors of needed products
    std::map<std::pair<int, std::vector<Factors>>, int> m_choices; // by index and rests: the first
    std::map<Factor, int> m_writtenChoices;
    std::vector<int> m_written; // by value: its place in the new tape
};

Product TapeSimplifier::productOf(int v)
{
    const TapeValue& value = m_values[at(v)];
    switch (value.operation) {
    case TapeOperation::constant:
        return {value.number, {}};
    case TapeOperation::multiply: {
        Product product = operand(value.a, 1);
        product.multiplyBy(operand(value.b, 1));
        return product;
    }
    case TapeOperation::divide:
        return quotient(v);
    case TapeOperation::subtract: {
        // a - a·b is a·(1 - b)
        const TapeValue& taken = m_values[at(value.b)];
        if (taken.operation != TapeOperation::multiply ||
            (taken.a != value.a && taken.b != value.a))
            return itself(v);
        const int share = taken.a == value.a ? taken.b : taken.a;
        Product product = operand(value.a, 2);
        if (const TapeValue& known = m_values[at(share)];
            known.operation == TapeOperation::constant)
            product.number *= 1.0 - known.number;
        else
            product.multiplyBy({1.0, {{share, FactorForm::complement}}});
        return product;
    }
    case TapeOperation::choose:
        return choice(v);
    default:
        return itself(v);
    }
}

Product TapeSimplifier::quotient(int v)
{
    const TapeValue& value = m_values[at(v)];
    const Product& divisor = m_products[at(value.b)];
    const bool isSimple = divisor.factors.size() <= 1 && divisor.number != 1.0;
    if (!isSimple ||
        (!divisor.factors.empty() && divisor.factors.front().form != FactorForm::itself))
        return itself(v);
    Product product = operand(value.a, 1);
    product.number /= divisor.number;
    if (!divisor.factors.empty())
        product.multiplyBy({1.0, {{divisor.factors.front().value, FactorForm::reciprocal}}});
    return product;
}

// A choice among products is one among their numbers times one among the rest of them, which many
// years share.
Product TapeSimplifier::choice(int v)
{
    const TapeValue& value = m_values[at(v)];
    std::vector<Factors> rests;
    bool hasNumbers = false;
    bool hasFactors = false;
    for (int k = 0; k < value.c; ++k) {
        const Product& alternative = m_products[at(m_tape.operands()[at(value.b + k)])];
        hasNumbers = hasNumbers || alternative.number != 1.0;
        hasFactors = hasFactors || !alternative.factors.empty();
        rests.push_back(alternative.factors);
    }
    if (!hasNumbers || !hasFactors)
        return itself(v);
    const int first = m_choices.emplace(std::pair(value.a, std::move(rests)), v).first->second;
    Product product {1.0, {{first, FactorForm::factors}}};
    product.multiplyBy({1.0, {{v, FactorForm::numbers}}});
    return product;
}

// The product that an operand is, unless that is needed by others, too, and so better kept.
Product TapeSimplifier::operand(int value, int uses) const
{
    const Product& product = m_products[at(value)];
    return m_uses[at(value)] <= uses || product.factors.size() <= 1 ? product : itself(value);
}

bool TapeSimplifier::isOpaque(int value) const
{
    const Factors& factors = m_products[at(value)].factors;
    return factors.size() == 1 && factors.front() == Factor {value, FactorForm::itself};
}

const Factors& TapeSimplifier::factorsOfAlternative(int choice, int k) const
{
    return m_products[at(m_tape.operands()[at(m_values[at(choice)].b + k)])].factors;
}

void TapeSimplifier::need(const Factor& factor)
{
    const bool isChoice = factor.form == FactorForm::numbers || factor.form == FactorForm::factors;
    if (!isChoice) {
        m_isNeeded[at(factor.value)] = true;
        return;
    }
    const TapeValue& choice = m_values[at(factor.value)];
    m_isNeeded[at(choice.a)] = true;
    if (factor.form == FactorForm::factors)
        for (int k = 0; k < choice.c; ++k)
            for (const Factor& of : factorsOfAlternative(factor.value, k))
                need(of);
}

void TapeSimplifier::findNeeded(std::span<const int> wanted)
{
    for (const int value : wanted)
        m_isNeeded[at(value)] = true;
    for (int v = static_cast<int>(m_values.size()); v-- > 0;) {
        if (!m_isNeeded[at(v)])
            continue;
        if (isOpaque(v)) {
            forEachOperand(
                m_tape, m_values[at(v)], [this](int operand) { m_isNeeded[at(operand)] = true; });
            continue;
        }
        ++m_occurrences[m_products[at(v)].factors];
        for (const Factor& factor : m_products[at(v)].factors)
            need(factor);
    }
}

Tape TapeSimplifier::write()
{
    Tape tape = m_tape;
    tape.m_values.clear();
    tape.m_operands.clear();
    tape.m_table.assign(m_tape.m_table.size(), -1);
    tape.m_tableUsed = 0;
    m_written.assign(m_values.size(), -1);
    for (int v = 0; v < static_cast<int>(m_values.size()); ++v)
        if (m_isNeeded[at(v)])
            m_written[at(v)] = write(v, tape);
    const auto place = [this](int value) { return value < 0 ? value : m_written[at(value)]; };
    std::transform(tape.m_cells.begin(), tape.m_cells.end(), tape.m_cells.begin(), place);
    std::transform(
        tape.m_inputValues.begin(), tape.m_inputValues.end(), tape.m_inputValues.begin(), place);
    return tape;
}

int TapeSimplifier::write(int v, Tape& tape)
{
    if (!isOpaque(v))
        return writeProduct(m_products[at(v)], tape);
    const TapeValue& value = m_values[at(v)];
    const auto place = [this](int operand) { return operand < 0 ? -1 : m_written[at(operand)]; };
    if (value.operation == TapeOperation::inputCell) {
        tape.m_values.push_back(value);
        return static_cast<int>(tape.m_values.size()) - 1;
    }
    if (takesList(value.operation)) {
        std::vector<int> operands;
        for (int k = 0; k < value.c; ++k)
            operands.push_back(place(m_tape.operands()[at(value.b + k)]));
        return tape.list(value.operation, place(value.a), operands);
    }
    if (value.operation == TapeOperation::where)
        return tape.select(place(value.a), place(value.b), place(value.c));
    return tape.binary(value.operation, place(value.a), place(value.b));
}

// The number comes last where it is all that tells products apart, and else before the last factor.
int TapeSimplifier::writeProduct(const Product& product, Tape& tape)
{
    const auto multiply = [&tape](
                              int a, int b) { return tape.binary(TapeOperation::multiply, a, b); };
    const auto found = m_occurrences.find(product.factors);
    const bool isShared = found != m_occurrences.end() && found->second > 1;
    const int number = tape.constant(product.number);
    const std::size_t count = product.factors.size();
    int result = tape.constant(1.0);
    for (std::size_t k = 0; k < count; ++k) {
        if (!isShared && k + 1 == count)
            result = multiply(number, result);
        result = multiply(result, writeFactor(product.factors[k], tape));
    }
    return count == 0 || isShared ? multiply(number, result) : result;
}

int TapeSimplifier::writeFactor(const Factor& factor, Tape& tape)
{
    const int value = m_written[at(factor.value)];
    switch (factor.form) {
    case FactorForm::itself:
        return value;
    case FactorForm::complement:
        return tape.binary(TapeOperation::subtract, tape.constant(1.0), value);
    case FactorForm::reciprocal:
        return tape.binary(TapeOperation::divide, tape.constant(1.0), value);
    case FactorForm::numbers:
    case FactorForm::factors:
        break;
    }
    const auto found = m_writtenChoices.find(factor);
    if (found != m_writtenChoices.end())
        return found->second;
    return m_writtenChoices[factor] = writeChoice(factor, tape);
}

int TapeSimplifier::writeChoice(const Factor& factor, Tape& tape)
{
    const TapeValue& choice = m_values[at(factor.value)];
    std::vector<int> alternatives;
    for (int k = 0; k < choice.c; ++k) {
        const int alternative = m_tape.operands()[at(choice.b + k)];
        alternatives.push_back(
            factor.form == FactorForm::numbers
                ? tape.constant(m_products[at(alternative)].number)
                : writeProduct({1.0, factorsOfAlternative(factor.value, k)}, tape));
    }
    return tape.list(TapeOperation::choose, m_written[at(choice.a)], alternatives);
}

Tape simplified(const Tape& tape, std::span<const int> wanted)
{
    return TapeSimplifier(tape, wanted).write();
}

}
