#pragma once
// What the terminal needs of libqrencode: one symbol, as a square of modules.
#include <stddef.h>
#include <stdint.h>

/// Encodes a text with medium error correction (15 %). Fills `modules` row by row with 1 for dark and 0
/// for light, and returns the width; 0 if it does not fit into `capacity` modules or into a symbol.
int cq_encode(const char *text, uint8_t *modules, size_t capacity);
