#pragma once

#include "core/engine/Result.h"
#include "core/storage/Sha256.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace core {

class Database;

// A prepared SQL statement; columns and parameters count as in SQLite, from 0 and from 1. The
// database must outlive it.
class Statement {
public:
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view text);
    void bind(int parameter, const Hash& hash);
    void bindBytes(int parameter, std::string_view bytes); // as a blob

    // Whether there is a row; false after the last one.
    Result<bool> step();

    std::int64_t integer(int column) const;
    bool isNull(int column) const;
    // The bytes of a text or blob; those of a hash count only if there are 32.
    std::string text(int column) const;
    std::optional<Hash> hash(int column) const;

private:
    friend class Database;
    Statement(const Database&, sqlite3_stmt*);

    struct Finalize {
        void operator()(sqlite3_stmt*) const;
    };
    const Database* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

// An SQLite database in memory, made of the bytes of a file and turned into bytes again: the file
// itself is never opened by SQLite. Whatever the bytes say, no trigger, view, extension or function
// with side effects runs, and sizes are limited. Errors are FileDamaged and name the file.
class Database {
public:
    static Result<Database> createEmpty(std::string name);
    // Read-only, on the bytes themselves: they must outlive the database.
    static Result<Database> openReadOnly(std::string_view bytes, std::string name);
    static Result<Database> openCopy(std::string_view bytes, std::string name);

    const std::string& name() const { return m_name; }

    Status run(const std::string& statements);
    Result<Statement> prepare(std::string_view statement);
    // The first column of the first row.
    Result<std::int64_t> integer(std::string_view query);

    Result<std::string> bytes();

    // What SQLite says of its last error.
    Error failure() const;
    Error damage(std::string sentence) const;

private:
    friend class Statement;
    Database(sqlite3*, std::string name);

    static Result<Database> open(std::string name);
    Status protect();

    struct Close {
        void operator()(sqlite3*) const;
    };
    std::string m_name;
    std::unique_ptr<sqlite3, Close> m_connection;
};

}
