#pragma once

#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"
#include "ui/models/DisplayFormat.h"
#include "ui/pages/sensitivity/TornadoLines.h"
#include "ui/tables/TableContent.h"

#include <vector>

namespace ui {

struct TornadoWords {
    core::TargetText target;
    QString flipHead;            // "NPV = 0 at"
    bool areRangesTyped = true;  // low and high can be typed into
    bool areFlipsSought = false; // those that are not there yet
};

// The inputs with their ranges, in positions as people read them (core/report/figure/PositionText),
// where they come from, where the decision flips, and what the figure swings by.
TableContent tornadoTable(const std::vector<TornadoLine>&, const core::PositionTexts&,
    const TornadoWords&, const DisplayFormat&);

QString tornadoRowId(const std::string& input);
std::string inputOfTornadoRow(const QString& rowId);

}
