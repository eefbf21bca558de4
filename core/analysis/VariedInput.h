#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <optional>
#include <string>

namespace core {

// An input that an analysis moves, and how: set to a value, or scaled as a whole by a factor.
struct VariedInput {
    std::string id;
    UncertaintyMode mode = UncertaintyMode::set;

    bool operator==(const VariedInput&) const = default;
};

// What there is to know of it in a project: where it stands, and how far it may go. A position is
// a value for what is set, and a factor (of which the plan is 1) for what is scaled. A series or
// profile that is set is flat; its base is what it is in the first operating year.
struct InputPosition {
    double base = 1.0;
    double minimum = 0.0; // of the field, as a position
    double maximum = 0.0;
    bool isInteger = false; // takes whole numbers: the value at a position is rounded
};

// InvalidInput for an id that is no input, has no value, or has none that can be moved (a word, a
// yes or no, a phasing).
Result<InputPosition> positionOf(const Project&, const VariedInput&);

// Why the field does not take a position: InvalidInput names the input and the limits.
std::optional<Error> refusePosition(
    const VariedInput&, const InputPosition& field, double position);

// How an input is moved when nobody said so: a number is set, a series or profile is scaled.
Result<VariedInput> variedInput(const Project&, const std::string& id);

// The project with the input at a position, checked against the range of its field alone.
Result<Project> withPosition(Project, const VariedInput&, double position);

}
