#pragma once

#include "core/analysis/TrialModel.h"
#include "core/model/Evaluation.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace core {

// The models of a simulation in which inputs of the structure are drawn (the start year, the life):
// one for each structure, made when a trial needs it. Threads share it.
class TrialStructures {
public:
    TrialStructures(const Evaluation& base, const TrialDraws& draws, TrialModel::Options options);

    bool isOne() const { return m_structural.empty(); } // no input of the structure is drawn

    // The whole numbers that the inputs of the structure have in a trial of a block.
    using Structure = std::vector<int>;
    Structure structureOf(const TrialDraws::Block& block, int trial) const;

    // Null for a structure that breaks a rule between fields.
    std::shared_ptr<const TrialModel> modelOf(const Structure& structure);

private:
    std::shared_ptr<const TrialModel> make(const Structure& structure) const;

    struct Drawn {
        int input = 0;
        UncertaintyMode mode = UncertaintyMode::set;
        double planned = 0.0;
    };
    const Evaluation& m_base;
    const TrialDraws& m_draws;
    TrialModel::Options m_options;
    std::vector<Drawn> m_structural;
    std::mutex m_mutex;
    std::map<Structure, std::shared_ptr<const TrialModel>> m_models;
};

}
