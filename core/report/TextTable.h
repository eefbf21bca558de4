#pragma once

#include <string>
#include <string_view>
#include <vector>

// Text in columns for a terminal or a file, aligned by what is seen: UTF-8 letters count as the
// cells they fill, and names from documents cannot bring control characters into it.
namespace core {

// Cells that the text fills on a terminal: two for wide East Asian letters, none for combining
// marks.
int displayWidth(std::string_view text);

// The text with control characters, line breaks among them, replaced by spaces, and bytes that are
// not UTF-8 by the replacement character.
std::string printable(std::string_view text);

// At most so many cells, the last one an ellipsis when something was left out.
std::string clipped(std::string_view text, int width);

// Lines of at most `width` cells broken at spaces, each begun by so many spaces and ended by a line
// break. A word that is longer has a line of its own. No-break spaces hold words together.
std::string wrapped(std::string_view text, int width, int indent = 0);

class TextTable {
public:
    enum class Alignment { left, right };

    struct Column {
        std::string head; // may have several lines
        Alignment alignment = Alignment::right;
        int greatestWidth = 0; // longer cells are clipped; 0: as wide as they are
    };

    explicit TextTable(std::vector<Column> columns, int indent = 0);

    // One cell for each column; cells that are missing at the end are empty.
    void addRow(std::vector<std::string> cells);
    void addRule();

    // Lines of their own between rows, as they are: no column is made wider by them.
    void addText(std::string text);

    // Heads, rules and rows, each ended by a line break.
    std::string text() const;

private:
    struct Line {
        enum class Kind { row, rule, text };

        Kind kind = Kind::row;
        std::vector<std::string> cells; // of a row
        std::string text;
    };

    std::vector<Column> m_columns;
    std::vector<Line> m_lines;
    int m_indent;
};

}
