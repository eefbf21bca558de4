#include "ui/document/ProjectLists.h"

#include "ui/document/IdStem.h"
#include "ui/document/ListPaths.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ProjectLists)
};

// Calls `action` with the list itself.
template <class P, class Action>
auto withList(P& project, ProjectList list, const Action& action)
{
    switch (list) {
    case ProjectList::capitalItems:
        return action(project.capital.items);
    case ProjectList::priceDecks:
        return action(project.priceDecks);
    case ProjectList::products:
        return action(project.products);
    case ProjectList::assetClasses:
        return action(project.tax.assetClasses);
    case ProjectList::shareholders:
        return action(project.shareholders);
    case ProjectList::scenarios:
        return action(project.scenarios);
    case ProjectList::costLines:
        break;
    }
    return action(project.costLines);
}

std::string_view keyOf(ProjectList list)
{
    switch (list) {
    case ProjectList::capitalItems:
        return "capital.items";
    case ProjectList::priceDecks:
        return "price_decks";
    case ProjectList::products:
        return "products";
    case ProjectList::assetClasses:
        return "tax.asset_classes";
    case ProjectList::shareholders:
        return "shareholders";
    case ProjectList::scenarios:
        return "scenarios";
    case ProjectList::costLines:
        break;
    }
    return "cost_lines";
}

core::Error refusal(ProjectList list, const std::string& id, const QString& sentence)
{
    return core::Error(core::ErrorCode::InvalidInput,
        id.empty() ? std::string(keyOf(list)) : pathOf(list, id), sentence.toStdString());
}

core::Error unknown(ProjectList list, const std::string& id)
{
    return refusal(list, id, Texts::tr("There is no such entry."));
}

core::Error nameMissing(ProjectList list, const std::string& id)
{
    return refusal(list, id, Texts::tr("Expected a name."));
}

template <class Elements>
auto find(Elements& elements, const std::string& id)
{
    return std::find_if(
        elements.begin(), elements.end(), [&](const auto& element) { return element.id == id; });
}

QString nameOf(const core::Project& project, ProjectList list, const std::string& id)
{
    for (const ListEntry& entry : entriesOf(project, list))
        if (entry.id == id)
            return entry.name;
    return QString::fromStdString(id);
}

// The prices of one product become those of another in every deck.
void copyPrices(core::Project& project, const std::string& from, const std::string& to)
{
    for (core::PriceDeck& deck : project.priceDecks) {
        const auto price = deck.prices.find(from);
        if (price == deck.prices.end())
            continue;
        deck.prices[to] = price->second;
        const std::string prices = pathOf(ProjectList::priceDecks, deck.id) + ".prices.";
        copyRemarks(project, prices + from, prices + to);
    }
}

// What a premium over a product is, once the product is gone.
core::DeckPrice withoutBase(const core::PremiumPrice& premium, const core::DeckPrice& base)
{
    if (const auto* over = std::get_if<core::PremiumPrice>(&base))
        return core::PremiumPrice {over->premiumOver, core::sumOf(over->amount, premium.amount)};
    return core::sumOf(std::get<core::Series>(base), premium.amount);
}

void removePrices(core::Project& project, const std::string& product)
{
    dropChoices(project, ".premium_over", product);
    std::erase_if(project.priceHistory,
        [&](const core::PriceHistory& history) { return history.product == product; });
    for (core::PriceDeck& deck : project.priceDecks) {
        const auto found = deck.prices.find(product);
        if (found == deck.prices.end())
            continue;
        const core::DeckPrice base = found->second;
        deck.prices.erase(found);
        const std::string prices = pathOf(ProjectList::priceDecks, deck.id) + ".prices.";
        forgetPath(project, prices + product);
        for (auto& [id, price] : deck.prices) {
            const auto* premium = std::get_if<core::PremiumPrice>(&price);
            if (!premium || premium->premiumOver != product)
                continue;
            price = withoutBase(*premium, base);
            if (std::holds_alternative<core::Series>(price)) {
                forgetPath(project, prices + id + ".premium_over");
                forgetPath(project, prices + id + ".amount");
            }
        }
    }
}

