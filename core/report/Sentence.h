#pragma once

#include <string>
#include <vector>

namespace core {

// Text for people that can be put into another language: a pattern with %1, %2, … and what they
// stand for. Arguments are numbers, names from the project, or single words ("four").
struct Sentence {
    std::string pattern;
    std::vector<std::string> arguments = {};

    bool isEmpty() const { return pattern.empty(); }
    bool operator==(const Sentence&) const = default;
};

std::string english(const Sentence& sentence);
Sentence verbatim(std::string text); // a name of the project: the same in every language

}
