#pragma once

#include "ui/document/FileHistory.h"
#include "ui/models/DisplayFormat.h"
#include "ui/pages/history/RevisionList.h"

namespace ui {

class Session;

// The revisions as lines of the list, the latest first.
std::vector<RevisionLine> revisionLines(const FilePast& past, const DisplayFormat& format);
// The project as it stands.
RevisionLine lineOfNow(const Session& session, const DisplayFormat& format);

// "Revision 21", or what the project as it stands is called.
QString revisionName(int number);

}
