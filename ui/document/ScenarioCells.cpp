#include "ui/document/ScenarioCells.h"

#include "ui/document/ProjectLists.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScenarioCells)
};

constexpr std::string_view listPrefix = "scenarios.";
constexpr std::string_view probabilityEnd = ".probability";
constexpr std::string_view deckEnd = ".deck";
constexpr std::string_view overridesPart = ".overrides.";
const std::string deckInput = "active_deck";

enum class Part { probability, deck, override };

// What the id of a cell names.
struct Cell {
    std::string scenario;
    Part part = Part::probability;
    std::string input; // that is changed; of a deck the one in use
};

std::optional<Cell> cellOf(std::string_view id)
{
    if (!id.starts_with(listPrefix))
        return std::nullopt;
    id.remove_prefix(listPrefix.size());
    const std::size_t end = id.find('.'); // ids have none themselves
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string scenario(id.substr(0, end));
    const std::string_view rest = id.substr(end);
    if (rest == probabilityEnd)
        return Cell {scenario, Part::probability, {}};
    if (rest == deckEnd)
        return Cell {scenario, Part::deck, deckInput};
    if (rest.starts_with(overridesPart))
        return Cell {scenario, Part::override, std::string(rest.substr(overridesPart.size()))};
    return std::nullopt;
}

core::Scenario* find(core::Project& project, const std::string& id)
{
    return const_cast<core::Scenario*>(scenarioOf(project, id));
}

core::Error refusal(const std::string& id, const QString& sentence)
{
    return core::Error(core::ErrorCode::InvalidInput, id, sentence.toStdString());
}

core::Error nothingHere(const CellAddress& cell)
{
    return refusal(cell.input.toStdString(), Texts::tr("There is nothing to type into here."));
}

QString idOf(const std::string& scenario, std::string_view part)
{
    return QString::fromStdString(pathOf(ProjectList::scenarios, scenario)) +
           QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
}

std::optional<core::Input> inputIn(const core::Project& project, const std::string& id)
{
    for (core::Input& input : core::inputsOf(project))
        if (input.id == id)
            return std::move(input);
    return std::nullopt;
}

bool isChanged(const core::Scenario& scenario, const Cell& cell, const core::Project& plan)
{
    if (cell.input == deckInput && scenario.deck)
        return *scenario.deck != plan.activeDeck;
    return scenario.overrides.contains(cell.input);
}

// Everything in which the project with the edit differs becomes an override: a method of
// depreciation comes with the years that it needs.
void keepOverrides(core::Scenario& scenario, const std::string& input, const core::Project& before,
    const core::Project& after)
{
    if (const auto value = core::valueOf(after, input))
        scenario.overrides.insert_or_assign(input, *value);
    for (const core::Input& other : core::inputsOf(after)) {
        const auto was = core::valueOf(before, other.id);
        const auto is = core::valueOf(after, other.id);
        if (was && is && *was != *is)
            scenario.overrides.insert_or_assign(other.id, *is);
    }
}

core::Status setOverride(core::Project& project, const Cell& cell, const CellEdit& edit)
{
    core::Scenario& scenario = *find(project, cell.scenario);
    const QString input = QString::fromStdString(cell.input);
    const core::Project before = shownIn(project, scenario);
    const auto after = withCells(before, {{{input, edit.cell.place}, edit.value}});
    if (!after)
        return core::Error(core::ErrorCode::InvalidInput, edit.cell.input.toStdString(),
            after.error().problems.front().message);
    keepOverrides(scenario, cell.input, before, *after);
    return core::success();
}

// An entry is again what it is in the plan; the override goes when nothing is left of it.
core::Status giveBackEntry(core::Project& project, const Cell& cell, const CellEdit& edit)
{
    core::Scenario& scenario = *find(project, cell.scenario);
    const QString input = QString::fromStdString(cell.input);
    const auto planned = contentOf(project, {input, edit.cell.place});
    if (!planned)
        return nothingHere(edit.cell);
    CellEdit back {{input, edit.cell.place}, std::nullopt};
    if (planned->isStated)
        back.value = planned->value;
    const auto after = withCells(shownIn(project, scenario), {back});
    const auto value = after ? core::valueOf(*after, cell.input) : after.error();
    if (!value)
        return core::Error(core::ErrorCode::InvalidInput, edit.cell.input.toStdString(),
            value.error().problems.front().message);
    const auto plan = core::valueOf(project, cell.input);
    if (plan && *plan == *value)
        scenario.overrides.erase(cell.input);
    else
        scenario.overrides.insert_or_assign(cell.input, *value);
    return core::success();
}

core::Status editDeck(core::Project& project, const Cell& cell, const CellEdit& edit)
{
    core::Scenario& scenario = *find(project, cell.scenario);
    if (edit.value) {
        core::Project tried = project;
        if (const core::Status status = core::setValue(tried, deckInput, *edit.value); !status)
            return core::Error(core::ErrorCode::InvalidInput, edit.cell.input.toStdString(),
                status.error().problems.front().message);
        scenario.deck = tried.activeDeck;
    } else {
        scenario.deck.reset();
    }
    scenario.overrides.erase(deckInput);
    return core::success();
}

