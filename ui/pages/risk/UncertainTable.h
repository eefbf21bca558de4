#pragma once

#include "core/project/Project.h"
#include "ui/models/DisplayFormat.h"
#include "ui/tables/TableContent.h"

namespace ui {

// The uncertain inputs with their distributions, and below them the price deck that is drawn and
// the yearly prices that vary, which can be switched on and off. Factors are in percent of the
// plan; what is not is marked and said in a note.
struct UncertainTable {
    TableContent content;
    QString note; // empty when there is nothing to say
};

UncertainTable uncertainTable(const core::Project&, const DisplayFormat&);

// The row of an input, of "active_deck" or of "price_process", as SimulatedInput names them.
QString uncertainRowId(const std::string& input);
std::string inputOfUncertainRow(const QString& rowId); // empty for other rows

}
