#pragma once

#include "tests/support/Draw.h"

#include "core/project/Project.h"

namespace support {

// How large the project is: everything in money is drawn as a part of a year's revenue.
struct Scale {
    double kgPerYear = 0.0;
    double pricePerKg = 0.0;
    double costPart = 0.0;    // operating costs over revenue, about
    double capitalPart = 0.0; // capital over revenue, about

    double revenue() const { return kgPerYear * pricePerKg; }
};

// Draws the market, the products and the price decks of a project that has its timeline.
void drawMarket(Draw& draw, const Scale& scale, core::Project& project);

}
