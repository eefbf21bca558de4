#include "ui/pages/scenarios/ScenarioTable.h"

#include "core/project/Rules.h"
#include "core/report/ExplainedScenarios.h"
#include "core/report/ExplainedSum.h"
#include "core/report/MetricText.h"
#include "core/report/figure/PositionText.h"
#include "core/report/figure/TargetText.h"
#include "ui/document/ChoiceText.h"
#include "ui/document/InputText.h"
#include "ui/document/ScenarioCells.h"
#include "ui/figures/FigureLayout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int labelWidth = 240;
constexpr int scenarioWidth = 124;
constexpr int weightedWidth = 120;
constexpr std::string_view deckInput = "active_deck";
constexpr QLatin1StringView columnPrefix = "scenario."_L1;
constexpr QLatin1StringView overridePrefix = "override."_L1;
constexpr QLatin1StringView targetPrefix = "target."_L1;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScenarioTable)
};

bool hasEntries(core::InputKind kind)
{
    return kind == core::InputKind::series || kind == core::InputKind::profile ||
           kind == core::InputKind::phasing;
}

// The years or operating years that a series, phasing or profile is stated for.
std::set<int> placesOf(const core::InputValue& value)
{
    std::set<int> places;
    if (const auto* points = std::get_if<core::Series::Points>(&value))
        for (const auto& [year, number] : *points)
            places.insert(year);
    if (const auto* profile = std::get_if<core::Profile>(&value))
        for (std::size_t i = 0; i < profile->size(); ++i)
            places.insert(static_cast<int>(i) + 1);
    return places;
}

class Maker {
public:
    Maker(const ScenarioView& view, const DisplayFormat& format)
        : m_view(view)
        , m_format(format)
        , m_texts(view.project)
        , m_inputs(core::inputsOf(view.project))
    {
        for (const core::Scenario& scenario : view.project.scenarios)
            m_shown.push_back(shownIn(view.project, scenario));
    }

    TableContent make()
    {
        TableContent content;
        content.columns = columns();
        content.frozenLeft = 1;
        content.frozenRight = 1;
        m_rows.push_back(probabilities());
        const std::vector<std::string> overridden = core::overriddenInputs(m_view.project);
        if (!overridden.empty())
            addHeading(u"inputs"_s, Texts::tr("Inputs that differ"));
        for (const std::string& input : overridden)
            addInput(input);
        addHeading(u"results"_s, resultsHeading());
        for (const core::Target& target : m_view.targets)
            m_rows.push_back(targetRowOf(target));
        content.rows = std::move(m_rows);
        return content;
    }

private:
    std::vector<TableColumn> columns() const
    {
        std::vector<TableColumn> columns {
            {u"label"_s, Texts::tr("Plan and scenarios"), {}, Qt::AlignLeft, labelWidth},
            {planColumn(), Texts::tr("Plan"), Texts::tr("as entered"), Qt::AlignRight,
                scenarioWidth, true}};
        for (const core::Scenario& scenario : m_view.project.scenarios)
            columns.push_back({scenarioColumn(scenario.id), QString::fromStdString(scenario.name),
                differenceText(scenario), Qt::AlignRight, scenarioWidth, true});
        columns.push_back({weightedColumn(), Texts::tr("Weighted"), Texts::tr("by probability"),
            Qt::AlignRight, weightedWidth, false, true});
        return columns;
    }

    QString differenceText(const core::Scenario& scenario) const
    {
        std::size_t count = scenario.overrides.size();
        if (scenario.deck && *scenario.deck != m_view.project.activeDeck)
            ++count;
        return count == 0 ? Texts::tr("as the plan")
                          : Texts::tr("%n change(s)", nullptr, static_cast<int>(count));
    }

    const std::vector<core::Scenario>& scenarios() const { return m_view.project.scenarios; }

    static TableCell labelCell(const QString& text)
    {
        TableCell cell;
        cell.text = text;
        cell.toolTip = text;
        return cell;
    }

