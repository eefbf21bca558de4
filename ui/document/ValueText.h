#pragma once

#include "core/project/Registry.h"

#include <QString>

#include <optional>

namespace ui {

// A value as people read it, without its unit. Nothing for one that is too long, as of a series.
std::optional<QString> shortValueText(
    const core::Project&, const core::Input&, const core::InputValue&);

// What an edit is called in the menu: "Share saved by reuse, Labour: 38 → 42 %".

// Kept in parts, so that several edits of one field read as one: from the first value to the last.
struct EditText {
    QString label;
    QString before; // empty, like `after`, when the values are too long to name
    QString after;
    QString unit;

    QString sentence() const;
};

// How a change of one input reads, and what tells it from a change of another cell: its id, with
// the year or place when one entry of a series or profile changes.
struct InputEditText {
    EditText text;
    QString cell;
};

// `input` as the registry of the project describes it, after the change.
InputEditText textOfInputEdit(const core::Project&, const core::Input& input,
    const core::InputValue& before, const core::InputValue& after);

// The same for one entry: at a year, or at an operating year of a profile.
InputEditText textOfEntryEdit(const core::Project&, const core::Input& input,
    std::optional<int> place, const core::InputValue& before, const core::InputValue& after);

}
