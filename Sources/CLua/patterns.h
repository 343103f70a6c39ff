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
  int64_t settled;        // what was left when the run was last charged
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
// Takes steps off what is left; raises when nothing is.
void matcher_count(matcher *m, int64_t steps);
// Charges the run for the steps taken since the last time.
void matcher_settle(matcher *m);
// Raises the error, after charging for what led there.
_Noreturn void matcher_fail(matcher *m, const char *format, ...);
