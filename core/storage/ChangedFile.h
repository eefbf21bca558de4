#pragma once

#include "core/engine/Result.h"
#include "core/storage/Sha256.h"

#include <string>

namespace core {

// Compares what stands in a file now, as readFile() gave it, with the fingerprint that it had. The
// error is FileChanged and tells, where the file does, who saved it last and when; a file that is
// gone is one that was changed. `name` is what the problem names.
Status checkUnchanged(
    const Result<std::string>& content, const Hash& expected, const std::string& name);

}
