#include "core/report/InputsText.h"

#include "core/project/Registry.h"
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

// A number of an input as people read it: years as they are, shares and rates in percent.
std::string numberIn(const Input& input, double number)
{
    if (input.kind == InputKind::integer)
        return plainText(number);
    return input.unit == "%" ? exactPercentText(number) : significantText(number, 12);
}

std::string withUnit(const Input& input, const std::string& text)
{
    const bool isBare = input.unit.empty() || input.unit == "%" || input.unit == "factor";
    if (isBare)
        return text;
    const bool isOneYear = text == "1" && input.unit == "years";
    return text + std::string(noBreakSpace) + (isOneYear ? "year" : input.unit);
}

std::string pointsText(const Input& input, const std::map<int, double>& points)
{
    constexpr std::size_t mostInFull = 2;
    const auto point = [&](const std::pair<const int, double>& entry) {
        return std::to_string(entry.first) + ": " + numberIn(input, entry.second);
    };
    if (points.empty())
        return std::string(dash);
    if (points.size() > mostInFull)
        return point(*points.begin()) + " … " + point(*points.rbegin());
    std::string text;
    for (const auto& entry : points)
        text += (text.empty() ? "" : ", ") + point(entry);
    return text;
}

std::string profileText(const Input& input, const Profile& profile)
{
    constexpr std::size_t mostInFull = 5;
    std::string text;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        if (profile.size() > mostInFull && i == mostInFull - 1) {
            text += " … " + numberIn(input, profile.back());
            break;
        }
        text += (i == 0 ? "" : ", ") + numberIn(input, profile[i]);
    }
    return text;
}

struct ValueText {
    const Input& input;

    std::string operator()(std::monostate) const { return std::string(dash); }
    std::string operator()(const double* value) const
    {
        return withUnit(input, numberIn(input, *value));
    }
    std::string operator()(const int* value) const
    {
        return withUnit(input, std::to_string(*value));
    }
    std::string operator()(const bool* value) const { return *value ? "true" : "false"; }
    std::string operator()(const std::string* value) const { return *value; }
    std::string operator()(const Series* series) const
    {
        return withUnit(input, series->isConstant() ? numberIn(input, series->constant())
                                                    : pointsText(input, series->points()));
    }
    std::string operator()(const Profile* profile) const
    {
        return withUnit(input, profileText(input, *profile));
    }
    std::string operator()(const Phasing* phasing) const
    {
        return withUnit(input, pointsText(input, *phasing));
    }
};

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
        return numberIn(input, input.minimum) + " to " + numberIn(input, input.maximum);
    if (hasLeast)
        return "from " + numberIn(input, input.minimum);
    return hasMost ? "to " + numberIn(input, input.maximum) : "any";
}

struct ValueJson {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(double value) const { return jsonNumber(value); }
    Json operator()(bool value) const { return value; }
    Json operator()(const std::string& value) const { return value; }
    Json operator()(const Profile& value) const { return jsonNumbers(value); }
    Json operator()(const std::map<int, double>& points) const // a phasing too
    {
        Json object = Json::object();
        for (const auto& [year, value] : points)
            object[std::to_string(year)] = jsonNumber(value);
        return object;
    }
    Json operator()(const Series& series) const
    {
        return series.isConstant() ? jsonNumber(series.constant()) : (*this)(series.points());
    }
    Json operator()(const int* value) const { return *value; }
    template <class Value>
    Json operator()(const Value* value) const
    {
        return (*this)(*value);
    }
};

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
        table.addRow(
            {input.id, std::visit(ValueText {input}, fields[i]), rangeText(input), input.label});
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
        entry["value"] = std::visit(ValueJson(), fields[i]);
        entry["minimum"] = isNumber ? jsonNumber(input.minimum) : Json();
        entry["maximum"] = isNumber ? jsonNumber(input.maximum) : Json();
        entry["choices"] = input.choices;
        entry["default"] =
            input.defaultValue ? std::visit(ValueJson(), *input.defaultValue) : Json();
        entry["required"] = input.required;
        entry["note"] = note;
        entry["evidence"] = std::string(evidenceFor(project, input.id));
        entry["help"] = input.help;
        document.push_back(std::move(entry));
    }
    return jsonText(document);
}

}
