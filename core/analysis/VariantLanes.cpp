#include "core/analysis/VariantLanes.h"

#include "core/analysis/InputCells.h"
#include "core/engine/TapeArithmetic.h"
#include "core/model/BreakEven.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Table = VariantLanes::Table;

constexpr std::size_t mostPrograms = 128; // of some hundred kilobytes each
constexpr std::size_t fewVariants = 24;   // wide blocks would be mostly empty

std::size_t at(Eigen::Index index)
{
    return static_cast<std::size_t>(index);
}

Eigen::Index index(std::size_t at)
{
    return static_cast<Eigen::Index>(at);
}

}

struct VariantLanes::Variants {
    const Plan& plan;
    const std::vector<VariedInput>& inputs;
    const Table& positions;

    std::size_t count() const { return at(positions.rows()); }
};

VariantLanes::Table VariantLanes::evaluate(const Plan& plan, const std::vector<VariedInput>& inputs,
    const Table& positions, const std::vector<Target>& targets)
{
    const Variants variants {plan, inputs, positions};
    Table answers(positions.rows(), index(targets.size()));
    std::vector<Target> ofRows;
    std::vector<Eigen::Index> columns;
    for (std::size_t t = 0; t < targets.size(); ++t) {
        if (targets[t].kind == Target::Kind::expectedNpv) {
            evaluateExpectedNpv(variants, answers.col(index(t)));
        } else if (targets[t] == Target {Target::Kind::metric, Metric::breakEvenPrice}) {
            evaluateBreakEven(variants, answers.col(index(t)));
        } else {
            ofRows.push_back(targets[t]);
            columns.push_back(index(t));
        }
    }
    if (!ofRows.empty())
        evaluateRows(variants, ofRows, columns, answers);
    return answers.unaryExpr(
        [](double figure) { return std::isfinite(figure) ? figure : undefinedFigure; });
}

int VariantLanes::rowOf(Target target) const
{
    const ModelRows& rows = m_model->rows();
    return target.kind == Target::Kind::npvSavings
               ? rows.savings.npv.index()
               : rows.project.metrics[static_cast<std::size_t>(target.metric)].index();
}

const VariantLanes::Kept& VariantLanes::programFor(
    Beside beside, const std::vector<VariedInput>& inputs, std::vector<int> rows)
{
    const auto isSame = [](const std::string& id, const VariedInput& input) {
        return id == input.id;
    };
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept& kept) {
        return kept.beside == beside && kept.rows == rows &&
               std::equal(
                   kept.inputs.begin(), kept.inputs.end(), inputs.begin(), inputs.end(), isSame);
    });
    if (found != m_kept.end()) {
        std::rotate(m_kept.begin(), found, found + 1);
        return m_kept.front();
    }
    std::vector<std::string> ids;
    std::vector<std::vector<int>> cells;
    Program::Options options;
    for (const VariedInput& input : inputs) {
        ids.push_back(input.id);
        cells.push_back(inputCellsOf(*m_model, input));
        options.varyingCells.insert(
            options.varyingCells.end(), cells.back().begin(), cells.back().end());
    }
    const std::size_t inputCellCount = options.varyingCells.size();
    if (beside != Beside::nothing)
        options.varyingCells.push_back(m_model->activeDeckCell());
    if (beside == Beside::flatPrice)
        options.varyingCells.push_back(m_model->flatPriceCell());
    for (const int row : rows)
        options.wanted.push_back({row, 0});
    if (m_kept.size() >= mostPrograms)
        m_kept.pop_back();
    m_kept.push_front({beside, std::move(ids), std::move(rows), std::move(cells), inputCellCount,
        m_model->program().derive(options)});
    return m_kept.front();
}

