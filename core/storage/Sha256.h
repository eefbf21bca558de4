#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace core {

// A SHA-256 checksum (FIPS 180-4): it tells a damaged or changed document from the one that was
// saved.
using Hash = std::array<std::byte, 32>;

// The checksum of the bytes, by the system's library: libcrypto, and on Windows its own
// cryptography service, so that nothing has to be shipped there. It fails only for want of memory,
// with std::bad_alloc.
Hash sha256(std::span<const std::byte> bytes);
Hash sha256(std::string_view text);

// 64 hexadecimal digits.
std::string hexText(const Hash&);

}
