#pragma once

#include <QString>

class QApplication;

namespace ui {

// Draws every page of a project (the default one where no file is named) into a folder: light and
// dark, in the usual and the least size of the window, and once with an explanation open. The
// settings of the user are not touched. An empty result is success, else a sentence.
QString takeScreenshots(const QString& file, const QString& folder);

}
