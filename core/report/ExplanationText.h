#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"
#include "core/report/RowName.h"

#include <optional>
#include <string>
#include <string_view>

namespace core {

// How a figure came about, as text for people: what it is, its formula in words and in figures,
// what it is made of and what uses it, with the source notes and evidence of the inputs.
//
// `row` is a row or metric as findFigure() takes it. A yearly row needs one of its years; for a
// single figure the year is of no matter. InvalidInput says which name or year was expected.
Result<std::string> explanationText(
    const Evaluation&, ResultCase, std::string_view row, std::optional<int> year);

}
