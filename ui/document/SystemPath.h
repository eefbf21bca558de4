#pragma once

#include <QString>

#include <filesystem>

namespace ui {

// A path as the core takes it; every character of a file name comes through on every system.
std::filesystem::path systemPath(const QString& path);

}
