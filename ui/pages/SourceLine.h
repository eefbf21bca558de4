#pragma once

#include "core/report/figure/Figure.h"

#include <QString>

namespace ui {

class Session;

// What figures carry when they leave the program: the file, its revision and who approved it or
// that it is a draft, deck and discounting.
QString sourceLine(const Session& session, core::FigureSource source);

// The same of all figures of the project; empty while there are none.
QString sourceLine(const Session& session);

}
