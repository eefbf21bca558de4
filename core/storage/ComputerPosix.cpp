#include "core/storage/Computer.h"

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <sstream>

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

// Linux counts from when the system started, which has a name of its own: see proc(5).
std::string processStart(std::int64_t id)
{
    std::ifstream file("/proc/" + std::to_string(id) + "/stat");
    const std::string text {std::istreambuf_iterator<char>(file), {}};
    // The second field is the name of the program, in brackets, and may hold anything.
    const std::size_t end = text.rfind(')');
    if (end == std::string::npos)
        return {};
    std::istringstream fields(text.substr(end + 1));
    std::string ticks;
    constexpr int firstField = 3;
    constexpr int startField = 22;
    for (int field = firstField; field <= startField; ++field)
        fields >> ticks;
    std::string system;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> system;
    return system + '-' + ticks;
}

}
