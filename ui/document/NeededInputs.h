#pragma once

#include "core/project/Project.h"

#include <string>

namespace ui {

// Some inputs need another one beside them: a method of depreciation its rate or its years, an
// exchange rate by year its path, an item of capital what it costs stand-alone. After an edit of
// one of them, the project gets what it lacks:
//  - a class that is written off over years the rate of one part a year, and the other way round;
//    else the rate of buildings, when property tax is due, or of machinery;
//  - the path that the exchange rate had before the edits, so that no figure changes;
//  - an item that cost nothing in either plant the first amount in both: reuse saves nothing of it
//    until somebody says so, as with a cost line.
// What is there stays, also while another word has no use for it.
void addNeededInputs(
    core::Project&, const std::string& editedInput, const core::Project& beforeEdits);

}
