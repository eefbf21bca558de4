#pragma once

#include "core/project/Registry.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

// What the JSON documents of results share.
namespace core {

using Json = nlohmann::ordered_json;

// Null for what is no finite number; zero without a sign.
Json jsonNumber(std::optional<double> number);
Json jsonNumbers(const std::vector<double>& numbers);

// The value of an input as documents have it; null for none.
Json jsonValue(const InputField&);
Json jsonValue(const InputValue&);

// Indented, with a final line break. Bytes that are not UTF-8 become the replacement character.
std::string jsonText(const Json& document);

}
