#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/report/BreakEvenProof.h"
#include "core/report/ComposedFigure.h"
#include "core/report/FigureReference.h"
#include "core/report/Quantity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How a figure came about, as data that a panel, a report or a terminal can lay out. All money is
// that of the model, nominal USD; `quantity` says what of it the money view converts.
namespace core {

// What a figure is made of: a row, to be explained in turn, or an input, to be edited.
struct ExplainedPart {
    std::string label;
    Quantity quantity;
    std::optional<int> year;      // none: a single number, or all years
    std::optional<double> value;  // none: there is no such figure, or all years
    std::vector<YearValue> years; // when the formula takes all years; each can be followed
    std::string text;             // the value of an input that is no number
    std::optional<FigureReference> figure;
    std::string inputId;
    bool isStructure = false; // follows from the timeline, or was added to solve for a price

    bool isInput() const { return !inputId.empty(); }
};

struct ExplainedUse {
    std::string label;
    FigureReference figure;
};

// An input that a figure is made of directly, and what is known of where its value comes from.
struct ExplainedSource {
    std::string inputId;
    std::string label;
    std::string valueText; // of all years
    std::vector<std::string> notes;
    std::string evidence; // its grade; empty when none is given
};

struct ExplainedFigure {
    FigureReference figure;
    std::string title;
    std::string chapter;
    Quantity quantity;
    std::optional<double> value;
    std::string word;   // instead of a value that does not exist: "never", "2 roots"
    std::string remark; // why it does not exist, or what else there is to know about it
    std::string inWords;
    std::string inFigures; // empty for the break-even price, which has no formula
    MoneyUnit moneyUnit = MoneyUnit::understood; // of inFigures
    std::vector<ExplainedPart> parts;
    std::vector<ExplainedUse> usedBy;
    std::vector<YearValue> years; // the row over its years; empty for a single figure
    std::vector<ExplainedSource> sources;
    std::vector<BreakEvenTrial> proof; // of the break-even price
};

// How numbers stand in the formula: as people read them, ending with the result (quantityText()),
// or in full and in USD.
enum class FormulaNumbers { readable, full };

// Besides rows and metrics, composed figures (core/report/ComposedFigure.h), "expected_npv", and
// those of price decks (core/report/ExplainedDeck.h), weighted ones of scenarios
// (core/report/ExplainedScenarios.h) and sums of inputs (core/report/ExplainedSum.h). A figure by
// year needs one of its years; for a single figure the year is of no matter. InvalidInput says
// which name or year was expected.
Result<ExplainedFigure> explainFigure(
    const Evaluation&, const FigureReference&, FormulaNumbers = FormulaNumbers::readable);

}
