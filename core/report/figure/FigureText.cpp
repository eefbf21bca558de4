#include "core/report/figure/FigureText.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::size_t longestTitle = 70;

std::size_t characterCount(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}

std::string numberWord(int number)
{
    static constexpr std::array words {"no", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve"};
    const auto index = static_cast<std::size_t>(number);
    return number >= 0 && index < words.size() ? words[index] : std::to_string(number);
}

std::string capitalised(std::string word)
{
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z')
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

Sentence firstThatFits(std::initializer_list<Sentence> sentences)
{
    for (const Sentence& sentence : sentences)
        if (characterCount(english(sentence)) <= longestTitle)
            return sentence;
    return *(sentences.end() - 1);
}

std::string shortName(const std::string& name)
{
    const std::size_t bracket = name.find(" (");
    return bracket == std::string::npos || bracket == 0 ? name : name.substr(0, bracket);
}

}
