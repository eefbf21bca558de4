#pragma once

#include "core/engine/Result.h"
#include "core/project/Project.h"

#include <Eigen/Core>

#include <vector>

namespace core {

// The rank correlations of the project's uncertain inputs as a matrix, in their order.
Eigen::MatrixXd rankCorrelationMatrix(const Analysis&);

// Whether there is a distribution with these rank correlations (through a Gaussian copula).
bool isPossible(const Eigen::MatrixXd& rankCorrelations);

// The nearest matrix of correlations that there is a distribution for; rank correlations again.
Eigen::MatrixXd nearestPossible(const Eigen::MatrixXd& rankCorrelations);

// The correlations of the project changed to the nearest possible ones, each to three decimals.
std::vector<Correlation> nearestPossible(const Analysis&);

}
