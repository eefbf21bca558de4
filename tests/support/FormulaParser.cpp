#include "tests/support/FormulaParser.h"

#include "core/engine/CashFlowMetrics.h"
#include "core/engine/RateOfReturn.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace support {

namespace {

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<FormulaResult> formula()
    {
        const FormulaResult result = sum();
        skipSpaces();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return result;
    }

    std::string rest() const { return std::string(m_text.substr(m_at)); }

private:
    void skipSpaces()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }

    bool take(std::string_view symbol)
    {
        skipSpaces();
        if (m_text.substr(m_at, symbol.size()) != symbol)
            return false;
        m_at += symbol.size();
        return true;
    }

    template <class Compute>
    static FormulaResult combine(
        const FormulaResult& a, const FormulaResult& b, double size, Compute compute)
    {
        if (!a.value || !b.value)
            return {};
        return {compute(*a.value, *b.value), size};
    }

    FormulaResult sum()
    {
        const bool isNegative = take("−");
        FormulaResult result = product();
        if (isNegative && result.value)
            result.value = -*result.value;
        while (!m_failed) {
            const bool adds = take("+");
            if (!adds && !take("−"))
                return result;
            const FormulaResult next = product();
            result = combine(result, next, result.size + next.size,
                [adds](double a, double b) { return adds ? a + b : a - b; });
        }
        return result;
    }

    FormulaResult product()
    {
        FormulaResult result = power();
        while (!m_failed) {
            if (take("×")) {
                const FormulaResult next = power();
                result = combine(result, next, result.size * next.size,
                    [](double a, double b) { return a * b; });
            } else if (take("÷")) {
                const FormulaResult next = power();
                const double size = next.value ? result.size / std::abs(*next.value) : 0.0;
                result = combine(result, next, size, [](double a, double b) { return a / b; });
            } else {
                return result;
            }
        }
        return result;
    }

    FormulaResult power()
    {
        const FormulaResult base = atom();
        if (m_failed || !take("^"))
            return base;
        const FormulaResult exponent = atom();
        FormulaResult result =
            combine(base, exponent, 0.0, [](double a, double b) { return std::pow(a, b); });
        if (result.value)
            result.size = std::abs(*result.value);
        return result;
    }

    FormulaResult atom()
    {
        if (take("("))
            return closed(sum());
        if (take("none"))
            return {};
        for (const std::string_view name : {"min", "max", "average", "rate of return", "payback"})
            if (take(name))
                return function(name);
        skipSpaces();
        double number = 0.0;
        const char* const first = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(first, m_text.data() + m_text.size(), number);
        // No sign of its own: formulas have another minus.
        if (error != std::errc() || *first == '-') {
            m_failed = true;
            return {};
        }
        m_at += static_cast<std::size_t>(end - first);
        return {number, std::abs(number)};
    }

    FormulaResult closed(const FormulaResult& result)
    {
        if (!take(")"))
            m_failed = true;
        return result;
    }

    FormulaResult function(std::string_view name)
    {
        if (!take("(")) {
            m_failed = true;
            return {};
        }
        std::vector<double> values;
        double size = 0.0;
        bool isComplete = true;
        do {
            const FormulaResult entry = sum();
            isComplete = isComplete && entry.value.has_value();
            if (entry.value)
                values.push_back(*entry.value);
            size = std::max(size, entry.size);
        } while (!m_failed && take(";"));

        FormulaResult result;
        result.size = size;
        if (name == "rate of return" || name == "payback") {
            if (isComplete)
                result.value = name == "payback" ? core::paybackYears(values)
                                                 : core::rateOfReturn(values).rate;
            result.size = result.value ? std::abs(*result.value) : 0.0;
        } else if (!values.empty()) {
            double total = 0.0;
            for (const double value : values)
                total += value;
            result.value = name == "min"   ? *std::min_element(values.begin(), values.end())
                           : name == "max" ? *std::max_element(values.begin(), values.end())
                                           : total / static_cast<double>(values.size());
        }
        return closed(result);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_failed = false;
};

}

std::optional<FormulaResult> computeFormula(std::string_view text, std::string& problem)
{
    Parser parser(text);
    const std::optional<FormulaResult> result = parser.formula();
    problem = result ? std::string() : "not understood from: " + parser.rest();
    return result;
}

}
