#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace ui {

struct HtmlCell {
    QString text;                  // without spaces around it
    std::optional<QString> number; // of x:num or sdval; empty when x:num has no value
};

// The rows of the first table in an HTML text; cells that span several columns or rows are
// followed by empty ones. Reading stops after `cellLimit` cells. Nothing of the text is fetched,
// run or shown.
std::vector<std::vector<HtmlCell>> readHtmlTable(const QString& html, int cellLimit);

}