// Who uses an asset class, for a sentence; empty when nobody does.
QStringList usersOf(const core::Project& project, const std::string& assetClass)
{
    QStringList users;
    for (const core::CapitalItem& item : project.capital.items)
        if (item.assetClass == assetClass)
            users += u'“' + QString::fromStdString(item.name) + u'”';
    if (project.capital.sustainingAssetClass == assetClass)
        users += Texts::tr("sustaining capital");
    for (const core::Scenario& scenario : project.scenarios)
        for (const auto& [path, value] : scenario.overrides) {
            const auto* word = std::get_if<std::string>(&value);
            if (word && *word == assetClass && path.ends_with("asset_class"))
                users += Texts::tr("the scenario “%1”").arg(QString::fromStdString(scenario.name));
        }
    return users;
}

void followRemovedDeck(core::Project& project, const std::string& id)
{
    dropChoices(project, "active_deck", id);
    for (core::Scenario& scenario : project.scenarios)
        if (scenario.deck == id)
            scenario.deck.reset();
    if (project.activeDeck != id)
        return;
    const auto deck = find(project.priceDecks, id);
    project.activeDeck =
        std::next(deck) == project.priceDecks.end() ? std::prev(deck)->id : std::next(deck)->id;
}

// What a fresh element takes from its project.
void furnish(core::CostLine& line, const core::Project& project)
{
    if (!project.costLines.empty())
        line.category = project.costLines.back().category;
}

void furnish(core::CapitalItem& item, const core::Project& project)
{
    const auto& items = project.capital.items;
    item.phasing =
        items.empty() ? core::Phasing {{project.timeline.firstYear, 1.0}} : items.back().phasing;
    item.assetClass =
        items.empty() ? project.capital.sustainingAssetClass : items.back().assetClass;
}

void furnish(core::PriceDeck& deck, const core::Project& project)
{
    const auto active = find(project.priceDecks, project.activeDeck);
    if (active == project.priceDecks.end())
        return;
    core::PriceDeck copy = *active;
    copy.id = deck.id;
    copy.name = deck.name;
    copy.note.clear();
    copy.probability = 0.0;
    deck = std::move(copy);
}

void furnish(core::Product& product, const core::Project&)
{
    product.share = 0.0;
}

void furnish(core::AssetClass&, const core::Project&) {}

void furnish(core::Shareholder& shareholder, const core::Project&)
{
    shareholder.share = 0.0;
}

void furnish(core::Scenario& scenario, const core::Project& project)
{
    scenario.probability = project.scenarios.empty() ? 1.0 : 0.0;
}

// What a copy may not have of its original.
void separate(core::PriceDeck& deck)
{
    deck.probability = 0.0;
}

void separate(core::Product& product)
{
    product.share = 0.0;
}

void separate(core::Shareholder& shareholder)
{
    shareholder.share = 0.0;
}

void separate(core::Scenario& scenario)
{
    scenario.probability = 0.0;
}

template <class Element>
void separate(Element&)
{
}

}

std::vector<ListEntry> entriesOf(const core::Project& project, ProjectList list)
{
    return withList(project, list, [](const auto& elements) {
        std::vector<ListEntry> entries;
        for (const auto& element : elements)
            entries.push_back({element.id, QString::fromStdString(element.name)});
        return entries;
    });
}

std::string pathOf(ProjectList list, const std::string& id)
{
    return std::string(keyOf(list)) + '.' + id;
}

std::string newIdFor(const core::Project& project, ProjectList list, const QString& name)
{
    const std::string stem = idStemOf(name);
    const std::vector<ListEntry> entries = entriesOf(project, list);
    const auto isTaken = [&](const std::string& id) {
        return std::any_of(
            entries.begin(), entries.end(), [&](const ListEntry& entry) { return entry.id == id; });
    };
    std::string id = stem;
    for (int number = 2; isTaken(id); ++number)
        id = stem + '_' + std::to_string(number);
    return id;
}