    void addHeading(const QString& id, const QString& text)
    {
        TableRow row;
        row.id = id;
        row.kind = TableRow::Kind::note;
        row.cells = {labelCell(text)};
        m_rows.push_back(std::move(row));
    }

    // Percentages whose sign is in the label of the row.
    QString bare(double share) const
    {
        const double percent = share * 100.0;
        const bool isWhole = std::abs(percent - std::round(percent)) < 0.05;
        return m_format.fixed(share, isWhole ? 0 : 1, 2);
    }

    TableRow probabilities() const
    {
        TableRow row;
        row.id = u"probability"_s;
        row.cells = {labelCell(Texts::tr("Probability, %")), {}};
        double sum = 0.0;
        for (const core::Scenario& scenario : scenarios()) {
            TableCell cell;
            cell.look = TableCell::Look::number;
            cell.number = scenario.probability;
            cell.isPercent = true;
            cell.text = bare(scenario.probability);
            cell.tone = CellTone::input;
            cell.editor = TableCell::Editor::number;
            cell.cell.input = probabilityCell(scenario.id);
            row.cells.push_back(std::move(cell));
            sum += scenario.probability;
        }
        TableCell total;
        total.look = TableCell::Look::number;
        total.number = sum;
        total.isPercent = true;
        total.text = bare(sum);
        total.figure = core::FigureReference {
            core::ResultCase::project, std::string(core::sumOfScenarioProbabilities)};
        if (!core::isOne(sum))
            total.tone = CellTone::error;
        row.cells.push_back(std::move(total));
        return row;
    }

    const core::Input* find(const std::string& id) const
    {
        const auto found = std::find_if(m_inputs.begin(), m_inputs.end(),
            [&id](const core::Input& input) { return input.id == id; });
        return found == m_inputs.end() ? nullptr : &*found;
    }

    void addInput(const std::string& id)
    {
        const std::optional<core::InputKind> kind = core::kindOf(m_view.project, id);
        if (!kind)
            addUnknown(id);
        else if (!hasEntries(*kind))
            addEntry(id, *kind, std::nullopt);
        else
            addEntries(id, *kind);
    }

    // What was changed once and is no input any more.
    void addUnknown(const std::string& id)
    {
        TableRow row;
        row.id = overrideRow(id, std::nullopt);
        row.isRemovable = true;
        row.cells = {labelCell(QString::fromStdString(id)), {}};
        for (const core::Scenario& scenario : scenarios()) {
            TableCell cell;
            if (scenario.overrides.contains(id)) {
                cell.text = Texts::tr("no input");
                cell.tone = CellTone::error;
            }
            row.cells.push_back(std::move(cell));
        }
        m_rows.push_back(std::move(row));
    }

    void addEntries(const std::string& id, core::InputKind kind)
    {
        std::set<int> places;
        const auto collect = [&](const core::Project& project) {
            if (const auto content = contentOf(project, {QString::fromStdString(id), {}}))
                places.merge(placesOf(content->value));
        };
        collect(m_view.project);
        for (const core::Project& project : m_shown)
            collect(project);
        if (places.empty()) {
            addEntry(id, kind, std::nullopt); // the same for all years everywhere
            return;
        }
        std::set<int> differing;
        for (const int place : places) {
            const auto planned = contentOf(m_view.project, {QString::fromStdString(id), place});
            for (const core::Project& project : m_shown) {
                const auto here = contentOf(project, {QString::fromStdString(id), place});
                if (planned && here && planned->value != here->value)
                    differing.insert(place);
            }
        }
        for (const int place : differing.empty() ? places : differing)
            addEntry(id, kind, place);
    }

