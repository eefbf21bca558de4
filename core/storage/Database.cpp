#include "core/storage/Database.h"

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <utility>

namespace core {

namespace {

constexpr const char* schemaName = "main";

struct FreeMemory {
    void operator()(void* memory) const { sqlite3_free(memory); }
};

}

Statement::Statement(const Database& database, sqlite3_stmt* statement)
    : m_database(&database)
    , m_statement(statement)
{
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

// A parameter that does not exist or finds no memory stays NULL, which the columns refuse.
void Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
}

void Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_statement.get(), parameter, text.empty() ? "" : text.data(), text.size(),
        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int parameter, const Hash& hash)
{
    sqlite3_bind_blob64(m_statement.get(), parameter, hash.data(), hash.size(), SQLITE_TRANSIENT);
}

void Statement::bindBytes(int parameter, std::string_view bytes)
{
    // A null pointer would make it NULL.
    sqlite3_bind_blob64(m_statement.get(), parameter, bytes.empty() ? "" : bytes.data(),
        bytes.size(), SQLITE_TRANSIENT);
}

Result<bool> Statement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    return m_database->failure();
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::string Statement::text(int column) const
{
    const void* content = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (!content || size <= 0)
        return {};
    return {static_cast<const char*>(content), static_cast<std::size_t>(size)};
}

std::optional<Hash> Statement::hash(int column) const
{
    Hash hash {};
    const void* content = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (!content || static_cast<std::size_t>(size) != hash.size())
        return std::nullopt;
    std::memcpy(hash.data(), content, hash.size());
    return hash;
}

Database::Database(sqlite3* connection, std::string name)
    : m_name(std::move(name))
    , m_connection(connection)
{
}

void Database::Close::operator()(sqlite3* connection) const
{
    sqlite3_close_v2(connection);
}

Result<Database> Database::open(std::string name)
{
    sqlite3* connection = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    const int result = sqlite3_open_v2(":memory:", &connection, flags, nullptr);
    Database database(connection, std::move(name));
    if (result != SQLITE_OK)
        return database.failure();
    if (Status status = database.protect(); !status)
        return status.error();
    return database;
}

Status Database::protect()
{
    sqlite3* connection = m_connection.get();
    struct Setting {
        int option;
        int value;
    };
    for (const Setting setting : {
             Setting {SQLITE_DBCONFIG_DEFENSIVE, 1},
             Setting {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
             Setting {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
             Setting {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
             Setting {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
             Setting {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
             Setting {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
             Setting {SQLITE_DBCONFIG_DQS_DDL, 0},
             Setting {SQLITE_DBCONFIG_DQS_DML, 0},
             Setting {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
         }) {
        if (sqlite3_db_config(connection, setting.option, setting.value, nullptr) != SQLITE_OK)
            return failure();
    }

    struct Limit {
        int kind;
        int most;
    };
    for (const Limit limit : {
             Limit {SQLITE_LIMIT_LENGTH, 65 << 20}, // a document of 64 MiB with the rest of its row
             Limit {SQLITE_LIMIT_SQL_LENGTH, 100'000},
             Limit {SQLITE_LIMIT_COLUMN, 64},
             Limit {SQLITE_LIMIT_EXPR_DEPTH, 20},
             Limit {SQLITE_LIMIT_COMPOUND_SELECT, 5},
             Limit {SQLITE_LIMIT_VDBE_OP, 25'000},
             Limit {SQLITE_LIMIT_FUNCTION_ARG, 8},
             Limit {SQLITE_LIMIT_ATTACHED, 0},
             Limit {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
             Limit {SQLITE_LIMIT_VARIABLE_NUMBER, 32},
             Limit {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
             Limit {SQLITE_LIMIT_WORKER_THREADS, 0},
         })
        sqlite3_limit(connection, limit.kind, limit.most);
    return run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY");
}

Result<Database> Database::createEmpty(std::string name)
{
    return open(std::move(name));
}

Result<Database> Database::openReadOnly(std::string_view bytes, std::string name)
{
    Result<Database> database = open(std::move(name));
    if (!database)
        return database;
    // Not written to, because of the flag.
    auto* data = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(database->m_connection.get(), schemaName, data, size, size,
            SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return database->failure();
    return database;
}

Result<Database> Database::openCopy(std::string_view bytes, std::string name)
{
    Result<Database> database = open(std::move(name));
    if (!database)
        return database;
    auto* data = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (!data)
        return Error(ErrorCode::FileUnreadable, database->name(), "There is not enough memory.");
    std::memcpy(data, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    // It frees the memory itself, also when it fails.
    if (sqlite3_deserialize(database->m_connection.get(), schemaName, data, size, size,
            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) != SQLITE_OK)
        return database->failure();
    return database;
}

Status Database::run(const std::string& statements)
{
    if (sqlite3_exec(m_connection.get(), statements.c_str(), nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        return failure();
    return success();
}

Result<Statement> Database::prepare(std::string_view statement)
{
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(m_connection.get(), statement.data(), static_cast<int>(statement.size()),
            &prepared, nullptr) != SQLITE_OK)
        return failure();
    return Statement(*this, prepared);
}

Result<std::int64_t> Database::integer(std::string_view query)
{
    Result<Statement> statement = prepare(query);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return damage("the query gives nothing: " + std::string(query));
    return statement->integer(0);
}

Result<std::string> Database::bytes()
{
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, FreeMemory> data(
        sqlite3_serialize(m_connection.get(), schemaName, &size, 0));
    if (!data)
        return Error(ErrorCode::FileNotWritten, m_name, "There is not enough memory.");
    return std::string(reinterpret_cast<const char*>(data.get()), static_cast<std::size_t>(size));
}

Error Database::failure() const
{
    if (sqlite3_errcode(m_connection.get()) == SQLITE_NOMEM)
        return {ErrorCode::FileUnreadable, m_name, "There is not enough memory."};
    return damage(sqlite3_errmsg(m_connection.get()));
}

Error Database::damage(std::string sentence) const
{
    return {ErrorCode::FileDamaged, m_name, "The file is damaged: " + std::move(sentence) + "."};
}

}
