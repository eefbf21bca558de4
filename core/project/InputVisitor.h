#pragma once

#include "core/project/Description.h"
#include "core/project/Registry.h"

namespace core {

// What an input with this slot takes.
InputKind kindOf(const Slot&);

// Where the value of an input with this slot lives.
InputField fieldOf(const Slot&);

// Walks the fields that are inputs, in the order that the registry promises.
class InputVisitor : public Visitor {
public:
    void field(const Field&, const Slot&) final;
    void object(const Field&, ObjectAccess&) final;
    void list(const Field&, ListAccess&) final;

protected:
    // `product` is the one whose price in a deck it is, and empty for all other inputs.
    virtual void input(const Field&, const Slot&, std::string_view product) = 0;

    // On the way down and up: the name in the path, and how a person names a list element.
    virtual void enter(std::string_view /*key*/, std::string_view /*elementName*/) {}
    virtual void leave() {}
};

}
