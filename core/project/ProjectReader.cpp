#include "core/project/ProjectJson.h"

#include "core/project/Description.h"
#include "core/project/FieldCheck.h"
#include "core/project/JsonDocument.h"
#include "core/project/NearestName.h"
#include "core/project/ProblemList.h"
#include "core/project/Rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace core {

namespace {

std::string found(const Json& json)
{
    if (json.is_null())
        return "null";
    if (json.is_boolean())
        return json.get<bool>() ? "true" : "false";
    if (json.is_number())
        return numberText(json.get<double>());
    if (json.is_string())
        return "text";
    return json.is_array() ? "an array" : "an object";
}

// Years stand as keys in one way only, so that none can be stated twice.
std::optional<int> yearOf(std::string_view key)
{
    int year = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), year);
    if (error != std::errc() || std::to_string(year) != key || year < firstYearOfSeries ||
        year > lastYearOfSeries)
        return std::nullopt;
    return year;
}

class ProjectReader final : public Visitor {
public:
    explicit ProjectReader(const Json& document)
        : m_node(&document)
        , m_seen {"format", "version"}
    {
    }

    Project read()
    {
        describe(m_project, *this);
        refuseUnknownFields(*m_node);
        return std::move(m_project);
    }

    ProblemList problems;
    BrokenSections broken;

    void field(const Field& field, const Slot& slot) override
    {
        const std::size_t outer = enter(field.key);
        if (const Json* json = member(field.key))
            std::visit([&](const auto& s) { readSlot(*json, field, s, slot); }, slot);
        else if (field.presence != Presence::optional)
            refuse("is missing; expected " + expectationOf(field, slot));
        else if (hasDefault(slot))
            m_project.unstated.insert(m_path);
        m_path.resize(outer);
    }

    void object(const Field& field, ObjectAccess& object) override
    {
        const std::size_t outer = enter(field.key);
        const Json* json = member(field.key);
        if (!json) {
            if (field.presence != Presence::optional)
                refuse("is missing; expected an object");
            else if (object.isPresent())
                m_project.unstated.insert(m_path);
        } else if (!json->is_object()) {
            refuse("expected an object, found " + found(*json));
        } else {
            object.create();
            readFields(*json, [&] { object.describe(*this); });
        }
        m_path.resize(outer);
    }

    void list(const Field& field, ListAccess& list) override
    {
        const std::size_t outer = enter(field.key);
        const Json* json = member(field.key);
        if (!json) {
            if (field.presence != Presence::optional)
                refuse("is missing; expected an array");
            else
                m_project.unstated.insert(m_path);
        } else if (!json->is_array()) {
            refuse("expected an array, found " + found(*json));
        } else {
            for (std::size_t i = 0; i < json->size(); ++i)
                readElement((*json)[i], i, list);
        }
        m_path.resize(outer);
    }

private:
    void readElement(const Json& json, std::size_t index, ListAccess& list)
    {
        const std::size_t outer = m_path.size();
        std::string id;
        if (json.is_object() && json.contains("id") && json["id"].is_string())
            id = json["id"].get<std::string>();
        m_path += elementPath(id, index);
        if (!json.is_object()) {
            refuse("expected an object, found " + found(json));
        } else {
            list.append();
            readFields(json, [&] { list.describe(list.size() - 1, *this); });
        }
        m_path.resize(outer);
    }

    template <class Read>
    void readFields(const Json& json, const Read& read)
    {
        const Json* outerNode = std::exchange(m_node, &json);
        std::vector<std::string> outerSeen = std::exchange(m_seen, {});
        read();
        refuseUnknownFields(json);
        m_node = outerNode;
        m_seen = std::move(outerSeen);
    }

    void refuseUnknownFields(const Json& json)
    {
        for (const auto& [key, value] : json.items())
            if (std::find(m_seen.begin(), m_seen.end(), key) == m_seen.end())
                problems.add(m_path.empty() ? key : m_path + '.' + key,
                    "is not a known field" + suggestion(key, m_seen));
    }

