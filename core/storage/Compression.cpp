#include "core/storage/Compression.h"

#include <zlib.h>

#include <memory>
#include <new>

namespace core {

namespace {

const Bytef* bytesOf(std::string_view text)
{
    return reinterpret_cast<const Bytef*>(text.data());
}

}

// Texts are documents, far below the 4 GiB that its sizes can say.
std::string compressed(std::string_view text, std::string_view dictionary)
{
    z_stream stream {};
    // It fails only where there is no memory; documents would be lost if that went unnoticed.
    if (deflateInit(&stream, Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, deflateEnd);
    if (!dictionary.empty() && deflateSetDictionary(&stream, bytesOf(dictionary),
                                   static_cast<uInt>(dictionary.size())) != Z_OK)
        throw std::bad_alloc();
    std::string bytes(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytesOf(text)); // not written to
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw std::bad_alloc();
    bytes.resize(stream.total_out);
    return bytes;
}

std::optional<std::string> uncompressed(
    std::string_view bytes, std::size_t size, std::string_view dictionary)
{
    z_stream stream {};
    if (inflateInit(&stream) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
    std::string text(size + 1, '\0');                    // one more, to see that it does not go on
    stream.next_in = const_cast<Bytef*>(bytesOf(bytes)); // not written to
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    int result = inflate(&stream, Z_FINISH);
    if (result == Z_NEED_DICT && !dictionary.empty() &&
        inflateSetDictionary(&stream, bytesOf(dictionary), static_cast<uInt>(dictionary.size())) ==
            Z_OK)
        result = inflate(&stream, Z_FINISH);
    if (result == Z_MEM_ERROR)
        throw std::bad_alloc();
    const bool isWhole = result == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
    if (!isWhole)
        return std::nullopt;
    text.resize(size);
    return text;
}

}
