#pragma once

#include "core/project/Registry.h"

#include <QString>

// What the registry says of an input, in the language of the user.
namespace ui {

QString labelOf(const core::Input&);
QString fullLabelOf(const core::Input&); // with the name of its element: "Fixed cost, Labour"
QString helpOf(const core::Input&);

// What it means that an input is absent: "none", but losses carried forward have "no limit" then.
QString absentText(const core::Input&);

}
