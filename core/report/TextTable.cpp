#include "core/report/TextTable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

namespace core {

namespace {

constexpr std::uint32_t replacementCharacter = 0xFFFD;

// The next character of UTF-8 text, which it takes away; the replacement character for each byte
// that is none of one.
std::uint32_t takeCharacter(std::string_view& text)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byteAt(0);
    std::size_t length = 1;
    std::uint32_t character = first;
    if (first >= 0x80) {
        length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        character = first & (0x7Fu >> length);
        bool isWhole = first >= 0xC2 && first <= 0xF4 && text.size() >= length;
        for (std::size_t i = 1; isWhole && i < length; ++i) {
            isWhole = (byteAt(i) & 0xC0) == 0x80;
            character = character << 6 | (byteAt(i) & 0x3Fu);
        }
        constexpr std::array<std::uint32_t, 5> least {0, 0, 0x80, 0x800, 0x10000};
        isWhole = isWhole && character >= least[length] && character <= 0x10FFFF &&
                  (character < 0xD800 || character > 0xDFFF);
        if (!isWhole) {
            length = 1;
            character = replacementCharacter;
        }
    }
    text.remove_prefix(length);
    return character;
}

bool isControl(std::uint32_t character)
{
    // C0, delete and C1; line and paragraph separators; marks that turn the direction of text.
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
           character == 0x2029 || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

int cellsOf(std::uint32_t character)
{
    const auto isIn = [character](std::uint32_t from, std::uint32_t to) {
        return character >= from && character <= to;
    };
    if (isIn(0x0300, 0x036F) || isIn(0x200B, 0x200F) || isIn(0xFE00, 0xFE0F) || character == 0xFEFF)
        return 0;
    // Unicode's East Asian Width "wide", by blocks.
    if (isIn(0x1100, 0x115F) || isIn(0x2E80, 0x303E) || isIn(0x3041, 0xA4CF) ||
        isIn(0xAC00, 0xD7A3) || isIn(0xF900, 0xFAFF) || isIn(0xFE30, 0xFE6F) ||
        isIn(0xFF00, 0xFF60) || isIn(0xFFE0, 0xFFE6) || isIn(0x1F300, 0x1F64F) ||
        isIn(0x20000, 0x3FFFD))
        return 2;
    return 1;
}

std::string padded(const std::string& text, int width, TextTable::Alignment alignment)
{
    const std::string spaces(
        static_cast<std::size_t>(std::max(width - displayWidth(text), 0)), ' ');
    return alignment == TextTable::Alignment::left ? text + spaces : spaces + text;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

}

int displayWidth(std::string_view text)
{
    int width = 0;
    while (!text.empty())
        width += cellsOf(takeCharacter(text));
    return width;
}

std::string printable(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::string_view before = text;
        const std::uint32_t character = takeCharacter(text);
        const std::string_view bytes = before.substr(0, before.size() - text.size());
        if (isControl(character))
            result += ' ';
        else if (character == replacementCharacter)
            result += "\uFFFD";
        else
            result += bytes;
    }
    return result;
}

std::string clipped(std::string_view text, int width)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    std::string_view rest = text;
    std::size_t kept = 0;
    for (int used = 0; !rest.empty();) {
        used += cellsOf(takeCharacter(rest));
        if (used > width - 1)
            break;
        kept = text.size() - rest.size();
    }
    return std::string(text.substr(0, kept)) + "…";
}

std::string wrapped(std::string_view text, int width, int indent)
{
    const std::string begin(static_cast<std::size_t>(indent), ' ');
    std::string result;
    std::string line;
    int lineWidth = 0;
    const auto endLine = [&] {
        if (!line.empty())
            result += begin + line + '\n';
        line.clear();
        lineWidth = 0;
    };
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        const std::string_view word = text.substr(0, space);
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
        if (word.empty())
            continue;
        const int wordWidth = displayWidth(word);
        if (lineWidth > 0 && indent + lineWidth + 1 + wordWidth > width)
            endLine();
        if (lineWidth > 0) {
            line += ' ';
            ++lineWidth;
        }
        line += word;
        lineWidth += wordWidth;
    }
    endLine();
    return result;
}

TextTable::TextTable(std::vector<Column> columns, int indent)
    : m_columns(std::move(columns))
    , m_indent(indent)
{
}

void TextTable::addRow(std::vector<std::string> cells)
{
    cells.resize(m_columns.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = printable(cells[i]);
        if (m_columns[i].greatestWidth > 0)
            cells[i] = clipped(cells[i], m_columns[i].greatestWidth);
    }
    m_lines.push_back({Line::Kind::row, std::move(cells), {}});
}

void TextTable::addRule()
{
    m_lines.push_back({Line::Kind::rule, {}, {}});
}

void TextTable::addText(std::string text)
{
    m_lines.push_back({Line::Kind::text, {}, std::move(text)});
}

std::string TextTable::text() const
{
    constexpr int gap = 2;
    std::vector<std::vector<std::string>> heads;
    std::size_t headLines = 0;
    for (const Column& column : m_columns) {
        heads.push_back(linesOf(column.head));
        headLines = std::max(headLines, heads.back().size());
    }
    const bool hasHead = std::any_of(m_columns.begin(), m_columns.end(),
        [](const Column& column) { return !column.head.empty(); });

    std::vector<int> widths(m_columns.size(), 0);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        for (const std::string& line : heads[i])
            widths[i] = std::max(widths[i], displayWidth(line));
        for (const Line& line : m_lines)
            if (line.kind == Line::Kind::row)
                widths[i] = std::max(widths[i], displayWidth(line.cells[i]));
    }
    int width = -gap;
    for (const int columnWidth : widths)
        width += columnWidth + gap;

    std::string result;
    const std::string begin(static_cast<std::size_t>(m_indent), ' ');
    const auto addLine = [&](const std::vector<std::string>& cells) {
        std::string line = begin;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            line += i == 0 ? "" : std::string(gap, ' ');
            line += padded(cells[i], widths[i], m_columns[i].alignment);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + '\n';
    };
    const auto addRuleLine = [&] {
        result += begin;
        for (int i = 0; i < width; ++i)
            result += "─";
        result += '\n';
    };

    for (std::size_t l = 0; hasHead && l < headLines; ++l) {
        std::vector<std::string> cells;
        for (const std::vector<std::string>& head : heads) {
            const std::size_t above = headLines - head.size(); // heads stand on the rule
            cells.push_back(l < above ? std::string() : head[l - above]);
        }
        addLine(cells);
    }
    if (hasHead)
        addRuleLine();
    for (const Line& line : m_lines) {
        switch (line.kind) {
        case Line::Kind::row:
            addLine(line.cells);
            break;
        case Line::Kind::rule:
            addRuleLine();
            break;
        case Line::Kind::text:
            result += line.text;
            break;
        }
    }
    return result;
}

}
