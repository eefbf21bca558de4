#include "core/project/ProjectJson.h"
#include "tests/fuzz/Target.h"

#include <cstdlib>
#include <string_view>

// The reader of project documents: whatever it takes is written and read again as the same project.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(core::readProject(text));
    const core::Result<core::Project> project = core::parseProject(text);
    if (!project)
        return 0;
    const core::Result<core::Project> again = core::parseProject(core::writeProject(*project));
    if (!again || *again != *project)
        std::abort();
    return 0;
}
