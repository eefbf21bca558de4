#include "core/analysis/Attribution.h"

#include "core/analysis/ChangeGroups.h"
#include "core/analysis/Shapley.h"
#include "core/model/Evaluation.h"
#include "core/project/Validation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

namespace core {

namespace {

Result<double> figureOfEnd(const Project& project, Target target, const char* which)
{
    const auto evaluation = Evaluation::of(project);
    if (!evaluation)
        return evaluation.error();
    const std::optional<double> figure = figureOf(**evaluation, target);
    if (!figure)
        return Error(ErrorCode::NotComputable, std::string(nameOf(target)),
            std::string("has no value in the ") + which + " of the two projects");
    return *figure;
}

// The figures of the projects in between, each computed once.
class Coalitions {
public:
    Coalitions(const EffectiveChanges& changes, const AttributionOptions& options)
        : m_changes(changes)
        , m_options(options)
        , m_groups(changes)
    {
    }

    const ChangeGroups& groups() const { return m_groups; }
    bool isSampled() const { return players() > mostPartsOfAllOrders; }

    Status evaluate();
    std::vector<double> parts() const
    {
        return shapley([this](const Coalition& coalition) { return m_figures.at(coalition); });
    }

private:
    int players() const { return static_cast<int>(m_groups.count()); }

    std::vector<double> shapley(const CoalitionValue& value) const
    {
        return isSampled() ? shapleyValues(m_orders, value) : shapleyValues(players(), value);
    }

    bool goesOn(double done) const { return !m_options.goOn || m_options.goOn(done); }
    Status findNeeded();
    bool areValid();
    std::vector<Coalition> byStructure() const;
    Error noFigure(const Coalition& coalition, const std::string& why) const;

