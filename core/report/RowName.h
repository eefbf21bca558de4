#pragma once

#include "core/engine/Result.h"
#include "core/model/Evaluation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Rows of the model by the names that people and documents use.
namespace core {

enum class ResultCase { project, standalone, savings };

std::string_view nameOf(ResultCase);
std::optional<ResultCase> findResultCase(std::string_view name);

// The case that a row's name begins with, as in "project.free_cash_flow"; none for a row that all
// cases share. And the name without it.
std::optional<ResultCase> caseOf(std::string_view rowName);
std::string_view withoutCase(std::string_view rowName);

// The break-even price is a metric and no row: it is found by solving.
struct NamedFigure {
    Row row;                              // not valid for the break-even price
    PlantCase plant = PlantCase::project; // that it is of; the project's for rows of neither plant

    bool isBreakEvenPrice() const { return !row.isValid(); }
};

// What `name` means for a case: the row `CASE.name`, else the row `name`.
std::optional<NamedFigure> namedFigure(const Evaluation&, ResultCase, std::string_view name);

// InvalidInput for another name, with the case that has it or names that come near.
Result<NamedFigure> findFigure(const Evaluation&, ResultCase, std::string_view name);

}
