#include "core/storage/Computer.h"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <limits>

namespace core {

std::string userName()
{
    if (const char* name = std::getenv("USER"); name && *name)
        return name;
    const passwd* entry = ::getpwuid(::geteuid());
    return entry && entry->pw_name ? entry->pw_name : "";
}

std::string machineName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::int64_t processId()
{
    return ::getpid();
}

bool isProcessRunning(std::int64_t id)
{
    // Zero and negative numbers mean groups of processes.
    if (id <= 0 || id > std::numeric_limits<pid_t>::max())
        return false;
    return ::kill(static_cast<pid_t>(id), 0) == 0 || errno != ESRCH;
}

}
