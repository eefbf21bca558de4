#include "core/project/DefaultProject.h"

#include "core/project/ProjectJson.h"

namespace core {

Project defaultProject()
{
    // The text is part of the program, and a test reads it: there is nothing that a user could have
    // done wrong.
    return readProject(defaultProjectText()).value();
}

Project emptyProject()
{
    const Project model = defaultProject();
    Project project;
    project.name = "New project";
    project.timeline = model.timeline;
    project.discounting = model.discounting;
    project.macro = model.macro;
    project.tax = model.tax;
    Product product;
    product.id = "product";
    product.name = "Product";
    product.share = Series(1.0);
    project.products = {product};
    PriceDeck deck;
    deck.id = "plan";
    deck.name = "Plan";
    deck.probability = 1.0;
    deck.prices = {{product.id, Series(0.0)}};
    project.priceDecks = {deck};
    project.activeDeck = deck.id;
    project.capital.sustainingAssetClass = model.capital.sustainingAssetClass;
    Shareholder owner;
    owner.id = "owner";
    owner.name = "Owner";
    project.shareholders = {owner};
    return project;
}

}
