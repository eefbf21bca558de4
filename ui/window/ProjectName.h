#pragma once

class QWidget;

namespace ui {

class Appearance;
class Session;

// Asks for the name of the project, which stands above its evaluation and in figures, until there
// is one or the user thinks better of it.
void nameProject(Session&, Appearance&, QWidget* window);

}
