#pragma once

#include <QString>

#include <string>

namespace ui {

// What the id of an element begins with that bears this name, in small Latin letters, digits and
// underscores: names in Latin, Russian and Kazakh letters stay readable. "entry" where nothing is
// left.
std::string idStemOf(const QString& name);

}
