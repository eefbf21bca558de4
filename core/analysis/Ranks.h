#pragma once

#include <span>
#include <vector>

namespace core {

// Ascending, for arrays of many thousands; none of the numbers is undefined.
void sortAscending(std::vector<double>& numbers);

// The place of each number in ascending order, counted from 0; equal numbers share the mean of
// theirs.
std::vector<float> ranksOf(std::span<const float> numbers);

// Pearson's correlation; 0 when one of the two does not vary.
double correlationOf(std::span<const float> a, std::span<const float> b);

}
