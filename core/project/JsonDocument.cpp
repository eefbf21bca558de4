#include "core/project/JsonDocument.h"

#include "core/project/ProblemList.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t sizeLimit = std::size_t {64} << 20;
constexpr std::size_t depthLimit = 20;
constexpr std::size_t valueLimit = 100000; // a hundred times what a large project states
constexpr std::size_t keyLimit = 200;      // bytes
constexpr std::size_t textLimit = 100000;  // bytes

class DocumentBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit DocumentBuilder(std::string_view text)
        : m_text(text)
    {
    }

    JsonDocument take(bool isWhole) &&
    {
        JsonDocument document;
        if (isWhole && m_isComplete)
            document.content = std::move(m_root);
        document.problems = std::move(m_problems).take();
        return document;
    }

    bool null() override { return put(Json()); }
    bool boolean(bool value) override { return put(Json(value)); }
    bool number_integer(number_integer_t value) override { return put(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return put(Json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return put(Json(value)); }
    bool binary(binary_t&) override { return refuse("is binary, which JSON text cannot be"); }

    bool string(string_t& value) override
    {
        if (value.size() > textLimit)
            return refuse("expected a text of at most " + std::to_string(textLimit) + " bytes");
        if (!m_levels.empty() && !m_levels.back().isArray && m_levels.back().key == "id")
            m_levels.back().id = value;
        return put(Json(std::move(value)));
    }

    bool start_object(std::size_t) override { return open(Json::object(), false); }
    bool start_array(std::size_t) override { return open(Json::array(), true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        Level& level = m_levels.back();
        if (name.size() > keyLimit)
            return refuse("expected field names of at most " + std::to_string(keyLimit) + " bytes");
        level.key = name;
        if (!level.keys.insert(name).second)
            m_problems.add(path(), "is stated twice");
        else if (level.keys.size() > jsonEntryLimit)
            return refuseCount();
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token,
        const nlohmann::detail::exception& reason) override
    {
        const std::string_view what = reason.what();
        const auto says = [what](std::string_view part) {
            return what.find(part) != std::string_view::npos;
        };
        constexpr int numberOverflow = 406;
        std::string why;
        if (m_text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            why = "the document is empty";
        else if (reason.id == numberOverflow)
            why = "the number " + token.substr(0, 40) + " is too large";
        else if (says("ill-formed UTF-8"))
            why = "the text is not valid UTF-8";
        else if (m_isComplete)
            why = "there is more text after the end of the document";
        else if (says("unexpected end of input") || says("missing closing quote"))
            why = "the document ends too early";
        else
            why = "is not valid JSON, unexpected " + wordAt(position, token);
        m_problems.add(path(), why + placeOf(position));
        return false;
    }

private:
    struct Level {
        Json* node = nullptr;
        bool isArray = false;
        std::size_t entries = 0; // of an array, so far
        std::string key;         // of an object, the last one read
        std::string id;          // of an object, once it was read
        std::unordered_set<std::string> keys;
    };

    Json* place(Json&& value)
    {
        if (m_levels.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Level& level = m_levels.back();
        if (!level.isArray) {
            Json& member = (*level.node)[level.key];
            member = std::move(value);
            return &member;
        }
        level.node->push_back(std::move(value));
        return &level.node->back();
    }

    // Where every value passes, so that the limits hold for all.
    bool admit()
    {
        const bool isEntry = !m_levels.empty() && m_levels.back().isArray;
        if (isEntry && ++m_levels.back().entries > jsonEntryLimit)
            return refuseCount();
        if (++m_values > valueLimit)
            return refuse("the document has more than " + std::to_string(valueLimit) + " values");
        return true;
    }

    bool put(Json&& value)
    {
        if (!admit())
            return false;
        place(std::move(value));
        m_isComplete = m_levels.empty();
        return true;
    }

    bool open(Json&& value, bool isArray)
    {
        if (!admit())
            return false;
        if (m_levels.size() == depthLimit)
            return refuse("expected at most " + std::to_string(depthLimit) + " nested brackets");
        Level level;
        level.node = place(std::move(value));
        level.isArray = isArray;
        m_levels.push_back(std::move(level));
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        m_isComplete = m_levels.empty();
        return true;
    }

    bool refuse(std::string why)
    {
        m_problems.add(path(), std::move(why));
        return false;
    }

    bool refuseCount()
    {
        const std::string why = "expected at most " + std::to_string(jsonEntryLimit) + " entries";
        m_levels.pop_back(); // the array or object as a whole is meant, not its last entry
        return refuse(why);
    }

    // Of the value that is being read.
    std::string path() const
    {
        std::string text;
        for (std::size_t i = 0; i < m_levels.size(); ++i) {
            const Level& level = m_levels[i];
            const bool isInElement = i + 1 < m_levels.size();
            if (level.isArray && isInElement && !m_levels[i + 1].id.empty())
                text += '.' + m_levels[i + 1].id.substr(0, 64);
            else if (level.isArray && level.entries > 0)
                text += '[' + std::to_string(level.entries - 1) + ']';
            else if (!level.isArray && !level.key.empty())
                text += (text.empty() ? "" : ".") + level.key;
        }
        return text;
    }

    // " (line 3, column 14)"; positions count the bytes read.
    std::string placeOf(std::size_t position) const
    {
        const std::size_t end = std::min(position > 0 ? position - 1 : 0, m_text.size());
        const std::string_view before = m_text.substr(0, end);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        const std::size_t lineBreak = before.rfind('\n');
        const std::size_t column = lineBreak == std::string_view::npos ? end + 1 : end - lineBreak;
        return " (line " + std::to_string(lines + 1) + ", column " + std::to_string(column) + ")";
    }

    // The word that could not be read, or the one byte.
    std::string wordAt(std::size_t position, const std::string& token) const
    {
        if (position == 0 || position > m_text.size())
            return "end";
        const auto isWord = [this](std::size_t i) {
            const auto byte = static_cast<unsigned char>(m_text[i]);
            return std::isalnum(byte) || byte == '_' || byte == '+' || byte == '-' || byte == '.';
        };
        std::size_t at = position - 1;
        if (!isWord(at) && token.size() > 1 && token.size() <= position && isWord(at - 1))
            --at; // a word is found wrong at the byte after it
        if (!isWord(at)) {
            const auto byte = static_cast<unsigned char>(m_text[at]);
            return byte > ' ' && byte < 0x7f ? std::string {'\'', m_text[at], '\''}
                                             : "byte " + std::to_string(byte);
        }
        constexpr std::size_t longestWord = 40;
        std::size_t from = at;
        std::size_t to = at + 1;
        while (from > 0 && isWord(from - 1) && to - from < longestWord)
            --from;
        while (to < m_text.size() && isWord(to) && to - from < longestWord)
            ++to;
        return std::string(m_text.substr(from, to - from));
    }

    std::string_view m_text;
    Json m_root;
    std::vector<Level> m_levels;
    std::size_t m_values = 0;
    bool m_isComplete = false;
    ProblemList m_problems;
};

}

JsonDocument readJson(std::string_view text)
{
    JsonDocument refused;
    if (text.size() > sizeLimit) {
        refused.problems.push_back({"", "expected a document of at most 64 MiB"});
        return refused;
    }
    try {
        DocumentBuilder builder(text);
        const bool isWhole = Json::sax_parse(text.begin(), text.end(), &builder);
        return std::move(builder).take(isWhole);
    } catch (const std::exception& exception) {
        refused.problems.push_back({"", std::string("cannot be read: ") + exception.what()});
        return refused;
    }
}

}
