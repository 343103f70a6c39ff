// Library functions with their arguments bounded, so that no call works long or large unseen.
#include "state.h"
#include <string.h>

int run_original(lua_State *L) {
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void wrap(lua_State *L, const char *name, lua_CFunction guard) {
  lua_getfield(L, -1, name);
  lua_pushcclosure(L, guard, 1);
  lua_setfield(L, -2, name);
}

static void set(lua_State *L, const char *name, lua_CFunction function) {
  lua_pushcfunction(L, function);
  lua_setfield(L, -2, name);
}

// Numbers are also made of strings, which are read whole.
static int charged_by_numerals(lua_State *L) {
  for (int i = 1; i <= 2; i++)
    if (lua_type(L, i) == LUA_TSTRING) spend(L, (int64_t)lua_rawlen(L, i) / 4);
  return run_original(L);
}

// The same of functions that take any number of them.
static void charge_numerals(lua_State *L) {
  int64_t bytes = 0;
  for (int i = lua_gettop(L); i >= 1; i--)
    if (lua_type(L, i) == LUA_TSTRING) bytes += (int64_t)lua_rawlen(L, i);
  if (bytes > 0) spend(L, bytes / 4);
}

static int charged_by_all_numerals(lua_State *L) {
  charge_numerals(L);
  return run_original(L);
}

// MARK: base

static int guarded_setmetatable(lua_State *L) {
  static const char *const refused[] = {"__gc", "__mode"};
  if (lua_type(L, 2) == LUA_TTABLE) {
    for (int i = 0; i < 2; i++) {
      lua_pushstring(L, refused[i]);
      if (lua_rawget(L, 2) != LUA_TNIL)
        return luaL_error(
          L, "%s is not available in rules: nothing may depend on when memory is freed",
          refused[i]);
      lua_pop(L, 1);
    }
  }
  return run_original(L);
}

// Objects share the metatables of their classes, which are nobody's to change.
static int guarded_getmetatable(lua_State *L) {
  if (lua_type(L, 1) != LUA_TUSERDATA) return run_original(L);
  lua_pushboolean(L, false);
  return 1;
}

static int guarded_rawset(lua_State *L) {
  if (is_locked(L, 1)) return luaL_error(L, "this table is read-only");
  return run_original(L);
}

// A record reads like a table, and says so.
static int own_type(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, to_record(L, 1) != NULL ? "table" : luaL_typename(L, 1));
  return 1;
}

// Like luaL_tolstring, but tells no addresses: they would differ from run to run.
const char *push_text(lua_State *L, int index, size_t *count) {
  spend(L, 2);
  if (luaL_callmeta(L, index, "__tostring")) {
    if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
    return lua_tolstring(L, -1, count);
  }
  switch (lua_type(L, index)) {
  case LUA_TNUMBER:
  case LUA_TSTRING:
    lua_pushvalue(L, index);
    break;
  case LUA_TBOOLEAN:
    lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
    break;
  default:
    if (luaL_getmetafield(L, index, "__name") != LUA_TSTRING)
      lua_pushstring(L, luaL_typename(L, index));
  }
  return lua_tolstring(L, -1, count);
}

static int own_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  push_text(L, 1, NULL);
  return 1;
}

void set_guarded_base(lua_State *L) {
  wrap(L, "tonumber", charged_by_numerals);
  wrap(L, "setmetatable", guarded_setmetatable);
  wrap(L, "getmetatable", guarded_getmetatable);
  wrap(L, "rawset", guarded_rawset);
  set(L, "type", own_type);
  set(L, "tostring", own_tostring);
}

// MARK: strings

// For functions that read the whole string without making anything of it.
static int charged_by_length(lua_State *L) {
  if (lua_type(L, 1) == LUA_TSTRING) spend(L, (int64_t)lua_rawlen(L, 1) / 8);
  return run_original(L);
}

