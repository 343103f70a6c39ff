// The matcher of Lua's patterns, as the reference manual (5.4, 6.4.1) describes them. No hook fires
// inside a C function, so it counts its own steps.
#include "patterns.h"
#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DEPTH = 200, STEPS_PER_BYTE = 8, STEPS_PER_INSTRUCTION = 10 };

void matcher_begin(
  matcher *m, lua_State *L, const char *subject, size_t subject_size, const char *pattern_end
) {
  m->L = L;
  m->subject = subject;
  m->subject_end = subject + subject_size;
  m->pattern_end = pattern_end;
  m->steps = m->settled =
    state_of(L)->limits.pattern_steps + STEPS_PER_BYTE * (int64_t)subject_size;
}

void matcher_settle(matcher *m) {
  int64_t instructions = (m->settled - m->steps) / STEPS_PER_INSTRUCTION;
  m->settled -= instructions * STEPS_PER_INSTRUCTION;
  spend(m->L, instructions);
}

void matcher_fail(matcher *m, const char *format, ...) {
  matcher_settle(m);
  va_list arguments;
  va_start(arguments, format);
  luaL_where(m->L, 1);
  lua_pushvfstring(m->L, format, arguments);
  va_end(arguments);
  lua_concat(m->L, 2);
  lua_error(m->L);
  abort();  // not reached
}

void matcher_count(matcher *m, int64_t steps) {
  m->steps -= steps;
  if (m->steps >= 0) return;
  matcher_fail(
    m, "the pattern takes too long on a string of %d bytes; make it simpler, with fewer of"
    " '*', '+', '-' in a row", (int)(m->subject_end - m->subject));
}

// MARK: one character

// The end of the item that matches a single character: x, %x or [set].
static const char *item_end(matcher *m, const char *p) {
  char first = *p++;
  if (first == '%') {
    if (p == m->pattern_end) matcher_fail(m, "malformed pattern (ends with '%%')");
    return p + 1;
  }
  if (first != '[') return p;
  const char *start = p;
  if (*p == '^') p++;
  // The first character of a set is its member even when it is ']'.
  do {
    if (p == m->pattern_end) matcher_fail(m, "malformed pattern (missing ']')");
    if (*p++ == '%' && p < m->pattern_end) p++;
  } while (*p != ']');
  matcher_count(m, (p - start) / 8);
  return p + 1;
}

static bool in_class(int character, int letter) {
  bool belongs;
  switch (tolower(letter)) {
  case 'a': belongs = isalpha(character); break;
  case 'c': belongs = iscntrl(character); break;
  case 'd': belongs = isdigit(character); break;
  case 'g': belongs = isgraph(character); break;
  case 'l': belongs = islower(character); break;
  case 'p': belongs = ispunct(character); break;
  case 's': belongs = isspace(character); break;
  case 'u': belongs = isupper(character); break;
  case 'w': belongs = isalnum(character); break;
  case 'x': belongs = isxdigit(character); break;
  case 'z': belongs = character == 0; break;  // from Lua 5.1; still there
  default: return letter == character;
  }
  return isupper(letter) ? !belongs : belongs;
}

// Whether the set [p...close] has the character.
static bool in_set(int character, const char *p, const char *close) {
  bool wanted = true;
  if (*++p == '^') {
    wanted = false;
    p++;
  }
  for (; p < close; p++) {
    if (*p == '%') {
      p++;
      if (in_class(character, (unsigned char)*p)) return wanted;
    } else if (p[1] == '-' && p + 2 < close) {
      if ((unsigned char)p[0] <= character && character <= (unsigned char)p[2]) return wanted;
      p += 2;
    } else if ((unsigned char)*p == character) {
      return wanted;
    }
  }
  return !wanted;
}

static bool matches_one(matcher *m, const char *at, const char *p, const char *end) {
  if (at >= m->subject_end) return false;
  int character = (unsigned char)*at;
  switch (*p) {
  case '.':
    return true;
  case '%':
    return in_class(character, (unsigned char)p[1]);
  case '[':
    matcher_count(m, (end - p) / 8);
    return in_set(character, p, end - 1);
  default:
    return (unsigned char)*p == character;
  }
}

// MARK: captures and special items

static const char *match_here(matcher *m, const char *at, const char *p);

static const char *open_capture(matcher *m, const char *at, const char *p, ptrdiff_t length) {
  if (m->captures >= MOST_CAPTURES) matcher_fail(m, "too many captures");
  m->capture[m->captures++] = (capture){.start = at, .length = length};
  const char *end = match_here(m, at, p);
  if (end == NULL) m->captures--;
  return end;
}

static const char *close_capture(matcher *m, const char *at, const char *p) {
  int last = m->captures - 1;
  while (last >= 0 && m->capture[last].length != OPEN_CAPTURE) last--;
  if (last < 0) matcher_fail(m, "invalid pattern capture");
  m->capture[last].length = at - m->capture[last].start;
  const char *end = match_here(m, at, p);
  if (end == NULL) m->capture[last].length = OPEN_CAPTURE;
  return end;
}

