// string.find, match, gmatch and gsub over the counting matcher.
#define _GNU_SOURCE
#include "patterns.h"
#include <ctype.h>
#include <string.h>

// The offset that a position argument means; one past the end is the furthest that is meant.
static size_t start_offset(lua_Integer position, size_t length) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)length) return 0;
  return length - (size_t)-position;
}

// MARK: results

enum { STEPS_PER_CAPTURE = 10 };

// Pushes one capture; the whole match stands for the first when the pattern has none.
static void push_capture(matcher *m, int index, const char *start, const char *end) {
  if (index >= m->captures) {
    if (index != 0) matcher_fail(m, "invalid capture index %%%d", index + 1);
    lua_pushlstring(m->L, start, (size_t)(end - start));
    return;
  }
  const capture *c = &m->capture[index];
  if (c->length == OPEN_CAPTURE) matcher_fail(m, "unfinished capture");
  if (c->length == POSITION_CAPTURE) lua_pushinteger(m->L, c->start - m->subject + 1);
  else lua_pushlstring(m->L, c->start, (size_t)c->length);
}

// Pushes all captures; with a match to stand for them when there are none.
static int push_captures(matcher *m, const char *start, const char *end) {
  int count = m->captures == 0 && start != NULL ? 1 : m->captures;
  luaL_checkstack(m->L, count, "too many captures");
  for (int i = 0; i < count; i++) push_capture(m, i, start, end);
  return count;
}

// MARK: find, match

static int find_plain(
  lua_State *L, const char *text, size_t length, size_t start, const char *part, size_t size
) {
  spend(L, (int64_t)(length - start) / 16);
  const char *found = size == 0 ? text + start : memmem(text + start, length - start, part, size);
  if (found == NULL) {
    lua_pushnil(L);
    return 1;
  }
  lua_pushinteger(L, found - text + 1);
  lua_pushinteger(L, found - text + (lua_Integer)size);
  return 2;
}

static bool has_specials(const char *pattern, size_t size) {
  for (size_t i = 0; i < size; i++) {
    switch (pattern[i]) {
    case '^': case '$': case '*': case '+': case '?': case '.': case '(': case '[': case '%': case '-':
      return true;
    }
  }
  return false;
}

static int search(lua_State *L, bool wants_position) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &size);
  spend(L, (int64_t)size / 16);
  size_t start = start_offset(luaL_optinteger(L, 3, 1), length);
  if (start > length) {
    lua_pushnil(L);
    return 1;
  }
  if (wants_position && (lua_toboolean(L, 4) || !has_specials(pattern, size)))
    return find_plain(L, text, length, start, pattern, size);
  matcher m;
  matcher_begin(&m, L, text, length, pattern + size);
  bool anchored = *pattern == '^';
  if (anchored) pattern++;
  for (const char *at = text + start; at <= m.subject_end; at++) {
    const char *end = matcher_match(&m, at, pattern);
    if (end != NULL) {
      matcher_settle(&m);
      if (!wants_position) return push_captures(&m, at, end);
      lua_pushinteger(L, at - text + 1);
      lua_pushinteger(L, end - text);
      return 2 + push_captures(&m, NULL, NULL);
    }
    if (anchored) break;
  }
  matcher_settle(&m);
  lua_pushnil(L);
  return 1;
}

static int own_find(lua_State *L) { return search(L, true); }
static int own_match(lua_State *L) { return search(L, false); }

// MARK: gmatch

typedef struct {
  uint32_t kind;
  size_t next;       // where the next search begins
  size_t last_end;   // of the last match: the next may not be empty there; at first SIZE_MAX
} iteration;

// Upvalues: the text, the pattern, the iteration.
static int next_match(lua_State *L) {
  size_t length, size;
  const char *text = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &size);
  iteration *i = lua_touserdata(L, lua_upvalueindex(3));
  matcher m;
  matcher_begin(&m, L, text, length, pattern + size);
  for (size_t at = i->next; at <= length; at++) {
    const char *end = matcher_match(&m, text + at, pattern);
    if (end == NULL || (size_t)(end - text) == i->last_end) continue;
    i->next = i->last_end = (size_t)(end - text);
    matcher_settle(&m);
    return push_captures(&m, text + at, end);
  }
  i->next = length + 1;
  matcher_settle(&m);
  return 0;
}

