#include "core/storage/Sha256.h"

#ifdef _WIN32
#include <windows.h>

#include <bcrypt.h>
#else
#include <openssl/sha.h>
#endif

#include <new>

namespace core {

#ifdef _WIN32

Hash sha256(std::span<const std::byte> bytes)
{
    Hash hash {};
    BCRYPT_ALG_HANDLE algorithm = nullptr;
    BCRYPT_HASH_HANDLE state = nullptr;
    // The service takes 32-bit lengths and non-const pointers, and changes nothing behind them.
    constexpr std::size_t step = 1U << 30U;
    bool good = BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_SHA256_ALGORITHM, nullptr, 0) >= 0 &&
                BCryptCreateHash(algorithm, &state, nullptr, 0, nullptr, 0, 0) >= 0;
    while (good && !bytes.empty()) {
        const auto part = bytes.first(bytes.size() < step ? bytes.size() : step);
        bytes = bytes.subspan(part.size());
        auto* data = const_cast<UCHAR*>(reinterpret_cast<const UCHAR*>(part.data()));
        good = BCryptHashData(state, data, static_cast<ULONG>(part.size()), 0) >= 0;
    }
    auto* output = reinterpret_cast<UCHAR*>(hash.data());
    good = good && BCryptFinishHash(state, output, static_cast<ULONG>(hash.size()), 0) >= 0;
    if (state)
        BCryptDestroyHash(state);
    if (algorithm)
        BCryptCloseAlgorithmProvider(algorithm, 0);
    // It fails only where the system has no SHA-256 or no memory; a made-up checksum would be
    // worse.
    if (!good)
        throw std::bad_alloc();
    return hash;
}

#else

Hash sha256(std::span<const std::byte> bytes)
{
    Hash hash {};
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    // It fails only where the library cannot be set up; a made-up checksum would be worse.
    if (!SHA256(data, bytes.size(), reinterpret_cast<unsigned char*>(hash.data())))
        throw std::bad_alloc();
    return hash;
}

#endif

Hash sha256(std::string_view text)
{
    return sha256(std::as_bytes(std::span(text)));
}

std::string hexText(const Hash& hash)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte value : hash) {
        text += digits[std::to_integer<std::size_t>(value >> 4)];
        text += digits[std::to_integer<std::size_t>(value & std::byte {0x0f})];
    }
    return text;
}

}
