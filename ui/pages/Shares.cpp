#include "ui/pages/Shares.h"

#include <cmath>

namespace ui {

double restOf(double sum)
{
    constexpr double digits = 1e12;
    return std::round((1.0 - sum) * digits) / digits;
}

QString weightText(double weight, const DisplayFormat& format)
{
    const double percent = weight * 100.0;
    const bool isWhole = std::abs(percent - std::round(percent)) < 0.05;
    return format.percent(weight, isWhole ? 0 : 1);
}

}
