#pragma once

#include "core/project/Registry.h"

#include <QString>

#include <optional>

// What the registry says of an input, in the language of the user.
namespace ui {

QString labelOf(const core::Input&);
// With the name of its element, and the place of one entry: "Fixed cost, Labour".
QString fullLabelOf(const core::Input&, std::optional<int> place = {});
// "Inflation, 2030" of a series, "Ramp-up, year 2" of a profile.
QString withPlace(const QString& label, core::InputKind kind, int place);
QString helpOf(const core::Input&);

// What it means that an input is absent: "none", but losses carried forward have "no limit" then.
QString absentText(const core::Input&);

}
