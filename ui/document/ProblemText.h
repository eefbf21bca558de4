#pragma once

#include "core/engine/Result.h"
#include "ui/document/InvalidEntries.h"

#include <QString>

namespace ui {

class Session;

// What people call the field or list at a path of the project: "Fixed cost, Labour", "Ramp-up,
// third entry" for "production.ramp_up[2]". Paths that lead to nothing stay as they are.
QString nameOfPath(const Session&, const QString& path);

// A rule that the project breaks, in a sentence that names what it is about in the words of the
// window. Core words it for documents, where a share is 0.9 and a field is first_year.
QString problemText(const Session&, const core::Problem&);

// What was typed and refused, with the name of its field.
QString problemText(const Session&, const InvalidEntry&);

}
