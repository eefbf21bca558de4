#include "core/project/InputVisitor.h"

namespace core {

namespace {

template <class T>
InputField fieldIfAny(const std::optional<T>& value)
{
    return value ? InputField(&*value) : InputField();
}

}

InputKind kindOf(const Slot& slot)
{
    return std::visit(Overloaded {
                          [](const Stated<double>&) { return InputKind::number; },
                          [](const Optional<double>&) { return InputKind::number; },
                          [](const Stated<int>&) { return InputKind::integer; },
                          [](const Optional<int>&) { return InputKind::integer; },
                          [](const Stated<bool>&) { return InputKind::flag; },
                          [](const Stated<Series>&) { return InputKind::series; },
                          [](const Optional<Series>&) { return InputKind::series; },
                          [](const Stated<Profile>&) { return InputKind::profile; },
                          [](const Stated<Phasing>&) { return InputKind::phasing; },
                          [](const ChoiceSlot&) { return InputKind::choice; },
                          [](const auto&) { return InputKind::text; },
                      },
        slot);
}

InputField fieldOf(const Slot& slot)
{
    return std::visit(Overloaded {
                          [](const Stated<double>& s) { return InputField(s.value); },
                          [](const Stated<int>& s) { return InputField(s.value); },
                          [](const Stated<bool>& s) { return InputField(s.value); },
                          [](const Stated<std::string>& s) { return InputField(s.value); },
                          [](const Stated<Series>& s) { return InputField(s.value); },
                          [](const Stated<Profile>& s) { return InputField(s.value); },
                          [](const Stated<Phasing>& s) { return InputField(s.value); },
                          [](const Optional<double>& s) { return fieldIfAny(*s.value); },
                          [](const Optional<int>& s) { return fieldIfAny(*s.value); },
                          [](const Optional<Series>& s) { return fieldIfAny(*s.value); },
                          [](const ChoiceSlot& s) {
                              return InputField(
                                  &s.choices->words[static_cast<std::size_t>(s.value)]);
                          },
                          [](const ReferenceSlot& s) { return InputField(s.value); },
                          [](const auto&) { return InputField(); },
                      },
        slot);
}

void InputVisitor::field(const Field& field, const Slot& slot)
{
    if (!field.isInput)
        return;
    const auto* deckPrices = std::get_if<DeckPricesSlot>(&slot);
    if (!deckPrices) {
        input(field, slot, {});
        return;
    }
    enter(field.key, {});
    for (auto& [product, price] : *deckPrices->prices) {
        if (auto* series = std::get_if<Series>(&price)) {
            Field named = deckPriceField();
            named.key = product;
            input(named, Stated<Series> {series, nullptr}, product);
        } else {
            auto& premium = std::get<PremiumPrice>(price);
            enter(product, {});
            input(premiumOverField(),
                ReferenceSlot {&premium.premiumOver, ReferenceTarget::product}, product);
            input(premiumAmountField(), Stated<Series> {&premium.amount, nullptr}, product);
            leave();
        }
    }
    leave();
}

void InputVisitor::object(const Field& field, ObjectAccess& object)
{
    if (!field.isInput || !object.isPresent())
        return;
    enter(field.key, {});
    object.describe(*this);
    leave();
}

void InputVisitor::list(const Field& field, ListAccess& list)
{
    if (!field.isInput)
        return;
    enter(field.key, {});
    for (std::size_t i = 0; i < list.size(); ++i) {
        enter(list.id(i), list.name(i));
        list.describe(i, *this);
        leave();
    }
    leave();
}

}
