#pragma once

class QWidget;

namespace ui {

class Session;

// Asks for the name of the project, which stands above its evaluation and in figures.
void nameProject(Session&, QWidget* window);

}