    const Json* member(std::string_view key)
    {
        m_seen.emplace_back(key);
        const auto found = m_node->find(m_seen.back());
        return found == m_node->end() ? nullptr : &*found;
    }

    // Returns the length of the path outside.
    std::size_t enter(std::string_view key)
    {
        const std::size_t outer = m_path.size();
        if (!m_path.empty())
            m_path += '.';
        m_path += key;
        return outer;
    }

    void refuse(std::string message)
    {
        broken.insert(m_path.substr(0, m_path.find_first_of(".[")));
        problems.add(m_path, std::move(message));
    }

    void refuseType(const Json& json, const Field& field, const Slot& slot)
    {
        refuse("expected " + expectationOf(field, slot) + ", found " + found(json));
    }

    // Whether leaving the field out is something to remember, because writing would state it.
    static bool hasDefault(const Slot& slot)
    {
        return std::visit(Overloaded {
                              []<class T>(const Optional<T>&) { return false; },
                              [](const OptionalReferenceSlot&) { return false; },
                              [](const ParameterSlot&) { return false; },
                              [](const auto&) { return true; },
                          },
            slot);
    }

    void readSlot(const Json& json, const Field& field, const Stated<double>& s, const Slot& slot)
    {
        if (json.is_number())
            *s.value = json.get<double>();
        else
            refuseType(json, field, slot);
    }

    template <class T>
    static std::optional<T> whole(const Json& json)
    {
        if (json.is_number_unsigned()) {
            const auto value = json.get<std::uint64_t>();
            return std::in_range<T>(value) ? std::optional(static_cast<T>(value)) : std::nullopt;
        }
        if (json.is_number_integer()) {
            const auto value = json.get<std::int64_t>();
            return std::in_range<T>(value) ? std::optional(static_cast<T>(value)) : std::nullopt;
        }
        if (!json.is_number())
            return std::nullopt;
        const auto value = json.get<double>();               // 1e4 and 20.0 are whole numbers too
        constexpr double exactIntegers = 9007199254740992.0; // 2^53
        if (value != std::trunc(value) || std::abs(value) > exactIntegers ||
            !std::in_range<T>(static_cast<std::int64_t>(value)))
            return std::nullopt;
        return static_cast<T>(value);
    }