    const EffectiveChanges& m_changes;
    const AttributionOptions& m_options;
    ChangeGroups m_groups;
    std::vector<std::vector<int>> m_orders; // when sampled
    std::map<Coalition, double> m_figures;
};

Error stopped()
{
    return Error(ErrorCode::NotComputable, "", "the attribution was stopped");
}

// Single changes come first: most of what belongs together shows there, before there are many
// coalitions to look at.
bool Coalitions::areValid()
{
    Coalition single(m_groups.count(), false);
    for (std::size_t g = 0; g < single.size(); ++g) {
        single[g] = true;
        if (!m_groups.ensureValid(single))
            return false;
        single[g] = false;
    }
    if (isSampled())
        m_orders = antitheticOrders(players(), m_options.orders, m_options.seed);
    m_figures.clear();
    shapley([this](const Coalition& coalition) {
        m_figures.emplace(coalition, 0.0);
        return 0.0;
    });
    return std::all_of(m_figures.begin(), m_figures.end(),
        [this](const auto& entry) { return m_groups.ensureValid(entry.first); });
}

Status Coalitions::findNeeded()
{
    do {
        if (!goesOn(0.0))
            return stopped();
    } while (!areValid());
    return success();
}

// Those of one structure after another, so that one model at a time serves them.
std::vector<Coalition> Coalitions::byStructure() const
{
    const auto model = Model::make(m_groups.made(Coalition(m_groups.count(), false)));
    Coalition structural(m_groups.count(), false);
    for (std::size_t g = 0; model && g < structural.size(); ++g) {
        Coalition single(m_groups.count(), false);
        single[g] = true;
        structural[g] = !(*model)->fits(m_groups.made(single));
    }
    std::map<Coalition, std::vector<Coalition>> ofStructure;
    for (const auto& [coalition, figure] : m_figures) {
        Coalition structure = coalition;
        for (std::size_t g = 0; g < structure.size(); ++g)
            structure[g] = structure[g] && structural[g];
        ofStructure[structure].push_back(coalition);
    }
    std::vector<Coalition> sorted;
    for (const auto& [structure, coalitions] : ofStructure)
        sorted.insert(sorted.end(), coalitions.begin(), coalitions.end());
    return sorted;
}

Error Coalitions::noFigure(const Coalition& coalition, const std::string& why) const
{
    constexpr std::size_t mostNamed = 5;
    std::vector<std::string> ids;
    for (std::size_t g = 0; g < coalition.size(); ++g)
        if (coalition[g])
            for (const std::size_t change : m_groups.group(g))
                ids.push_back(m_changes.all()[change].input.id);
    std::string names;
    for (std::size_t i = 0; i < std::min(ids.size(), mostNamed); ++i)
        names += (i == 0 ? "" : ", ") + ids[i];
    if (ids.size() > mostNamed)
        names += " and " + std::to_string(ids.size() - mostNamed) + " more";
    return Error(ErrorCode::NotComputable, std::string(nameOf(m_options.target)),
        "cannot be attributed: it has no value with only " + names + " changed" + why);
}

Status Coalitions::evaluate()
{
    if (const Status status = findNeeded(); !status)
        return status;
    const auto sizeOf = [](const Coalition& coalition) {
        return std::count(coalition.begin(), coalition.end(), true);
    };
    std::optional<std::pair<Coalition, std::string>> missing; // with the fewest changes
    std::shared_ptr<const Model> model;
    std::size_t done = 0;
    for (const Coalition& coalition : byStructure()) {
        if (!goesOn(static_cast<double>(done++) / static_cast<double>(m_figures.size())))
            return stopped();
        const auto evaluation = Evaluation::of(m_groups.made(coalition), model);
        std::optional<double> figure;
        if (evaluation) {
            model = (*evaluation)->sharedModel();
            figure = figureOf(**evaluation, m_options.target);
        }
        if (figure)
            m_figures[coalition] = *figure;
        else if (!missing || sizeOf(coalition) < sizeOf(missing->first))
            missing = {
                coalition, evaluation ? "" : "; " + sentence(evaluation.error().problems.front())};
    }
    if (missing)
        return noFigure(missing->first, missing->second);
    return success();
}

// Rounding is left in the largest part.
void closeSum(std::vector<AttributionPart>& parts, double difference)
{
    constexpr int passes = 3; // what is added is rounded too
    for (int pass = 0; pass < passes && !parts.empty(); ++pass) {
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0,
            [](double before, const AttributionPart& part) { return before + part.effect; });
        parts.front().effect += difference - sum;
    }
}

}

Result<Attribution> attribute(
    const Project& from, const Project& to, const AttributionOptions& options)
{
    for (const Project* end : {&from, &to})
        if (Problems problems = validate(essenceOf(*end)); !problems.empty())
            return Error(ErrorCode::InvalidInput, std::move(problems));
    const Result<double> first = figureOfEnd(from, options.target, "first");
    if (!first)
        return first.error();
    const Result<double> second = figureOfEnd(to, options.target, "second");
    if (!second)
        return second.error();
    Attribution attribution {options.target, *first, *second, {}, false};
    const EffectiveChanges changes(from, to);
    if (changes.all().empty())
        return attribution;

    Coalitions coalitions(changes, options);
    if (const Status status = coalitions.evaluate(); !status)
        return status.error();
    const std::vector<double> effects = coalitions.parts();
    for (std::size_t g = 0; g < effects.size(); ++g) {
        AttributionPart part;
        for (const std::size_t change : coalitions.groups().group(g))
            part.changes.push_back(changes.all()[change]);
        part.effect = effects[g];
        attribution.parts.push_back(std::move(part));
    }
    std::stable_sort(attribution.parts.begin(), attribution.parts.end(),
        [](const AttributionPart& a, const AttributionPart& b) {
            return std::abs(a.effect) > std::abs(b.effect);
        });
    closeSum(attribution.parts, attribution.to - attribution.from);
    attribution.isSampled = coalitions.isSampled();
    return attribution;
}

}
