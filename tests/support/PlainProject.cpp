#include "tests/support/PlainProject.h"

namespace support {

core::Project plainProject()
{
    core::Project project;
    project.name = "Plain project";
    project.timeline = {.baseYear = 2030,
        .valuationYear = 2030,
        .firstYear = 2030,
        .startOfOperations = 2030,
        .yearsOfOperation = 3,
        .closureYears = 0};
    project.discounting.timing = core::DiscountTiming::startOfYear;
    project.production.nameplateKgPerYear = 1000.0;
    project.market.worldProductionTonnesPerYear = 100.0;

    core::Product metal;
    metal.id = "metal";
    metal.name = "Metal";
    metal.share = 1.0;
    project.products.push_back(metal);

    core::PriceDeck flat;
    flat.id = "flat";
    flat.name = "Flat";
    flat.probability = 1.0;
    flat.prices["metal"] = core::Series(100.0);
    project.priceDecks.push_back(flat);
    project.activeDeck = "flat";

    core::AssetClass assets;
    assets.id = "assets";
    assets.name = "Assets";
    project.tax.assetClasses.push_back(assets);

    core::CapitalItem plant;
    plant.id = "plant";
    plant.name = "Plant";
    plant.phasing = {{2030, 1.0}};
    plant.assetClass = "assets";
    project.capital.items.push_back(plant);
    project.capital.sustainingAssetClass = "assets";

    core::Shareholder owner;
    owner.id = "owner";
    owner.name = "Owner";
    project.shareholders.push_back(owner);
    return project;
}

}
