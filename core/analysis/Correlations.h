#pragma once

#include "core/project/Analysis.h"

#include <Eigen/Core>

#include <vector>

// Rank correlations between uncertain inputs, which a Gaussian copula brings about: normal numbers
// with the correlation 2·sin(π·rank/6), each turned into the distribution of its input.
namespace core {

// The rank correlations of the project's uncertain inputs as a matrix, in their order.
Eigen::MatrixXd rankCorrelationMatrix(const Analysis&);

// The correlations of the normal numbers behind rank correlations, and back.
Eigen::MatrixXd normalCorrelations(const Eigen::MatrixXd& rankCorrelations);
Eigen::MatrixXd rankCorrelationsOf(const Eigen::MatrixXd& normalCorrelations);

// Whether there is a distribution with these rank correlations.
bool isPossible(const Eigen::MatrixXd& rankCorrelations);

// The lower triangle by which independent normal numbers become correlated ones. The correlations
// must be possible.
Eigen::MatrixXd correlationFactor(const Eigen::MatrixXd& rankCorrelations);

// The nearest matrix of correlations that there is a distribution for; rank correlations again.
Eigen::MatrixXd nearestPossible(const Eigen::MatrixXd& rankCorrelations);

// The correlations of the project changed to the nearest possible ones, each to three decimals;
// unchanged when they are possible. A pair that was not listed is, where it takes that.
std::vector<Correlation> nearestPossible(const Analysis&);

// The correlations that make the project's impossible: those that would have to give way.
std::vector<Correlation> conflicting(const Analysis&);

}
