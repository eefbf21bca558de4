#pragma once

#include "core/analysis/Distributions.h"
#include "core/analysis/SamplingKernel.h"

#include <vector>

namespace core {

// A distribution as a function of a standard normal number, for drawing it many times: it takes
// the number to the value that is as likely to be exceeded. Between knots at which the function and
// two derivatives are exact it is off by less than 1e-8 of the width of a PERT distribution, or of
// the standard deviation of a normal before cutting; by 1e-6 where only its far tail is left.
class QuantileTable {
public:
    // Of a PERT or truncated normal distribution.
    explicit QuantileTable(const DistributionShape&);

    // Of the uniform distribution from 0 to 1: the probability of a normal number.
    static QuantileTable uniform();

    // In parts of the width of a PERT distribution from its minimum; in standard deviations from
    // the mean of an uncut normal; of a uniform one the number itself.
    NormalTable table() const { return {m_content.data()}; }

private:
    struct Knot {
        double value = 0.0;
        double slope = 0.0;
        double curvature = 0.0;
    };
    QuantileTable() = default;
    template <class KnotAt>
    void fill(KnotAt knotAt);

    std::vector<double> m_content;
};

}
