#include "ui/pages/Shares.h"

#include <cmath>

namespace ui {

double restOf(double sum)
{
    constexpr double digits = 1e12;
    return std::round((1.0 - sum) * digits) / digits;
}

}
