#pragma once

#include "core/analysis/Target.h"
#include "core/analysis/VariedInput.h"
#include "core/model/Model.h"

#include <Eigen/Core>

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace core {

// Computes variants of projects of one model in lanes, and keeps the programs that this takes.
class VariantLanes {
public:
    explicit VariantLanes(std::shared_ptr<const Model> model)
        : m_model(std::move(model))
    {
    }

    const std::shared_ptr<const Model>& model() const { return m_model; }

    // What the variants start from.
    struct Plan {
        const Project& project;
        std::span<const double> inputCells;
        const Program::Values& values; // of the model's program
    };

    // One row for each variant; one column for each input in `positions`, and for each target in
    // the answer, undefinedFigure where there is none. None of the inputs is structural.
    using Table = Eigen::ArrayXXd;
    Table evaluate(const Plan& plan, const std::vector<VariedInput>& inputs, const Table& positions,
        const std::vector<Target>& targets);

private:
    // The deck, or the deck and the flat price, may vary beside the inputs.
    enum class Beside { nothing, deck, flatPrice };
    struct Kept {
        Beside beside = Beside::nothing;
        std::vector<std::string> inputs;
        std::vector<int> rows;               // that are wanted
        std::vector<std::vector<int>> cells; // by input; they vary in this order
        std::size_t inputCellCount = 0;      // the cells beside the inputs follow
        Program program;
    };
    struct Variants;

    const Kept& programFor(
        Beside beside, const std::vector<VariedInput>& inputs, std::vector<int> rows);
    void fill(const Variants& variants, const Kept& kept, std::size_t firstVariant,
        std::size_t count, Program::Runner& runner) const;
    void evaluateRows(const Variants& variants, const std::vector<Target>& targets,
        const std::vector<Eigen::Index>& columns, Table& answers);
    void evaluateExpectedNpv(const Variants& variants, Eigen::Ref<Eigen::ArrayXd> answers);
    void evaluateBreakEven(const Variants& variants, Eigen::Ref<Eigen::ArrayXd> answers);
    int rowOf(Target target) const;

    std::shared_ptr<const Model> m_model;
    std::deque<Kept> m_kept; // the last one used first
};

}
