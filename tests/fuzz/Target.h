#pragma once

#include <cstddef>
#include <cstdint>

// What a fuzz target is: it is given bytes of any kind, and the process must not end by them.
// libFuzzer brings the main() that makes the bytes up; replay.cpp has one that reads files.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
