#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

// How core reports failure: a value, or the reason why there is none. Core throws nothing;
// exceptions of libraries are caught where they enter.
namespace core {

// One thing that is wrong, in a sentence for a person. `where` names the field by its input id, the
// row or the file; it is empty when the whole document is meant.
struct Problem {
    std::string where;
    std::string message;

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

// What kind of failure it is, so that a caller can act on it and a window can word it in its
// language.
enum class ErrorCode {
    InvalidInput,  // the document or an argument breaks a rule; each problem names its field
    NotComputable, // the input is valid but a figure overflows or has no meaning
    FileNotFound,
    FileUnreadable, // it exists but cannot be read, or is not of the kind expected
    FileDamaged,    // it is ours, and its content fails a check
    FileTooNew,     // written by a later version of the program
    FileNotWritten, // what was there is as it was; replaceFile() tells of the one exception
    FileNotFlushed, // the new file is in its place, but may not outlive a power failure
    FileChanged,    // someone else changed it since it was read; it was left as it is
    FileLocked,     // someone else has it open
};

struct Error {
    ErrorCode code = ErrorCode::InvalidInput;
    Problems problems;

    Error(ErrorCode kind, Problems reasons)
        : code(kind)
        , problems(std::move(reasons))
    {
    }
    Error(ErrorCode kind, std::string where, std::string message)
        : code(kind)
        , problems {Problem {std::move(where), std::move(message)}}
    {
    }

    bool operator==(const Error&) const = default;
};

// "where: message", or the message alone when it concerns the whole.
[[nodiscard]] inline std::string sentence(const Problem& problem)
{
    return problem.where.empty() ? problem.message : problem.where + ": " + problem.message;
}

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    // Only for a Result that has one; asking otherwise is a bug and throws std::bad_variant_access.
    const T& value() const& { return std::get<0>(m_content); }
    T& value() & { return std::get<0>(m_content); }
    T&& value() && { return std::get<0>(std::move(m_content)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

// For an operation that gives nothing but may fail.
using Status = Result<std::monostate>;

[[nodiscard]] inline Status success()
{
    return std::monostate {};
}

}
