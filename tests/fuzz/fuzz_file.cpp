#include "core/storage/Compression.h"
#include "core/storage/ProjectHistory.h"
#include "tests/fuzz/Target.h"

#include <string>

// The reader of project files, down to the documents of all revisions; and the one of compressed
// documents, which checksums keep most made-up bytes from.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    static_cast<void>(core::readProjectFile(bytes, "file", core::DocumentRules::notApplied));
    if (core::Result<core::ProjectHistory> history = core::ProjectHistory::read(bytes, "file"))
        static_cast<void>(history->verify());
    constexpr std::size_t textSize = 4096;
    static_cast<void>(core::uncompressed(bytes, textSize, "dictionary"));
    static_cast<void>(core::openToContinue(bytes, "file"));
    return 0;
}
