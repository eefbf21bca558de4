#include "core/project/Registry.h"

#include "core/project/InputAssignment.h"
#include "core/project/InputVisitor.h"
#include "core/project/JsonValues.h"
#include "core/project/NearestName.h"
#include "core/project/PathLocator.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

namespace core {

namespace {

using Refusal = std::optional<std::string>; // why a value cannot be had or given

// Does something to the one input that an id names.
class InputAction final : public PathLocator {
public:
    using OnInput = std::function<Refusal(const Field&, const Slot&)>;
    using OnPremium = std::function<Refusal(DeckPrice&)>;

    InputAction(std::string_view id, OnInput onInput, OnPremium onPremium)
        : PathLocator(id)
        , m_onInput(std::move(onInput))
        , m_onPremium(std::move(onPremium))
    {
    }

    bool isInputFound = false;
    Refusal refusal;

protected:
    void input(const Field& field, const Slot& slot) override
    {
        isInputFound = true;
        refusal = m_onInput(field, slot);
    }

    void premiumPrice(DeckPrice& price) override
    {
        isInputFound = true;
        refusal = m_onPremium(price);
    }

private:
    OnInput m_onInput;
    OnPremium m_onPremium;
};

Refusal refusePremium(DeckPrice& price)
{
    return "is a premium over " + std::get<PremiumPrice>(price).premiumOver +
           "; its inputs are premium_over and amount";
}

Error unknownInput(const Project& project, std::string_view id)
{
    std::vector<std::string> ids;
    for (Input& input : inputsOf(project))
        ids.push_back(std::move(input.id));
    const std::string name(id.substr(0, 200));
    return Error(
        ErrorCode::InvalidInput, name, "is no input of this project" + suggestion(name, ids));
}

// Runs an action and says how it went.
Status statusOf(const InputAction& action, const Project& project, std::string_view id)
{
    if (!action.isInputFound)
        return unknownInput(project, id);
    if (action.refusal)
        return Error(ErrorCode::InvalidInput, std::string(id), *action.refusal);
    return success();
}

Status change(Project& project, std::string_view id, InputAction::OnInput onInput,
    InputAction::OnPremium onPremium)
{
    InputAction action(id, std::move(onInput), std::move(onPremium));
    describe(project, action);
    return statusOf(action, project, id);
}

Status look(const Project& project, std::string_view id, InputAction::OnInput onInput)
{
    InputAction action(id, std::move(onInput), refusePremium);
    inspect(project, action);
    return statusOf(action, project, id);
}

InputValue valueOfSeries(const Series& series)
{
    return series.isConstant() ? InputValue(series.constant()) : InputValue(series.points());
}

InputValue valueIn(const Slot& slot)
{
    return std::visit(
        Overloaded {
            [](const Stated<double>& s) { return InputValue(*s.value); },
            [](const Stated<int>& s) { return InputValue(static_cast<double>(*s.value)); },
            [](const Stated<bool>& s) { return InputValue(*s.value); },
            [](const Stated<Series>& s) { return valueOfSeries(*s.value); },
            [](const Stated<Profile>& s) { return InputValue(*s.value); },
            [](const Stated<Phasing>& s) { return InputValue(*s.value); },
            [](const Optional<double>& s) {
                return *s.value ? InputValue(**s.value) : InputValue();
            },
            [](const Optional<int>& s) {
                return *s.value ? InputValue(static_cast<double>(**s.value)) : InputValue();
            },
            [](const Optional<Series>& s) {
                return *s.value ? valueOfSeries(**s.value) : InputValue();
            },
            [](const ChoiceSlot& s) {
                return InputValue(s.choices->words[static_cast<std::size_t>(s.value)]);
            },
            [](const ReferenceSlot& s) { return InputValue(*s.value); },
            [](const auto&) { return InputValue(); },
        },
        slot);
}

// Whether documents leave out a field at this path, or a block around it, as long as it has its
// default.
bool isUnstated(const Project& project, std::string_view path)
{
    while (!path.empty()) {
        if (project.unstated.contains(std::string(path)))
            return true;
        const std::size_t dot = path.rfind('.');
        path = dot == std::string_view::npos ? std::string_view() : path.substr(0, dot);
    }
    return false;
}

bool hasDefault(const Slot& slot)
{
    return std::visit(Overloaded {
                          []<class T>(const Stated<T>& s) {
                              return s.defaultValue && *s.value == *s.defaultValue;
                          },
                          [](const ChoiceSlot& s) { return s.value == s.defaultValue; },
                          [](const auto&) { return false; },
                      },
        slot);
}

// The value times a factor; nothing for values that do not scale.
std::optional<InputValue> scaled(const InputValue& value, double factor)
{
    return std::visit(Overloaded {
                          [&](double number) { return std::optional<InputValue>(number * factor); },
                          [&](Series::Points points) {
                              for (auto& [year, amount] : points)
                                  amount *= factor;
                              return std::optional<InputValue>(std::move(points));
                          },
                          [&](Profile profile) {
                              for (double& part : profile)
                                  part *= factor;
                              return std::optional<InputValue>(std::move(profile));
                          },
                          [](const auto&) { return std::optional<InputValue>(); },
                      },
        value);
}

// A word, a number, or JSON; the words of a choice and ids stand as they are.
Refusal parse(const Slot& slot, std::string_view text, InputValue& value)
{
    const bool isWord =
        std::holds_alternative<ChoiceSlot>(slot) || std::holds_alternative<ReferenceSlot>(slot);
    if (isWord && !text.starts_with('"')) {
        value = std::string(text);
        return {};
    }
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end == text.data() + text.size() && !text.empty()) {
        if (error == std::errc::result_out_of_range)
            return "the number " + std::string(text.substr(0, 64)) + " is too large or too small";
        if (std::isfinite(number)) {
            value = number;
            return {};
        }
    }
    const JsonDocument document = readJson(text);
    std::string problem;
    std::optional<InputValue> read;
    if (document.problems.empty())
        read = readInputValue(*document.content, problem);
    else if (text.starts_with('[') || text.starts_with('{') || text.starts_with('"'))
        problem = document.problems.front().message;
    if (read)
        value = std::move(*read);
    else if (problem.empty())
        value = std::string(text); // of no input here; what was expected is said when it is set
    return problem.empty() ? Refusal() : Refusal(std::move(problem));
}

// A premium gives way to a price of its own.
Refusal replacePremium(const Project& project, DeckPrice& price, const InputValue& value)
{
    Series series;
    Refusal refusal =
        assignInput(project, deckPriceField(), Stated<Series> {&series, nullptr}, value);
    if (!refusal)
        price = std::move(series);
    return refusal;
}

}

