#pragma once

namespace core {

// Shows the path of each list whose elements are named and hold inputs, in the order of documents,
// and a function that gives that list of a project.
template <class Visit>
void forEachElementList(const Visit& visit)
{
    visit(
        "products", [](auto& project) -> auto& { return project.products; });
    visit(
        "price_decks", [](auto& project) -> auto& { return project.priceDecks; });
    visit(
        "cost_lines", [](auto& project) -> auto& { return project.costLines; });
    visit(
        "capital.items", [](auto& project) -> auto& { return project.capital.items; });
    visit(
        "tax.asset_classes", [](auto& project) -> auto& { return project.tax.assetClasses; });
    visit(
        "shareholders", [](auto& project) -> auto& { return project.shareholders; });
}

}
