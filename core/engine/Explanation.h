#pragma once

#include "core/engine/Program.h"
#include "core/engine/Sheet.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

// How a figure came about: its formula in words and in figures, what it is made of, and what uses
// it.
namespace core {

// A number in a formula.
struct FormulaNumber {
    double value = 0.0;
    Unit unit = {};
    int input = -1; // of the sheet's inputs, when it is the value of one
};

// Writes a number for a person or, as `allDigits`, for reading back.
using NumberText = std::function<std::string(const FormulaNumber&)>;
std::string allDigits(const FormulaNumber&);

struct ExplanationPart {
    enum class Kind { row, input };

    Kind kind = Kind::row;
    int index = -1; // of the sheet's rows or inputs
    std::string name;
    std::string label;
    Unit unit;
    bool isStructure = false; // a flag or counter that follows from the timeline
    std::optional<int> year;  // none: a single figure, or all years when byYear is not empty
    std::optional<double> value;
    std::vector<double> byYear; // over the timeline, when the formula takes all of its years
};

struct ExplanationUse {
    int row = -1;
    std::string name;
    std::string label;
    std::optional<int> year;
};

struct Explanation {
    std::string name;
    std::string label;
    std::string chapter;
    Unit unit;
    std::optional<int> year;
    std::optional<double> value; // none: there is no such figure
    std::string inWords;
    std::string inFigures; // with × ÷ − ^, min(a; b), max(a; b), and lists over years in brackets
    std::vector<ExplanationPart> parts; // in the order of the formula, each once
    std::vector<ExplanationUse> usedBy;
};

// `year` is ignored for a single figure; otherwise it must be one of the row's years.
Explanation explain(
    const ComputedSheet& computed, Row row, int year, const NumberText& text = allDigits);

}
