#pragma once

#include "core/engine/Program.h"
#include "core/engine/Sheet.h"
#include "core/model/Metrics.h"
#include "core/model/ModelBuilder.h"
#include "core/model/ModelRows.h"
#include "core/project/Project.h"

#include <memory>
#include <string>
#include <vector>

namespace core {

// The model of all projects of one structure: the same years, lists, methods and modes, whatever
// the amounts. It is immutable and shared between threads. An edit of an amount evaluates the same
// model again; an edit of the structure makes a new one.
class Model {
public:
    // The project must be valid (core/project/Validation.h).
    static Result<std::shared_ptr<const Model>> make(const Project& project);

    // Whether the project has the structure that the model was made for.
    bool fits(const Project& project) const;

    const Sheet& sheet() const { return *m_sheet; }
    const ModelRows& rows() const { return m_rows; }
    const Program& program() const { return *m_program; }

    // The values of the sheet's input cells, the active deck being that of the project.
    std::vector<double> inputCells(const Project& project) const;
    int activeDeckCell() const { return m_activeDeckCell; }
    int flatPriceCell() const { return m_flatPriceCell; }
    // By year of the timeline: what the price of every product is multiplied by. 1 in a plan.
    const std::vector<int>& priceFactorCells() const { return m_priceFactorCells; }

    // Programs on the values of program(): all decks at once, wanting the net present value, the
    // rate of return and the cumulative cash flow of each year; and one case at a flat price (the
    // active deck and the price vary), wanting its net present value.
    const Program& deckProgram() const { return *m_deckProgram; }
    const Program& flatPriceProgram(PlantCase plant) const
    {
        return plant == PlantCase::project ? *m_flatPriceProject : *m_flatPriceStandalone;
    }

    // The input of the project's registry behind an input of the sheet, by position in inputsOf();
    // -1 for the three that the model adds.
    int fieldOfInput(int sheetInput) const;

private:
    Model() = default;

    std::unique_ptr<Sheet> m_sheet;
    ModelRows m_rows;
    std::vector<InputBinding> m_bindings;
    std::unique_ptr<const Program> m_program;
    std::unique_ptr<const Program> m_deckProgram;
    std::unique_ptr<const Program> m_flatPriceProject;
    std::unique_ptr<const Program> m_flatPriceStandalone;
    std::string m_structure;
    int m_activeDeckCell = -1;
    int m_flatPriceCell = -1;
    std::vector<int> m_priceFactorCells;
};

// One past the position of the active deck among the project's decks: how the sheet names it.
double deckNumber(const Project& project, const std::string& deck);

}
