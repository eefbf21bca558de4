#include "core/storage/ProjectLock.h"

#include "core/storage/Computer.h"
#include "core/storage/Revision.h"
#include "core/storage/SafeFile.h"

#include <nlohmann/json.hpp>

#include <random>
#include <span>
#include <utility>

namespace core {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t sizeLimit = 4096; // bytes; names are shorter

std::filesystem::path lockFileOf(std::filesystem::path project, FileSystem& files)
{
    // Where they lead nowhere, the lock cannot be written either, which says so.
    static_cast<void>(files.followLinks(project));
    constexpr std::size_t longestName = 240; // bytes; systems take 255
    std::string name = pathText(project.filename());
    if (name.size() > longestName)
        name = hexText(sha256(name));
    const std::string file = '.' + name + ".lock";
    return project.parent_path() / std::filesystem::path(std::u8string(file.begin(), file.end()));
}

std::string randomId()
{
    std::random_device random;
    std::string text;
    for (int part = 0; part < 4; ++part)
        text += std::to_string(random()) + '-';
    text.pop_back();
    return text;
}

std::string textOf(const LockOwner& owner)
{
    const Json object {{"user", owner.user}, {"machine", owner.machine}, {"process", owner.process},
        {"taken_at", owner.takenAt}, {"id", owner.id}};
    return object.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

LockOwner ownerIn(const std::string& text)
{
    LockOwner owner;
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object())
        return owner;
    const auto word = [&](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
    };
    owner.user = word("user");
    owner.machine = word("machine");
    owner.takenAt = word("taken_at");
    owner.id = word("id");
    if (const auto found = object.find("process");
        found != object.end() && found->is_number_integer())
        owner.process = found->get<std::int64_t>();
    return owner;
}

bool isLeftBehind(const LockOwner& owner)
{
    const bool isGone =
        owner.process != 0 && owner.machine == machineName() && !isProcessRunning(owner.process);
    return isGone || std::chrono::system_clock::now() - owner.refreshedAt > ProjectLock::staleAfter;
}

}

ProjectLock::ProjectLock(const std::filesystem::path& project, std::string user, FileSystem& files)
    : m_files(files)
    , m_file(lockFileOf(project, files))
{
    m_self.user = std::move(user);
    m_self.machine = machineName();
    m_self.process = processId();
}

ProjectLock::~ProjectLock()
{
    release();
}

ProjectLock::State ProjectLock::take()
{
    const bool wasOwn = m_state == State::own;
    const State now = look();
    if (now == State::own) {
        // A lock that is not seen as refreshed is still one for a while.
        static_cast<void>(m_files.touch(m_file));
        return now;
    }
    if (now != State::free)
        return now;
    const State created = create();
    // Somebody removed the file and the folder takes no other: nobody else has it either.
    if (wasOwn && created == State::impossible)
        m_state = State::own;
    return m_state;
}

ProjectLock::State ProjectLock::takeOver()
{
    const LockOwner seen = m_owner;
    const State now = look();
    if (now != State::other && now != State::stale)
        return now == State::free ? create() : now;
    if (m_owner.id != seen.id)
        return now;
    if (const auto error = m_files.remove(m_file))
        return fail(error);
    return create();
}

void ProjectLock::release()
{
    // A lock that somebody has taken over must not be removed from under them.
    if (m_state == State::own && look() == State::own && !m_files.remove(m_file))
        m_self.id.clear(); // Windows may show the file until the last of its readers is done
    m_state = State::free;
}

ProjectLock::State ProjectLock::look()
{
    FileStatus status;
    if (const auto error = m_files.inspect(m_file, status))
        return fail(error);
    if (status.kind == FileKind::missing)
        return m_state = State::free;
    const Result<std::string> text = readFile(m_file, sizeLimit, m_files);
    if (!text && text.error().code == ErrorCode::FileNotFound)
        return m_state = State::free;
    LockOwner owner = text ? ownerIn(*text) : LockOwner();
    if (!m_self.id.empty() && owner.id == m_self.id)
        return m_state = State::own;
    owner.refreshedAt = status.modifiedAt;
    m_owner = std::move(owner);
    return m_state = isLeftBehind(m_owner) ? State::stale : State::other;
}

ProjectLock::State ProjectLock::create()
{
    m_self.id = randomId();
    m_self.takenAt = utcText(std::chrono::system_clock::now());
    FileSystem::File file {};
    if (const auto error = m_files.createNew(m_file, FileSystem::Access::usual, file)) {
        if (error == std::errc::file_exists) // somebody was faster
            return look();
        return fail(error);
    }
    const std::string text = textOf(m_self);
    auto rest = std::as_bytes(std::span(text));
    std::error_code error;
    while (!error && !rest.empty()) {
        std::size_t count = 0;
        error = m_files.write(file, rest, count);
        if (!error && (count == 0 || count > rest.size()))
            error = std::make_error_code(std::errc::io_error);
        if (!error)
            rest = rest.subspan(count);
    }
    const std::error_code closed = m_files.close(file);
    if (error || closed) {
        static_cast<void>(m_files.remove(m_file));
        return fail(error ? error : closed);
    }
    return m_state = State::own;
}

ProjectLock::State ProjectLock::fail(std::error_code error)
{
    m_reason = failureText(error);
    return m_state = State::impossible;
}

}
