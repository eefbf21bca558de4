#include "ui/document/SimulationCells.h"

#include "core/analysis/Simulation.h"
#include "ui/document/SettingInput.h"
#include "ui/document/Uncertainties.h"
#include "ui/document/UncertaintyCells.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace ui {

namespace {

using core::Input;
using core::InputKind;
using core::InputValue;
using core::Project;

constexpr std::string_view analysisPath = "analysis.";
constexpr std::string_view uncertaintiesPath = "analysis.uncertainties.";
constexpr std::string_view correlationsPath = "analysis.correlations.";
constexpr char between = '|';                       // no id has it
constexpr double largestExact = 9007199254740991.0; // whole number of a double
constexpr double fewestTrials = 1000.0;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SimulationCells)
};

// The words of an enumeration, in its order.
const std::vector<std::string> samplingWords {"random", "latin_hypercube", "sobol"};
const std::vector<std::string> processWords {"none", "mean_reverting", "random_walk"};
const std::vector<std::string> deckWords {"active", "drawn"};

core::Error refusal(const std::string& id, const QString& sentence)
{
    return core::Error(core::ErrorCode::InvalidInput, id, sentence.toStdString());
}

// What an id names.
struct Place {
    enum class Kind { uncertainty, correlation, setting };
    Kind kind = Kind::setting;
    std::string input; // or the first of two
    std::string other; // of a correlation
    std::string field; // behind the input, or behind "analysis."
};

std::optional<Place> placeOf(const std::string& id)
{
    const auto after = [&](std::string_view start) { return id.substr(start.size()); };
    if (id.starts_with(correlationsPath)) {
        const std::string pair = after(correlationsPath);
        const std::size_t mark = pair.find(between);
        if (mark == std::string::npos)
            return std::nullopt;
        return Place {Place::Kind::correlation, pair.substr(0, mark), pair.substr(mark + 1), {}};
    }
    if (id.starts_with(uncertaintiesPath)) {
        const std::string path = after(uncertaintiesPath);
        std::size_t end = path.rfind('.');
        if (end == std::string::npos)
            return std::nullopt;
        constexpr std::string_view block = ".distribution";
        if (path.substr(0, end).ends_with(block))
            end -= block.size();
        return Place {Place::Kind::uncertainty, path.substr(0, end), {}, path.substr(end + 1)};
    }
    return Place {Place::Kind::setting, {}, {}, after(analysisPath)};
}

std::optional<Input> settingInput(
    const Project& project, const std::string& id, const std::string& field)
{
    const core::Analysis& analysis = analysisOf(project);
    const auto& process = analysis.priceProcess;
    if (field == "simulation.trials") {
        Input input = numberSetting(id, QT_TRANSLATE_NOOP("Input", "Trials"), fewestTrials,
            static_cast<double>(core::mostTrials), fewestTrials);
        input.kind = InputKind::integer;
        input.defaultValue = static_cast<double>(core::Simulation().trials);
        return input;
    }
    if (field == "simulation.seed") {
        Input input = numberSetting(id, QT_TRANSLATE_NOOP("Input", "Seed"), 0.0, largestExact, 1.0);
        input.kind = InputKind::integer;
        input.help =
            QT_TRANSLATE_NOOP("Input", "The same seed gives the same draws on any computer.");
        input.defaultValue = static_cast<double>(core::Simulation().seed);
        return input;
    }
    if (field == "simulation.sampling")
        return choiceSetting(id, QT_TRANSLATE_NOOP("Input", "Sampling"), samplingWords);
    if (field == "draw_deck")
        return choiceSetting(id, QT_TRANSLATE_NOOP("Input", "Price deck"), deckWords);
    if (field == "price_process.type")
        return choiceSetting(id, QT_TRANSLATE_NOOP("Input", "Yearly price"), processWords);
    if (field == "price_process.volatility" && process) {
        Input input = numberSetting(
            id, QT_TRANSLATE_NOOP("Input", "Volatility of the yearly price"), 0.0, 10.0, 0.01);
        input.unit = "%";
        return input;
    }
    if (field == "price_process.half_life_years" && process &&
        process->type == core::PriceProcessType::meanReverting) {
        Input input = numberSetting(
            id, QT_TRANSLATE_NOOP("Input", "Half-life of the yearly price"), 0.01, 1000.0, 0.5);
        input.unit = "years";
        return input;
    }
    return std::nullopt;
}

std::optional<InputValue> settingValue(const Project& project, const std::string& field)
{
    const core::Analysis& analysis = analysisOf(project);
    const auto& process = analysis.priceProcess;
    if (field == "simulation.trials")
        return static_cast<double>(analysis.simulation.trials);
    if (field == "simulation.seed")
        return static_cast<double>(analysis.simulation.seed);
    if (field == "simulation.sampling")
        return samplingWords[static_cast<std::size_t>(analysis.simulation.sampling)];
    if (field == "draw_deck")
        return deckWords[analysis.drawDeck ? 1 : 0];
    if (field == "price_process.type")
        return processWords[process ? static_cast<std::size_t>(process->type) + 1 : 0];
    if (field == "price_process.volatility" && process)
        return process->volatility;
    if (field == "price_process.half_life_years" && process && process->halfLifeYears)
        return *process->halfLifeYears;
    return std::nullopt;
}

