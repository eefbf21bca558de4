#include "app/cli/FlowCommand.h"

#include "app/cli/Arguments.h"
#include "core/engine/CashFlowMetrics.h"
#include "core/engine/FlowText.h"
#include "core/report/FlowMetricsText.h"
#include "core/storage/SafeFile.h"

#include <array>
#include <iostream>
#include <utility>

namespace cli {

namespace {

constexpr std::size_t largestFlowText = 4u << 20u; // bytes; far more than the most flows need

core::Result<std::string> standardInput()
{
    std::string text;
    std::array<char, 65536> buffer;
    while (std::cin.read(buffer.data(), buffer.size()) || std::cin.gcount() > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(std::cin.gcount()));
        if (text.size() > largestFlowText)
            return core::Error(core::ErrorCode::FileUnreadable, "standard input",
                "is longer than " + std::to_string(largestFlowText) + " bytes");
    }
    return text;
}

core::Result<std::vector<double>> flowsOf(const std::string& file)
{
    const bool isStandardInput = file == "-";
    const core::Result<std::string> text =
        isStandardInput ? standardInput() : core::readFile(pathOf(file), largestFlowText);
    if (!text)
        return text.error();
    core::Result<std::vector<double>> flows = core::readFlows(*text);
    if (flows)
        return flows;
    core::Error error = flows.error();
    const std::string name = isStandardInput ? "standard input" : file;
    for (core::Problem& problem : error.problems)
        problem.where = problem.where.empty() ? name : name + ", " + problem.where;
    return error;
}

core::Result<core::FlowTiming> timingOf(const std::string& text)
{
    if (text == "start")
        return core::FlowTiming::startOfYear;
    if (text == "mid")
        return core::FlowTiming::midYear;
    if (text == "end")
        return core::FlowTiming::endOfYear;
    return core::Error(core::ErrorCode::InvalidInput, "--timing",
        "expected start, mid or end, found \"" + text.substr(0, 64) + "\"");
}

// Takes the value of a result, or notes what was wrong with it.
template <class T>
T valueOr(const core::Result<T>& result, core::Problems& problems, T otherwise)
{
    if (result)
        return *result;
    const core::Problems& more = result.error().problems;
    problems.insert(problems.end(), more.begin(), more.end());
    return otherwise;
}

}

Output flowMetrics(const FlowArguments& arguments)
{
    using Rate = std::optional<double>;
    core::Problems problems;
    const Rate rate = valueOr(rateOf("--rate", arguments.rate), problems, Rate());
    const Rate financeRate =
        valueOr(rateOf("--finance-rate", arguments.financeRate), problems, Rate());
    const Rate reinvestmentRate =
        valueOr(rateOf("--reinvestment-rate", arguments.reinvestmentRate), problems, Rate());
    const core::FlowTiming timing =
        valueOr(timingOf(arguments.timing), problems, core::FlowTiming::startOfYear);
    if (!problems.empty())
        return core::Error(core::ErrorCode::InvalidInput, std::move(problems));
    const core::Result<std::vector<double>> flows = flowsOf(arguments.file);
    if (!flows)
        return flows.error();

    core::FlowMetricsOptions options;
    options.timing = timing;
    options.rate = rate.value_or(0.0);
    options.financeRate = financeRate.value_or(options.rate);
    options.reinvestmentRate = reinvestmentRate.value_or(options.rate);
    core::FlowMetrics metrics = core::flowMetrics(*flows, options);
    if (!rate) {
        metrics.netPresentValue.reset();
        metrics.discountedPaybackYears.reset();
        metrics.profitabilityIndex.reset();
        metrics.equivalentAnnualValue.reset();
        if (!financeRate || !reinvestmentRate)
            metrics.modifiedRateOfReturn.reset();
    }
    if (arguments.format == Format::json)
        return core::flowMetricsJson(metrics);
    return core::flowMetricsText(metrics, *flows) +
           (rate ? "" : "Figures that discount the flows need --rate.\n");
}

}
