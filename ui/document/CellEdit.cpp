#include "ui/document/CellEdit.h"

#include "core/project/FieldCheck.h"
#include "core/project/Registry.h"
#include "ui/document/ListPaths.h"
#include "ui/document/NeededInputs.h"
#include "ui/document/ProjectLists.h"
#include "ui/document/ScenarioCells.h"
#include "ui/document/SimulationCells.h"
#include "ui/document/TornadoCells.h"

#include <QCoreApplication>

#include <set>
#include <utility>

namespace ui {

namespace {

using core::InputKind;
using core::InputValue;
using Points = core::Series::Points;

constexpr int longestProfile = 300; // operating years

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CellEdit)
};

core::Error refusal(const std::string& id, const QString& sentence)
{
    return core::Error(core::ErrorCode::InvalidInput, id, sentence.toStdString());
}

// The price behind an id such as "price_decks.floor.prices.ga6n" when it is a premium.
std::optional<core::Series> premiumPrice(const core::Project& project, const std::string& id)
{
    for (const core::PriceDeck& deck : project.priceDecks) {
        const std::string prices = pathOf(ProjectList::priceDecks, deck.id) + ".prices.";
        if (!id.starts_with(prices))
            continue;
        const auto price = deck.prices.find(id.substr(prices.size()));
        if (price != deck.prices.end() && std::holds_alternative<core::PremiumPrice>(price->second))
            return priceIn(deck, price->first);
    }
    return std::nullopt;
}

InputValue valueOfSeries(const core::Series& series)
{
    return series.isConstant() ? InputValue(series.constant()) : InputValue(series.points());
}

std::optional<core::Series> seriesOf(const InputValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return core::Series(*number);
    if (const auto* points = std::get_if<Points>(&value); points && !points->empty())
        return core::Series(*points);
    return std::nullopt;
}

// An input as a whole.
struct Whole {
    InputKind kind = InputKind::number;
    CellContent content;
    bool isPremium = false;
};

std::optional<Whole> wholeOf(const core::Project& project, const std::string& id)
{
    const std::optional<InputKind> kind = core::kindOf(project, id);
    if (!kind)
        return std::nullopt;
    if (const core::Result<InputValue> value = core::valueOf(project, id))
        return Whole {*kind, {*value, core::isStated(project, id)}};
    if (const std::optional<core::Series> price = premiumPrice(project, id))
        return Whole {*kind, {valueOfSeries(*price), false}, true};
    return std::nullopt;
}

bool hasPlace(InputKind kind, int place)
{
    switch (kind) {
    case InputKind::series:
    case InputKind::phasing:
        return place >= core::firstYearOfSeries && place <= core::lastYearOfSeries;
    case InputKind::profile:
        return place >= 1 && place <= longestProfile;
    default:
        return false;
    }
}

CellContent entryOf(const Whole& whole, int place)
{
    const CellContent& content = whole.content;
    if (whole.kind == InputKind::profile) {
        const auto& profile = std::get<core::Profile>(content.value);
        const bool isHeld = static_cast<std::size_t>(place) > profile.size();
        return {core::profileAt(profile, place), content.isStated && !isHeld};
    }
    const auto* points = std::get_if<Points>(&content.value);
    const bool isPoint = points && points->contains(place);
    if (whole.kind == InputKind::phasing)
        return {isPoint ? points->at(place) : 0.0, isPoint};
    const std::optional<core::Series> series = seriesOf(content.value);
    if (!series)
        return {InputValue(), false};
    return {series->at(place), content.isStated && (!points || isPoint)};
}

// With a point at a year and, as far as `keepsOthers`, points around it that keep all others.
core::Series withPoint(const core::Series& series, int year, double value, bool keepsOthers)
{
    if (series.isConstant() && series.constant() == value)
        return series;
    Points points = series.isConstant() ? Points() : series.points();
    if (keepsOthers)
        for (const int neighbour : {year - 1, year + 1})
            if (hasPlace(InputKind::series, neighbour))
                points.emplace(neighbour, series.at(neighbour));
    points[year] = value;
    return points;
}

InputValue withTypedEntry(const Whole& whole, int place, double value, bool keepsOthers)
{
    if (whole.kind == InputKind::profile) {
        auto profile = std::get<core::Profile>(whole.content.value);
        const auto size = static_cast<std::size_t>(place);
        if (profile.size() < size)
            profile.resize(size, profile.back());
        profile[size - 1] = value;
        return profile;
    }
    if (whole.kind == InputKind::phasing) {
        auto years = std::get<Points>(whole.content.value);
        years[place] = value;
        return years;
    }
    const std::optional<core::Series> series = seriesOf(whole.content.value);
    if (!series)
        return Points {{place, value}};
    return valueOfSeries(withPoint(*series, place, value, keepsOthers));
}

InputValue withoutEntry(
    const Whole& whole, int place, const std::optional<InputValue>& defaultValue)
{
    if (whole.kind == InputKind::profile) {
        auto profile = std::get<core::Profile>(whole.content.value);
        const auto index = static_cast<std::size_t>(place) - 1;
        if (index > 0 && index < profile.size())
            profile[index] = profile[index - 1];
        else if (index == 0 && defaultValue)
            profile[0] = std::get<core::Profile>(*defaultValue).front();
        while (profile.size() > 1 && profile.back() == profile[profile.size() - 2])
            profile.pop_back();
        return profile;
    }
    if (!std::holds_alternative<Points>(whole.content.value))
        return whole.content.value;
    auto points = std::get<Points>(whole.content.value);
    const bool isLastPoint = points.size() == 1 && points.contains(place);
    if (isLastPoint && whole.kind == InputKind::series)
        return points.at(place);
    points.erase(place);
    return points;
}

