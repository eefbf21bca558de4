#pragma once

#include <optional>
#include <string>
#include <string_view>

// Reads the formulas in figures that explanations give, and computes them.
namespace support {

// `value` is none for a figure that does not exist. `size` is what the figures would add up to if
// nothing cancelled: rounding is relative to it.
struct FormulaResult {
    std::optional<double> value;
    double size = 0.0;
};

// The grammar, with a minus sign of its own (U+2212) and numbers as programs write them:
//   sum:     ["−"] product { ("+" | "−") product }
//   product: power { ("×" | "÷") power }
//   power:   atom [ "^" atom ]
//   atom:    number | "none" | "(" sum ")" | function "(" sum { ";" sum } ")"
//   function: "min", "max", "average", "rate of return", "payback"
// min, max and average leave out what is none. Nothing when the text is not of this form; `problem`
// then says where it ends to be.
std::optional<FormulaResult> computeFormula(std::string_view text, std::string& problem);

}
