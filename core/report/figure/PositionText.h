#pragma once

#include "core/analysis/VariedInput.h"
#include "core/project/Registry.h"
#include "core/report/figure/Figure.h"

#include <string>
#include <vector>

namespace core {

// How the positions of an input that an analysis moves (core/analysis/VariedInput.h) are written.
struct PositionText {
    Sentence name;    // "Price", "Fixed cost, Labour"
    std::string unit; // "% of plan", "%", "USD/kg"; empty for a plain number
    int exponent = 0; // ten to the power of it times a position is the number that is shown
    int decimals = 0; // that the positions of the input need

    bool isPercent() const { return unit.starts_with('%'); }
    double shown(double position) const;
    std::string number(double position) const;     // "70"
    std::string text(double position) const;       // "70 %", "160"
    std::string textInUnit(double position) const; // "70 %", "160 USD/kg"
    FigureAxis axis() const;
    // What is solved for has one digit more than what people plan with.
    PositionText ofSolutions() const;
};

// Knows the inputs of a project; the project may go.
class PositionTexts {
public:
    explicit PositionTexts(const Project&);

    // With decimals that tell the positions apart.
    PositionText of(const VariedInput&, const std::vector<double>& positions) const;

private:
    std::vector<Input> m_inputs;
};

// What an input is called in analyses: levers by what they move, others by field and element.
Sentence nameInAnalyses(const Input&);

}
