#include "core/report/InputsText.h"

#include "core/project/Registry.h"
#include "core/report/InputValueJson.h"
#include "core/report/InputValueText.h"
#include "core/report/JsonText.h"
#include "core/report/NumberFormat.h"
#include "core/report/SourceNotes.h"
#include "core/report/TextTable.h"

#include <algorithm>
#include <set>
#include <utility>

namespace core {

namespace {

constexpr int textWidth = 116;
constexpr int longestValue = 34;
constexpr int longestRange = 22;
constexpr double unboundedFrom = 1e6; // ranges beyond are only there to keep figures finite
using Alignment = TextTable::Alignment;

std::string rangeText(const Input& input)
{
    if (!input.choices.empty()) {
        std::string text;
        for (const std::string& choice : input.choices)
            text += (text.empty() ? "" : ", ") + choice;
        return text;
    }
    if (input.kind == InputKind::flag)
        return "true, false";
    if (input.kind == InputKind::choice || input.kind == InputKind::text)
        return {};
    const bool hasLeast = input.minimum > -unboundedFrom;
    const bool hasMost = input.maximum < unboundedFrom;
    if (hasLeast && hasMost && input.unit == "%")
        return significantText(100.0 * input.minimum) + " to " + exactPercentText(input.maximum);
    if (hasLeast && hasMost)
        return inputNumberText(input, input.minimum) + " to " +
               inputNumberText(input, input.maximum);
    if (hasLeast)
        return "from " + inputNumberText(input, input.minimum);
    return hasMost ? "to " + inputNumberText(input, input.maximum) : "any";
}

std::string_view nameOf(InputKind kind)
{
    switch (kind) {
    case InputKind::number:
        return "number";
    case InputKind::integer:
        return "integer";
    case InputKind::flag:
        return "flag";
    case InputKind::choice:
        return "choice";
    case InputKind::text:
        return "text";
    case InputKind::series:
        return "series";
    case InputKind::profile:
        return "profile";
    case InputKind::phasing:
        break;
    }
    return "phasing";
}

}

std::string inputsText(const Project& project)
{
    TextTable table({{"Input", Alignment::left}, {"Value", Alignment::left, longestValue},
        {"Range", Alignment::left, longestRange}, {"Meaning", Alignment::left}});
    const std::vector<Input> inputs = inputsOf(project);
    const std::vector<InputField> fields = fieldsOf(project);
    std::set<std::string, std::less<>> notesShown;
    const auto addRemark = [&](std::string remark, std::string_view note) {
        if (!note.empty() && notesShown.emplace(note).second)
            remark += (remark.empty() ? "" : " ") + std::string(note);
        if (!remark.empty())
            table.addText(wrapped(printable(remark), textWidth, 4));
    };
    std::string element;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Input& input = inputs[i];
        if (input.element != element) {
            table.addText("\n");
            if (!input.element.empty())
                table.addText(printable(input.element) + '\n');
            addRemark({}, elementNote(project, input.id));
            element = input.element;
        }
        table.addRow({input.id, inputValueText(input, fields[i]), rangeText(input), input.label});
        const std::string_view grade = evidenceFor(project, input.id);
        addRemark(grade.empty() ? "" : "Evidence: " + std::string(grade) + ".",
            noteFor(project, input.id));
    }
    return table.text();
}

std::string inputsJson(const Project& project)
{
    const std::vector<Input> inputs = inputsOf(project);
    const std::vector<InputField> fields = fieldsOf(project);
    Json document = Json::array();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Input& input = inputs[i];
        const bool isNumber = input.kind != InputKind::flag && input.kind != InputKind::choice &&
                              input.kind != InputKind::text;
        std::string note;
        for (const std::string& part : sourceNotes(project, input.id))
            note += (note.empty() ? "" : " ") + part;
        Json entry = Json::object();
        entry["id"] = input.id;
        entry["label"] = input.label;
        entry["element"] = input.element;
        entry["kind"] = nameOf(input.kind);
        entry["unit"] = input.unit;
        entry["value"] = inputValueJson(fields[i]);
        entry["minimum"] = isNumber ? jsonNumber(input.minimum) : Json();
        entry["maximum"] = isNumber ? jsonNumber(input.maximum) : Json();
        entry["choices"] = input.choices;
        entry["default"] = input.defaultValue ? inputValueJson(*input.defaultValue) : Json();
        entry["required"] = input.required;
        entry["note"] = note;
        entry["evidence"] = std::string(evidenceFor(project, input.id));
        entry["help"] = input.help;
        document.push_back(std::move(entry));
    }
    return jsonText(document);
}

}