    // One input, or one entry of it, in all columns.
    void addEntry(const std::string& id, core::InputKind kind, std::optional<int> place)
    {
        const CellAddress address {QString::fromStdString(id), place};
        std::vector<std::optional<CellContent>> contents {contentOf(m_view.project, address)};
        std::vector<double> numbers;
        for (std::size_t i = 0; i < m_shown.size(); ++i)
            contents.push_back(contentOf(m_view.project, {cellOf(scenarios()[i].id, id), place}));
        for (const auto& content : contents)
            if (const auto* number = content ? std::get_if<double>(&content->value) : nullptr)
                numbers.push_back(*number);
        const core::PositionText text = m_texts.of({id, core::UncertaintyMode::set}, numbers);

        TableRow row;
        row.id = overrideRow(id, place);
        row.isRemovable = true;
        row.cells = {labelCell(nameOf(id, kind, text, place))};
        for (std::size_t i = 0; i < contents.size(); ++i) {
            TableCell cell = contents[i] ? valueCell(id, *contents[i], text) : TableCell();
            if (i > 0 && contents[i])
                makeEditable(cell, kind, {cellOf(scenarios()[i - 1].id, id), place}, text,
                    contents[i]->isStated);
            row.cells.push_back(std::move(cell));
        }
        m_rows.push_back(std::move(row));
    }

    static QString cellOf(const std::string& scenario, const std::string& input)
    {
        return input == deckInput ? deckCell(scenario) : overrideCell(scenario, input);
    }

    QString nameOf(const std::string& id, core::InputKind kind, const core::PositionText& text,
        std::optional<int> place) const
    {
        if (id == deckInput)
            return Texts::tr("Price deck");
        QString name = textOf(text.name);
        if (place)
            name = withPlace(name, kind, *place);
        const QString unit = QString::fromStdString(text.unit);
        return unit.isEmpty() ? name : u"%1, %2"_s.arg(name, unit);
    }

    TableCell valueCell(
        const std::string& id, const CellContent& content, const core::PositionText& text) const
    {
        TableCell cell;
        const core::Input* const input = find(id);
        if (const auto* number = std::get_if<double>(&content.value)) {
            cell.look = TableCell::Look::number;
            cell.isPercent = text.isPercent();
            cell.number = cell.isPercent ? *number : text.shown(*number);
            const bool isYear = text.unit.empty() && text.decimals == 0;
            cell.text = isYear ? DisplayFormat::year(static_cast<int>(std::lround(*number)))
                               : m_format.fixed(text.shown(*number), text.decimals);
        } else if (const auto* flag = std::get_if<bool>(&content.value)) {
            cell.number = *flag ? 1.0 : 0.0;
            cell.text = *flag ? Texts::tr("yes") : Texts::tr("no");
        } else if (const auto* word = std::get_if<std::string>(&content.value); word && input) {
            cell.text = choiceText(m_view.project, *input, *word);
            cell.toolTip = cell.text;
        } else if (input) {
            cell.text = absentText(*input);
        }
        return cell;
    }

    static void makeEditable(TableCell& cell, core::InputKind kind, const CellAddress& address,
        const core::PositionText& text, bool isOverride)
    {
        cell.cell = address;
        cell.tone = isOverride ? CellTone::input : CellTone::inherited;
        cell.isOverride = isOverride;
        if (kind == core::InputKind::choice || kind == core::InputKind::text)
            cell.editor = TableCell::Editor::choice;
        else if (kind == core::InputKind::flag)
            cell.editor = TableCell::Editor::flag;
        else
            cell.editor = TableCell::Editor::number;
        if (cell.editor == TableCell::Editor::number)
            cell.bareExponent = text.isPercent() ? 0 : -text.exponent;
        if (cell.toolTip.isEmpty())
            cell.toolTip = isOverride ? Texts::tr("Differs from the plan. Del returns to it.")
                                      : Texts::tr("As in the plan. Typing changes it here.");
    }

    const core::Evaluation* evaluationOf(const core::Scenario& scenario) const
    {
        for (const core::ScenarioResult& result : m_view.results)
            if (result.id == scenario.id)
                return result.evaluation.get();
        return nullptr;
    }

    QString resultsHeading() const
    {
        if (!m_view.plan)
            return Texts::tr("Results");
        const core::MoneyConversion money(*m_view.plan, m_view.money);
        return Texts::tr("Results, NPV in %1 money").arg(money.yearOfPresentValues());
    }

