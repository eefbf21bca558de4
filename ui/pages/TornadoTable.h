#pragma once

#include "core/analysis/Flips.h"
#include "core/analysis/InputRange.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

#include <optional>
#include <vector>

namespace ui {

// A row of the table of ranges.
struct TornadoLine {
    core::InputRange range;
    std::optional<double> swing;             // in the target's own unit
    std::optional<core::Crossing> flip = {}; // none: it was not sought

    bool operator==(const TornadoLine&) const = default;
};

struct TornadoWords {
    core::TargetText target;
    QString flipHead;           // "NPV = 0 at"
    bool areRangesTyped = true; // low and high can be typed into
};

// The inputs with their ranges, in positions as people read them (core/report/figure/PositionText),
// where they come from, where the decision flips, and what the figure swings by.
TableContent tornadoTable(const std::vector<TornadoLine>&, const core::PositionTexts&,
    const TornadoWords&, const DisplayFormat&);

QString tornadoRowId(const std::string& input);
std::string inputOfTornadoRow(const QString& rowId);

}