    template <class T>
    requires std::is_integral_v<T>
    void readSlot(const Json& json, const Field& field, const Stated<T>& s, const Slot& slot)
    {
        if (const auto value = whole<T>(json))
            *s.value = *value;
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const Stated<bool>& s, const Slot& slot)
    {
        if (json.is_boolean())
            *s.value = json.get<bool>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(
        const Json& json, const Field& field, const Stated<std::string>& s, const Slot& slot)
    {
        if (json.is_string())
            *s.value = json.get<std::string>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const Stated<Series>& s, const Slot& slot)
    {
        if (auto series = readSeries(json, field, slot))
            *s.value = std::move(*series);
    }

    void readSlot(const Json& json, const Field& field, const Optional<Series>& s, const Slot& slot)
    {
        *s.value = readSeries(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const Stated<Profile>& s, const Slot& slot)
    {
        if (auto profile = readProfile(json, field, slot))
            *s.value = std::move(*profile);
    }

    void readSlot(const Json& json, const Field& field, const Stated<Phasing>& s, const Slot& slot)
    {
        if (auto years = readYears(json, field, slot))
            *s.value = std::move(*years);
    }

    void readSlot(const Json& json, const Field& field, const Optional<double>& s, const Slot& slot)
    {
        if (json.is_null() && field.presence == Presence::requiredOrNull)
            *s.value = std::nullopt;
        else if (json.is_number())
            *s.value = json.get<double>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const Optional<int>& s, const Slot& slot)
    {
        if (json.is_null() && field.presence == Presence::requiredOrNull)
            *s.value = std::nullopt;
        else if (const auto value = whole<int>(json))
            *s.value = *value;
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field&, const ChoiceSlot& s, const Slot&)
    {
        if (json.is_string()) {
            const auto& word = json.get_ref<const std::string&>();
            const auto& words = s.choices->words;
            const auto index = std::find(words.begin(), words.end(), word);
            const auto alias = s.choices->aliases.find(word);
            if (index != words.end())
                return s.assign(s.enumerator, static_cast<int>(index - words.begin()));
            if (alias != s.choices->aliases.end())
                return s.assign(s.enumerator, alias->second);
            refuse("expected " + expectedWord(words) + ", found \"" + word.substr(0, 64) + "\"");
            return;
        }
        refuse("expected " + expectedWord(s.choices->words) + ", found " + found(json));
    }

    void readSlot(const Json& json, const Field& field, const ReferenceSlot& s, const Slot& slot)
    {
        if (json.is_string())
            *s.value = json.get<std::string>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(
        const Json& json, const Field& field, const OptionalReferenceSlot& s, const Slot& slot)
    {
        if (json.is_string())
            *s.value = json.get<std::string>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const ParameterSlot& s, const Slot& slot)
    {
        if (json.is_number())
            (*s.parameters)[std::string(field.key)] = json.get<double>();
        else
            refuseType(json, field, slot);
    }

    void readSlot(const Json& json, const Field& field, const DeckPricesSlot& s, const Slot& slot)
    {
        if (!json.is_object())
            return refuseType(json, field, slot);
        for (const auto& [product, price] : json.items()) {
            const std::size_t outer = enter(product);
            if (price.is_object() && (price.contains("premium_over") || price.contains("amount"))) {
                PremiumPrice premium;
                readFields(price, [&] {
                    this->field(premiumOverField(),
                        ReferenceSlot {&premium.premiumOver, ReferenceTarget::product});
                    this->field(premiumAmountField(), Stated<Series> {&premium.amount, nullptr});
                });
                s.prices->insert_or_assign(product, std::move(premium));
            } else if (auto series =
                           readSeries(price, deckPriceField(), Stated<Series> {nullptr, nullptr})) {
                s.prices->insert_or_assign(product, std::move(*series));
            }
            m_path.resize(outer);
        }
    }

    void readSlot(const Json& json, const Field& field, const OverridesSlot& s, const Slot& slot)
    {
        if (!json.is_object())
            return refuseType(json, field, slot);
        for (const auto& [input, value] : json.items()) {
            const std::size_t outer = enter(input);
            if (auto read = readInputValue(value))
                s.overrides->insert_or_assign(input, std::move(*read));
            m_path.resize(outer);
        }
    }

    void readSlot(const Json& json, const Field& field,
        const Stated<std::map<std::string, std::string>>& s, const Slot& slot)
    {
        if (!json.is_object())
            return refuseType(json, field, slot);
        for (const auto& [key, text] : json.items()) {
            const std::size_t outer = enter(key);
            if (text.is_string())
                s.value->insert_or_assign(key, text.get<std::string>());
            else
                refuse("expected text, found " + found(text));
            m_path.resize(outer);
        }
    }

    std::optional<std::map<int, double>> readYears(
        const Json& json, const Field& field, const Slot& slot)
    {
        if (!json.is_object()) {
            refuseType(json, field, slot);
            return std::nullopt;
        }
        std::map<int, double> years;
        for (const auto& [key, value] : json.items()) {
            const auto year = yearOf(key);
            if (!year) {
                refuse("expected years from " + std::to_string(firstYearOfSeries) + " to " +
                       std::to_string(lastYearOfSeries) + ", found \"" + key.substr(0, 64) + "\"");
                return std::nullopt;
            }
            if (!value.is_number()) {
                refuse("expected " + expectedNumber(field.range) + " in " + key + ", found " +
                       found(value));
                return std::nullopt;
            }
            years.emplace(*year, value.get<double>());
        }
        return years;
    }

    std::optional<Series> readSeries(const Json& json, const Field& field, const Slot& slot)
    {
        if (json.is_number())
            return Series(json.get<double>());
        auto years = readYears(json, field, slot);
        if (!years)
            return std::nullopt;
        if (years->empty()) {
            refuse("expected at least one year");
            return std::nullopt;
        }
        return Series(std::move(*years));
    }

    std::optional<Profile> readProfile(const Json& json, const Field& field, const Slot& slot)
    {
        if (!json.is_array()) {
            refuseType(json, field, slot);
            return std::nullopt;
        }
        Profile profile;
        for (const Json& entry : json) {
            if (!entry.is_number()) {
                refuse("expected " + expectedNumber(field.range) + " as entry " +
                       std::to_string(profile.size() + 1) + ", found " + found(entry));
                return std::nullopt;
            }
            profile.push_back(entry.get<double>());
        }
        if (profile.empty() && !mayBeEmpty(std::get<Stated<Profile>>(slot))) {
            refuse("expected at least one number");
            return std::nullopt;
        }
        return profile;
    }

    // Of any kind: which one the input takes is known only once the whole project is.
    std::optional<InputValue> readInputValue(const Json& json)
    {
        const Field anyNumber {"", "", "", {}, Presence::required, {}};
        if (json.is_null())
            return InputValue();
        if (json.is_number())
            return json.get<double>();
        if (json.is_boolean())
            return json.get<bool>();
        if (json.is_string())
            return json.get<std::string>();
        if (json.is_array()) {
            auto profile = readProfile(json, anyNumber, Stated<Profile> {});
            return profile ? std::optional<InputValue>(std::move(*profile)) : std::nullopt;
        }
        auto years = readYears(json, anyNumber, Stated<Series> {});
        return years ? std::optional<InputValue>(std::move(*years)) : std::nullopt;
    }

    Project m_project;
    const Json* m_node;
    std::vector<std::string> m_seen; // the fields that the object may have
    std::string m_path;
};

// Whether it is a project document at all, and of a version that can be read.
std::optional<Error> refusalOfFormat(const Json& document)
{
    if (!document.is_object())
        return Error(ErrorCode::InvalidInput, "", "expected an object, found " + found(document));
    const auto format = document.find("format");
    if (format == document.end() || !format->is_string() || *format != projectFormat)
        return Error(ErrorCode::InvalidInput, "format",
            (format == document.end() ? "is missing; " : "") + std::string("expected \"") +
                std::string(projectFormat) + "\"");
    const auto version = document.find("version");
    const std::string expected = "expected " + std::to_string(projectFormatVersion);
    if (version == document.end())
        return Error(ErrorCode::InvalidInput, "version", "is missing; " + expected);
    if (!version->is_number())
        return Error(ErrorCode::InvalidInput, "version", expected + ", found " + found(*version));
    const auto number = version->get<double>();
    if (number > projectFormatVersion)
        return Error(ErrorCode::FileTooNew, "version",
            "the document was written by a newer version of Galval (format " + numberText(number) +
                "); this one reads format " + std::to_string(projectFormatVersion));
    if (number != projectFormatVersion)
        return Error(ErrorCode::InvalidInput, "version", expected + ", found " + found(*version));
    return std::nullopt;
}

enum class Checks { shape, all };

Result<Project> readDocument(std::string_view text, Checks checks)
{
    JsonDocument document = readJson(text);
    if (!document.content)
        return Error(ErrorCode::InvalidInput, std::move(document.problems));
    if (auto refusal = refusalOfFormat(*document.content))
        return *std::move(refusal);
    ProjectReader reader(*document.content);
    for (Problem& problem : document.problems)
        reader.problems.add(std::move(problem.where), std::move(problem.message));
    Project project = reader.read();
    if (checks == Checks::all)
        checkProject(project, reader.broken, reader.problems);
    if (!reader.problems.isEmpty())
        return Error(ErrorCode::InvalidInput, std::move(reader.problems).take());
    return project;
}

}

Result<Project> readProject(std::string_view json)
{
    return readDocument(json, Checks::all);
}

Result<Project> parseProject(std::string_view json)
{
    return readDocument(json, Checks::shape);
}

}