std::optional<InputValue> defaultOf(const core::Project& project, const std::string& id)
{
    for (core::Input& input : core::inputsOf(project))
        if (input.id == id)
            return std::move(input.defaultValue);
    return std::nullopt;
}

core::Status set(core::Project& project, const std::string& id, const InputValue& value)
{
    const bool wasPremium = premiumPrice(project, id).has_value();
    core::Status status = core::setValue(project, id, value);
    if (status && wasPremium)
        for (const char* part : {".premium_over", ".amount"})
            forgetPath(project, id + part);
    return status;
}

core::Status giveBackWhole(core::Project& project, const std::string& id, const Whole& whole)
{
    if (whole.isPremium)
        return core::success();
    if (const std::optional<InputValue> value = defaultOf(project, id)) {
        project.unstated.insert(id);
        return set(project, id, *value);
    }
    if (!set(project, id, InputValue()))
        return refusal(id, Texts::tr("There is no default for this; a value is needed."));
    return core::success();
}

// Makes edits one by one.
class Edits {
public:
    Edits(core::Project& project, const core::Project& before)
        : m_project(project)
        , m_before(before)
    {
    }

    core::Status apply(const CellEdit& edit)
    {
        core::Status status = change(edit);
        if (status)
            addNeededInputs(m_project, edit.cell.input.toStdString(), m_before);
        return status;
    }

private:
    core::Status change(const CellEdit& edit)
    {
        const std::string id = edit.cell.input.toStdString();
        if (isSimulationCell(id))
            return editSimulation(m_project, edit);
        if (isScenarioCell(id))
            return editScenario(m_project, edit);
        const std::optional<int> place = edit.cell.place;
        if (const auto cell = tornadoCellOf(edit.cell.input))
            return editTornado(m_project, *cell, edit.value);
        if (!place && edit.value)
            return set(m_project, id, *edit.value);
        const std::optional<Whole> whole = wholeOf(m_project, id);
        if (!whole || (place && !hasPlace(whole->kind, *place)))
            return refusal(id, Texts::tr("There is nothing to type into here."));
        if (!place)
            return giveBackWhole(m_project, id, *whole);
        return edit.value ? type(id, *whole, *place, *edit.value) : giveBack(id, *whole, *place);
    }

    core::Status type(const std::string& id, const Whole& whole, int place, const InputValue& value)
    {
        const auto* number = std::get_if<double>(&value);
        if (!number)
            return refusal(id, Texts::tr("Expected a number."));
        if (whole.isPremium || std::holds_alternative<double>(whole.content.value))
            m_keptSeries.insert(id);
        const bool keepsOthers = m_keptSeries.contains(id);
        return set(m_project, id, withTypedEntry(whole, place, *number, keepsOthers));
    }

    core::Status giveBack(const std::string& id, const Whole& whole, int place)
    {
        if (whole.isPremium)
            return core::success();
        return set(m_project, id, withoutEntry(whole, place, defaultOf(m_project, id)));
    }

    core::Project& m_project;
    const core::Project& m_before;
    std::set<std::string> m_keptSeries; // were no points by year before the edits
};

}

std::optional<core::Series> priceIn(const core::PriceDeck& deck, std::string product)
{
    core::Series sum;
    for (std::size_t steps = 0; steps <= deck.prices.size(); ++steps) {
        const auto price = deck.prices.find(product);
        if (price == deck.prices.end())
            return std::nullopt;
        if (const auto* series = std::get_if<core::Series>(&price->second))
            return core::sumOf(*series, sum);
        const auto& premium = std::get<core::PremiumPrice>(price->second);
        sum = core::sumOf(premium.amount, sum);
        product = premium.premiumOver;
    }
    return std::nullopt;
}

std::optional<CellContent> contentOf(const core::Project& project, const CellAddress& cell)
{
    if (isSimulationCell(cell.input.toStdString()))
        return simulationContent(project, cell);
    if (isScenarioCell(cell.input.toStdString()))
        return scenarioContent(project, cell);
    if (const auto ofTornado = tornadoCellOf(cell.input))
        return contentOfTornado(project, *ofTornado);
    const std::optional<Whole> whole = wholeOf(project, cell.input.toStdString());
    if (!whole)
        return std::nullopt;
    if (!cell.place)
        return whole->content;
    if (!hasPlace(whole->kind, *cell.place))
        return std::nullopt;
    return entryOf(*whole, *cell.place);
}

core::Result<core::Project> withCells(
    const core::Project& before, const std::vector<CellEdit>& edits)
{
    core::Project project = before;
    core::Problems refused;
    Edits applied(project, before);
    for (const CellEdit& edit : edits)
        if (const core::Status status = applied.apply(edit); !status)
            refused.insert(
                refused.end(), status.error().problems.begin(), status.error().problems.end());
    if (!refused.empty())
        return core::Error(core::ErrorCode::InvalidInput, std::move(refused));
    return project;
}

}
