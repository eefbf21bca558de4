#pragma once

#include "core/model/Evaluation.h"
#include "core/project/Registry.h"

#include <string>

// What kind of number a figure is: how people want it written, and what becomes of it when they
// look at other money.
namespace core {

struct Quantity {
    enum class Kind {
        money,        // nominal USD of its year; the money view converts it
        cumulative,   // the sum of such money so far; likewise, year by year
        presentValue, // USD of the valuation year; likewise, as a present value
        fixedMoney,   // USD that no view converts: an input, or a sum of nominal money
        pricePerKg,
        moneyPerKg, // nominal USD of its year per kg; the money view converts it
        mass,       // kg
        share,      // a fraction, read in percent
        years,
        factor, // a plain number
        other,  // in its unit
    };

    Kind kind = Kind::factor;
    std::string unit; // "USD", "USD/kg", "%", "g/t"; empty for a plain number

    bool operator==(const Quantity&) const = default;
};

Quantity quantityOf(const Evaluation&, Row);
Quantity quantityOf(const Input&);
Quantity quantityOf(const Unit&); // USD are taken for money of a year

// A number as people read it in a formula: money in USD million with 2 decimals, shares in percent,
// other numbers with about four digits. `named` gives money its unit, "USD 4.67 million", for
// formulas in which it meets other units; these are always written.
enum class MoneyUnit { understood, named };
std::string quantityText(const Quantity&, double number, MoneyUnit);

}
