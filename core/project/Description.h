#pragma once

#include "core/project/Project.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The one table of all fields of a project: what each is called in documents, how a person reads
// it, its unit, its range, and whether it must be stated. Reading, writing, checking and the
// registry of inputs are visitors over this table, so that a new field is one member of a struct
// and one line in one of the files Describe*.cpp.
//
// Defaults are not repeated here: they are what the structs of Project.h are initialised with.
namespace core {

// From minimum to maximum, both included; `step` is what a spin box moves by.
struct Range {
    double minimum = std::numeric_limits<double>::lowest();
    double maximum = std::numeric_limits<double>::max();
    double step = 1.0;
};

enum class Presence {
    optional,       // has a default, or may be absent
    required,       // must be stated
    requiredOrNull, // must be stated, if only as null
};

// Everything about a field but its value. The texts are literals and outlive every project.
struct Field {
    std::string_view key;   // its name in documents
    std::string_view label; // English, as a finance person reads it
    std::string_view unit;  // "USD/kg"; "%" for shares and rates, which are stored as fractions
    Range range;            // of the number, of every number of a series; of the length of a list
    Presence presence = Presence::optional;
    std::string_view help;
    bool isInput = true;             // it, or something inside it, enters the calculation
    bool isLeftOutByDefault = false; // documents never state the default
};

// The words of an enumeration in documents: words[i] is that of the enumerator i.
struct Choices {
    std::vector<std::string> words;
    std::map<std::string, int, std::less<>> aliases; // further words that are understood

    // The enumerator of a word.
    std::optional<int> find(std::string_view word) const;
};

// What an id stated in a field names.
enum class ReferenceTarget { product, priceDeck, assetClass };

// Where a value lives, and its default; null when the field is required.
template <class T>
struct Stated {
    T* value;
    const T* defaultValue;
};

// A value that may be absent.
template <class T>
struct Optional {
    std::optional<T>* value;
};

struct ChoiceSlot {
    const Choices* choices;
    int value;
    int defaultValue; // -1: required
    void* enumerator;
    void (*assign)(void* enumerator, int value);
};

struct ReferenceSlot {
    std::string* value;
    ReferenceTarget target;
};

struct OptionalReferenceSlot {
    std::optional<std::string>* value;
    ReferenceTarget target;
};

// An entry of a map, named by the field's key; it may be absent.
struct ParameterSlot {
    std::map<std::string, double>* parameters;
};

struct DeckPricesSlot {
    std::map<std::string, DeckPrice>* prices;
};

struct OverridesSlot {
    std::map<std::string, InputValue>* overrides;
};

using Slot = std::variant<Stated<double>, Stated<int>, Stated<std::int64_t>, Stated<std::uint64_t>,
    Stated<bool>, Stated<std::string>, Stated<Series>, Stated<Profile>, Stated<Phasing>,
    Stated<std::map<std::string, std::string>>, Optional<double>, Optional<int>, Optional<Series>,
    ChoiceSlot, ReferenceSlot, OptionalReferenceSlot, ParameterSlot, DeckPricesSlot, OverridesSlot>;

class Visitor;

// A block of fields.
class ObjectAccess {
public:
    virtual ~ObjectAccess() = default;

    virtual bool isPresent() const = 0;  // only an optional block can be absent
    virtual bool isDefault() const = 0;  // as if it had not been stated
    virtual void create() = 0;           // makes it present
    virtual void describe(Visitor&) = 0; // its fields; those of an unused one when it is absent
};

// A list of blocks, each with an id in most lists.
class ListAccess {
public:
    virtual ~ListAccess() = default;

    virtual std::size_t size() const = 0;
    virtual std::string_view id(std::size_t index) const = 0;   // empty where elements have none
    virtual std::string_view name(std::size_t index) const = 0; // likewise
    virtual void append() = 0;
    virtual void describe(std::size_t index, Visitor&) = 0;
};

// Is shown every field of a project, in the order of the document.
class Visitor {
public:
    virtual ~Visitor() = default;

    virtual void field(const Field&, const Slot&) = 0;
    virtual void object(const Field&, ObjectAccess&) = 0;
    virtual void list(const Field&, ListAccess&) = 0;
};

void describe(Project&, Visitor&);

// For visitors that only read.
void inspect(const Project&, Visitor&);

// The fields behind the price of one product in a deck: a series, or an amount over another
// product.
const Field& deckPriceField();
const Field& premiumOverField();
const Field& premiumAmountField();

// The words of the field `grade` of evidence, and of the type of a distribution.
const std::vector<std::string>& evidenceGrades();
const std::vector<std::string>& distributionTypes();

// How a list element stands in paths: ".labour" by its id, "[3]" when that is no usable one.
std::string elementPath(std::string_view id, std::size_t index);

// The ids that a field with this target may state.
std::vector<std::string> idsOf(const Project&, ReferenceTarget);

// Takes the alternatives of a Slot one by one in std::visit.
template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}
