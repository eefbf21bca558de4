#include "core/storage/Revision.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace core {

namespace {

std::string hexTextOrNone(const std::optional<Hash>& hash)
{
    return hash ? hexText(*hash) : std::string();
}

}

Status checkRevision(const std::vector<Revision>& revisions, int number, const std::string& name)
{
    if (number >= 1 && static_cast<std::size_t>(number) <= revisions.size())
        return success();
    return Error(ErrorCode::InvalidInput, name,
        "There is no revision " + std::to_string(number) + "; the file has revisions 1 to " +
            std::to_string(revisions.size()) + ".");
}

std::string title(const Revision& revision)
{
    return "revision " + std::to_string(revision.number);
}

Hash hashOf(const Revision& revision)
{
    return hashOfList({"galval revision 1", std::to_string(revision.number), revision.savedAt,
        revision.author, revision.comment, revision.programVersion, revision.keyFigures,
        hexText(revision.documentHash), hexTextOrNone(revision.previousHash)});
}

Hash hashOfList(const std::vector<std::string>& texts)
{
    std::string joined;
    for (const std::string& text : texts)
        joined += std::to_string(text.size()) + ':' + text + ',';
    return sha256(joined);
}

std::string utcText(std::chrono::system_clock::time_point time)
{
    using namespace std::chrono;
    const auto second = floor<seconds>(time);
    const auto day = floor<days>(second);
    const year_month_day date(day);
    const hh_mm_ss clock(second - day);
    std::string text(sizeof "2026-11-23T18:05:09Z, and room for years without an end", '\0');
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::string timeText(const std::string& utcText)
{
    constexpr std::size_t minutesEnd = sizeof "2026-11-23T18:05" - 1;
    const std::size_t separator = utcText.find('T');
    if (separator == std::string::npos || utcText.size() <= minutesEnd || !utcText.ends_with('Z'))
        return utcText;
    return utcText.substr(0, separator) + " at " + utcText.substr(separator + 1, 5) + " UTC";
}

std::string keyFiguresText(const KeyFigures& figures)
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [id, value] : figures)
        if (std::isfinite(value))
            object[id] = value;
    using Json = nlohmann::json;
    return object.empty() ? "" : object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<KeyFigures> readKeyFigures(std::string_view text)
{
    KeyFigures figures;
    if (text.empty())
        return figures;
    const nlohmann::json object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    for (const auto& [id, value] : object.items()) {
        if (!value.is_number())
            return std::nullopt;
        figures[id] = value.get<double>();
    }
    return figures;
}

}
