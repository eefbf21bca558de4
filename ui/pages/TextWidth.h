#pragma once

#include "ui/tables/TableContent.h"

#include <cstddef>

namespace ui {

// About how wide a column must be, at normal text size, for the longest text in its cells. Who
// makes the content of a table knows no font.
int widthOfTexts(const TableContent&, std::size_t column);

}
