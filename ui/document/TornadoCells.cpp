#include "ui/document/TornadoCells.h"

#include "ui/models/DisplayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TornadoCells)
};

const QString prefix = u"analysis.tornado."_s;

struct PartName {
    TornadoPart part;
    QLatin1StringView key;
    const char* label;
};

constexpr std::array partNames {
    PartName {TornadoPart::low, ".low"_L1, QT_TRANSLATE_NOOP("Input", "Low")},
    PartName {TornadoPart::high, ".high"_L1, QT_TRANSLATE_NOOP("Input", "High")},
    PartName {TornadoPart::used, ".used"_L1, QT_TRANSLATE_NOOP("Input", "Used in the tornado")},
};

const PartName& nameOf(TornadoPart part)
{
    return partNames[static_cast<std::size_t>(part)];
}

core::Error refusal(const std::string& input, const QString& sentence)
{
    return core::Error(
        core::ErrorCode::InvalidInput, "analysis.tornado." + input, sentence.toStdString());
}

// The list that is shown: that of the project, else the inputs that have evidence.
std::vector<core::TornadoRange> shownRanges(const core::Project& project)
{
    if (project.analysis && !project.analysis->tornado.empty())
        return project.analysis->tornado;
    std::vector<core::TornadoRange> ranges;
    if (const auto found = core::rangesOf(project))
        for (const core::InputRange& range : *found)
            ranges.push_back({range.input.id, {}, {}, true});
    return ranges;
}

// Stated in the project from now on.
std::vector<core::TornadoRange>& ownRanges(core::Project& project)
{
    std::vector<core::TornadoRange> shown = shownRanges(project);
    if (!project.analysis)
        project.analysis.emplace();
    project.analysis->tornado = std::move(shown);
    return project.analysis->tornado;
}

auto find(std::vector<core::TornadoRange>& ranges, const std::string& input)
{
    return std::find_if(ranges.begin(), ranges.end(),
        [&](const core::TornadoRange& range) { return range.input == input; });
}

std::string unitOf(const core::VariedInput& varied, const core::Input& input)
{
    const bool isPart = varied.mode == core::UncertaintyMode::scale || input.unit == "factor";
    return isPart ? "%" : input.unit;
}

}

QString tornadoCellId(const std::string& input, TornadoPart part)
{
    return prefix + QString::fromStdString(input) + nameOf(part).key;
}

std::optional<TornadoCell> tornadoCellOf(const QString& id)
{
    if (!id.startsWith(prefix))
        return std::nullopt;
    for (const PartName& name : partNames)
        if (id.endsWith(name.key) && id.size() > prefix.size() + name.key.size()) {
            const QString input = id.mid(prefix.size()).chopped(name.key.size());
            return TornadoCell {input.toStdString(), name.part};
        }
    return std::nullopt;
}

std::optional<CellContent> contentOfTornado(const core::Project& project, const TornadoCell& cell)
{
    std::vector<core::TornadoRange> ranges = shownRanges(project);
    const auto stated = find(ranges, cell.input);
    if (stated == ranges.end())
        return std::nullopt;
    if (cell.part == TornadoPart::used)
        return CellContent {stated->used, !stated->used};
    const auto range = core::rangeOf(project, cell.input);
    if (!range)
        return std::nullopt;
    return CellContent {cell.part == TornadoPart::low ? range->low : range->high,
        range->origin == core::RangeOrigin::typed};
}

std::optional<core::Input> describeTornado(const core::Project& project, const TornadoCell& cell)
{
    const auto varied = core::variedInput(project, cell.input);
    const auto position = varied ? core::positionOf(project, *varied) : varied.error();
    if (!position)
        return std::nullopt;
    for (const core::Input& input : core::inputsOf(project)) {
        if (input.id != cell.input)
            continue;
        core::Input described;
        described.id = tornadoCellId(cell.input, cell.part).toStdString();
        described.kind = cell.part == TornadoPart::used ? core::InputKind::flag
                         : position->isInteger          ? core::InputKind::integer
                                                        : core::InputKind::number;
        described.label = nameOf(cell.part).label;
        described.element =
            input.element.empty() ? input.label : input.label + ", " + input.element;
        described.unit = unitOf(*varied, input);
        described.minimum = position->minimum;
        described.maximum = position->maximum;
        described.step = varied->mode == core::UncertaintyMode::scale ? 0.05 : input.step;
        described.mayBeAbsent = true;
        return described;
    }
    return std::nullopt;
}

core::Status editTornado(
    core::Project& project, const TornadoCell& cell, const std::optional<core::InputValue>& value)
{
    core::Project changed = project;
    std::vector<core::TornadoRange>& ranges = ownRanges(changed);
    const auto range = find(ranges, cell.input);
    if (range == ranges.end())
        return refusal(cell.input, Texts::tr("There is nothing to type into here."));
    if (cell.part == TornadoPart::used) {
        const auto* flag = value ? std::get_if<bool>(&*value) : nullptr;
        range->used = !flag || *flag;
    } else if (!value) {
        range->low.reset();
        range->high.reset();
    } else {
        const auto* number = std::get_if<double>(&*value);
        const auto described = describeTornado(project, cell);
        const auto now = core::rangeOf(project, cell.input);
        if (!number || !described || !now)
            return refusal(cell.input, Texts::tr("Expected a number."));
        const QString unit = QString::fromStdString(described->unit);
        const auto text = [&](double amount) {
            return DisplayFormat().exactWithUnit(amount, unit);
        };
        if (*number < described->minimum || *number > described->maximum)
            return refusal(
                cell.input, Texts::tr("Expected a number from %1 to %2.")
                                .arg(text(described->minimum), text(described->maximum)));
        const bool isLow = cell.part == TornadoPart::low;
        if (isLow && *number > now->high)
            return refusal(cell.input,
                Texts::tr("Expected a low of at most the high, %1.").arg(text(now->high)));
        if (!isLow && *number < now->low)
            return refusal(cell.input,
                Texts::tr("Expected a high of at least the low, %1.").arg(text(now->low)));
        range->low = isLow ? *number : now->low;
        range->high = isLow ? now->high : *number;
    }
    project = std::move(changed);
    return core::success();
}

core::Result<core::Project> withTornadoInput(core::Project project, const std::string& input)
{
    const auto varied = core::variedInput(project, input);
    if (!varied)
        return varied.error();
    std::vector<core::TornadoRange>& ranges = ownRanges(project);
    if (find(ranges, input) != ranges.end())
        return refusal(input, Texts::tr("This input is in the tornado already."));
    ranges.push_back({input, {}, {}, true});
    return project;
}

core::Result<core::Project> withoutTornadoInputs(
    core::Project project, const std::vector<std::string>& inputs)
{
    std::vector<core::TornadoRange>& ranges = ownRanges(project);
    std::erase_if(ranges, [&](const core::TornadoRange& range) {
        return std::find(inputs.begin(), inputs.end(), range.input) != inputs.end();
    });
    if (ranges.empty())
        return refusal({}, Texts::tr("A tornado needs at least one input."));
    return project;
}

}