static int own_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t start = start_offset(luaL_optinteger(L, 3, 1), length);
  lua_settop(L, 2);
  iteration *i = lua_newuserdatauv(L, sizeof *i, 0);
  *i = (iteration){
    .kind = OBJECT_OTHER, .next = start > length ? length + 1 : start, .last_end = SIZE_MAX};
  lua_pushcclosure(L, next_match, 3);
  return 1;
}

// MARK: gsub

static void add_template(matcher *m, luaL_Buffer *b, const char *start, const char *end) {
  size_t size;
  const char *text = lua_tolstring(m->L, 3, &size), *text_end = text + size;
  for (const char *p = text; p < text_end; p++) {
    matcher_count(m, 1);
    if (*p != '%') {
      luaL_addchar(b, *p);
      continue;
    }
    p++;
    if (p < text_end && *p == '%') {
      luaL_addchar(b, '%');
    } else if (p < text_end && *p == '0') {
      luaL_addlstring(b, start, (size_t)(end - start));
    } else if (p < text_end && isdigit((unsigned char)*p)) {
      matcher_count(m, STEPS_PER_CAPTURE);
      push_capture(m, *p - '1', start, end);
      luaL_tolstring(m->L, -1, NULL);
      lua_remove(m->L, -2);
      luaL_addvalue(b);
    } else {
      matcher_fail(m, "invalid use of '%%' in replacement string");
    }
  }
}

// Adds what stands for the match; whether that may be other than the match itself.
static bool add_replacement(matcher *m, luaL_Buffer *b, const char *start, const char *end) {
  lua_State *L = m->L;
  matcher_count(m, STEPS_PER_CAPTURE);
  switch (lua_type(L, 3)) {
  case LUA_TFUNCTION: {
    matcher_settle(m);
    lua_pushvalue(L, 3);
    int count = push_captures(m, start, end);
    lua_call(L, count, 1);
    break;
  }
  case LUA_TTABLE:
  case LUA_TUSERDATA:
    matcher_settle(m);
    push_capture(m, 0, start, end);
    lua_gettable(L, 3);
    break;
  default:
    add_template(m, b, start, end);
    return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(b, start, (size_t)(end - start));
    return false;
  }
  if (!lua_isstring(L, -1))
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  luaL_addvalue(b);
  return true;
}

static int own_gsub(lua_State *L) {
  size_t length, size;
  const char *text = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &size);
  int kind = lua_type(L, 3);
  luaL_argexpected(
    L, kind == LUA_TSTRING || kind == LUA_TNUMBER || kind == LUA_TTABLE || kind == LUA_TFUNCTION
      || to_record(L, 3) != NULL, 3, "string/function/table");
  if (kind == LUA_TNUMBER) lua_tostring(L, 3);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  matcher m;
  matcher_begin(&m, L, text, length, pattern + size);
  bool anchored = *pattern == '^', changed = false;
  if (anchored) pattern++;
  luaL_Buffer b;
  luaL_buffinit(L, &b);
  const char *at = text, *last_end = NULL;
  lua_Integer count = 0;
  while (count < most) {
    const char *end = matcher_match(&m, at, pattern);
    if (end != NULL && end != last_end) {
      count++;
      changed = add_replacement(&m, &b, at, end) || changed;
      at = last_end = end;
    } else if (at < m.subject_end) {
      luaL_addchar(&b, *at++);
    } else {
      break;
    }
    if (anchored) break;
  }
  if (changed) {
    luaL_addlstring(&b, at, (size_t)(m.subject_end - at));
    luaL_pushresult(&b);
  } else {
    lua_pushvalue(L, 1);
  }
  matcher_settle(&m);
  lua_pushinteger(L, count);
  return 2;
}

void set_patterns(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"find", own_find}, {"match", own_match}, {"gmatch", own_gmatch}, {"gsub", own_gsub},
    {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}
