#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The prices of all decks by year, a row for each product of a deck, in USD/kg of the deck's own
// terms; below them the prices weighted by probability. Entered prices are inputs; interpolated
// ones, and those of products that are a premium over another, are inherited.
TableContent priceTable(const core::Project& project, const DisplayFormat& format);

QString priceRowId(const std::string& deck, const std::string& product);
CellAddress priceCell(const std::string& deck, const std::string& product, int year);

}
