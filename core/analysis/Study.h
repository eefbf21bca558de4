#pragma once

#include "core/analysis/Target.h"
#include "core/analysis/VariantLanes.h"
#include "core/analysis/VariedInput.h"
#include "core/engine/Result.h"
#include "core/model/Evaluation.h"

#include <Eigen/Core>

#include <memory>
#include <vector>

namespace core {

// Answers "what if": the figures of many variants of one project that differ in the values of a few
// inputs. Variants of the same structure run in lanes; where an input of the structure moves (the
// start year, the life), each of its values gets a model of its own.
//
// What can be kept from one question to the next is kept, also when the base changes to another
// evaluation of the same model, so that a study can follow every edit. Not to be shared between
// threads.
class Study {
public:
    explicit Study(std::shared_ptr<const Evaluation> base);
    ~Study();
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    void setBase(std::shared_ptr<const Evaluation> base);
    const Evaluation& base() const { return *m_base; }
    const Project& project() const { return m_base->project(); }

    // One row of `positions` for each variant, one column for each input; in the answer one column
    // for each target, undefinedFigure (core/engine/TapeArithmetic.h) where there is none.
    // InvalidInput names an input that cannot be moved or is named twice, or a position that its
    // field does not take. Rules between fields are not checked, but for variants of another
    // structure, which have no figures when they break one.
    using Table = Eigen::ArrayXXd;
    Result<Table> evaluate(const std::vector<VariedInput>& inputs, const Table& positions,
        const std::vector<Target>& targets);

private:
    struct Programs;

    VariantLanes::Plan plan() const;
    Status check(const std::vector<VariedInput>& inputs, const Table& positions) const;
    Table evaluateStructures(const std::vector<VariedInput>& inputs, const Table& positions,
        const std::vector<Target>& targets);

    std::shared_ptr<const Evaluation> m_base;
    std::unique_ptr<Programs> m_programs;
};

}
