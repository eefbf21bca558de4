#pragma once

#include "ui/models/DisplayFormat.h"

#include <QString>

namespace ui {

// What shares that come to `sum` leave of the whole, as a person would type it: without the noise
// of binary fractions.
double restOf(double sum);

// A weight without needless digits: "20 %", "12.5 %".
QString weightText(double weight, const DisplayFormat& format);

}
