#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"

#include <QStringList>

// What the page of prices says in words.
namespace ui {

// The line below the title: how many decks there are, and how the weighted price of a product lies
// to that of the active deck in some year.
QString priceMessage(
    const core::Project& project, std::size_t product, int year, const DisplayFormat& format);

// "USD/kg, nominal", or that the decks differ.
QString priceUnitText(const core::Project& project);

// What the table's numbers are, and what its colours mean.
QString priceCaption(const core::Project& project, const DisplayFormat& format);

}
