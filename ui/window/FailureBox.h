#pragma once

class QString;
class QWidget;

namespace ui {

// Says what failed, and below it why and what holds now, in text that can be copied. `name` is that
// of the box. Comes back when the user has closed it.
void tellFailure(
    QWidget* window, const QString& name, const QString& failure, const QString& details);

}
