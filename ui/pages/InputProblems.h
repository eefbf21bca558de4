#pragma once

#include <QStringList>

#include <functional>

namespace ui {

class Session;

// What is wrong with some inputs, a sentence for each: what was typed and refused, with the value
// that stays in use, and rules that are broken.
QStringList inputProblems(
    Session& session, const std::function<bool(const QString& inputId)>& isMeant);

}
