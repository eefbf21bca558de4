#include "ui/document/ValueText.h"

#include "ui/document/ChoiceText.h"
#include "ui/document/InputText.h"
#include "ui/models/DisplayFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <set>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(EditText)
};

// The one entry that differs, when there is exactly one.
struct ChangedEntry {
    int place = 0; // a year, or the number of an operating year
    core::InputValue before;
    core::InputValue after;
};

std::optional<ChangedEntry> changedEntry(
    const core::InputValue& before, const core::InputValue& after)
{
    std::optional<ChangedEntry> entry;
    int count = 0;
    const auto compare = [&](int place, const core::InputValue& a, const core::InputValue& b) {
        if (a == b)
            return;
        ++count;
        entry = ChangedEntry {place, a, b};
    };
    using Points = core::Series::Points;
    const auto *oldPoints = std::get_if<Points>(&before), *newPoints = std::get_if<Points>(&after);
    const auto *oldProfile = std::get_if<core::Profile>(&before),
               *newProfile = std::get_if<core::Profile>(&after);
    if (oldPoints && newPoints) {
        std::set<int> years;
        for (const Points* points : {oldPoints, newPoints})
            for (const auto& point : *points)
                years.insert(point.first);
        const auto at = [](const Points& points, int year) {
            const auto found = points.find(year);
            return found == points.end() ? core::InputValue() : core::InputValue(found->second);
        };
        for (const int year : years)
            compare(year, at(*oldPoints, year), at(*newPoints, year));
    } else if (oldProfile && newProfile) {
        const std::size_t size = std::max(oldProfile->size(), newProfile->size());
        const auto at = [](const core::Profile& profile, std::size_t i) {
            return i < profile.size() ? core::InputValue(profile[i]) : core::InputValue();
        };
        for (std::size_t i = 0; i < size; ++i)
            compare(static_cast<int>(i) + 1, at(*oldProfile, i), at(*newProfile, i));
    }
    return count == 1 ? entry : std::nullopt;
}

}

std::optional<QString> shortValueText(
    const core::Project& project, const core::Input& input, const core::InputValue& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return DisplayFormat().exact(*number, QString::fromStdString(input.unit));
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? Texts::tr("yes") : Texts::tr("no");
    if (const auto* word = std::get_if<std::string>(&value))
        return choiceText(project, input, *word);
    if (std::holds_alternative<std::monostate>(value))
        return absentText(input);
    return std::nullopt;
}

QString EditText::sentence() const
{
    if (before.isEmpty() && after.isEmpty())
        return label;
    const QString values = Texts::tr("%1: %2 → %3").arg(label, before, after);
    return unit.isEmpty() ? values : values + QChar(noBreakSpace) + unit;
}

InputEditText textOfEntryEdit(const core::Project& project, const core::Input& input,
    std::optional<int> place, const core::InputValue& before, const core::InputValue& after)
{
    InputEditText edit;
    edit.cell = QString::fromStdString(input.id);
    EditText& text = edit.text;
    text.label = fullLabelOf(input, place);
    if (place)
        edit.cell += u'[' + QString::number(*place) + u']';
    const QString unit = QString::fromStdString(input.unit);
    const std::optional<QString> from = shortValueText(project, input, before);
    const std::optional<QString> to = shortValueText(project, input, after);
    if (from && to) {
        text.before = *from;
        text.after = *to;
        text.unit = unitAfter(unit);
    }
    return edit;
}

InputEditText textOfInputEdit(const core::Project& project, const core::Input& input,
    const core::InputValue& before, const core::InputValue& after)
{
    const std::optional<ChangedEntry> entry = changedEntry(before, after);
    if (entry)
        return textOfEntryEdit(project, input, entry->place, entry->before, entry->after);
    return textOfEntryEdit(project, input, std::nullopt, before, after);
}

}
