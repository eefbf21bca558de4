#pragma once

#include <QStringList>

#include <cstddef>
#include <functional>
#include <optional>

namespace ui {

class Session;

// What is wrong with some inputs, a sentence for each that names it.
using InputFilter = std::function<bool(const QString& inputId)>;

// Rules between inputs that the project breaks.
QStringList brokenRules(const Session& session, const InputFilter& isMeant);
// What was typed and refused, with the value that stays in use.
QStringList refusedEntries(Session& session, const InputFilter& isMeant);
// Both.
QStringList inputProblems(Session& session, const InputFilter& isMeant);

// The first ones, for the line below a table or form, and how many there are besides.
QString inOneLine(QStringList sentences);

// The place in a list that a path names: 3 in "analysis.correlations[3].rank".
std::optional<std::size_t> placeInList(QLatin1StringView list, const QString& path);

}
