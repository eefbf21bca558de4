#pragma once

#include "ui/theme/Theme.h"

#include <QtMath>

namespace ui {

// What ThemeStyle draws with. Appearance changes it; the style has it when it next draws.
struct Look {
    Theme theme;
    double textScale = 1.0;

    // A length that grows with the size of text.
    int px(double atNormalTextSize) const { return qRound(atNormalTextSize * textScale); }

    bool operator==(const Look&) const = default;
};

}
