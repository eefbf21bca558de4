#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// Writes JSON text as it goes, indented by one space a level. Numbers are written as the shortest
// text that reads back as the same number, whole ones without a point; bytes that are not UTF-8
// become the replacement character.
class JsonWriter {
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }
    void key(std::string_view);

    void number(double); // finite
    void integer(std::int64_t);
    void integer(std::uint64_t);
    void text(std::string_view);
    void flag(bool);
    void null();

    // The document, with a final line break.
    std::string take() &&;

private:
    void begin(char bracket);
    void end(char bracket);
    void beforeValue();

    std::string m_text;
    std::vector<bool> m_isEmpty; // of the open objects and arrays
    bool m_isAfterKey = false;
};

}
