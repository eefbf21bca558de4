#include "core/analysis/TrialStructures.h"

#include "core/analysis/InputCells.h"
#include "core/project/Registry.h"
#include "core/project/Rules.h"

#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostModels = 128; // of a megabyte or so each

}

TrialStructures::TrialStructures(
    const Evaluation& base, const TrialDraws& draws, TrialModel::Options options)
    : m_base(base)
    , m_draws(draws)
    , m_options(options)
{
    for (std::size_t i = 0; i < draws.inputs().size(); ++i) {
        const VariedInput& input = draws.inputs()[i];
        if (isStructural(base.project(), input))
            m_structural.push_back(
                {static_cast<int>(i), input.mode, positionOf(base.project(), {input.id})->base});
    }
}

TrialStructures::Structure TrialStructures::structureOf(
    const TrialDraws::Block& block, int trial) const
{
    Structure structure;
    for (const Drawn& drawn : m_structural)
        structure.push_back(static_cast<int>(
            std::lround(cellAt(drawn.planned, drawn.mode, block.positions(drawn.input)[trial]))));
    return structure;
}

std::shared_ptr<const TrialModel> TrialStructures::modelOf(const Structure& structure)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_models.find(structure);
    if (found != m_models.end())
        return found->second;
    if (m_models.size() >= mostModels)
        m_models.clear();
    return m_models.emplace(structure, make(structure)).first->second;
}

std::shared_ptr<const TrialModel> TrialStructures::make(const Structure& structure) const
{
    Project project = m_base.project();
    for (std::size_t k = 0; k < structure.size(); ++k) {
        const std::string& id =
            m_draws.inputs()[static_cast<std::size_t>(m_structural[k].input)].id;
        if (!setValue(project, id, static_cast<double>(structure[k])))
            return nullptr;
    }
    std::shared_ptr<const Model> model = m_base.sharedModel();
    if (!model->fits(project)) {
        ProblemList problems;
        checkInputRules(project, {}, problems);
        if (!problems.isEmpty())
            return nullptr;
        Result<std::shared_ptr<const Model>> made = Model::make(project);
        if (!made)
            return nullptr;
        model = *std::move(made);
    }
    const auto trials = TrialModel::make(std::move(model), project, m_draws, m_options);
    return trials ? *trials : nullptr;
}

}
