// The table library and pairs: bounded, and the same from run to run.
#include "state.h"
#include <stdlib.h>
#include <string.h>

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

// MARK: pairs

typedef struct {
  int rank;  // numbers, strings, booleans, the rest
  bool is_integer;
  lua_Integer integer;
  lua_Number number;
  const char *text;
  size_t length;
  lua_Integer position;
} sort_key;

static int compare_keys(const void *left, const void *right) {
  const sort_key *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == 0) {
    if (a->is_integer && b->is_integer)
      return a->integer < b->integer ? -1 : a->integer > b->integer;
    return a->number < b->number ? -1 : a->number > b->number;
  }
  if (a->rank == 1) {
    size_t common = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, common);
    if (order != 0) return order;
    return a->length < b->length ? -1 : a->length > b->length;
  }
  return a->position < b->position ? -1 : a->position > b->position;
}

static sort_key sort_key_at(lua_State *L, int index, lua_Integer position) {
  sort_key key = {.rank = 3, .position = position};
  switch (lua_type(L, index)) {
  case LUA_TNUMBER:
    key.rank = 0;
    key.is_integer = lua_isinteger(L, index);
    key.integer = lua_tointeger(L, index);
    key.number = lua_tonumber(L, index);
    break;
  case LUA_TSTRING:
    key.rank = 1;
    key.text = lua_tolstring(L, index, &key.length);
    break;
  case LUA_TBOOLEAN:
    key.rank = 2;
    key.position = lua_toboolean(L, index);
    break;
  }
  return key;
}

// Pushes the keys of the table as a list: numbers, then strings, each in their order.
static void push_sorted_keys(lua_State *L, int index) {
  lua_newtable(L);
  int keys = lua_gettop(L);
  lua_Integer count = 0;
  bool sorted = true;
  lua_pushnil(L);
  while (lua_next(L, index)) {
    lua_pop(L, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, keys, ++count);
    sorted = sorted && lua_isinteger(L, -1) && lua_tointeger(L, -1) == count;
  }
  spend(L, count * 4);
  if (sorted) return;
  sort_key *order = lua_newuserdatauv(L, (size_t)count * sizeof *order, 0);
  for (lua_Integer i = 1; i <= count; i++) {
    lua_rawgeti(L, keys, i);
    order[i - 1] = sort_key_at(L, -1, i);
    if (order[i - 1].rank == 3) lua_rawseti(L, keys, -i);
    else lua_pop(L, 1);
  }
  qsort(order, (size_t)count, sizeof *order, compare_keys);
  for (lua_Integer i = 1; i <= count; i++) {
    const sort_key *key = &order[i - 1];
    switch (key->rank) {
    case 0:
      if (key->is_integer) lua_pushinteger(L, key->integer);
      else lua_pushnumber(L, key->number);
      break;
    case 1:
      lua_pushlstring(L, key->text, key->length);
      break;
    case 2:
      lua_pushboolean(L, (int)key->position);
      break;
    default:
      lua_rawgeti(L, keys, -key->position);
    }
    lua_rawseti(L, keys, i);
  }
  lua_pop(L, 1);
}

// Upvalues: the keys, the position. The loop hands in the table.
static int next_pair(lua_State *L) {
  lua_Integer position = lua_tointeger(L, lua_upvalueindex(2));
  record *r = to_record(L, 1);
  if (r == NULL) luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  for (;;) {
    if (lua_rawgeti(L, lua_upvalueindex(1), ++position) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    if (r != NULL) record_get(L, 1, r);
    else lua_rawget(L, 1);
    // A field that was removed on the way, or is absent in a record, is passed over.
    if (!lua_isnil(L, -1)) break;
    lua_settop(L, 1);
  }
  lua_pushinteger(L, position);
  lua_replace(L, lua_upvalueindex(2));
  return 2;
}

int ordered_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 3);
    return 3;
  }
  record *r = to_record(L, 1);
  if (r == NULL) luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  if (r != NULL) push_record_keys(L, r);
  else push_sorted_keys(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, next_pair, 2);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}
