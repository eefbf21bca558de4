#pragma once

#include "core/analysis/InputRange.h"
#include "core/engine/Result.h"
#include "core/project/Project.h"
#include "core/project/Registry.h"
#include "ui/document/CellEdit.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

// The ranges of the tornado as cells of a table. They enter no calculation and are no inputs, but
// are typed, given back, pasted and undone as these are, by ids such as
// "analysis.tornado.levers.price.low".
namespace ui {

enum class TornadoPart { low, high, used };

struct TornadoCell {
    std::string input;
    TornadoPart part = TornadoPart::low;
};

QString tornadoCellId(const std::string& input, TornadoPart);
std::optional<TornadoCell> tornadoCellOf(const QString& id); // nothing for other ids

// An end that nobody typed is not stated: it follows from the evidence.
std::optional<CellContent> contentOfTornado(const core::Project&, const TornadoCell&);

// As the registry describes inputs: the limits are those of the input.
std::optional<core::Input> describeTornado(const core::Project&, const TornadoCell&);

// Typing one end states both: the other stays where it is. An end given back gives back both. Low
// must not be above high. A project without a list of its own gets the one that was shown.
core::Status editTornado(
    core::Project&, const TornadoCell&, const std::optional<core::InputValue>& value);

// With one more input at the end, its range from the evidence. Refused for one that is there, and
// for one that cannot be moved.
core::Result<core::Project> withTornadoInput(core::Project, const std::string& input);
core::Result<core::Project> withoutTornadoInputs(
    core::Project, const std::vector<std::string>& inputs);

}