    TableRow targetRowOf(core::Target target) const
    {
        std::vector<const core::Evaluation*> evaluations {m_view.plan};
        for (const core::Scenario& scenario : scenarios())
            evaluations.push_back(evaluationOf(scenario));
        double largest = 0.0;
        for (const core::Evaluation* evaluation : evaluations)
            if (evaluation)
                largest =
                    std::max(largest, std::abs(core::figureOf(*evaluation, target).value_or(0.0)));
        std::optional<core::TargetText> text;
        if (m_view.plan)
            text = core::targetText(*m_view.plan, target, m_view.money, largest);

        TableRow row;
        row.id = targetRow(target);
        row.cells = {labelCell(textOf(core::shortNameOf(target)))};
        if (text && text->unit != "\u00D7")
            row.cells.front().text += u", "_s + QString::fromStdString(text->unit);
        for (const core::Evaluation* evaluation : evaluations)
            row.cells.push_back(figureCell(evaluation, target, text));
        TableCell mean;
        mean.look = TableCell::Look::number;
        if (const auto figure = core::weighted(m_view.results, target); figure && text) {
            mean.number = text->shown(*figure);
            mean.text = m_format.fixed(*mean.number, text->decimals);
        } else if (core::isWeighable(target)) {
            mean.text = QString(enDash);
        }
        if (m_view.plan && core::isWeighable(target))
            mean.figure = core::FigureReference {
                core::ResultCase::project, core::weightedOverScenarios(target)};
        row.cells.push_back(std::move(mean));
        if (target == core::Target {})
            for (TableCell& cell : row.cells)
                cell.isStrong = true;
        return row;
    }

    TableCell figureCell(const core::Evaluation* evaluation, core::Target target,
        const std::optional<core::TargetText>& text) const
    {
        TableCell cell;
        cell.look = TableCell::Look::number;
        if (!evaluation || !text) {
            cell.text = QString(enDash);
            return cell;
        }
        cell.figure = core::referenceTo(target);
        if (const auto figure = core::figureOf(*evaluation, target)) {
            cell.number = text->shown(*figure);
            cell.text = m_format.fixed(*cell.number, text->decimals);
        } else {
            cell.look = TableCell::Look::text;
            cell.text = QString::fromStdString(
                core::metricText(*evaluation, core::PlantCase::project, target.metric));
            cell.toolTip = QString::fromStdString(
                core::metricRemark(*evaluation, core::PlantCase::project, target.metric));
        }
        return cell;
    }

    const ScenarioView& m_view;
    const DisplayFormat& m_format;
    core::PositionTexts m_texts;
    std::vector<core::Input> m_inputs;
    std::vector<core::Project> m_shown; // by scenario
    std::vector<TableRow> m_rows;
};

}

TableContent scenarioTable(const ScenarioView& view, const DisplayFormat& format)
{
    return Maker(view, format).make();
}

QString planColumn()
{
    return u"plan"_s;
}

QString weightedColumn()
{
    return u"weighted"_s;
}

QString scenarioColumn(const std::string& scenario)
{
    return columnPrefix + QString::fromStdString(scenario);
}

std::string scenarioOfColumn(const QString& column)
{
    return column.startsWith(columnPrefix) ? column.mid(columnPrefix.size()).toStdString()
                                           : std::string();
}

QString overrideRow(const std::string& input, std::optional<int> place)
{
    const QString id = overridePrefix + QString::fromStdString(input);
    return place ? id + u'[' + QString::number(*place) + u']' : id;
}

std::string inputOfRow(const QString& row)
{
    if (!row.startsWith(overridePrefix))
        return {};
    return row.mid(overridePrefix.size()).section(u'[', 0, 0).toStdString();
}

QString targetRow(core::Target target)
{
    const std::string_view name = core::nameOf(target);
    return targetPrefix + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

std::optional<core::Target> targetOfRow(const QString& row)
{
    if (!row.startsWith(targetPrefix))
        return std::nullopt;
    const auto target = core::findTarget(row.mid(targetPrefix.size()).toStdString());
    return target ? std::optional(*target) : std::nullopt;
}

}
