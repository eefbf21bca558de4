#pragma once

#include "core/engine/Result.h"

#include <string>
#include <string_view>

namespace core {

// Whether the content claims to be an SQLite database, of whatever program.
bool isDatabase(std::string_view bytes);

// Looks at the first 100 bytes of a file, before SQLite sees any of it
// (https://www.sqlite.org/fileformat2.html#the_database_header), and gives the format version of
// the project file. Refused are what is no database, one of another program (FileUnreadable), a
// version later than this program knows (FileTooNew), and a file that is not as long as it says
// (FileDamaged). `name` is what the problem names.
Result<int> checkHeader(std::string_view bytes, const std::string& name);

}
