#pragma once

#include "core/model/Evaluation.h"
#include "core/report/FigureReference.h"
#include "core/report/Quantity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Figures that tables and charts show and that no row of the model holds: sums of groups, savings
// of single lines, totals over the years, shares, and costs of a kilogram.
namespace core {

struct YearValue {
    int year = 0;
    std::optional<double> value;

    bool operator==(const YearValue&) const = default;
};

// A row or a composed figure with all its values.
struct FigureValues {
    FigureReference figure; // by its full name, without a year
    std::string label;
    Quantity quantity;
    std::optional<YearSpan> years;             // none: a single figure
    std::vector<std::optional<double>> values; // of each year, or the one

    std::optional<double> valueIn(std::optional<int> year) const;
    std::vector<YearValue> overYears() const; // of a figure by year
};

struct ComposedFigure {
    enum class Kind {
        sum,      // of the parts, by their signs
        quotient, // the first part divided by the second
        total,    // of the one part, over the years
    };
    struct Part {
        FigureValues figure;
        double sign = 1.0;
    };

    Kind kind = Kind::sum;
    FigureValues result;
    std::vector<Part> parts;
};

// By name, with its case or within the one given. There are
//  - StatementLine::figure of the statement's lines without a row;
//  - standalone_costs, avoided_costs, host_charges and savings_of, of all cost lines or, as in
//    avoided_costs.category.NAME, of those of a category; share_avoided, likewise;
//  - additions, book_value and shareholder_net, of all asset classes or shareholders;
//  - ReuseStep::figure() of several rows, and capital.other_items;
//  - total.NAME and per_kg.NAME of a row or a composed figure by year.
// Nothing for another name; a row of that name goes before.
std::optional<ComposedFigure> composedFigure(const Evaluation&, ResultCase, std::string_view name);

inline constexpr std::string_view otherCapitalItems = "capital.other_items";

std::string totalOf(std::string_view figure);
std::string_view withoutTotal(std::string_view figure); // what it is the total of, or itself
std::string perKgOf(std::string_view figure);

}
