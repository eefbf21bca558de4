#pragma once

#include "core/report/ComposedFigure.h"
#include "core/report/ExplainedFigure.h"

#include <optional>

namespace core {

// `year` is one of the years of a figure by year.
ExplainedFigure explainComposition(const ComposedFigure&, std::optional<int> year, FormulaNumbers);

}
