// Lua's patterns with their steps counted.
#pragma once
#include "state.h"

enum { MOST_CAPTURES = 32, OPEN_CAPTURE = -1, POSITION_CAPTURE = -2 };

typedef struct {
  const char *start;
  ptrdiff_t length;       // or one of the above
} capture;

typedef struct {
  lua_State *L;
  const char *subject, *subject_end, *pattern_end;
  int64_t steps;          // left
  int depth;              // left
  int captures;
  capture capture[MOST_CAPTURES];
} matcher;

// Sets the matcher up for one call of a library function.
void matcher_begin(
  matcher *m, lua_State *L, const char *subject, size_t subject_size, const char *pattern_end);
// The end of the match of the pattern at the place, NULL when there is none. Raises when the
// pattern is malformed or takes too long.
const char *matcher_match(matcher *m, const char *at, const char *pattern);
// Charges the run for the steps taken since matcher_begin.
void matcher_settle(matcher *m);
