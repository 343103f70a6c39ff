// The table library: bounded, and the same from run to run.
#include "state.h"

enum { MOST_UNPACKED = 10000 };

// The length that the loops of the library will go by; a __len could tell them anything.
static lua_Integer plain_length(lua_State *L, int index) {
  const record *r = to_record(L, index);
  if (r != NULL) return r->items;
  luaL_checktype(L, index, LUA_TTABLE);
  if (luaL_getmetafield(L, index, "__len") != LUA_TNIL)
    luaL_error(L, "the table library takes no tables with __len");
  return (lua_Integer)lua_rawlen(L, index);
}

// How many numbers there are from first to last.
static int64_t span(lua_Integer first, lua_Integer last) {
  if (last < first) return 0;
  uint64_t count = (uint64_t)last - (uint64_t)first;
  return count < INT64_MAX / 2 ? (int64_t)count + 1 : INT64_MAX / 2;
}

// insert and remove move what stands behind the position.
static int guarded_shift(lua_State *L) {
  lua_Integer length = plain_length(L, 1);
  bool removes = lua_toboolean(L, lua_upvalueindex(2));
  if (lua_gettop(L) >= (removes ? 2 : 3)) spend(L, span(luaL_checkinteger(L, 2), length));
  return run_original(L);
}

// Each element is charged for on its own: what stands behind __index may be far away.
static void add_element(lua_State *L, luaL_Buffer *text, lua_Integer at) {
  spend(L, 1);
  lua_geti(L, 1, at);
  if (!lua_isstring(L, -1))
    luaL_error(
      L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)at);
  luaL_addvalue(text);
}

static int own_concat(lua_State *L) {
  size_t size;
  lua_Integer length = plain_length(L, 1);
  const char *separator = luaL_optlstring(L, 2, "", &size);
  lua_Integer at = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, length);
  luaL_Buffer text;
  luaL_buffinit(L, &text);
  for (; at < last; at++) {
    add_element(L, &text, at);
    luaL_addlstring(&text, separator, size);
  }
  if (at == last) add_element(L, &text, at);
  luaL_pushresult(&text);
  return 1;
}

static int guarded_unpack(lua_State *L) {
  lua_Integer length = plain_length(L, 1);
  int64_t count = span(luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, length));
  if (count > MOST_UNPACKED)
    return luaL_error(L, "table.unpack gives at most %d values", MOST_UNPACKED);
  spend(L, count);
  return run_original(L);
}

static void move_element(lua_State *L, lua_Integer from, int target, lua_Integer to) {
  spend(L, 1);
  lua_geti(L, 1, from);
  lua_seti(L, target, to);
}

static int own_move(lua_State *L) {
  lua_Integer first = luaL_checkinteger(L, 2), last = luaL_checkinteger(L, 3);
  lua_Integer to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  if (to_record(L, 1) == NULL) luaL_checktype(L, 1, LUA_TTABLE);
  if (to_record(L, target) == NULL) luaL_checktype(L, target, LUA_TTABLE);
  if (last >= first) {
    luaL_argcheck(L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
    lua_Integer count = last - first + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
    bool overlaps = to > first && to <= last && lua_rawequal(L, 1, target);
    for (lua_Integer i = 0; i < count; i++) {
      lua_Integer offset = overlaps ? count - 1 - i : i;
      move_element(L, first + offset, target, to + offset);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

// MARK: sort

// Whether the second of two values, on the top of the stack, belongs before the first; pops them.
static bool out_of_order(lua_State *L) {
  // Strings are compared byte by byte; and no hook sees a comparison that is a C function.
  size_t left = lua_type(L, -2) == LUA_TSTRING ? lua_rawlen(L, -2) : 0;
  size_t right = lua_type(L, -1) == LUA_TSTRING ? lua_rawlen(L, -1) : 0;
  spend(L, 1 + (int64_t)(left < right ? left : right) / 4);
  bool result;
  if (lua_isnoneornil(L, 2)) {
    result = lua_compare(L, -1, -2, LUA_OPLT);
    lua_pop(L, 2);
  } else {
    lua_pushvalue(L, 2);
    lua_insert(L, -3);
    lua_insert(L, -2);
    lua_call(L, 2, 1);
    result = lua_toboolean(L, -1);
    lua_pop(L, 1);
  }
  return result;
}

// Merges from[low+1...middle] and from[middle+1...high] into to. Whatever an inconsistent
// comparison says, every element is taken once and nothing outside is touched.
static void merge(
  lua_State *L, int from, int to, lua_Integer low, lua_Integer middle, lua_Integer high
) {
  lua_Integer left = low + 1, right = middle + 1;
  for (lua_Integer out = low + 1; out <= high; out++) {
    bool take_right = left > middle;
    if (!take_right && right <= high) {
      lua_rawgeti(L, from, left);
      lua_rawgeti(L, from, right);
      take_right = out_of_order(L);
    }
    lua_rawgeti(L, from, take_right ? right++ : left++);
    lua_rawseti(L, to, out);
  }
}

// A stable merge sort: equal elements keep their order, where Lua's own leaves it to chance.
static int own_sort(lua_State *L) {
  lua_Integer length = plain_length(L, 1);
  luaL_checktype(L, 1, LUA_TTABLE);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  // With holes in it, the length may be any number before one.
  if ((uint64_t)length > state_of(L)->limits.memory / sizeof(void *))
    return luaL_error(L, "table.sort takes a list without holes");
  int64_t rounds = 1, cost = lua_isnil(L, 2) ? 1 : 10;
  for (lua_Integer width = 1; width < length; width *= 2) rounds++;
  spend(L, length * rounds * cost);
  // Both sides are tables of our own, so that the comparison may do as it likes with the argument.
  lua_createtable(L, (int)length, 0);
  lua_createtable(L, (int)length, 0);
  for (lua_Integer i = 1; i <= length; i++) {
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, 3, i);
  }
  int from = 3, to = 4;
  for (lua_Integer width = 1; width < length; width *= 2) {
    for (lua_Integer low = 0; low < length; low += 2 * width) {
      lua_Integer middle = low + width < length ? low + width : length;
      lua_Integer high = middle + width < length ? middle + width : length;
      merge(L, from, to, low, middle, high);
    }
    int swap = from;
    from = to;
    to = swap;
  }
  for (lua_Integer i = 1; i <= length; i++) {
    lua_rawgeti(L, from, i);
    lua_seti(L, 1, i);
  }
  return 0;
}

void set_guarded_table(lua_State *L) {
  static const char *const shifts[] = {"insert", "remove"};
  for (int removes = 0; removes < 2; removes++) {
    lua_getfield(L, -1, shifts[removes]);
    lua_pushboolean(L, removes);
    lua_pushcclosure(L, guarded_shift, 2);
    lua_setfield(L, -2, shifts[removes]);
  }
  wrap(L, "unpack", guarded_unpack);
  static const luaL_Reg own[] = {
    {"concat", own_concat}, {"move", own_move}, {"sort", own_sort}, {NULL, NULL}};
  luaL_setfuncs(L, own, 0);
}
