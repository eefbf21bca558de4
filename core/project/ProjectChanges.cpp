#include "core/project/ProjectChanges.h"

#include "core/project/ElementLists.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace core {

namespace {

struct Element {
    std::string id; // its path
    std::string name;
};

// Elements of the lists that inputs are in.
std::vector<Element> elementsOf(const Project& project)
{
    std::vector<Element> elements;
    forEachElementList([&](const std::string& path, const auto& listOf) {
        for (const auto& element : listOf(project))
            elements.push_back({path + '.' + element.id, element.name});
    });
    return elements;
}

bool contains(const std::vector<Element>& elements, const std::string& id)
{
    return std::any_of(elements.begin(), elements.end(),
        [&id](const Element& element) { return element.id == id; });
}

std::vector<ChangedElement> changedElements(const Project& before, const Project& after)
{
    const std::vector<Element> earlier = elementsOf(before);
    const std::vector<Element> later = elementsOf(after);
    std::vector<ChangedElement> changed;
    for (const Element& element : later)
        if (!contains(earlier, element.id))
            changed.push_back({element.id, element.name, true});
    for (const Element& element : earlier)
        if (!contains(later, element.id))
            changed.push_back({element.id, element.name, false});
    return changed;
}

bool isWithin(const std::string& id, const std::vector<ChangedElement>& elements)
{
    return std::any_of(elements.begin(), elements.end(), [&id](const ChangedElement& element) {
        return id.starts_with(element.id) && id.size() > element.id.size() &&
               id[element.id.size()] == '.';
    });
}

std::vector<ChangedInput> changedInputs(
    const Project& before, const Project& after, const std::vector<ChangedElement>& elements)
{
    std::vector<Input> earlierInputs = inputsOf(before);
    const std::vector<InputField> earlierFields = fieldsOf(before);
    std::unordered_map<std::string, std::size_t> earlier;
    for (std::size_t i = 0; i < earlierInputs.size(); ++i)
        earlier.emplace(earlierInputs[i].id, i);

    std::vector<ChangedInput> changed;
    std::vector<Input> inputs = inputsOf(after);
    const std::vector<InputField> fields = fieldsOf(after);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto found = earlier.find(inputs[i].id);
        const InputField old = found == earlier.end() ? InputField() : earlierFields[found->second];
        if (found != earlier.end())
            earlier.erase(found);
        if (!haveSameValue(old, fields[i]) && !isWithin(inputs[i].id, elements))
            changed.push_back({std::move(inputs[i]), old, fields[i]});
    }
    for (std::size_t i = 0; i < earlierInputs.size(); ++i)
        if (earlier.contains(earlierInputs[i].id) && !isWithin(earlierInputs[i].id, elements) &&
            !haveSameValue(earlierFields[i], {}))
            changed.push_back({std::move(earlierInputs[i]), earlierFields[i], {}});
    return changed;
}

std::vector<ChangedNote> changedNotes(const std::map<std::string, std::string>& before,
    const std::map<std::string, std::string>& after)
{
    std::map<std::string, ChangedNote> notes;
    for (const auto& [id, text] : before)
        notes[id].before = text;
    for (const auto& [id, text] : after)
        notes[id].after = text;
    std::vector<ChangedNote> changed;
    for (auto& [id, note] : notes) {
        note.id = id;
        if (note.before != note.after)
            changed.push_back(std::move(note));
    }
    return changed;
}

// Notes of elements stand in them.
std::map<std::string, std::string> allNotes(const Project& project)
{
    std::map<std::string, std::string> notes = project.notes;
    forEachElementList([&](const std::string& path, const auto& listOf) {
        for (const auto& element : listOf(project))
            if constexpr (requires { element.note; })
                if (!element.note.empty())
                    notes[path + '.' + element.id] = element.note;
    });
    return notes;
}

}

bool haveSameValue(const InputField& left, const InputField& right)
{
    if (left.index() != right.index())
        return false;
    return std::visit(
        [&right](const auto& value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, std::monostate>)
                return true;
            else
                return *value == *std::get<Value>(right);
        },
        left);
}

ProjectChanges changesBetween(const Project& before, const Project& after)
{
    ProjectChanges changes;
    changes.elements = changedElements(before, after);
    changes.inputs = changedInputs(before, after, changes.elements);
    changes.notes = changedNotes(allNotes(before), allNotes(after));
    changes.evidence = changedNotes(before.evidence, after.evidence);
    const auto other = [&changes](std::string_view key, bool isSame) {
        if (!isSame)
            changes.others.push_back(key);
    };
    other("name", before.name == after.name);
    other("description", before.description == after.description);
    other("scenarios", before.scenarios == after.scenarios);
    other("analysis", before.analysis == after.analysis);
    other("price_history", before.priceHistory == after.priceHistory);
    return changes;
}

}
