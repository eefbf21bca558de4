#pragma once

#include "core/project/Description.h"

#include <optional>
#include <string>

// Whether values lie in the ranges of the table, and how to say what was expected.
namespace core {

// Years that may stand as keys in a series.
inline constexpr int firstYearOfSeries = 1800;
inline constexpr int lastYearOfSeries = 3500;

// The shortest text that reads back as the same number; whole numbers without a point.
std::string numberText(double);

// Without the last digits, which are noise in a sum of decimal shares.
std::string sumText(double);

// "a number from 0 to 1", "a whole number from 1 to 300", "one of nominal, real".
std::string expectedNumber(const Range&);
std::string expectedWholeNumber(const Range&);
std::string expectedWord(const std::vector<std::string>& words);

// What was expected of a field, whatever its kind.
std::string expectationOf(const Field&, const Slot&);

// A list of numbers may be empty only where nothing is what leaving it out means.
bool mayBeEmpty(const Stated<Profile>&);

// "expected a number from 0 to 1, found 1.5"; nothing when the value is in range.
std::optional<std::string> problemWith(const Field&, double value);
std::optional<std::string> problemWithWhole(const Field&, double value);
std::optional<std::string> problemWith(const Field&, const Series&);
std::optional<std::string> problemWith(const Field&, const Profile&);
std::optional<std::string> problemWith(const Field&, const std::map<int, double>& byYear);

}
