#include "core/storage/Compression.h"

#include <zlib.h>

#include <cstdlib>

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
        std::abort();
    if (!dictionary.empty() && deflateSetDictionary(&stream, bytesOf(dictionary),
                                   static_cast<uInt>(dictionary.size())) != Z_OK)
        std::abort();
    std::string bytes(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytesOf(text)); // not written to
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        std::abort();
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

std::optional<std::string> uncompressed(
    std::string_view bytes, std::size_t size, std::string_view dictionary)
{
    z_stream stream {};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
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
    const bool isWhole = result == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!isWhole)
        return std::nullopt;
    text.resize(size);
    return text;
}

}
