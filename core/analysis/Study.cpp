#include "core/analysis/Study.h"

#include "core/analysis/InputCells.h"
#include "core/analysis/VariantLanes.h"
#include "core/engine/TapeArithmetic.h"
#include "core/project/Registry.h"
#include "core/project/Rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace core {

namespace {

using Table = Study::Table;

constexpr std::size_t mostStructures = 64; // models of a megabyte or so each

// What the structural inputs of a variant are.
using Structure = std::vector<std::pair<std::string, double>>;

}

struct Study::Programs {
    explicit Programs(std::shared_ptr<const Model> model)
        : ofBase(std::move(model))
    {
    }

    // Variants of a structure that is not the plan's; nothing when it breaks a rule between fields,
    // or has no model.
    std::optional<Table> evaluate(const Structure& structure, Project project,
        const std::vector<VariedInput>& inputs, const Table& positions,
        const std::vector<Target>& targets)
    {
        for (const auto& [id, value] : structure)
            if (!setValue(project, id, value))
                return std::nullopt;
        ProblemList problems;
        checkInputRules(project, {}, problems);
        VariantLanes* lanes = problems.isEmpty() ? lanesFor(structure, project) : nullptr;
        if (!lanes)
            return std::nullopt;
        const std::vector<double> cells = lanes->model()->inputCells(project);
        Program::Values values;
        lanes->model()->program().evaluate(cells, values);
        return lanes->evaluate({project, cells, values}, inputs, positions, targets);
    }

    VariantLanes ofBase;

private:
    VariantLanes* lanesFor(const Structure& structure, const Project& project)
    {
        const auto found = m_ofStructures.find(structure);
        if (found != m_ofStructures.end())
            return &found->second;
        Result<std::shared_ptr<const Model>> model = Model::make(project);
        if (!model)
            return nullptr;
        if (m_ofStructures.size() >= mostStructures)
            m_ofStructures.clear();
        return &m_ofStructures.emplace(structure, VariantLanes(std::move(*model))).first->second;
    }

    std::map<Structure, VariantLanes> m_ofStructures; // what is not named is as in the base
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

VariantLanes::Plan Study::plan() const
{
    return {project(), m_base->inputCells(), m_base->values()};
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
            if (std::optional<Error> error = refusePosition(input, *field, position))
                return *std::move(error);
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
    return m_programs->ofBase.evaluate(plan(), inputs, positions, targets);
}

Table Study::evaluateStructures(const std::vector<VariedInput>& inputs, const Table& positions,
    const std::vector<Target>& targets)
{
    std::vector<VariedInput> amounts;
    std::vector<Eigen::Index> amountColumns;
    Structure planned;
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
        planned.emplace_back(input.id, plan);
        for (Eigen::Index v = 0; v < positions.rows(); ++v)
            structures[static_cast<std::size_t>(v)].emplace_back(
                input.id, std::round(cellAt(plan, input.mode, positions(v, column))));
    }
    std::map<Structure, std::vector<Eigen::Index>> variants;
    for (Eigen::Index v = 0; v < positions.rows(); ++v)
        variants[structures[static_cast<std::size_t>(v)]].push_back(v);

    Table answers = Table::Constant(
        positions.rows(), static_cast<Eigen::Index>(targets.size()), undefinedFigure);
    for (const auto& [structure, rows] : variants) {
        const Table moved = positions(rows, amountColumns);
        if (structure == planned)
            answers(rows, Eigen::all) =
                m_programs->ofBase.evaluate(plan(), amounts, moved, targets);
        else if (const auto figures =
                     m_programs->evaluate(structure, project(), amounts, moved, targets))
            answers(rows, Eigen::all) = *figures;
    }
    return answers;
}

}
