#include "core/analysis/PriceSteps.h"

#include <cmath>
#include <numbers>

namespace core {

PriceSteps priceSteps(const PriceProcess& process, int yearsOfOperation)
{
    PriceSteps steps;
    steps.innovation = process.volatility;
    if (process.type == PriceProcessType::meanReverting) {
        const double speed = std::numbers::ln2 / process.halfLifeYears.value_or(1.0);
        steps.persistence = std::exp(-speed);
        steps.innovation *= std::sqrt(-std::expm1(-2.0 * speed) / (2.0 * speed));
    }
    double variance = 0.0;
    for (int year = 0; year < yearsOfOperation; ++year) {
        variance =
            steps.persistence * steps.persistence * variance + steps.innovation * steps.innovation;
        steps.variances.push_back(variance);
    }
    return steps;
}

}
