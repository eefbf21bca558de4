#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <QString>

#include <string>
#include <vector>

// Changes to the lists of a project. Each takes a project and returns the changed one, with
// everything that named an element put right, for Session::edit(). A refusal says why in a sentence
// for the user.
//
// New elements and copies change no figure by themselves as far as that is possible: shares and
// probabilities are 0, and what removed ones leave missing is for the user to give out.
namespace ui {

enum class ProjectList {
    costLines,
    capitalItems,
    priceDecks,
    products,
    assetClasses,
    shareholders,
    scenarios,
};

struct ListEntry {
    std::string id;
    QString name;

    bool operator==(const ListEntry&) const = default;
};

std::vector<ListEntry> entriesOf(const core::Project&, ProjectList);

// The path of an element in ids of inputs: "cost_lines.labour".
std::string pathOf(ProjectList, const std::string& id);

// An id that the list does not have yet, made from a name in Latin or Cyrillic letters.
std::string newIdFor(const core::Project&, ProjectList, const QString& name);

// At the end of the list, with a new id. A deck starts with the prices of the active deck, a
// product with the prices of the first product (as a premium of 0), a capital item with the
// phasing and asset class of the last one. The first scenario is certain.
core::Result<core::Project> withAdded(core::Project, ProjectList, const QString& name);

// Behind the original, with its evidence and notes. A cost line or capital item counts twice then.
core::Result<core::Project> withDuplicate(core::Project, ProjectList, const std::string& id);

// With what is said about the element in scenarios, analyses, evidence and notes. Removing
//  - a product removes its prices and history; premiums over it become premiums over, or prices
//    from, what it was priced by;
//  - the active deck makes its neighbour active; scenarios on a removed deck follow the active one;
//  - an asset class that is used, and the last entry of a list that needs one, is refused.
core::Result<core::Project> withRemoved(core::Project, ProjectList, const std::string& id);

// The name that people see; the id, and all that refers to it, stays.
core::Result<core::Project> withRenamed(
    core::Project, ProjectList, const std::string& id, const QString& name);

// Up by a negative number of places, down by a positive one, no further than the end.
core::Result<core::Project> withMoved(
    core::Project, ProjectList, const std::string& id, int places);

}
