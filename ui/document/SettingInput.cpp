#include "ui/document/SettingInput.h"

#include <algorithm>

namespace ui {

namespace {

core::Input described(const std::string& id, core::InputKind kind, const char* label)
{
    core::Input input;
    input.id = id;
    input.kind = kind;
    input.label = label;
    input.required = true;
    return input;
}

}

core::Input choiceSetting(
    const std::string& id, const char* label, const std::vector<std::string>& words)
{
    core::Input input = described(id, core::InputKind::choice, label);
    input.choices = words;
    return input;
}

core::Input numberSetting(
    const std::string& id, const char* label, double minimum, double maximum, double step)
{
    core::Input input = described(id, core::InputKind::number, label);
    input.minimum = minimum;
    input.maximum = maximum;
    input.step = step;
    return input;
}

std::size_t placeOfWord(const std::vector<std::string>& words, const core::InputValue& value)
{
    const auto* word = std::get_if<std::string>(&value);
    return static_cast<std::size_t>(
        std::find(words.begin(), words.end(), word ? *word : std::string()) - words.begin());
}

}
