#pragma once

#include "core/project/Description.h"

#include <string>
#include <string_view>

namespace core {

// Finds what a path names, and only walks into what the path leads through.
class PathLocator : public Visitor {
public:
    explicit PathLocator(std::string_view path)
        : m_rest(path)
    {
    }

    bool isFound() const { return m_isFound; }

    void field(const Field&, const Slot&) final;
    void object(const Field&, ObjectAccess&) final;
    void list(const Field&, ListAccess&) final;

protected:
    // An input: called once at most, while the slot is valid.
    virtual void input(const Field&, const Slot&) {}

    // The price of a product in a deck that is stated over another product's.
    virtual void premiumPrice(DeckPrice&) {}

private:
    void price(const Field&, const DeckPricesSlot&);
    bool isHere(std::string_view key) const { return m_rest == key; }
    bool leadsInto(std::string_view key) const
    {
        return m_rest.size() > key.size() && m_rest.starts_with(key) && m_rest[key.size()] == '.';
    }
    template <class Walk>
    void walkInto(std::string_view key, bool isInput, const Walk&);

    std::string_view m_rest; // of the path, below where the visitor is
    bool m_isInput = true;   // whether fields here enter the calculation
    bool m_isFound = false;
};

}
