#pragma once

#include "core/project/Analysis.h"

#include <optional>
#include <vector>

// What a distribution of the document (core/project/DistributionRules.h) is
// as a function: for drawing, for pictures and for reading percentiles.
namespace core {

// Everything of a valid distribution (checkDistribution()). One that has no width, such as a normal
// of deviation 0 or a range of one point, is the point.
class DistributionShape {
public:
    enum class Family {
        point,
        uniform,
        triangular,
        pert,
        normal,
        truncatedNormal,
        lognormal,
        discrete
    };

    explicit DistributionShape(const Distribution&);

    double quantile(double probability) const; // probability from 0 to 1, ends excluded
    double density(double value) const;        // of a discrete one: the probability of the value
    double cumulative(double value) const;
    double mean() const;
    double standardDeviation() const;
    double lowest() const { return m_low; } // may be infinite
    double highest() const { return m_high; }
    bool isDiscrete() const { return m_family == Family::discrete || m_family == Family::point; }

    // What it is made of.

    Family family() const { return m_family; }
    double mode() const { return m_mode; }     // of a triangular or PERT one
    double centre() const { return m_centre; } // mean of the normal that it comes from, which is
    double spread() const { return m_spread; } // that of the logarithm for a lognormal; deviation
    double alpha() const;                      // of the beta distribution of a PERT one
    double beta() const { return 6.0 - alpha(); } // lambda is 4
    struct Point {
        double value = 0.0;
        double cumulative = 0.0; // probability of this value and all below; 1 for the last
    };
    const std::vector<Point>& points() const { return m_points; } // of a discrete one, ascending

    // The part of the uncut normal that lies between the limits of a truncated one.
    double kept() const;

private:
    double cutAt(double value) const; // a value as a multiple of the spread about the centre
    void setPoint(double value);
    void readDiscrete(const Distribution&);

    Family m_family = Family::point;
    double m_low = 0.0;
    double m_mode = 0.0;
    double m_high = 0.0;
    double m_centre = 0.0;
    double m_spread = 0.0;
    std::vector<Point> m_points;
};

// None for one that breaks a rule, as a project with errors may have it.
std::optional<DistributionShape> shapeOf(const Distribution&);

}
