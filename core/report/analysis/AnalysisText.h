#pragma once

#include "core/analysis/InputRange.h"
#include "core/analysis/Target.h"
#include "core/project/Registry.h"

#include <optional>
#include <string>
#include <vector>

// How the results of analyses write their figures and the inputs they move.
namespace core {

// "USD million", "%", "years", "USD/kg", "×".
std::string unitOf(Target target);

// The figure in that unit, without it: "−84.28", "20.9"; "none" where there is none.
std::string figureText(Target target, std::optional<double> figure);

// With it: "USD −84.28 million", "20.9 %", "467 USD/kg".
std::string figureWithUnit(Target target, std::optional<double> figure);

// "Net present value, USD million".
std::string titleOf(Target target);

// Writes the positions of inputs. Knows the inputs of a project; the project may go.
class InputWords {
public:
    explicit InputWords(const Project& project)
        : m_inputs(inputsOf(project))
    {
    }

    // "20 %", "1,500"; a factor as "×0.8". Without the unit, but for "%".
    std::string position(const VariedInput& input, double position) const;

    // With the unit.
    std::string positionWithUnit(const VariedInput& input, double position) const;

    // "Fixed cost (Labour)".
    std::string label(const VariedInput& input) const;

private:
    const Input* find(const std::string& id) const;

    std::vector<Input> m_inputs;
};

// Where the ends of a range come from: "typed", "evidence: analyst", "estimate class 4", "±20 %".
std::string originText(const InputRange& range, const RangeChoice& choice);

}
