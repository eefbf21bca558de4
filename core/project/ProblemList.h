#pragma once

#include "core/engine/Result.h"

#include <cstddef>
#include <string>
#include <utility>

namespace core {

// Collects problems up to a number that a person can still read.
class ProblemList {
public:
    static constexpr std::size_t limit = 200;

    void add(std::string where, std::string message)
    {
        if (m_problems.size() < limit)
            m_problems.push_back({std::move(where), std::move(message)});
        else
            ++m_more;
    }

    bool isEmpty() const { return m_problems.empty(); }

    // Ends with the number of those left out, if any.
    Problems take() &&
    {
        if (m_more > 0)
            m_problems.push_back({"", "and " + std::to_string(m_more) + " more problems"});
        return std::move(m_problems);
    }

private:
    Problems m_problems;
    std::size_t m_more = 0;
};

}
