#pragma once

#include "ui/document/FileHistory.h"
#include "ui/models/DisplayFormat.h"
#include "ui/pages/history/RevisionList.h"

namespace ui {

class Session;

// The revisions of the session's file as lines of the list, the latest first, and before them the
// project as it stands where it is not saved.
std::vector<RevisionLine> revisionLines(const Session& session, const DisplayFormat& format);

// "Revision 21", or what the project as it stands is called.
QString revisionName(int number);

}
