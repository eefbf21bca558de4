#include "core/storage/RecoveryStore.h"

#include "core/project/ProjectJson.h"
#include "core/storage/Revision.h"
#include "core/storage/SafeFile.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace core {

namespace {

using Json = nlohmann::ordered_json;
using std::filesystem::path;

constexpr std::string_view format = "galval-recovery";
constexpr std::uint64_t sizeLimit = std::uint64_t {80}
                                    << 20U; // of a document and what surrounds it
constexpr const char* ending = ".recovery";

path pathOf(const std::string& text)
{
    return path(std::u8string(text.begin(), text.end()));
}

struct Kept {
    Recovery recovery;
    std::int64_t process = 0;
    std::string processStart;
    std::string document;
};

std::optional<Hash> hashIn(const std::string& hex)
{
    Hash hash {};
    if (hex.size() != 2 * hash.size())
        return std::nullopt;
    const auto digit = [](char letter) {
        return std::string_view("0123456789abcdef").find(letter);
    };
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const std::size_t high = digit(hex[2 * i]);
        const std::size_t low = digit(hex[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        hash[i] = static_cast<std::byte>(high * 16 + low);
    }
    return hash;
}

// The number alone may by now be that of another program.
bool isOwnerRunning(const Kept& kept)
{
    return !kept.processStart.empty() && processStart(kept.process) == kept.processStart;
}

// Nothing if the file is not what keep() writes.
std::optional<Kept> readKept(const path& file, FileSystem& files)
{
    const Result<std::string> text = readFile(file, sizeLimit, files);
    if (!text)
        return std::nullopt;
    const Json object = Json::parse(*text, nullptr, false);
    if (!object.is_object() || object.value("format", Json()) != format)
        return std::nullopt;
    const auto word = [&](const char* key) -> std::optional<std::string> {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_string())
            return std::nullopt;
        return found->get<std::string>();
    };
    const auto process = object.find("process");
    auto document = word("document");
    if (!document || process == object.end() || !process->is_number_integer() ||
        word("checksum") != hexText(sha256(*document)))
        return std::nullopt;
    Kept kept;
    kept.process = process->get<std::int64_t>();
    kept.processStart = word("process_start").value_or("");
    kept.document = *std::move(document);
    kept.recovery = {file, pathOf(word("origin").value_or("")), word("name").value_or(""),
        word("author").value_or(""), word("kept_at").value_or(""),
        hashIn(word("fingerprint").value_or(""))};
    return kept;
}

}

path RecoveryStore::fileOf(const std::string& name) const
{
    return m_folder /
           pathOf(std::to_string(processId()) + '-' + m_processStart + '-' + name + ending);
}

Status RecoveryStore::keep(
    const std::string& name, const Project& project, const Recovery& recovery)
{
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error)
        return Error(ErrorCode::FileNotWritten, pathText(m_folder),
            "The folder for unsaved work cannot be made: " + failureText(error) + ".");
    const std::string document = writeProject(project);
    const Json object {{"format", format}, {"origin", pathText(recovery.origin)},
        {"name", recovery.name}, {"author", recovery.author},
        {"kept_at", utcText(std::chrono::system_clock::now())}, {"process", processId()},
        {"process_start", m_processStart},
        {"fingerprint", recovery.fingerprint ? hexText(*recovery.fingerprint) : std::string()},
        {"checksum", hexText(sha256(document))}, {"document", document}};
    const std::string text = object.dump(1, ' ', false, Json::error_handler_t::replace);
    return replaceFile(fileOf(name), std::as_bytes(std::span(text)), m_files);
}

void RecoveryStore::drop(const std::string& name)
{
    static_cast<void>(m_files.remove(fileOf(name)));
}

void RecoveryStore::drop(const Recovery& recovery)
{
    static_cast<void>(m_files.remove(recovery.file));
}

std::vector<Recovery> RecoveryStore::left()
{
    std::vector<Recovery> recoveries;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(m_folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() != ending)
            continue;
        std::optional<Kept> kept = readKept(entry->path(), m_files);
        if (kept && !isOwnerRunning(*kept))
            recoveries.push_back(std::move(kept->recovery));
    }
    std::sort(recoveries.begin(), recoveries.end(),
        [](const Recovery& a, const Recovery& b) { return a.keptAt > b.keptAt; });
    return recoveries;
}

Result<Project> RecoveryStore::read(const Recovery& recovery)
{
    const std::optional<Kept> kept = readKept(recovery.file, m_files);
    if (!kept)
        return Error(ErrorCode::FileDamaged, pathText(recovery.file),
            "The copy of unsaved work cannot be read.");
    return parseProject(kept->document);
}

}
