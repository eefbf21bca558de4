#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace ui {

class Appearance;

struct NameQuestion {
    QString title; // also what a sentence calls the name
    QString label;
    QString before;     // what it is called now
    QString objectName; // of the dialog
};

// Asks for a name until there is one, without spaces around it; nothing when the user thinks better
// of it.
std::optional<QString> askName(Appearance&, const NameQuestion&, QWidget* window);

}
