// Lua's own interpreter with its own libraries, for tests and measurements to compare with.
#pragma once
#include <stddef.h>

/// Runs a chunk and copies the string it returns, or the error text, into `out`; returns its length
/// (cut to the capacity).
size_t reference_run(const char *chunk, size_t count, char *out, size_t capacity);

typedef struct reference_function reference_function;

/// Runs a chunk that returns a function; NULL when it does not.
reference_function *reference_open(const char *chunk, size_t count);
/// Calls the function with the number, and gives the number it returns.
long long reference_call(reference_function *function, long long argument);
/// Bytes that its state has allocated, rubbish left out.
size_t reference_memory(reference_function *function);
void reference_close(reference_function *function);
