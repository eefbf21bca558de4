#pragma once

#include "core/engine/Sheet.h"

#include <map>
#include <span>
#include <utility>

// A slow and obvious evaluator of a sheet, the twin of core/engine/Program: it follows the formulas by
// recursion, one number at a time, and remembers what it has computed.
class ScalarTwin {
public:
    ScalarTwin(const core::Sheet& sheet, std::span<const double> inputCells)
        : m_sheet(sheet)
        , m_inputCells(inputCells)
    {
    }

    // NaN where there is no such figure.
    double figure(int row, int year);
    double value(int node, int year); // of a part of a formula

private:
    double overYears(const core::Node& node);

    const core::Sheet& m_sheet;
    std::span<const double> m_inputCells;
    std::map<std::pair<int, int>, double> m_known;
};
