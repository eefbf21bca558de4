#include "app/cli/Terminal.h"

#include "core/report/TextTable.h"

#include <cstdio>

#ifdef _WIN32
#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <shellapi.h>
#endif

namespace cli {

#ifdef _WIN32

void prepareTerminal()
{
    SetConsoleOutputCP(CP_UTF8);
    for (std::FILE* stream : {stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY); // the same bytes as on every other system
}

// main() gets them in the code page of the system, which loses letters.
std::vector<std::string> argumentsOf(int, char**)
{
    std::vector<std::string> arguments;
    int count = 0;
    LPWSTR* values = CommandLineToArgvW(GetCommandLineW(), &count);
    for (int i = 1; values && i < count; ++i) {
        const int size =
            WideCharToMultiByte(CP_UTF8, 0, values[i], -1, nullptr, 0, nullptr, nullptr);
        std::string argument(static_cast<std::size_t>(size > 0 ? size : 1), '\0');
        WideCharToMultiByte(CP_UTF8, 0, values[i], -1, argument.data(), size, nullptr, nullptr);
        argument.pop_back(); // the closing zero
        arguments.push_back(std::move(argument));
    }
    LocalFree(values);
    return arguments;
}

#else

void prepareTerminal() {}

std::vector<std::string> argumentsOf(int count, char** values)
{
    return {values + (count > 0 ? 1 : 0), values + count};
}

#endif

bool print(std::string_view text)
{
    const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
    return written == text.size() && std::fflush(stdout) == 0;
}

void printProblems(const core::Problems& problems)
{
    for (const core::Problem& problem : problems) {
        const std::string line = "galval-cli: " + core::printable(core::sentence(problem)) + '\n';
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
}

}
