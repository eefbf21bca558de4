#pragma once

#include "core/project/Analysis.h"

#include <optional>
#include <vector>

// What a distribution of the document (core/project/DistributionRules.h) is
// as a function: for drawing, for pictures and for reading percentiles.
namespace core {

// Everything of a valid distribution (checkDistribution()).
class DistributionShape {
public:
    explicit DistributionShape(const Distribution&);

    double quantile(double probability) const; // probability from 0 to 1, ends excluded
    double density(double value) const;        // of a discrete one: the probability of the value
    double cumulative(double value) const;
    double mean() const;
    double standardDeviation() const;
    double lowest() const; // may be infinite
    double highest() const;
    bool isDiscrete() const { return m_distribution.type == "discrete"; }

private:
    Distribution m_distribution;
};

}
