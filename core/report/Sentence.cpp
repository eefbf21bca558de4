#include "core/report/Sentence.h"

#include <utility>

namespace core {

std::string english(const Sentence& sentence)
{
    std::string text;
    for (std::size_t i = 0; i < sentence.pattern.size(); ++i) {
        const char c = sentence.pattern[i];
        const char next = i + 1 < sentence.pattern.size() ? sentence.pattern[i + 1] : '\0';
        const auto argument = static_cast<std::size_t>(next - '1');
        if (c == '%' && next >= '1' && next <= '9' && argument < sentence.arguments.size()) {
            text += sentence.arguments[argument];
            ++i;
        } else {
            text += c;
        }
    }
    return text;
}

Sentence verbatim(std::string text)
{
    return {"%1", {std::move(text)}};
}

}
