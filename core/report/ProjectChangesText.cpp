#include "core/report/ProjectChangesText.h"

#include "core/report/InputValueText.h"
#include "core/report/InputValueJson.h"
#include "core/report/MetricText.h"
#include "core/report/NumberFormat.h"
#include "core/report/TextTable.h"

namespace core {

namespace {

constexpr int longestValue = 34;
constexpr int longestLabel = 52;
constexpr int textWidth = 116;

using Alignment = TextTable::Alignment;

std::string npvText(const ComparedProject& project)
{
    return project.npv ? metricNumber(Metric::npv, *project.npv) + ' ' + metricUnit(Metric::npv)
                       : "none";
}

std::string labelOf(const Input& input)
{
    return input.element.empty() ? input.label : input.element + ": " + input.label;
}

std::string inputsTable(
    const ProjectChanges& changes, const ComparedProject& before, const ComparedProject& after)
{
    TextTable table({{"Changed input", Alignment::left},
        {printable(before.name), Alignment::right, longestValue},
        {printable(after.name), Alignment::right, longestValue},
        {"", Alignment::left, longestLabel}});
    for (const ChangedInput& changed : changes.inputs)
        table.addRow({changed.input.id, printable(inputValueText(changed.input, changed.before)),
            printable(inputValueText(changed.input, changed.after)),
            printable(labelOf(changed.input))});
    return table.text();
}

std::string quoted(const std::string& text)
{
    return text.empty() ? "none" : '"' + printable(text) + '"';
}

std::string notesText(std::string_view title, const std::vector<ChangedNote>& notes)
{
    std::string text = '\n' + std::string(title) + '\n';
    for (const ChangedNote& note : notes)
        text += wrapped(
            note.id + ": " + quoted(note.before) + " is now " + quoted(note.after), textWidth, 2);
    return text;
}

Json projectJson(const ComparedProject& project)
{
    Json object = Json::object();
    object["name"] = project.name;
    object["npv"] = jsonNumber(project.npv);
    return object;
}

Json notesJson(const std::vector<ChangedNote>& notes)
{
    Json list = Json::array();
    for (const ChangedNote& note : notes)
        list.push_back({{"id", note.id}, {"from", note.before}, {"to", note.after}});
    return list;
}

}

std::string changesText(
    const ProjectChanges& changes, const ComparedProject& before, const ComparedProject& after)
{
    std::string text = "NPV of " + printable(before.name) + ": " + npvText(before) + "; of " +
                       printable(after.name) + ": " + npvText(after);
    if (before.npv && after.npv)
        text += " (" + signedText((*after.npv - *before.npv) / 1e6, 2) + ')';
    text += "\n";
    if (changes.isEmpty())
        return text + "Nothing differs.\n";
    if (!changes.inputs.empty())
        text += '\n' + inputsTable(changes, before, after);
    if (!changes.elements.empty()) {
        text += "\nAdded or removed\n";
        for (const ChangedElement& element : changes.elements)
            text += std::string(element.isAdded ? "  added   " : "  removed ") + element.id + " (" +
                    printable(element.name) + ")\n";
    }
    if (!changes.notes.empty())
        text += notesText("Changed notes", changes.notes);
    if (!changes.evidence.empty())
        text += notesText("Changed evidence", changes.evidence);
    if (!changes.others.empty()) {
        text += "\nChanged as well:";
        for (const std::string_view key : changes.others)
            text += (key == changes.others.front() ? " " : ", ") + std::string(key);
        text += '\n';
    }
    return text;
}

std::string changesJson(
    const ProjectChanges& changes, const ComparedProject& before, const ComparedProject& after)
{
    Json document = Json::object();
    document["from"] = projectJson(before);
    document["to"] = projectJson(after);
    document["inputs"] = Json::array();
    for (const ChangedInput& changed : changes.inputs)
        document["inputs"].push_back({{"id", changed.input.id}, {"label", changed.input.label},
            {"element", changed.input.element}, {"unit", changed.input.unit},
            {"from", inputValueJson(changed.before)}, {"to", inputValueJson(changed.after)}});
    document["elements"] = Json::array();
    for (const ChangedElement& element : changes.elements)
        document["elements"].push_back({{"id", element.id}, {"name", element.name},
            {"change", element.isAdded ? "added" : "removed"}});
    document["notes"] = notesJson(changes.notes);
    document["evidence"] = notesJson(changes.evidence);
    document["others"] = Json::array();
    for (const std::string_view key : changes.others)
        document["others"].push_back(std::string(key));
    return jsonText(document);
}

}