// In the limits of the field, and of its kind.
core::Status check(const Input& input, const InputValue& value)
{
    if (input.kind == InputKind::choice) {
        if (placeOfWord(input.choices, value) < input.choices.size())
            return core::success();
        return refusal(input.id, Texts::tr("Expected one of the choices."));
    }
    const auto* number = std::get_if<double>(&value);
    const bool isWhole = input.kind == InputKind::integer;
    if (!number || !std::isfinite(*number) || (isWhole && *number != std::round(*number)))
        return refusal(input.id,
            isWhole ? Texts::tr("Expected a whole number.") : Texts::tr("Expected a number."));
    if (*number < input.minimum || *number > input.maximum)
        return refusal(input.id,
            Texts::tr("Expected a number from %1 to %2.").arg(input.minimum).arg(input.maximum));
    return core::success();
}

void setProcessType(core::Analysis& analysis, std::size_t place)
{
    constexpr core::PriceProcess usual {core::PriceProcessType::meanReverting, 3.0, 0.3};
    if (place == 0) {
        analysis.priceProcess.reset();
        return;
    }
    if (!analysis.priceProcess)
        analysis.priceProcess = usual;
    core::PriceProcess& process = *analysis.priceProcess;
    process.type = static_cast<core::PriceProcessType>(place - 1);
    if (process.type == core::PriceProcessType::meanReverting && !process.halfLifeYears)
        process.halfLifeYears = usual.halfLifeYears;
}

void setSetting(core::Analysis& analysis, const std::string& field, const InputValue& value)
{
    const auto* number = std::get_if<double>(&value);
    if (field == "simulation.trials")
        analysis.simulation.trials = std::llround(*number);
    else if (field == "simulation.seed")
        analysis.simulation.seed = static_cast<std::uint64_t>(std::llround(*number));
    else if (field == "simulation.sampling")
        analysis.simulation.sampling =
            static_cast<core::Sampling>(placeOfWord(samplingWords, value));
    else if (field == "draw_deck")
        analysis.drawDeck = placeOfWord(deckWords, value) == 1;
    else if (field == "price_process.type")
        setProcessType(analysis, placeOfWord(processWords, value));
    else if (field == "price_process.volatility")
        analysis.priceProcess->volatility = *number;
    else if (field == "price_process.half_life_years")
        analysis.priceProcess->halfLifeYears = *number;
}

}

QString uncertaintyCell(const std::string& input, const char* field)
{
    return QString::fromStdString(std::string(uncertaintiesPath) + input + '.' + field);
}

QString correlationCell(const std::string& a, const std::string& b)
{
    return QString::fromStdString(std::string(correlationsPath) + a + between + b);
}

bool isSimulationCell(const std::string& id)
{
    constexpr std::array paths {uncertaintiesPath, correlationsPath,
        std::string_view("analysis.simulation."), std::string_view("analysis.price_process."),
        std::string_view("analysis.draw_deck")};
    return std::any_of(
        paths.begin(), paths.end(), [&](std::string_view path) { return id.starts_with(path); });
}

std::optional<Input> simulationInput(const Project& project, const std::string& id)
{
    const std::optional<Place> place = isSimulationCell(id) ? placeOf(id) : std::nullopt;
    if (!place)
        return std::nullopt;
    switch (place->kind) {
    case Place::Kind::uncertainty:
        return describeUncertainty(project, id, {place->input, place->field});
    case Place::Kind::correlation: {
        if (!uncertaintyOf(project, place->input) || !uncertaintyOf(project, place->other) ||
            place->input == place->other)
            return std::nullopt;
        Input input =
            numberSetting(id, QT_TRANSLATE_NOOP("Input", "Rank correlation"), -1.0, 1.0, 0.05);
        input.element =
            Texts::tr("%1 and %2")
                .arg(uncertainName(project, place->input), uncertainName(project, place->other))
                .toStdString();
        input.defaultValue = 0.0;
        return input;
    }
    case Place::Kind::setting:
        break;
    }
    return settingInput(project, id, place->field);
}

std::optional<CellContent> simulationContent(const Project& project, const CellAddress& cell)
{
    const std::optional<Place> place = placeOf(cell.input.toStdString());
    if (!place)
        return std::nullopt;
    std::optional<InputValue> value;
    switch (place->kind) {
    case Place::Kind::uncertainty:
        value = valueOfUncertainty(project, {place->input, place->field}, cell.place);
        break;
    case Place::Kind::correlation:
        if (uncertaintyOf(project, place->input) && uncertaintyOf(project, place->other))
            value = correlationOf(project, place->input, place->other);
        break;
    case Place::Kind::setting:
        value = settingValue(project, place->field);
        break;
    }
    return value ? std::optional(CellContent {*value, true}) : std::nullopt;
}

core::Status editSimulation(Project& project, const CellEdit& edit)
{
    const std::string id = edit.cell.input.toStdString();
    const std::optional<Place> place = placeOf(id);
    const std::optional<Input> input = simulationInput(project, id);
    if (!place || !input || !simulationContent(project, edit.cell))
        return refusal(id, Texts::tr("There is nothing to type into here."));
    const std::optional<InputValue>& value = edit.value ? edit.value : input->defaultValue;
    if (!value)
        return refusal(id, Texts::tr("There is no default for this; a value is needed."));
    if (core::Status status = check(*input, *value); !status)
        return status;
    switch (place->kind) {
    case Place::Kind::uncertainty:
        return setUncertainty(project, {place->input, place->field}, edit.cell.place, *value);
    case Place::Kind::correlation:
        project = withCorrelation(
            std::move(project), place->input, place->other, std::get<double>(*value));
        break;
    case Place::Kind::setting:
        setSetting(analysisOf(project), place->field, *value);
        break;
    }
    return core::success();
}

}
