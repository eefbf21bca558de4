#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "ui/document/CellAddress.h"

#include <optional>
#include <string>
#include <vector>

// What single cells of tables and fields of forms show, and what typing into them does to a
// project. Settings of analyses are cells, too (ui/document/SimulationCells.h).
namespace ui {

struct CellContent {
    core::InputValue value; // a number, flag or word; absent: nothing. Without a place in the
                            // address the whole series or profile.
    bool isStated = true;   // false: interpolated, derived, held from the last entry of a profile,
                            // or a default that the document leaves out

    bool operator==(const CellContent&) const = default;
};

// A constant series is stated for every year; one by years only in these. The price of a product
// that is a premium over another is derived, in every year. Nothing when there is no such cell.
std::optional<CellContent> contentOf(const core::Project&, const CellAddress&);

// What a product costs in a deck, in the deck's terms, with everything that it is a premium over.
// Nothing when it has no price there, or when premiums go in a circle.
std::optional<core::Series> priceIn(const core::PriceDeck&, std::string product);

struct CellEdit {
    CellAddress cell;
    std::optional<core::InputValue> value; // none: back to the default, or to interpolation
};

// The project after edits of cells, in their order; each problem names its input. Ranges of fields
// are checked, rules between fields are not.
//
// Typing into
//  - a year of a series states it; of a constant one, all other years stay what they were;
//  - the price of a product that is a premium over another makes it a price of its own, which in
//    all other years is what it was;
//  - an operating year behind the end of a profile extends it with its last value up to there.
//
// Given back,
//  - a year of a series is interpolated; the last one leaves a constant of its value;
//  - an entry of a profile is that before it, the first one that of the default; then entries at
//    the end that repeat the one before are dropped;
//  - a year of a phasing has no share;
//  - an input has its default, or is absent, or is refused when it must be stated.
//
// A cell of the ranges of the tornado is edited as ui/document/TornadoCells.h says.
//
// What an input needs beside it comes with it (ui/document/NeededInputs.h).
core::Result<core::Project> withCells(const core::Project&, const std::vector<CellEdit>&);

}
