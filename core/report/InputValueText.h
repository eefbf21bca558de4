#pragma once

#include "core/project/Registry.h"

#include <string>

// The values of inputs as people read them.
namespace core {

// One number: years as they are, shares and rates in percent. Without the unit, but for "%".
std::string inputNumberText(const Input&, double number);

// All of an input, with its unit: "20 %", "2026: 1,500 … 2045: 685 USD/kg". A dash for none.
std::string inputValueText(const Input&, const InputField&);
std::string inputValueText(const Input&, const InputValue&);

}
