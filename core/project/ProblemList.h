#pragma once

#include "core/engine/Result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace core {

// Collects problems up to a number that a person can still read.
class ProblemList {
public:
    static constexpr std::size_t limit = 200;

    void add(std::string where, std::string message)
    {
        if (isFull())
            m_hasMore = true;
        else
            m_problems.push_back({std::move(where), std::move(message)});
    }

    std::size_t size() const { return m_problems.size(); }
    bool isEmpty() const { return m_problems.empty(); }
    bool isFull() const { return m_problems.size() == limit; }

    // Whether one of the first `count` problems is about this path or something that it stands in.
    bool covers(std::string_view path, std::size_t count) const
    {
        for (std::size_t i = 0; i < count; ++i)
            if (isWithin(path, m_problems[i].where))
                return true;
        return false;
    }

    // Whether one of the problems from `first` on is about this path or something in it.
    bool concerns(std::string_view path, std::size_t first) const
    {
        for (std::size_t i = first; i < m_problems.size(); ++i)
            if (isWithin(m_problems[i].where, path))
                return true;
        return false;
    }

    // Ends with a word when some were left out.
    Problems take() &&
    {
        if (m_hasMore)
            m_problems.push_back({"", "there are more problems than these"});
        return std::move(m_problems);
    }

private:
    static bool isWithin(std::string_view path, std::string_view block)
    {
        return !block.empty() && path.starts_with(block) &&
               (path.size() == block.size() || path[block.size()] == '.' ||
                   path[block.size()] == '[');
    }

    Problems m_problems;
    bool m_hasMore = false;
};

}
