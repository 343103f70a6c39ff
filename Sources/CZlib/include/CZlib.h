#pragma once
// What MTProto needs of zlib: gzip in memory, with a bound on what comes out, and CRC-32.
#include <stddef.h>
#include <stdint.h>

/// Compresses into `out` of `capacity` bytes as gzip. Returns what was written, 0 if it did not fit.
size_t cz_deflate(const uint8_t *data, size_t length, uint8_t *out, size_t capacity);

/// The size of the result; CZ_TOO_LARGE if it exceeds `limit`, CZ_DAMAGED if the data is no whole
/// gzip or zlib stream. `*out` is given back with cz_free. Never allocates more than twice `limit`.
enum { CZ_DAMAGED = -1, CZ_TOO_LARGE = -2 };
long cz_inflate(const uint8_t *data, size_t length, size_t limit, uint8_t **out);
void cz_free(uint8_t *out);

uint32_t cz_crc32(const uint8_t *data, size_t length);
