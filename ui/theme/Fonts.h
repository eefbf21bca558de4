#pragma once

#include <QFont>

namespace ui {

// The program's own font, the same on every system; where it cannot be loaded, one much like it.
// The size is in device-independent pixels and becomes a whole number.
QFont programFont(double size, QFont::Weight = QFont::Normal);

}
