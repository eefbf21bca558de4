#pragma once

#include "core/analysis/TwoWayTable.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

struct HeatWords {
    core::TargetText target;
    core::PositionText x;
    core::PositionText y;
    double xBase = 0.0; // of the plan
    double yBase = 0.0;
    std::optional<double> level = {}; // that parts gain from loss; none: the figure of the plan
};

// The table with the largest position of the input down on top, as on a chart. The more value, the
// bluer a cell; strong lines run where the figure passes the level; the plan has a frame.
TableContent heatTable(const core::TwoWayTable&, const HeatWords&, const DisplayFormat&);

}
