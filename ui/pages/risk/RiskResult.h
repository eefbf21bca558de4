#pragma once

#include "core/analysis/Simulation.h"
#include "core/model/Evaluation.h"
#include "core/report/MoneyView.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// What a simulation found, in figures.
TableContent riskResult(
    const core::Evaluation&, const core::SimulationResult&, core::MoneyView, const DisplayFormat&);

}
