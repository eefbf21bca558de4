#include "core/analysis/InputCells.h"

#include "core/project/Registry.h"

#include <algorithm>

namespace core {

bool isStructural(const Project& project, const VariedInput& input)
{
    return kindOf(project, input.id) == InputKind::integer;
}

std::vector<int> inputCellsOf(const Model& model, const VariedInput& input)
{
    const std::vector<Sheet::InputContent>& inputs = model.sheet().inputs();
    const auto found = std::find_if(inputs.begin(), inputs.end(),
        [&](const Sheet::InputContent& content) { return content.id == input.id; });
    if (found == inputs.end())
        return {};
    if (!found->years)
        return {found->firstCell};
    std::vector<int> cells = found->cells;
    std::erase(cells, -1);
    return cells;
}

}
