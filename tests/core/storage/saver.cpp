#include "core/project/DefaultProject.h"
#include "core/storage/ProjectFile.h"
#include "core/storage/ProjectLock.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>

// Saves a project again and again, for tests that end it in the middle or let two of it meet.
//
//   saver FILE                 until it is killed; a dot on standard output before each save
//   saver FILE NAME COUNT      so many saves as an author, each with the lock of the file
//
// The discount rate tells the revision that it was saved as.
namespace {

using namespace core;

Project projectOf(int revision)
{
    Project project = defaultProject();
    project.discounting.rate = 0.05 + 1e-6 * revision;
    return project;
}

int saveForEver(const std::filesystem::path& file)
{
    const auto loaded = loadProject(file);
    int number = loaded ? loaded->revisions.back().number : 0;
    while (true) {
        ++number;
        std::fputc('.', stdout);
        std::fflush(stdout);
        if (!saveProject(file, projectOf(number)))
            return 1;
    }
}

int saveAs(const std::filesystem::path& file, const std::string& author, int count)
{
    ProjectLock lock(file, author);
    for (int save = 0; save < count; ++save) {
        while (lock.take() != ProjectLock::State::own)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        const auto loaded = loadProject(file);
        SaveOptions options;
        if (loaded)
            options.expected = loaded->fingerprint;
        RevisionInfo info;
        info.author = author;
        const int number = loaded ? loaded->revisions.back().number + 1 : 1;
        if (!saveProject(file, projectOf(number), info, options))
            return 1;
        lock.release();
    }
    return 0;
}

}

int main(int argumentCount, char** arguments)
{
    if (argumentCount == 2)
        return saveForEver(arguments[1]);
    if (argumentCount == 4)
        return saveAs(arguments[1], arguments[2], std::atoi(arguments[3]));
    return 2;
}
