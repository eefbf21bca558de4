#pragma once

namespace ui {

// What shares that come to `sum` leave of the whole, as a person would type it: without the noise
// of binary fractions.
double restOf(double sum);

}
