#include "tests/support/ScalarTwin.h"

#include "core/engine/CashFlowMetrics.h"
#include "core/engine/RateOfReturn.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using core::Node;
using core::Operation;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

}

double ScalarTwin::figure(int row, int year)
{
    const core::Sheet::RowContent& content = m_sheet.rows()[static_cast<std::size_t>(row)];
    if (!content.years)
        year = 0;
    else if (!content.years->contains(year))
        return 0.0;
    if (content.formula < 0)
        return content.data[static_cast<std::size_t>(year - content.years->first)];
    const auto found = m_known.find({row, year});
    if (found != m_known.end())
        return found->second;
    const double result = value(content.formula, year);
    m_known[{row, year}] = result;
    return result;
}

double ScalarTwin::value(int index, int year)
{
    const Node& n = m_sheet.node(index);
    switch (n.operation) {
    case Operation::constant:
        return n.number;
    case Operation::undefined:
        return none;
    case Operation::input: {
        const core::Sheet::InputContent& input = m_sheet.inputs()[static_cast<std::size_t>(n.a)];
        if (!input.years)
            return m_inputCells[static_cast<std::size_t>(input.firstCell)];
        if (!input.years->contains(year))
            return 0.0;
        const int cell = input.cells[static_cast<std::size_t>(year - input.years->first)];
        return cell < 0 ? 0.0 : m_inputCells[static_cast<std::size_t>(cell)];
    }
    case Operation::row:
        return figure(n.a, year - n.b);
    case Operation::rowInYear:
        return figure(n.a, n.b);
    case Operation::add:
        return value(n.a, year) + value(n.b, year);
    case Operation::subtract:
        return value(n.a, year) - value(n.b, year);
    case Operation::multiply: {
        const double a = value(n.a, year);
        return a == 0.0 ? 0.0 : a * value(n.b, year);
    }
    case Operation::divide:
        return value(n.a, year) / value(n.b, year);
    case Operation::minimum:
        return std::min(value(n.a, year), value(n.b, year));
    case Operation::maximum:
        return std::max(value(n.a, year), value(n.b, year));
    case Operation::power:
        return std::pow(value(n.a, year), value(n.b, year));
    case Operation::less:
        return value(n.a, year) < value(n.b, year) ? 1.0 : 0.0;
    case Operation::equal:
        return value(n.a, year) == value(n.b, year) ? 1.0 : 0.0;
    case Operation::where:
        return value(value(n.a, year) != 0.0 ? n.b : n.c, year);
    case Operation::choose: {
        const int chosen = static_cast<int>(value(n.a, year)) - 1;
        return value(m_sheet.operands()[static_cast<std::size_t>(n.b + chosen)], year);
    }
    case Operation::windowTotal: {
        double total = 0.0;
        for (int back = n.b - 1; back >= 0; --back) {
            const double weight =
                n.c == static_cast<int>(core::WindowWeights::falling) ? n.b - back : 1.0;
            total += figure(n.a, year - back) * weight;
        }
        return total;
    }
    default:
        return overYears(n);
    }
}

double ScalarTwin::overYears(const Node& n)
{
    std::vector<double> all;
    std::vector<double> defined;
    double total = 0.0;
    for (int year = m_sheet.timeline().first; year <= m_sheet.timeline().last; ++year) {
        const double number = value(n.a, year);
        all.push_back(number);
        total += number;
        if (!std::isnan(number))
            defined.push_back(number);
    }
    if (n.operation == Operation::total)
        return total;
    if (n.operation == Operation::rateOfReturn)
        return core::rateOfReturn(all).rate.value_or(none);
    if (n.operation == Operation::payback)
        return core::paybackYears(all).value_or(none);
    if (defined.empty())
        return none;
    if (n.operation == Operation::smallest)
        return *std::min_element(defined.begin(), defined.end());
    if (n.operation == Operation::largest)
        return *std::max_element(defined.begin(), defined.end());
    double sum = 0.0;
    for (const double number : defined)
        sum += number;
    return sum / static_cast<double>(defined.size());
}
