#pragma once

#include "core/project/Project.h"

#include <string>

namespace ui {

// Some words need another input beside them: a method of depreciation its rate or its years, an
// exchange rate by year its path. After an edit of one of them, the project gets what it lacks, so
// that it stays valid:
//  - a class that is written off over years the rate of one part a year, and the other way round;
//    else the rate of buildings, when property tax is due, or of machinery;
//  - the path that the exchange rate had until now, in the mode `before`, so that no figure
//  changes.
// What is there stays, also while another word has no use for it.
void addNeededInputs(core::Project&, const std::string& editedInput, core::ExchangeRateMode before);

}
