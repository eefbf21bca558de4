#pragma once

#include "core/analysis/Target.h"
#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "core/report/figure/Figure.h"

#include <optional>
#include <string>

namespace core {

// How the figures of a target are written, in the money of a view.
struct TargetText {
    Sentence name;       // "NPV", "Payback"
    std::string unit;    // "USD million", "%", "years", "USD/kg", "×"
    double factor = 1.0; // a figure times it is the number that is shown
    int decimals = 1;
    bool isMoney = false;
    bool isHigherBetter = true;
    // The figure at which the decision flips: 0 for a value, the discount rate for a return, 1 for
    // an index; none for others.
    std::optional<double> threshold;

    double shown(double figure) const { return figure * factor; }
    std::string number(double figure) const;   // "−3.5"
    std::string withUnit(double figure) const; // "USD 16.0 million", "9.1 %"
    std::string level(double figure) const;    // the same, or "zero" for money
};

// `largest` is the largest figure that is to be written: it decides on millions or thousands.
TargetText targetText(const Evaluation& evaluation, Target target, MoneyView view, double largest);

// "NPV", where labelOf() says "Net present value".
Sentence shortNameOf(Target target);

}
