#include "core/project/PathLocator.h"

#include <variant>

namespace core {

template <class Walk>
void PathLocator::walkInto(std::string_view key, bool isInput, const Walk& walk)
{
    const std::string_view outerRest = m_rest;
    const bool outerIsInput = m_isInput;
    m_rest.remove_prefix(key.size() + 1);
    m_isInput = m_isInput && isInput;
    walk();
    m_rest = outerRest;
    m_isInput = outerIsInput;
}

void PathLocator::field(const Field& field, const Slot& slot)
{
    if (m_isFound)
        return;
    const auto* prices = std::get_if<DeckPricesSlot>(&slot);
    if (prices && leadsInto(field.key)) {
        walkInto(field.key, field.isInput, [&] { price(field, *prices); });
    } else if (isHere(field.key)) {
        m_isFound = true;
        if (m_isInput && field.isInput && !prices)
            input(field, slot);
    }
}

void PathLocator::price(const Field&, const DeckPricesSlot& slot)
{
    for (auto& [product, price] : *slot.prices) {
        auto* premium = std::get_if<PremiumPrice>(&price);
        if (isHere(product)) {
            m_isFound = true;
            if (premium)
                premiumPrice(price);
            else
                input(deckPriceField(), Stated<Series> {&std::get<Series>(price), nullptr});
            return;
        }
        if (premium && leadsInto(product))
            walkInto(product, true, [&] {
                field(premiumOverField(),
                    ReferenceSlot {&premium->premiumOver, ReferenceTarget::product});
                field(premiumAmountField(), Stated<Series> {&premium->amount, nullptr});
            });
    }
}

void PathLocator::object(const Field& field, ObjectAccess& object)
{
    if (m_isFound)
        return;
    if (isHere(field.key))
        m_isFound = true;
    else if (leadsInto(field.key))
        walkInto(field.key, field.isInput && object.isPresent(), [&] { object.describe(*this); });
}

void PathLocator::list(const Field& field, ListAccess& list)
{
    if (m_isFound)
        return;
    if (isHere(field.key)) {
        m_isFound = true;
        return;
    }
    if (!leadsInto(field.key))
        return;
    walkInto(field.key, field.isInput, [&] {
        for (std::size_t i = 0; i < list.size() && !m_isFound; ++i) {
            const std::string_view id = list.id(i);
            if (id.empty())
                continue;
            if (isHere(id))
                m_isFound = true;
            else if (leadsInto(id))
                walkInto(id, true, [&] { list.describe(i, *this); });
        }
    });
}

}
