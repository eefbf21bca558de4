#pragma once

#include "core/project/Registry.h"

#include <functional>
#include <vector>

namespace core {

// What of a project enters the calculation, its lists in the order of the ids of their elements.
// Elements are called by their ids, so that the same model fits whatever their names are.
Project essenceOf(Project);

// A difference between two projects that enters the calculation: the value of an input, or a list
// element (a cost line), a block (the resource) or a price of a deck that came, went or became
// another kind of thing.
struct EffectiveChange {
    Input input;     // of the registry; for what is no single input: its id, its name as label
    InputValue from; // nothing where there was none; an element by its name, a premium in words
    InputValue to;
};

// All that changed from one project to another, and the projects in between. List elements are
// matched by id; their order and their names change nothing, nor do notes, evidence and the
// settings of analyses.
class EffectiveChanges {
public:
    EffectiveChanges(const Project& from, const Project& to);

    // In the order of their ids, so that it does not depend on that of the documents.
    const std::vector<EffectiveChange>& all() const { return m_changes; }

    // The essence of the first project with some of the changes made. It may break rules between
    // fields.
    Project made(const std::vector<bool>& changes) const;

private:
    Project m_from;
    Project m_to;
    std::vector<EffectiveChange> m_changes;
    // By change: makes it in a project, as the second project has it.
    std::vector<std::function<void(const Project& to, Project& project)>> m_makers;
};

}
