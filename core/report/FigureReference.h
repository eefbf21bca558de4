#pragma once

#include "core/analysis/Target.h"
#include "core/report/RowName.h"

#include <optional>
#include <string>

namespace core {

// Which figure is meant, for explaining it: a row or metric by what findFigure() takes, in one of
// its years.
struct FigureReference {
    ResultCase resultCase = ResultCase::project;
    std::string name;
    std::optional<int> year = {}; // none: a single figure

    bool operator==(const FigureReference&) const = default;
};

// The figure of the plan that an analysis looks at.
FigureReference referenceTo(Target);

}
