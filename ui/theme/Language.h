#pragma once

class QCoreApplication;

namespace ui {

// Gives the program the texts of its language. They stand in resources/translations; English there
// has only what depends on a number, the rest being written in the sources.
void installLanguage(QCoreApplication& application);

}
