#include "core/analysis/Gradient.h"

#include "core/engine/Derivatives.h"
#include "core/project/Registry.h"

#include <cstddef>
#include <optional>
#include <utility>

namespace core {

namespace {

using ByCell = Result<std::vector<double>>;
using Beside = std::vector<CellBeside>;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

// Many an amount is 0, where losses, fees and the like have a kink, and many a share is all: their
// derivative is that to the inside of their range, and upwards at 0.
Beside cellsAtEnds(const Evaluation& evaluation, const std::vector<Input>& inputs)
{
    constexpr double part = 1e-7; // of a step of the field: far below what anybody states
    Beside beside;
    const std::vector<Sheet::InputContent>& sheetInputs = evaluation.model().sheet().inputs();
    for (int s = 0; s < static_cast<int>(sheetInputs.size()); ++s) {
        const int field = evaluation.model().fieldOfInput(s);
        if (field < 0 || sheetInputs[at(s)].years)
            continue;
        const Input& input = inputs[at(field)];
        const int cell = sheetInputs[at(s)].firstCell;
        const double value = evaluation.inputCells()[at(cell)];
        if (value == input.maximum)
            beside.push_back({cell, value - part * input.step});
        else if (value == 0.0 || value == input.minimum)
            beside.push_back({cell, value + part * input.step});
    }
    return beside;
}

ByCell byCell(
    const Model& model, const std::vector<double>& cells, Row figure, const Beside& beside)
{
    Program::Values values;
    model.program().evaluate(cells, values);
    return derivativesByCell({model.sheet(), model.program(), values, cells}, figure, 0, beside);
}

// The price p at which npv(p, x) = 0: dp/dx = -(dnpv/dx) / (dnpv/dp).
ByCell breakEvenByCell(const Evaluation& evaluation, double price, const Beside& beside)
{
    const Model& model = evaluation.model();
    std::vector<double> cells = evaluation.inputCells();
    if (price == 0.0) // the project pays at no price, and will
        return std::vector<double>(cells.size(), 0.0);
    const double flatPrice = static_cast<double>(evaluation.project().priceDecks.size()) + 1.0;
    cells[at(model.activeDeckCell())] = flatPrice;
    cells[at(model.flatPriceCell())] = price;
    ByCell npv = byCell(model, cells, evaluation.rows().project.npv, beside);
    if (!npv)
        return npv;
    const double byPrice = (*npv)[at(model.flatPriceCell())];
    if (byPrice == 0.0)
        return Error(ErrorCode::NotComputable,
            std::string(descriptionOf(Metric::breakEvenPrice).name),
            "has no derivative: the net present value does not depend on the price");
    for (double& derivative : *npv)
        derivative /= -byPrice;
    return npv;
}

ByCell expectedNpvByCell(const Evaluation& evaluation, const Beside& beside)
{
    const Model& model = evaluation.model();
    std::vector<double> cells = evaluation.inputCells();
    std::vector<double> weighted(cells.size(), 0.0);
    const std::vector<PriceDeck>& decks = evaluation.project().priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d) {
        cells[at(model.activeDeckCell())] = static_cast<double>(d) + 1.0;
        const ByCell npv = byCell(model, cells, evaluation.rows().project.npv, beside);
        if (!npv)
            return npv;
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            weighted[cell] += decks[d].probability * (*npv)[cell];
    }
    return weighted;
}

ByCell targetByCell(const Evaluation& evaluation, Target target, double value, const Beside& beside)
{
    const auto ofFigure = [&](Row figure) {
        const Model& model = evaluation.model();
        return derivativesByCell(
            {model.sheet(), model.program(), evaluation.values(), evaluation.inputCells()}, figure,
            0, beside);
    };
    switch (target.kind) {
    case Target::Kind::npvSavings:
        return ofFigure(evaluation.rows().savings.npv);
    case Target::Kind::expectedNpv:
        return expectedNpvByCell(evaluation, beside);
    case Target::Kind::metric:
        break;
    }
    if (target.metric == Metric::breakEvenPrice)
        return breakEvenByCell(evaluation, value, beside);
    return ofFigure(evaluation.rows().project.metrics[static_cast<std::size_t>(target.metric)]);
}

bool isAmount(InputKind kind)
{
    return kind == InputKind::number || kind == InputKind::series || kind == InputKind::profile ||
           kind == InputKind::phasing;
}

// Of an input of the sheet: by its number, or by a factor on the numbers of all years.
double derivativeBy(const Sheet::InputContent& input, const std::vector<double>& cells,
    const std::vector<double>& byCell)
{
    if (!input.years)
        return byCell[at(input.firstCell)];
    double sum = 0.0;
    for (const int cell : input.cells)
        if (cell >= 0)
            sum += cells[at(cell)] * byCell[at(cell)];
    return sum;
}

// The weights of the decks are no part of the sheet: the weighted value is linear in them.
std::optional<double> npvWeightedBy(const Evaluation& evaluation, const InputField& field)
{
    const double* const* number = std::get_if<const double*>(&field);
    const std::vector<PriceDeck>& decks = evaluation.project().priceDecks;
    for (std::size_t d = 0; d < decks.size(); ++d)
        if (number && *number == &decks[d].probability)
            return evaluation.decks()[d].npv;
    return std::nullopt;
}

}

Result<Gradient> gradientOf(const Evaluation& evaluation, Target target)
{
    const std::optional<double> value = figureOf(evaluation, target);
    if (!value)
        return Error(ErrorCode::NotComputable, std::string(nameOf(target)),
            "has no value, and so no derivative");
    const std::vector<Input> inputs = inputsOf(evaluation.project());
    const ByCell byCell = targetByCell(evaluation, target, *value, cellsAtEnds(evaluation, inputs));
    if (!byCell)
        return byCell.error();

    const std::vector<InputField> fields = fieldsOf(evaluation.project());
    const std::vector<Sheet::InputContent>& sheetInputs = evaluation.model().sheet().inputs();
    std::vector<double> derivatives(inputs.size(), 0.0);
    for (int s = 0; s < static_cast<int>(sheetInputs.size()); ++s)
        if (const int field = evaluation.model().fieldOfInput(s); field >= 0)
            derivatives[at(field)] =
                derivativeBy(sheetInputs[at(s)], evaluation.inputCells(), *byCell);
    Gradient gradient {target, *value, {}};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!isAmount(inputs[i].kind) || std::holds_alternative<std::monostate>(fields[i]))
            continue;
        if (target.kind == Target::Kind::expectedNpv)
            derivatives[i] = npvWeightedBy(evaluation, fields[i]).value_or(derivatives[i]);
        gradient.derivatives.push_back({inputs[i].id, derivatives[i]});
    }
    return gradient;
}

}
