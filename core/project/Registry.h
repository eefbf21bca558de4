#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The inputs of a project: everything stated in it that enters the calculation. An input is named
// by its id, the path of its field in documents with list elements by their own id: `levers.price`,
// `cost_lines.labour.fixed`, `price_decks.consensus.prices.ga6n.amount`.
namespace core {

enum class InputKind {
    number,
    integer,
    flag,
    choice, // one of fixed words
    text,   // the id of a product, deck or asset class
    series,
    profile,
    phasing,
};

struct Input {
    std::string id;
    InputKind kind = InputKind::number;
    std::string label;
    std::string element;  // name of the list element it belongs to, such as a cost line; else empty
    std::string unit;     // "%" for shares and rates, which are stored as fractions
    double minimum = 0.0; // of the number, or of each number of a series, profile or phasing
    double maximum = 0.0;
    double step = 1.0;                      // what a spin box moves by
    std::optional<InputValue> defaultValue; // none: must be stated, or may be absent
    bool required = false;
    bool mayBeAbsent = false; // takes null
    std::string help;
    std::vector<std::string> choices; // the words of a choice, the ids that a text may name
};

// Where the value of an input lives. Nothing for an optional value that is absent. A choice points
// to its word, which outlives the project; all others point into the project.
using InputField = std::variant<std::monostate, const double*, const int*, const bool*,
    const std::string*, const Series*, const Profile*, const Phasing*>;

// All inputs in the order of the document. Which there are and their order depend only on the
// lists, on optional blocks and on which prices are premiums, never on values.
std::vector<Input> inputsOf(const Project&);

// Parallel to inputsOf: the same order and length. Builds no strings.
std::vector<InputField> fieldsOf(const Project&);

// What setValue takes for an id; nothing for one that it does not know.
std::optional<InputKind> kindOf(const Project&, std::string_view id);

// One input by itself: its value, and the limits of its field (of each number of a series, profile
// or phasing). Walks along the path alone, where inputsOf() builds every input.
struct InputPlace {
    InputKind kind = InputKind::number;
    InputField field;
    double minimum = 0.0;
    double maximum = 0.0;
};
Result<InputPlace> placeOf(const Project&, std::string_view id);

// Whether documents can have such a path: an input, any other field, a block or a list, or a field
// of an optional block that is absent.
bool hasPath(const Project&, std::string_view path);

// The price of a product that is stated as a premium over another has no value of its own: it is an
// error that names its two inputs.
Result<InputValue> valueOf(const Project&, std::string_view id);

// False for a default that the document leaves out, for an optional value that is absent, and for
// what is no input.
bool isStated(const Project&, std::string_view id);

// Changes one input, within the range of its field; rules between fields are validate()'s. A number
// given to a series holds for every year, to a profile for every operating year. An error leaves
// the project as it was.
Status setValue(Project&, std::string_view id, const InputValue&);
Result<Project> withValue(Project, std::string_view id, const InputValue&);

// Moves a number, a series or a profile as a whole by a factor, within the range of its field.
Result<Project> withScaled(Project, std::string_view id, double factor);

// Reads a value from a command line: a number, true, false, null, a JSON array or object, or a
// word.
Result<InputValue> parseInputValue(const Project&, std::string_view id, std::string_view text);

// The source note of an input, else that of the nearest block or list it stands in; empty when
// none.
std::string_view noteFor(const Project&, std::string_view id);

// The grade of evidence behind an input; empty when none is given.
std::string_view evidenceFor(const Project&, std::string_view id);

}
