#pragma once

#include <cstdint>
#include <string>

// Who and where this program is, so that others who meet its files can be told.
namespace core {

std::string userName();    // as the system knows the user; UTF-8
std::string machineName(); // of this computer in its network

std::int64_t processId();
// Whether a process of this computer exists. Its number may by now be that of another program.
bool isProcessRunning(std::int64_t id);
// When the process with this number started, as letters, digits and hyphens: with the number it
// tells the process from all others on this computer, before and after. Empty if none is running.
std::string processStart(std::int64_t id);

}
