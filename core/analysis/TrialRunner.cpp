#include "core/analysis/TrialRunner.h"

#include "core/engine/TapeArithmetic.h"

#include <map>
#include <memory>
#include <vector>

namespace core {

void TrialRunner::run(const TrialDraws::Block& block, int count)
{
    if (!m_structures.isOne()) {
        runByStructure(block, count);
        return;
    }
    if (!m_lanes)
        m_lanes.emplace(m_structures.modelOf({}), LaneWidth::sixtyFour);
    m_lanes->run(block, 0);
    for (int place = 0; place < count; ++place)
        take(*m_lanes, place, place);
}

void TrialRunner::runByStructure(const TrialDraws::Block& block, int count)
{
    std::map<TrialStructures::Structure, std::vector<int>> trials;
    for (int place = 0; place < count; ++place)
        trials[m_structures.structureOf(block, place)].push_back(place);
    for (const auto& [structure, places] : trials) {
        const std::shared_ptr<const TrialModel> model = m_structures.modelOf(structure);
        if (!model) {
            for (const int place : places) {
                const auto at = static_cast<std::size_t>(place);
                m_target[at] = m_npv[at] = m_irr[at] = undefinedFigure;
            }
            continue;
        }
        m_selected.select(block, places);
        TrialModel::Lanes lanes(model, LaneWidth::eight);
        for (std::size_t k = 0; k < places.size(); ++k) {
            const int lane = static_cast<int>(k) % lanes.width();
            if (lane == 0)
                lanes.run(m_selected, static_cast<int>(k));
            take(lanes, lane, places[k]);
        }
    }
}

void TrialRunner::take(const TrialModel::Lanes& lanes, int lane, int place)
{
    const auto at = static_cast<std::size_t>(place);
    m_target[at] = lanes.target()[lane];
    m_npv[at] = lanes.npv()[lane];
    m_irr[at] = lanes.irr()[lane];
}

}
