// The order in which keys are visited: by number, then by name. Lua's own depends on addresses and on
// the time at which the state was made, so that a run could not be repeated.
#include "state.h"
#include <stdlib.h>
#include <string.h>

// MARK: pairs

// As small as it can be: with the largest table that fits, all its keys must fit, too.
typedef struct {
  uint8_t rank;  // numbers, strings, booleans, the rest
  bool is_integer;
  uint32_t position;
  uint32_t length;
  union {
    lua_Integer integer;
    lua_Number number;
    const char *text;
  };
} sort_key;

static lua_Number as_number(const sort_key *key) {
  return key->is_integer ? (lua_Number)key->integer : key->number;
}

static int compare_keys(const void *left, const void *right) {
  const sort_key *a = left, *b = right;
  if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
  if (a->rank == 0) {
    if (a->is_integer && b->is_integer)
      return a->integer < b->integer ? -1 : a->integer > b->integer;
    return as_number(a) < as_number(b) ? -1 : as_number(a) > as_number(b);
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
  sort_key key = {.rank = 3, .position = (uint32_t)position};
  size_t length;
  switch (lua_type(L, index)) {
  case LUA_TNUMBER:
    key.rank = 0;
    key.is_integer = lua_isinteger(L, index);
    if (key.is_integer) key.integer = lua_tointeger(L, index);
    else key.number = lua_tonumber(L, index);
    break;
  case LUA_TSTRING:
    key.rank = 1;
    key.text = lua_tolstring(L, index, &length);
    key.length = (uint32_t)length;
    break;
  case LUA_TBOOLEAN:
    key.rank = 2;
    key.position = (uint32_t)lua_toboolean(L, index);
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
      lua_rawgeti(L, keys, -(lua_Integer)key->position);
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

// MARK: next

// Lua's rank of a key, as in sort_key.
static int key_rank(lua_State *L, int index) {
  switch (lua_type(L, index)) {
  case LUA_TNUMBER: return 0;
  case LUA_TSTRING: return 1;
  case LUA_TBOOLEAN: return 2;
  default: return 3;
  }
}

// Whether the first key comes before the second; neither is of the last rank.
static bool comes_before(lua_State *L, int first, int second) {
  int rank = key_rank(L, first), other = key_rank(L, second);
  if (rank != other) return rank < other;
  if (rank == 0) return lua_compare(L, first, second, LUA_OPLT);
  sort_key a = sort_key_at(L, first, 0), b = sort_key_at(L, second, 0);
  return compare_keys(&a, &b) < 0;
}

// Goes on in the table's own order to the next key that has none of ours; false at the end. Both
// ways the key on the top is replaced, by the pair or by nothing.
static bool next_unordered(lua_State *L) {
  while (lua_next(L, 1)) {
    if (key_rank(L, -2) == 3) return true;
    lua_pop(L, 1);
  }
  return false;
}

int ordered_next(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 2);
  bool first = lua_isnil(L, 2), found = false;
  if (first || key_rank(L, 2) < 3) {
    int64_t count = 0;
    lua_pushnil(L);  // at 3, the nearest key so far
    lua_pushnil(L);
    while (lua_next(L, 1)) {
      count++;
      lua_pop(L, 1);
      int key = lua_gettop(L);
      if (key_rank(L, key) == 3 || !(first || comes_before(L, 2, key))) continue;
      if (found && !comes_before(L, key, 3)) continue;
      found = true;
      lua_pushvalue(L, key);
      lua_replace(L, 3);
    }
    spend(L, count);
    if (found) {
      lua_pushvalue(L, 3);
      lua_pushvalue(L, 3);
      lua_rawget(L, 1);
      return 2;
    }
    lua_pushnil(L);
  }
  if (next_unordered(L)) return 2;
  lua_pushnil(L);
  return 1;
}
