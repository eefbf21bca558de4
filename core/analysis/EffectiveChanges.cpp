#include "core/analysis/EffectiveChanges.h"

#include "core/project/ElementLists.h"
#include "core/project/PathLocator.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace core {

namespace {

template <class List>
auto findById(List& elements, std::string_view id)
{
    return std::find_if(
        elements.begin(), elements.end(), [id](const auto& element) { return element.id == id; });
}

class SlotFinder final : public PathLocator {
public:
    using PathLocator::PathLocator;

    std::optional<Slot> slot;

protected:
    void input(const Field&, const Slot& found) override { slot = found; }
};

void copyInput(const Project& from, Project& to, std::string_view id)
{
    SlotFinder source(id);
    inspect(from, source);
    SlotFinder target(id);
    describe(to, target);
    std::visit(
        [&target]<class S>(const S& slot) {
            const S& place = std::get<S>(*target.slot);
            if constexpr (std::is_same_v<S, ChoiceSlot>)
                place.assign(place.enumerator, slot.value);
            else if constexpr (requires { *place.value = *slot.value; })
                *place.value = *slot.value;
        },
        *source.slot);
}

// Puts an element in its place, or takes it away where the other list has none.
template <class List>
void copyElement(const List& from, List& to, std::string_view id)
{
    const auto element = findById(from, id);
    if (element == from.end()) {
        to.erase(findById(to, id));
        return;
    }
    const auto place =
        std::find_if(to.begin(), to.end(), [id](const auto& other) { return other.id > id; });
    to.insert(place, *element);
}

const DeckPrice* priceIn(const PriceDeck& deck, const std::string& product)
{
    const auto price = deck.prices.find(product);
    return price == deck.prices.end() ? nullptr : &price->second;
}

void copyPrice(const Project& from, Project& to, std::string_view deck, const std::string& product)
{
    const DeckPrice* price = priceIn(*findById(from.priceDecks, deck), product);
    std::map<std::string, DeckPrice>& prices = findById(to.priceDecks, deck)->prices;
    if (price)
        prices.insert_or_assign(product, *price);
    else
        prices.erase(product);
}

InputValue valueOf(const DeckPrice* price)
{
    if (!price)
        return {};
    if (const auto* premium = std::get_if<PremiumPrice>(price))
        return "premium over " + premium->premiumOver;
    const Series& series = std::get<Series>(*price);
    return series.isConstant() ? InputValue(series.constant()) : InputValue(series.points());
}

// The name of what is one-sided, as the value that it has on its side.
EffectiveChange oneSided(const std::string& id, const std::string& name, bool isNew)
{
    EffectiveChange change;
    change.input.id = id;
    change.input.kind = InputKind::text;
    change.input.label = name;
    (isNew ? change.to : change.from) = name;
    return change;
}

using Maker = std::function<void(const Project& to, Project& project)>;

// Finds the changes in parts that each walk over one sort of thing.
class Comparison {
public:
    Comparison(const Project& from, const Project& to)
        : m_from(from)
        , m_to(to)
    {
        addResource();
        forEachElementList(
            [this](std::string_view path, const auto& listOf) { addElements(path, listOf); });
        addPrices();
        addInputs();
    }

    // By id, which gives them their order.
    std::map<std::string, std::pair<EffectiveChange, Maker>> changes;

private:
    void add(EffectiveChange change, Maker maker)
    {
        std::string id = change.input.id;
        changes.emplace(std::move(id), std::pair(std::move(change), std::move(maker)));
    }

    void addWhole(EffectiveChange change, Maker maker)
    {
        m_wholes.push_back(change.input.id + '.');
        add(std::move(change), std::move(maker));
    }

    void addResource()
    {
        if (m_from.resource.has_value() != m_to.resource.has_value())
            addWhole(oneSided("resource", "Resource", m_to.resource.has_value()),
                [](const Project& to, Project& project) { project.resource = to.resource; });
    }

