#include "core/report/HistoryText.h"

#include "core/report/JsonText.h"
#include "core/report/MetricText.h"
#include "core/report/TextTable.h"

#include <array>

namespace core {

namespace {

constexpr std::array shownMetrics {Metric::npv, Metric::irr, Metric::breakEvenPrice};
constexpr int longestAuthor = 24;
constexpr int longestComment = 44;

std::string figureText(const KeyFigures& figures, Metric metric)
{
    const auto found = figures.find(std::string(descriptionOf(metric).name));
    return found == figures.end() ? "none" : metricNumber(metric, found->second);
}

std::string remarkText(const Remark& remark)
{
    const std::string what = remark.kind == RemarkKind::approval ? "Approved" : "Comment";
    const std::string by = remark.author.empty() ? "" : " by " + remark.author;
    return what + by + " on " + timeText(remark.madeAt) +
           (remark.text.empty() ? "" : ": " + remark.text);
}

Json figuresJson(const std::string& stored)
{
    Json object = Json::object();
    for (const auto& [id, value] : readKeyFigures(stored).value_or(KeyFigures()))
        object[id] = jsonNumber(value);
    return object;
}

Json remarkJson(const Remark& remark)
{
    Json object = Json::object();
    object["kind"] = std::string(nameOf(remark.kind));
    object["made_at"] = remark.madeAt;
    object["author"] = remark.author;
    object["text"] = remark.text;
    object["program_version"] = remark.programVersion;
    object["key_figures"] = figuresJson(remark.keyFigures);
    object["hash"] = hexText(remark.hash);
    return object;
}

}

KeyFigures keyFiguresOf(const Evaluation& evaluation)
{
    KeyFigures figures;
    for (std::size_t i = 0; i < metricCount; ++i) {
        const auto metric = static_cast<Metric>(i);
        if (const auto figure = evaluation.metrics(PlantCase::project)[metric])
            figures.emplace(descriptionOf(metric).name, *figure);
    }
    return figures;
}

std::string historyText(const std::vector<Revision>& revisions, const std::vector<Remark>& remarks)
{
    using Alignment = TextTable::Alignment;
    std::vector<TextTable::Column> columns {
        {"Revision"}, {"Saved", Alignment::left}, {"Author", Alignment::left, longestAuthor}};
    for (const Metric metric : shownMetrics)
        columns.push_back({std::string(descriptionOf(metric).label) + '\n' + metricUnit(metric)});
    columns.push_back({"Comment", Alignment::left, longestComment});
    TextTable table(std::move(columns));
    for (auto revision = revisions.rbegin(); revision != revisions.rend(); ++revision) {
        std::vector<std::string> cells {std::to_string(revision->number),
            printable(timeText(revision->savedAt)), printable(revision->author)};
        const KeyFigures figures = readKeyFigures(revision->keyFigures).value_or(KeyFigures());
        for (const Metric metric : shownMetrics)
            cells.push_back(figureText(figures, metric));
        cells.push_back(printable(revision->comment));
        table.addRow(std::move(cells));
        for (const Remark& remark : remarks)
            if (remark.revision == revision->number)
                table.addText("          " + printable(remarkText(remark)) + '\n');
    }
    return table.text();
}

std::string historyJson(const std::vector<Revision>& revisions, const std::vector<Remark>& remarks)
{
    Json list = Json::array();
    for (const Revision& revision : revisions) {
        Json object = Json::object();
        object["number"] = revision.number;
        object["saved_at"] = revision.savedAt;
        object["author"] = revision.author;
        object["comment"] = revision.comment;
        object["program_version"] = revision.programVersion;
        object["key_figures"] = figuresJson(revision.keyFigures);
        object["approved"] = !approvalsOf(remarks, revision.number).empty();
        object["remarks"] = Json::array();
        for (const Remark& remark : remarks)
            if (remark.revision == revision.number)
                object["remarks"].push_back(remarkJson(remark));
        object["document_hash"] = hexText(revision.documentHash);
        object["hash"] = hexText(revision.hash);
        list.push_back(std::move(object));
    }
    return jsonText(list);
}

}
