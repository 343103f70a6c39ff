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

static int guarded_concat(lua_State *L) {
  lua_Integer length = plain_length(L, 1);
  spend(L, span(luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, length)));
  return run_original(L);
}

static int guarded_unpack(lua_State *L) {
  lua_Integer length = plain_length(L, 1);
  int64_t count = span(luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, length));
  if (count > MOST_UNPACKED)
    return luaL_error(L, "table.unpack gives at most %d values", MOST_UNPACKED);
  spend(L, count);
  return run_original(L);
}

static int guarded_move(lua_State *L) {
  spend(L, span(luaL_checkinteger(L, 2), luaL_checkinteger(L, 3)));
  return run_original(L);
}

// MARK: sort

// Whether the second of two values, on the top of the stack, belongs before the first; pops them.
static bool out_of_order(lua_State *L) {
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
  wrap(L, "concat", guarded_concat);
  wrap(L, "unpack", guarded_unpack);
  wrap(L, "move", guarded_move);
  lua_pushcfunction(L, own_sort);
  lua_setfield(L, -2, "sort");
}
