#pragma once

#include "core/engine/Result.h"
#include "core/project/DefaultProject.h"
#include "core/project/ProjectJson.h"

#include <nlohmann/json.hpp>

#include <QString>

#include <string>

// Documents that the tests of core/project start from.
namespace documents {

using Json = nlohmann::ordered_json;

inline Json example()
{
    return Json::parse(core::defaultProjectText());
}

// Nothing but what must be stated.
inline Json minimal()
{
    return Json::parse(R"({
        "format": "galval-project", "version": 1, "name": "Minimal",
        "timeline": {"base_year": 2026, "valuation_year": 2026, "first_year": 2026,
            "start_of_operations": 2027, "years_of_operation": 10},
        "discounting": {"rate": 0.1, "equity_rate": 0.12, "finance_rate": 0.08, "reinvestment_rate": 0.05},
        "macro": {"usd_inflation": 0.02, "kzt_inflation": 0.06,
            "fx": {"mode": "constant", "kzt_per_usd": 500}},
        "production": {"nameplate_kg_per_year": 1000},
        "products": [{"id": "ga4n", "name": "4N", "share": 1}],
        "market": {"oecd_share": 0.5, "world_production_t_per_year": 700},
        "active_deck": "flat",
        "price_decks": [{"id": "flat", "name": "Flat", "probability": 1, "prices": {"ga4n": 400}}],
        "cost_lines": [],
        "capital": {"items": [], "sustaining_asset_class": "all"},
        "tax": {"income_tax_rate": 0.2, "loss_carry_forward_years": null,
            "asset_classes": [{"id": "all", "name": "All", "method": "immediate"}]},
        "shareholders": [{"id": "owner", "name": "Owner", "share": 1}]
    })");
}

inline core::Project minimalProject()
{
    return core::readProject(minimal().dump()).value();
}

// With the operations of a JSON Patch (RFC 6902), written with single quotes for readability.
inline Json patched(Json document, QString patch)
{
    return document.patch(
        Json::parse(patch.replace(QLatin1Char('\''), QLatin1Char('"')).toStdString()));
}

// Every problem as "where: message", one a line.
inline QString lines(const core::Problems& problems)
{
    QString text;
    for (const core::Problem& problem : problems)
        text += QString::fromStdString(core::sentence(problem)) + QLatin1Char('\n');
    return text;
}

// Whether there is a problem at exactly this path whose message contains the fragment.
inline bool has(const core::Problems& problems, const QString& where, const QString& fragment)
{
    for (const core::Problem& problem : problems)
        if (QString::fromStdString(problem.where) == where &&
            QString::fromStdString(problem.message).contains(fragment))
            return true;
    return false;
}

}