    template <class ListOf>
    void addElements(std::string_view path, const ListOf& listOf)
    {
        const auto addMissing = [&](const Project& in, const Project& other, bool isNew) {
            for (const auto& element : listOf(in)) {
                if (findById(listOf(other), element.id) != listOf(other).end())
                    continue;
                std::string id(path);
                id += '.' + element.id;
                addWhole(oneSided(id, element.name, isNew),
                    [listOf, id = element.id](const Project& to, Project& project) {
                        copyElement(listOf(to), listOf(project), id);
                    });
            }
        };
        addMissing(m_from, m_to, false);
        addMissing(m_to, m_from, true);
    }

    // Prices that came or went with a product, or became a premium, or ceased to be one.
    void addPrices()
    {
        for (const PriceDeck& deck : m_to.priceDecks) {
            const auto before = findById(m_from.priceDecks, deck.id);
            if (before == m_from.priceDecks.end())
                continue;
            std::set<std::string> products;
            for (const PriceDeck* side : {&deck, &*before})
                for (const auto& [product, price] : side->prices)
                    products.insert(product);
            for (const std::string& product : products) {
                const DeckPrice* from = priceIn(*before, product);
                const DeckPrice* to = priceIn(deck, product);
                if (!from || !to || from->index() != to->index())
                    addPrice(deck, product, valueOf(from), valueOf(to));
            }
        }
    }

    void addPrice(const PriceDeck& deck, const std::string& product, InputValue from, InputValue to)
    {
        EffectiveChange change;
        change.input.id = "price_decks." + deck.id + ".prices." + product;
        change.input.kind = InputKind::series;
        change.input.label = deckPriceField().label;
        change.input.unit = deckPriceField().unit;
        auto named = findById(m_to.products, product);
        const bool isNamed = named != m_to.products.end();
        if (!isNamed)
            named = findById(m_from.products, product);
        change.input.element = deck.name + ", " + named->name;
        change.from = std::move(from);
        change.to = std::move(to);
        addWhole(
            std::move(change), [id = deck.id, product](const Project& source, Project& project) {
                copyPrice(source, project, id, product);
            });
    }

    bool isInWhole(const std::string& id) const
    {
        return std::any_of(m_wholes.begin(), m_wholes.end(),
            [&id](const std::string& whole) { return (id + '.').starts_with(whole); });
    }

    void addInputs()
    {
        for (Input& input : inputsOf(m_to)) {
            if (isInWhole(input.id))
                continue;
            EffectiveChange change;
            change.from = *core::valueOf(m_from, input.id);
            change.to = *core::valueOf(m_to, input.id);
            if (change.from == change.to)
                continue;
            change.input = std::move(input);
            add(std::move(change), [id = change.input.id](const Project& to, Project& project) {
                copyInput(to, project, id);
            });
        }
    }

    const Project& m_from;
    const Project& m_to;
    std::vector<std::string> m_wholes; // ids of changes that are no single inputs, each with a dot
};

}

Project essenceOf(Project project)
{
    project.name = "-"; // a project must have one
    project.description.clear();
    project.scenarios.clear();
    project.analysis.reset();
    project.priceHistory.clear();
    project.evidence.clear();
    project.notes.clear();
    project.unstated.clear();
    forEachElementList([&project](std::string_view, const auto& listOf) {
        auto& elements = listOf(project);
        std::sort(elements.begin(), elements.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
        for (auto& element : elements)
            element.name = element.id;
    });
    return project;
}

EffectiveChanges::EffectiveChanges(const Project& from, const Project& to)
    : m_from(essenceOf(from))
    , m_to(essenceOf(to))
{
    Comparison comparison(from, to);
    for (auto& [id, change] : comparison.changes) {
        m_changes.push_back(std::move(change.first));
        m_makers.push_back(std::move(change.second));
    }
}

Project EffectiveChanges::made(const std::vector<bool>& changes) const
{
    Project project = m_from;
    for (std::size_t i = 0; i < m_makers.size(); ++i)
        if (changes[i])
            m_makers[i](m_to, project);
    return project;
}

}
