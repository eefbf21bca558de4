#pragma once

#include "core/project/Registry.h"
#include "core/report/JsonText.h"

// The values of inputs in JSON, as documents state them: a series or a phasing by year is an
// object, a profile an array.
namespace core {

Json inputValueJson(const InputField&);
Json inputValueJson(const InputValue&);

}
