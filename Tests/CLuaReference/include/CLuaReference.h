// Lua's own interpreter with its own libraries, for tests to compare with.
#pragma once
#include <stddef.h>

/// Runs a chunk and copies the string it returns, or the error text, into `out`; returns its length
/// (cut to the capacity).
size_t reference_run(const char *chunk, size_t count, char *out, size_t capacity);
