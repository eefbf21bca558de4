#include "core/report/JsonText.h"

#include <cmath>

namespace core {

Json jsonNumber(std::optional<double> number)
{
    if (!number || !std::isfinite(*number))
        return nullptr;
    return *number + 0.0;
}

Json jsonNumbers(const std::vector<double>& numbers)
{
    Json array = Json::array();
    for (const double number : numbers)
        array.push_back(jsonNumber(number));
    return array;
}

std::string jsonText(const Json& document)
{
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}
