#include "core/analysis/Study.h"

#include "core/analysis/InputCells.h"
#include "core/analysis/VariantLanes.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/FieldCheck.h"
#include "core/project/Registry.h"
#include "core/project/Rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace core {

namespace {

using Table = Study::Table;

constexpr std::size_t mostStructures = 64; // models of a megabyte or so each

// What the structural inputs of a variant are.
using Structure = std::vector<std::pair<std::string, double>>;

Error refusedPosition(const VariedInput& input, const InputPosition& field, double position)
{
    const bool isFactor = input.mode == UncertaintyMode::scale;
    return Error(ErrorCode::InvalidInput, input.id,
        std::string("expected ") + (isFactor ? "a factor" : "a number") + " from " +
            numberText(field.minimum) + " to " + numberText(field.maximum) + ", found " +
            numberText(position));
}

}

struct Study::Programs {
    explicit Programs(std::shared_ptr<const Model> model)
        : ofBase(std::move(model))
    {
    }

    // Null when the project has no model.
    VariantLanes* lanesFor(const Structure& structure, const Project& project)
    {
        if (ofBase.model()->fits(project))
            return &ofBase;
        const auto found = ofStructures.find(structure);
        if (found != ofStructures.end())
            return &found->second;
        Result<std::shared_ptr<const Model>> model = Model::make(project);
        if (!model)
            return nullptr;
        if (ofStructures.size() >= mostStructures)
            ofStructures.clear();
        return &ofStructures.emplace(structure, VariantLanes(std::move(*model))).first->second;
    }

    VariantLanes ofBase;
    std::map<Structure, VariantLanes> ofStructures; // inputs that are not named are as in the base
};

Study::Study(std::shared_ptr<const Evaluation> base)
{
    setBase(std::move(base));
}

Study::~Study() = default;

void Study::setBase(std::shared_ptr<const Evaluation> base)
{
    if (!m_programs || m_programs->ofBase.model() != base->sharedModel())
        m_programs = std::make_unique<Programs>(base->sharedModel());
    m_base = std::move(base);
}

Status Study::check(const std::vector<VariedInput>& inputs, const Table& positions) const
{
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const VariedInput& input = inputs[i];
        const Result<InputPosition> field = positionOf(project(), input);
        if (!field)
            return field.error();
        for (std::size_t before = 0; before < i; ++before)
            if (inputs[before].id == input.id)
                return Error(ErrorCode::InvalidInput, input.id, "is named twice; expected it once");
        for (const double position : positions.col(static_cast<Eigen::Index>(i)))
            if (!(position >= field->minimum && position <= field->maximum))
                return refusedPosition(input, *field, position);
    }
    return success();
}

Result<Table> Study::evaluate(const std::vector<VariedInput>& inputs, const Table& positions,
    const std::vector<Target>& targets)
{
    if (const Status status = check(inputs, positions); !status)
        return status.error();
    const bool isOneStructure = std::none_of(inputs.begin(), inputs.end(),
        [this](const VariedInput& input) { return isStructural(project(), input); });
    if (!isOneStructure)
        return evaluateStructures(inputs, positions, targets);
    const VariantLanes::Plan plan {project(), m_base->inputCells(), m_base->values()};
    return m_programs->ofBase.evaluate(plan, inputs, positions, targets);
}

Table Study::evaluateStructures(const std::vector<VariedInput>& inputs, const Table& positions,
    const std::vector<Target>& targets)
{
    std::vector<VariedInput> amounts;
    std::vector<Eigen::Index> amountColumns;
    std::map<Structure, std::vector<Eigen::Index>> variants;
    std::vector<Structure> structures(static_cast<std::size_t>(positions.rows()));
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const VariedInput& input = inputs[i];
        const Eigen::Index column = static_cast<Eigen::Index>(i);
        if (!isStructural(project(), input)) {
            amounts.push_back(input);
            amountColumns.push_back(column);
            continue;
        }
        const double plan = positionOf(project(), {input.id})->base;
        for (Eigen::Index v = 0; v < positions.rows(); ++v)
            structures[static_cast<std::size_t>(v)].emplace_back(
                input.id, std::round(cellAt(plan, input.mode, positions(v, column))));
    }
    for (Eigen::Index v = 0; v < positions.rows(); ++v)
        variants[structures[static_cast<std::size_t>(v)]].push_back(v);

    Table answers(positions.rows(), static_cast<Eigen::Index>(targets.size()));
    for (const auto& [structure, rows] : variants) {
        Project changed = project();
        for (const auto& [id, value] : structure)
            static_cast<void>(setValue(changed, id, value)); // in range, as was checked
        answers(rows, Eigen::all) = undefinedFigure;
        ProblemList problems;
        checkInputRules(changed, {}, problems);
        VariantLanes* lanes =
            problems.isEmpty() ? m_programs->lanesFor(structure, changed) : nullptr;
        if (!lanes)
            continue;
        const std::vector<double> cells = lanes->model()->inputCells(changed);
        Program::Values values;
        lanes->model()->program().evaluate(cells, values);
        answers(rows, Eigen::all) = lanes->evaluate(
            {changed, cells, values}, amounts, positions(rows, amountColumns), targets);
    }
    return answers;
}

}
