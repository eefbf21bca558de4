#include "core/project/JsonWriter.h"

#include "core/project/FieldCheck.h"

#include <nlohmann/json.hpp>

namespace core {

void JsonWriter::key(std::string_view name)
{
    text(name);
    m_text += ": ";
    m_isAfterKey = true;
}

void JsonWriter::number(double value)
{
    beforeValue();
    m_text += numberText(value);
}

void JsonWriter::integer(std::int64_t value)
{
    beforeValue();
    m_text += std::to_string(value);
}

void JsonWriter::integer(std::uint64_t value)
{
    beforeValue();
    m_text += std::to_string(value);
}

void JsonWriter::text(std::string_view value)
{
    beforeValue();
    m_text += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void JsonWriter::flag(bool value)
{
    beforeValue();
    m_text += value ? "true" : "false";
}

void JsonWriter::null()
{
    beforeValue();
    m_text += "null";
}

std::string JsonWriter::take() &&
{
    m_text += '\n';
    return std::move(m_text);
}

void JsonWriter::begin(char bracket)
{
    beforeValue();
    m_text += bracket;
    m_isEmpty.push_back(true);
}

void JsonWriter::end(char bracket)
{
    const bool wasEmpty = m_isEmpty.back();
    m_isEmpty.pop_back();
    if (!wasEmpty) {
        m_text += '\n';
        m_text.append(m_isEmpty.size(), ' ');
    }
    m_text += bracket;
}

void JsonWriter::beforeValue()
{
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_isEmpty.empty())
        return;
    if (!m_isEmpty.back())
        m_text += ',';
    m_isEmpty.back() = false;
    m_text += '\n';
    m_text.append(m_isEmpty.size(), ' ');
}

}