static int guarded_byte(lua_State *L) {
  return lua_gettop(L) > 2 ? charged_by_length(L) : run_original(L);
}

static int guarded_rep(lua_State *L) {
  size_t length = 0, separator = 0;
  luaL_checklstring(L, 1, &length);
  lua_Integer times = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator);
  size_t limit = state_of(L)->limits.block;
  if (length + separator == 0) {
    // Lua's own would copy nothing that many times.
    lua_pushliteral(L, "");
    return 1;
  }
  if (times > 0 && (size_t)times > limit / (length + separator))
    return luaL_error(
      L, "string.rep would make a string larger than the limit of %d bytes", (int)limit);
  return run_original(L);
}

static int guarded_format(lua_State *L) {
  size_t count;
  const char *format = luaL_checklstring(L, 1, &count);
  charge_numerals(L);
  const char *end = format + count;
  int top = lua_gettop(L), argument = 1;
  for (const char *p = format; p < end; p++) {
    if (*p != '%') continue;
    if (++p < end && *p == '%') continue;
    while (p < end && *p != 0 && strchr("-+# 0123456789.", *p) != NULL) p++;
    argument++;
    if (p >= end || argument > top) break;
    if (*p == 'p') return luaL_error(L, "string.format: '%%p' is not available in rules");
    if (*p == 's' && lua_type(L, argument) != LUA_TSTRING) {
      push_text(L, argument, NULL);
      lua_replace(L, argument);
    }
  }
  return run_original(L);
}

void set_guarded_string(lua_State *L) {
  wrap(L, "byte", guarded_byte);
  wrap(L, "char", charged_by_all_numerals);
  wrap(L, "rep", guarded_rep);
  wrap(L, "format", guarded_format);
}

// The metamethods by which strings take part in arithmetic; their table is on the top of the stack.
void set_guarded_arithmetic(lua_State *L) {
  static const char *const names[] = {
    "__add", "__sub", "__mul", "__mod", "__pow", "__div", "__idiv", "__unm", NULL};
  for (int i = 0; names[i] != NULL; i++) wrap(L, names[i], charged_by_numerals);
}

void set_guarded_utf8(lua_State *L) {
  wrap(L, "len", charged_by_length);
  wrap(L, "codepoint", charged_by_length);
  wrap(L, "offset", charged_by_length);
  wrap(L, "char", charged_by_all_numerals);
}

// MARK: random numbers

// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014), from the
// run's seed: what a rule decides can be repeated.
static uint64_t next_random(lua_State *L) {
  clua_state *s = state_of(L);
  if (s->current == NULL) luaL_error(L, "no run is on");
  uint64_t z = s->current->random += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

static int own_random(lua_State *L) {
  lua_Integer low = 1, high;
  switch (lua_gettop(L)) {
  case 0:
    lua_pushnumber(L, (lua_Number)(next_random(L) >> 11) * 0x1p-53);
    return 1;
  case 1:
    high = luaL_checkinteger(L, 1);
    if (high == 0) {
      lua_pushinteger(L, (lua_Integer)next_random(L));
      return 1;
    }
    break;
  case 2:
    low = luaL_checkinteger(L, 1);
    high = luaL_checkinteger(L, 2);
    break;
  default:
    return luaL_error(L, "wrong number of arguments");
  }
  luaL_argcheck(L, low <= high, lua_gettop(L), "interval is empty");
  uint64_t span = (uint64_t)high - (uint64_t)low;
  uint64_t mask = span, number;
  for (int shift = 1; shift < 64; shift *= 2) mask |= mask >> shift;
  do number = next_random(L) & mask; while (number > span);
  lua_pushinteger(L, (lua_Integer)(number + (uint64_t)low));
  return 1;
}

void set_guarded_math(lua_State *L) {
  wrap(L, "max", charged_by_all_numerals);
  wrap(L, "min", charged_by_all_numerals);
  set(L, "random", own_random);
}
