#pragma once

#include <QString>

class QWidget;

namespace ui {

class NumberTable;
class Page;
class Workspace;

// What the Export menu writes, besides figures: each asks for a file name and says what was written
// or why not.
void exportPageAsPdf(Workspace& workspace, Page& page);
void exportTableAsCsv(Workspace& workspace, Page& page);
void exportModelAsJson(Workspace& workspace, Page& page);

// The parts without a dialog. An empty result is success, else a sentence. `source` says where the
// figures come from, below them.
QString writePagePdf(Page& page, const QString& path, const QString& source = {});
QString writeTableCsv(const NumberTable& table, const QString& path, const QString& source = {});

}
