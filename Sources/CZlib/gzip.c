#include "CZlib.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

// 15 bits of window, plus 16: write a gzip header; plus 32: read gzip or zlib, whichever comes.
enum { WRITE_GZIP = 15 + 16, READ_EITHER = 15 + 32 };

size_t cz_deflate(const uint8_t *data, size_t length, uint8_t *out, size_t capacity) {
  z_stream stream = {0};
  if (length > UINT_MAX || capacity > UINT_MAX) return 0;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, WRITE_GZIP, 8, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return 0;
  stream.next_in = (Bytef *)data;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int result = deflate(&stream, Z_FINISH);
  size_t written = capacity - stream.avail_out;
  deflateEnd(&stream);
  return result == Z_STREAM_END ? written : 0;
}

long cz_inflate(const uint8_t *data, size_t length, size_t limit, uint8_t **out) {
  *out = NULL;
  if (length > UINT_MAX || limit > UINT_MAX / 4) return CZ_TOO_LARGE;
  z_stream stream = {0};
  stream.next_in = (Bytef *)data;
  stream.avail_in = (uInt)length;
  if (inflateInit2(&stream, READ_EITHER) != Z_OK) return CZ_DAMAGED;
  // What a stream claims about its own size is not believed: room grows with what really comes out.
  size_t capacity = length * 4 < limit ? length * 4 + 64 : limit + 1;
  size_t filled = 0;
  long verdict = CZ_DAMAGED;
  uint8_t *room = malloc(capacity);
  while (room) {
    stream.next_out = room + filled;
    stream.avail_out = (uInt)(capacity - filled);
    int result = inflate(&stream, Z_NO_FLUSH);
    filled = capacity - stream.avail_out;
    if (filled > limit) {
      verdict = CZ_TOO_LARGE;
      break;
    }
    if (result == Z_STREAM_END) {
      verdict = (long)filled;
      break;
    }
    if (result != Z_OK || stream.avail_out != 0) break;
    capacity = capacity * 2 < limit + 1 ? capacity * 2 : limit + 1;
    uint8_t *larger = realloc(room, capacity);
    if (!larger) break;
    room = larger;
  }
  inflateEnd(&stream);
  if (verdict < 0)
    free(room);
  else
    *out = room;
  return verdict;
}

void cz_free(uint8_t *out) { free(out); }

uint32_t cz_crc32(const uint8_t *data, size_t length) {
  return (uint32_t)crc32_z(crc32_z(0, Z_NULL, 0), data, length);
}
