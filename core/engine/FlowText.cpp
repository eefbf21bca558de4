#include "core/engine/FlowText.h"

#include <charconv>
#include <cmath>
#include <string>
#include <system_error>
#include <utility>

namespace core {

namespace {

constexpr std::size_t mostProblems = 20;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// The text as it may stand in a message: short, and without bytes that could upset a terminal.
std::string quoted(std::string_view text)
{
    constexpr std::size_t longest = 40;
    std::string shown = "\"";
    for (const char c : text.substr(0, longest))
        shown += c >= ' ' && c <= '~' ? c : '?';
    shown += text.size() > longest ? "...\"" : "\"";
    return shown;
}

// What is wrong with the text of a line; empty when it was read into `value`.
std::string readNumber(std::string_view text, double& value)
{
    std::string_view digits = text;
    if (digits.front() == '+') {
        digits.remove_prefix(1);
        if (!digits.empty() && digits.front() == '-')
            digits = {};
    }
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error == std::errc::result_out_of_range && stop == end)
        return quoted(text) + " is beyond the range of numbers";
    const bool isNumber = error == std::errc() && stop == end;
    if (isNumber && std::isfinite(value))
        return {};
    std::string message = "expected one number such as -1250.5, found " + quoted(text);
    if (!isNumber && text.find(',') != std::string_view::npos)
        message += " (the decimal sign is a point, and thousands are not separated)";
    return message;
}

}

Result<std::vector<double>> readFlows(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());

    std::vector<double> flows;
    Problems problems;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t length = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, length));
        text.remove_prefix(length == std::string_view::npos ? text.size() : length + 1);
        if (line.empty())
            continue;
        const std::string where = "line " + std::to_string(number);
        if (flows.size() == mostFlows) {
            problems.push_back(
                {where, "expected at most " + std::to_string(mostFlows) + " cash flows"});
            break;
        }
        double value = 0.0;
        std::string message = readNumber(line, value);
        if (message.empty()) {
            flows.push_back(value);
            continue;
        }
        problems.push_back({where, std::move(message)});
        if (problems.size() == mostProblems) {
            problems.push_back({"", "lines after these were not read"});
            break;
        }
    }
    if (!problems.empty())
        return Error(ErrorCode::InvalidInput, std::move(problems));
    if (flows.empty())
        return Error(ErrorCode::InvalidInput, "", "expected one cash flow per line, found none");
    return flows;
}

}
