#pragma once

#include "core/project/Registry.h"

#include <QString>

#include <string>

namespace ui {

// A word that an input holds, as people read it: "declining_balance" is "Declining balance", and
// the id of a deck, product or asset class is its name.
QString choiceText(const core::Project&, const core::Input&, const std::string& word);

}
