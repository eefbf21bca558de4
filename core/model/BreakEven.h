#pragma once

#include <functional>
#include <optional>

namespace core {

// The price at which the net present value is 0, `npvAt` being the value at a price; 0 when the
// project pays at no price, nothing when no price is enough.
std::optional<double> breakEvenPrice(const std::function<double(double price)>& npvAt);

}