core::Status editProbability(core::Project& project, const Cell& cell, const CellEdit& edit)
{
    const auto* number = edit.value ? std::get_if<double>(&*edit.value) : nullptr;
    if (edit.value && !(number && *number >= 0.0 && *number <= 1.0))
        return refusal(
            edit.cell.input.toStdString(), Texts::tr("Expected a percentage from 0 to 100 %."));
    find(project, cell.scenario)->probability = number ? *number : 0.0;
    return core::success();
}

}

QString probabilityCell(const std::string& scenario)
{
    return idOf(scenario, probabilityEnd);
}

QString deckCell(const std::string& scenario)
{
    return idOf(scenario, deckEnd);
}

QString overrideCell(const std::string& scenario, const std::string& input)
{
    return idOf(scenario, overridesPart) + QString::fromStdString(input);
}

bool isScenarioCell(const std::string& id)
{
    return cellOf(id).has_value();
}

std::optional<core::Input> scenarioInput(const core::Project& project, const std::string& id)
{
    const std::optional<Cell> cell = cellOf(id);
    const core::Scenario* const scenario = cell ? scenarioOf(project, cell->scenario) : nullptr;
    if (!scenario)
        return std::nullopt;
    std::optional<core::Input> input;
    if (cell->part == Part::probability) {
        input.emplace();
        input->label = QT_TRANSLATE_NOOP("Input", "Probability");
        input->unit = "%";
        input->maximum = 1.0;
        input->step = 0.05;
        input->defaultValue = 0.0;
    } else {
        input = inputIn(shownIn(project, *scenario), cell->input);
        if (!input)
            return std::nullopt;
        input->defaultValue.reset();
        input->mayBeAbsent = true; // the plan then holds
        if (input->unit == "factor")
            input->unit = "%"; // of the plan, as in analyses
        input->element += input->element.empty() ? "" : ", ";
    }
    input->id = id;
    input->element += scenario->name;
    return input;
}

std::optional<CellContent> scenarioContent(const core::Project& project, const CellAddress& address)
{
    const std::optional<Cell> cell = cellOf(address.input.toStdString());
    const core::Scenario* const scenario = cell ? scenarioOf(project, cell->scenario) : nullptr;
    if (!scenario)
        return std::nullopt;
    if (cell->part == Part::probability)
        return CellContent {scenario->probability, true};
    const CellAddress inPlan {QString::fromStdString(cell->input), address.place};
    std::optional<CellContent> content = contentOf(shownIn(project, *scenario), inPlan);
    if (!content)
        return std::nullopt;
    content->isStated = isChanged(*scenario, *cell, project);
    if (content->isStated && address.place) {
        const std::optional<CellContent> planned = contentOf(project, inPlan);
        content->isStated = !planned || planned->value != content->value;
    }
    return content;
}

core::Status editScenario(core::Project& project, const CellEdit& edit)
{
    const std::optional<Cell> cell = cellOf(edit.cell.input.toStdString());
    core::Scenario* const scenario = cell ? find(project, cell->scenario) : nullptr;
    if (!scenario)
        return nothingHere(edit.cell);
    switch (cell->part) {
    case Part::probability:
        return editProbability(project, *cell, edit);
    case Part::deck:
        return editDeck(project, *cell, edit);
    case Part::override:
        break;
    }
    if (edit.value)
        return setOverride(project, *cell, edit);
    if (edit.cell.place && scenario->overrides.contains(cell->input))
        return giveBackEntry(project, *cell, edit);
    scenario->overrides.erase(cell->input);
    return core::success();
}

core::Project shownIn(const core::Project& plan, const core::Scenario& scenario)
{
    core::Project project = plan;
    const auto set = [&project](const std::string& input, const core::InputValue& value) {
        // What is refused leaves the plan as it is there.
        static_cast<void>(core::setValue(project, input, value));
    };
    for (const auto& [input, value] : scenario.overrides)
        set(input, value);
    if (scenario.deck)
        set(deckInput, *scenario.deck);
    return project;
}

const core::Scenario* scenarioOf(const core::Project& project, const std::string& id)
{
    const auto found = std::find_if(project.scenarios.begin(), project.scenarios.end(),
        [&id](const core::Scenario& scenario) { return scenario.id == id; });
    return found == project.scenarios.end() ? nullptr : &*found;
}

core::Result<core::Project> withOverride(
    core::Project project, const std::string& scenario, const std::string& input)
{
    core::Scenario* const changed = find(project, scenario);
    if (!changed)
        return refusal(scenario, Texts::tr("There is no such scenario."));
    if (input == deckInput) {
        changed->deck = project.activeDeck;
        return project;
    }
    const auto value = core::valueOf(project, input);
    if (!value)
        return value.error();
    changed->overrides.emplace(input, *value);
    return project;
}

core::Project withoutOverrides(core::Project project, const std::vector<std::string>& inputs)
{
    for (core::Scenario& scenario : project.scenarios)
        for (const std::string& input : inputs) {
            scenario.overrides.erase(input);
            if (input == deckInput)
                scenario.deck.reset();
        }
    return project;
}

core::Project withProbabilitiesScaled(core::Project project)
{
    double sum = 0.0;
    for (const core::Scenario& scenario : project.scenarios)
        sum += scenario.probability;
    for (core::Scenario& scenario : project.scenarios)
        scenario.probability = sum > 0.0 ? scenario.probability / sum
                                         : 1.0 / static_cast<double>(project.scenarios.size());
    return project;
}

}
