#include "core/project/Description.h"

#include "core/project/DescribeFields.h"

namespace core {

const Choices currencyWords {{"USD", "KZT"}, {}};
const Choices termsWords {{"nominal", "real"}, {}};

void describe(Project& project, Visitor& visitor)
{
    Fields fields(project, visitor);
    const auto required = Presence::required;
    const auto optional = Presence::optional;

    fields.add({"name", "Project", "", range::any, required, "Title of the project.", false},
        &Project::name);
    fields.add({"description", "Description", "", range::any, optional, "What it is about.", false},
        &Project::description);
    fields.object({"timeline", "Timeline", "", {}, required, {}}, &Project::timeline);
    fields.object({"discounting", "Discounting", "", {}, required, {}}, &Project::discounting);
    fields.object({"macro", "Inflation and exchange rate", "", {}, required, {}}, &Project::macro);
    fields.object({"levers", "Levers", "", {}, optional, {}}, &Project::levers);
    fields.object({"resource", "Resource", "", {}, optional, {}}, &Project::resource);
    fields.object({"production", "Production", "", {}, required, {}}, &Project::production);
    fields.list({"products", "Products", "", range::oneOrMore, required, {}}, &Project::products);
    fields.object({"market", "Market", "", {}, required, {}}, &Project::market);
    fields.add({"active_deck", "Price deck in use", "", range::any, required,
                   "The price deck that results are for."},
        &Project::activeDeck, ReferenceTarget::priceDeck);
    fields.list(
        {"price_decks", "Price decks", "", range::oneOrMore, required, {}}, &Project::priceDecks);
    fields.list({"cost_lines", "Operating costs", "", range::listLength, required, {}},
        &Project::costLines);
    fields.add({"reuse_realisation", "Realised part of the reuse", "%", range::share, optional,
                   "Part of the planned savings reached, by operating year."},
        &Project::reuseRealisation);
    fields.object({"capital", "Capital", "", {}, required, {}}, &Project::capital);
    fields.object(
        {"working_capital", "Working capital", "", {}, optional, {}}, &Project::workingCapital);
    fields.object({"royalty", "Royalty", "", {}, optional, {}}, &Project::royalty);
    fields.object({"tax", "Tax", "", {}, required, {}}, &Project::tax);
    fields.object({"financing", "Financing", "", {}, optional, {}}, &Project::financing);
    fields.list({"shareholders", "Shareholders", "", range::oneOrMore, required, {}},
        &Project::shareholders);
    fields.list({"scenarios", "Scenarios", "", range::listLength, optional, {}, false},
        &Project::scenarios);
    fields.object({"analysis", "Analyses", "", {}, optional, {}, false}, &Project::analysis);
    fields.list({"price_history", "Actual prices", "", range::listLength, optional, {}, false},
        &Project::priceHistory);
    fields.add({"evidence", "Evidence", "", range::any, optional,
                   "How well an input is known: assumption, analyst, test_work or quote.", false},
        &Project::evidence);
    fields.add({"notes", "Source notes", "", range::any, optional,
                   "Where a figure comes from, by input or by section.", false},
        &Project::notes);
}

void inspect(const Project& project, Visitor& visitor)
{
    // The table hands out places to write to; a visitor that only reads leaves them alone.
    describe(const_cast<Project&>(project), visitor);
}

std::optional<int> Choices::find(std::string_view word) const
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word)
            return static_cast<int>(i);
    const auto alias = aliases.find(word);
    return alias == aliases.end() ? std::nullopt : std::optional(alias->second);
}

std::string elementPath(std::string_view id, std::size_t index)
{
    const bool isUsable =
        !id.empty() && id.size() <= 64 && id.find_first_of(".[]") == std::string_view::npos;
    return isUsable ? '.' + std::string(id) : '[' + std::to_string(index) + ']';
}

std::vector<std::string> idsOf(const Project& project, ReferenceTarget target)
{
    std::vector<std::string> ids;
    const auto collect = [&ids](const auto& elements) {
        for (const auto& element : elements)
            ids.push_back(element.id);
    };
    switch (target) {
    case ReferenceTarget::product:
        collect(project.products);
        break;
    case ReferenceTarget::priceDeck:
        collect(project.priceDecks);
        break;
    case ReferenceTarget::assetClass:
        collect(project.tax.assetClasses);
        break;
    }
    return ids;
}

const std::vector<std::string>& evidenceGrades()
{
    static const std::vector<std::string> grades {"assumption", "analyst", "test_work", "quote"};
    return grades;
}

const std::vector<std::string>& distributionTypes()
{
    static const std::vector<std::string> types {
        "uniform", "triangular", "pert", "normal", "truncated_normal", "lognormal", "discrete"};
    return types;
}

}
