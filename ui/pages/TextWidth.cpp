#include "ui/pages/TextWidth.h"

#include <algorithm>
#include <cmath>

namespace ui {

int widthOfTexts(const TableContent& content, std::size_t column)
{
    constexpr double character = 7.5; // of digits, and of words with capital letters
    constexpr int around = 16;
    qsizetype longest = 0;
    for (const TableRow& row : content.rows)
        longest = std::max(longest, row.cells[column].text.size());
    return around + static_cast<int>(std::ceil(character * static_cast<double>(longest)));
}

}
