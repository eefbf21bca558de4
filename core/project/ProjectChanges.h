#pragma once

#include "core/project/Registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace core {

// Whether two inputs have the same value; that of an absent one is nothing.
bool haveSameValue(const InputField&, const InputField&);

// An input whose value differs between two projects. The fields point into them.
struct ChangedInput {
    Input input; // as the later project describes it, or the only one that has it
    InputField before;
    InputField after;
};

// A list element that only one of them has, such as a cost line, by its path.
struct ChangedElement {
    std::string id; // "cost_lines.labour"
    std::string name;
    bool isAdded = false; // else removed
};

// A source note or a grade of evidence; empty where there is none.
struct ChangedNote {
    std::string id;
    std::string before;
    std::string after;
};

struct ProjectChanges {
    std::vector<ChangedInput> inputs; // in the order of the document; none of an element that came
                                      // or went
    std::vector<ChangedElement> elements;
    std::vector<ChangedNote> notes;
    std::vector<ChangedNote> evidence;
    std::vector<std::string_view> others; // what enters no calculation, by its key in documents

    bool isEmpty() const
    {
        return inputs.empty() && elements.empty() && notes.empty() && evidence.empty() &&
               others.empty();
    }
};

// What differs between two projects, which must outlive it.
ProjectChanges changesBetween(const Project& before, const Project& after);

}
