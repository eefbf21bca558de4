#pragma once

class QWidget;

namespace ui {

// Name, version, licence, and what the program is built upon.
void showAbout(QWidget* window);

}