core::Result<core::Project> withAdded(core::Project project, ProjectList list, const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return nameMissing(list, {});
    const std::string id = newIdFor(project, list, trimmed);
    withList(project, list, [&]<class Element>(std::vector<Element>& elements) {
        Element element;
        element.id = id;
        element.name = trimmed.toStdString();
        furnish(element, project);
        elements.push_back(std::move(element));
    });
    if (list == ProjectList::products && project.products.size() > 1)
        for (core::PriceDeck& deck : project.priceDecks)
            deck.prices[id] = core::PremiumPrice {project.products.front().id, 0.0};
    return project;
}

core::Result<core::Project> withDuplicate(
    core::Project project, ProjectList list, const std::string& id)
{
    const QString name = Texts::tr("%1 (copy)").arg(nameOf(project, list, id));
    const std::string newId = newIdFor(project, list, name);
    const bool isFound = withList(project, list, [&](auto& elements) {
        const auto original = find(elements, id);
        if (original == elements.end())
            return false;
        auto copy = *original;
        copy.id = newId;
        copy.name = name.toStdString();
        separate(copy);
        elements.insert(std::next(original), std::move(copy));
        return true;
    });
    if (!isFound)
        return unknown(list, id);
    copyRemarks(project, pathOf(list, id), pathOf(list, newId));
    if (list == ProjectList::products)
        copyPrices(project, id, newId);
    return project;
}

core::Result<core::Project> withRemoved(
    core::Project project, ProjectList list, const std::string& id)
{
    const std::vector<ListEntry> entries = entriesOf(project, list);
    const QString name = nameOf(project, list, id);
    if (std::none_of(
            entries.begin(), entries.end(), [&](const ListEntry& entry) { return entry.id == id; }))
        return unknown(list, id);
    const bool mayBeEmpty = list == ProjectList::costLines || list == ProjectList::capitalItems ||
                            list == ProjectList::scenarios;
    if (entries.size() == 1 && !mayBeEmpty)
        return refusal(list, id,
            Texts::tr("“%1” is the last entry of its list, which needs at least one.").arg(name));
    if (list == ProjectList::assetClasses)
        if (const QStringList users = usersOf(project, id); !users.isEmpty())
            return refusal(list, id,
                Texts::tr("“%1” is used by %2. Choose another asset class there first.")
                    .arg(name, users.join(u", "_s)));
    if (list == ProjectList::priceDecks)
        followRemovedDeck(project, id);
    if (list == ProjectList::products)
        removePrices(project, id);
    withList(project, list, [&](auto& elements) { elements.erase(find(elements, id)); });
    forgetPath(project, pathOf(list, id));
    return project;
}

core::Result<core::Project> withRenamed(
    core::Project project, ProjectList list, const std::string& id, const QString& name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return nameMissing(list, id);
    const bool isFound = withList(project, list, [&](auto& elements) {
        const auto element = find(elements, id);
        if (element == elements.end())
            return false;
        element->name = trimmed.toStdString();
        return true;
    });
    if (!isFound)
        return unknown(list, id);
    return project;
}

core::Result<core::Project> withMoved(
    core::Project project, ProjectList list, const std::string& id, int places)
{
    const bool isFound = withList(project, list, [&](auto& elements) {
        const auto element = find(elements, id);
        if (element == elements.end())
            return false;
        const auto count = static_cast<std::ptrdiff_t>(elements.size());
        const std::ptrdiff_t from = element - elements.begin();
        const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + places, 0, count - 1);
        if (to < from)
            std::rotate(elements.begin() + to, element, std::next(element));
        else
            std::rotate(element, std::next(element), elements.begin() + to + 1);
        return true;
    });
    if (!isFound)
        return unknown(list, id);
    return project;
}

}