// %1...%9: the same text as that capture.
static const char *match_again(matcher *m, const char *at, int digit) {
  int index = digit - '1';
  if (index < 0 || index >= m->captures || m->capture[index].length == OPEN_CAPTURE)
    matcher_fail(m, "invalid capture index %%%d", index + 1);
  // A position capture has no text, and matches nothing.
  ptrdiff_t length = m->capture[index].length;
  if (length < 0 || m->subject_end - at < length) return NULL;
  matcher_count(m, length / 8);
  return memcmp(m->capture[index].start, at, (size_t)length) == 0 ? at + length : NULL;
}

// %bxy: from x to the y that balances it.
static const char *match_balanced(matcher *m, const char *at, const char *p) {
  if (p >= m->pattern_end - 1)
    matcher_fail(m, "malformed pattern (missing arguments to '%%b')");
  if (at >= m->subject_end || *at != p[0]) return NULL;
  int open = 1;
  while (++at < m->subject_end) {
    matcher_count(m, 1);
    if (*at == p[1]) {
      if (--open == 0) return at + 1;
    } else if (*at == p[0]) {
      open++;
    }
  }
  return NULL;
}

// %f[set]: between a character outside the set and one inside. Returns the end of the item.
static const char *match_frontier(matcher *m, const char *at, const char *p) {
  if (*p != '[') matcher_fail(m, "missing '[' after '%%f' in pattern");
  const char *end = item_end(m, p);
  int before = at == m->subject ? 0 : (unsigned char)at[-1];
  matcher_count(m, (end - p) / 8);
  // A string of Lua is followed by a zero, which counts as its end.
  if (in_set(before, p, end - 1) || !in_set((unsigned char)*at, p, end - 1)) return NULL;
  return end;
}

// MARK: repetition

static const char *match_most(matcher *m, const char *at, const char *p, const char *end) {
  ptrdiff_t count = 0;
  while (matches_one(m, at + count, p, end)) {
    matcher_count(m, 1);
    count++;
  }
  for (; count >= 0; count--) {
    const char *match = match_here(m, at + count, end + 1);
    if (match != NULL) return match;
  }
  return NULL;
}

static const char *match_fewest(matcher *m, const char *at, const char *p, const char *end) {
  for (;; at++) {
    const char *match = match_here(m, at, end + 1);
    if (match != NULL) return match;
    if (!matches_one(m, at, p, end)) return NULL;
  }
}

// Matches the items one after the other, and calls itself only where it may have to come back.
static const char *match_items(matcher *m, const char *at, const char *p) {
  while (p != m->pattern_end) {
    matcher_count(m, 1);
    switch (*p) {
    case '(':
      return p[1] == ')' ? open_capture(m, at, p + 2, POSITION_CAPTURE)
                         : open_capture(m, at, p + 1, OPEN_CAPTURE);
    case ')':
      return close_capture(m, at, p + 1);
    case '$':
      if (p + 1 == m->pattern_end) return at == m->subject_end ? at : NULL;
      break;
    case '%':
      if (p[1] == 'b') {
        at = match_balanced(m, at, p + 2);
        if (at == NULL) return NULL;
        p += 4;
        continue;
      }
      if (p[1] == 'f') {
        p = match_frontier(m, at, p + 2);
        if (p == NULL) return NULL;
        continue;
      }
      if (isdigit((unsigned char)p[1])) {
        at = match_again(m, at, p[1]);
        if (at == NULL) return NULL;
        p += 2;
        continue;
      }
      break;
    }
    const char *end = item_end(m, p);
    bool matches = matches_one(m, at, p, end);
    if (!matches && (*end == '*' || *end == '-')) {
      // Like '?': nothing to come back to, and so no level deeper.
      p = end + 1;
      continue;
    }
    switch (*end) {
    case '?':
      if (matches) {
        const char *match = match_here(m, at + 1, end + 1);
        if (match != NULL) return match;
      }
      p = end + 1;
      break;
    case '*':
      return match_most(m, at, p, end);
    case '+':
      return matches ? match_most(m, at + 1, p, end) : NULL;
    case '-':
      return match_fewest(m, at, p, end);
    default:
      if (!matches) return NULL;
      at++;
      p = end;
    }
  }
  return at;
}

static const char *match_here(matcher *m, const char *at, const char *p) {
  if (m->depth-- == 0) matcher_fail(m, "pattern too complex");
  const char *end = match_items(m, at, p);
  m->depth++;
  return end;
}

const char *matcher_match(matcher *m, const char *at, const char *pattern) {
  m->captures = 0;
  m->depth = MOST_DEPTH;
  return match_here(m, at, pattern);
}