std::optional<InputKind> kindOf(const Project& project, std::string_view id)
{
    std::optional<InputKind> kind;
    InputAction action(
        id,
        [&kind](const Field&, const Slot& slot) {
            kind = kindOf(slot);
            return Refusal();
        },
        [&kind](DeckPrice&) {
            kind = InputKind::series;
            return Refusal();
        });
    inspect(project, action);
    return kind;
}

Result<InputPlace> placeOf(const Project& project, std::string_view id)
{
    InputPlace place;
    const Status status = look(project, id, [&place](const Field& field, const Slot& slot) {
        place = {kindOf(slot), fieldOf(slot), field.range.minimum, field.range.maximum};
        return Refusal();
    });
    if (!status)
        return status.error();
    return place;
}

bool hasPath(const Project& project, std::string_view path)
{
    PathLocator locator(path);
    inspect(project, locator);
    return locator.isFound();
}

Result<InputValue> valueOf(const Project& project, std::string_view id)
{
    InputValue value;
    const Status status = look(project, id, [&value](const Field&, const Slot& slot) {
        value = valueIn(slot);
        return Refusal();
    });
    if (!status)
        return status.error();
    return value;
}

bool isStated(const Project& project, std::string_view id)
{
    bool isStated = false;
    const Status status = look(project, id, [&](const Field& field, const Slot& slot) {
        const bool isAbsent = std::holds_alternative<std::monostate>(valueIn(slot));
        isStated = isAbsent ? field.presence != Presence::optional
                            : !(hasDefault(slot) && isUnstated(project, id));
        return Refusal();
    });
    return status && isStated;
}

Status setValue(Project& project, std::string_view id, const InputValue& value)
{
    return change(
        project, id,
        [&](const Field& field, const Slot& slot) {
            return assignInput(project, field, slot, value);
        },
        [&](DeckPrice& price) { return replacePremium(project, price, value); });
}

Result<Project> withValue(Project project, std::string_view id, const InputValue& value)
{
    const Status status = setValue(project, id, value);
    if (!status)
        return status.error();
    return project;
}

Result<Project> withScaled(Project project, std::string_view id, double factor)
{
    const auto scale = [&](const Field& field, const Slot& slot) -> Refusal {
        const bool isPhasing = std::holds_alternative<Stated<Phasing>>(slot);
        std::optional<InputValue> value;
        if (!isPhasing)
            value = scaled(valueIn(slot), factor);
        if (!value)
            return "cannot be scaled; expected a number, a series or a profile";
        const bool isWhole = std::holds_alternative<Stated<int>>(slot) ||
                             std::holds_alternative<Optional<int>>(slot);
        if (isWhole) {
            // 20 times 1.1 is not exactly 22.
            auto& number = std::get<double>(*value);
            if (std::abs(number - std::round(number)) < 1e-9 * std::abs(number))
                number = std::round(number);
        }
        return assignInput(project, field, slot, *value);
    };
    const Status status = change(project, id, scale, refusePremium);
    if (!status)
        return status.error();
    return project;
}

Result<InputValue> parseInputValue(
    const Project& project, std::string_view id, std::string_view text)
{
    Project tried = project;
    InputValue value;
    const Status status = change(
        tried, id,
        [&](const Field& field, const Slot& slot) {
            Refusal refusal = parse(slot, text, value);
            return refusal ? refusal : assignInput(tried, field, slot, value);
        },
        [&](DeckPrice& price) {
            Refusal refusal = parse(Stated<Series> {nullptr, nullptr}, text, value);
            return refusal ? refusal : replacePremium(tried, price, value);
        });
    if (!status)
        return status.error();
    return value;
}

std::string_view noteFor(const Project& project, std::string_view id)
{
    while (!id.empty()) {
        const auto note = project.notes.find(std::string(id));
        if (note != project.notes.end())
            return note->second;
        const std::size_t dot = id.rfind('.');
        id = dot == std::string_view::npos ? std::string_view() : id.substr(0, dot);
    }
    return {};
}

std::string_view evidenceFor(const Project& project, std::string_view id)
{
    const auto grade = project.evidence.find(std::string(id));
    return grade == project.evidence.end() ? std::string_view() : std::string_view(grade->second);
}

}
