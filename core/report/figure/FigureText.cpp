#include "core/report/figure/FigureText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t longestTitle = 70;

std::size_t characterCount(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}

std::string figureNumber(double number, int decimals, SignShown sign)
{
    // The nearest double may lie below the half that the digits say: 0.15 is 0.1499…, so the
    // number is nudged by a few units of its last place.
    const double factor = std::pow(10.0, decimals);
    const double scaled = std::abs(number) * factor;
    const double rounded = std::floor(scaled * (1.0 + 4e-16) + 0.5) / factor;
    std::array<char, 340> buffer;
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, decimals)
                         .ptr;
    std::string digits(buffer.data(), end);
    std::size_t point = digits.find('.');
    if (point == std::string::npos)
        point = digits.size();
    for (std::size_t i = point; i > 3; i -= 3)
        digits.insert(i - 3, ",");
    if (rounded == 0.0)
        return digits;
    if (number < 0.0)
        return "\u2212" + digits;
    return sign == SignShown::always ? "+" + digits : digits;
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