void VariantLanes::fill(const Variants& variants, const Kept& kept, std::size_t firstVariant,
    std::size_t count, Program::Runner& runner) const
{
    std::size_t varying = 0;
    for (std::size_t i = 0; i < variants.inputs.size(); ++i) {
        const auto positions =
            variants.positions.col(index(i)).segment(index(firstVariant), index(count));
        for (const int cell : kept.cells[i]) {
            const double planned = variants.plan.inputCells[static_cast<std::size_t>(cell)];
            double* lanes = runner.input(varying++);
            for (std::size_t lane = 0; lane < count; ++lane)
                lanes[lane] = cellAt(planned, variants.inputs[i].mode, positions[index(lane)]);
        }
    }
}

void VariantLanes::evaluateRows(const Variants& variants, const std::vector<Target>& targets,
    const std::vector<Eigen::Index>& columns, Table& answers)
{
    std::vector<int> rows;
    for (const Target& target : targets)
        rows.push_back(rowOf(target));
    const Kept& kept = programFor(Beside::nothing, variants.inputs, std::move(rows));
    Program::LaneRun run;
    run.lanes = variants.count();
    run.width = run.lanes <= fewVariants ? LaneWidth::eight : LaneWidth::sixtyFour;
    run.fill = [&](std::size_t first, int count, Program::Runner& runner) {
        fill(variants, kept, first, static_cast<std::size_t>(count), runner);
    };
    run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
        for (std::size_t t = 0; t < targets.size(); ++t)
            std::copy_n(runner.output(t), count, &answers(index(first), columns[t]));
    };
    kept.program.evaluateLanes(variants.plan.values, run);
}

// Every deck has a run of its own, so that a variant keeps its lane.
void VariantLanes::evaluateExpectedNpv(const Variants& variants, Eigen::Ref<Eigen::ArrayXd> answers)
{
    const Kept& kept =
        programFor(Beside::deck, variants.inputs, {m_model->rows().project.npv.index()});
    answers.setZero();
    const std::vector<PriceDeck>& decks = variants.plan.project.priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        Eigen::ArrayXd weights = Eigen::ArrayXd::Constant(answers.size(), decks[d].probability);
        for (std::size_t i = 0; i < variants.inputs.size(); ++i)
            if (variants.inputs[i].id == "price_decks." + decks[d].id + ".probability")
                for (Eigen::Index v = 0; v < weights.size(); ++v)
                    weights[v] = cellAt(decks[d].probability, variants.inputs[i].mode,
                        variants.positions(v, index(i)));
        Program::LaneRun run;
        run.lanes = variants.count();
        run.width = run.lanes <= fewVariants ? LaneWidth::eight : LaneWidth::sixtyFour;
        run.fill = [&](std::size_t first, int count, Program::Runner& runner) {
            fill(variants, kept, first, static_cast<std::size_t>(count), runner);
            std::fill_n(runner.input(kept.inputCellCount), count, static_cast<double>(d + 1));
        };
        run.collect = [&](std::size_t first, int count, const Program::Runner& runner) {
            for (int lane = 0; lane < count; ++lane) {
                const Eigen::Index v = index(first) + lane;
                answers[v] += weights[v] * runner.output(0)[lane];
            }
        };
        kept.program.evaluateLanes(variants.plan.values, run);
    }
}

void VariantLanes::evaluateBreakEven(const Variants& variants, Eigen::Ref<Eigen::ArrayXd> answers)
{
    const Kept& kept =
        programFor(Beside::flatPrice, variants.inputs, {m_model->rows().project.npv.index()});
    const std::size_t deckCell = kept.inputCellCount;
    Program::Runner runner(kept.program, variants.plan.values, LaneWidth::one);
    *runner.input(deckCell) = static_cast<double>(variants.plan.project.priceDecks.size()) + 1.0;
    for (std::size_t v = 0; v < variants.count(); ++v) {
        fill(variants, kept, v, 1, runner);
        const std::optional<double> price = breakEvenPrice([&](double flatPrice) {
            *runner.input(deckCell + 1) = flatPrice;
            runner.run();
            return *runner.output(0);
        });
        answers[index(v)] = price.value_or(undefinedFigure);
    }
}

}
