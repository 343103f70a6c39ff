// Bytes to values. The bytes are of our own making; they are checked all the same.
#include "state.h"
#include <string.h>

enum { HEADER = 1 + 3 * 4 };

uint32_t read_u32(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static void require_bytes(lua_State *L, size_t count, size_t at, size_t needed) {
  if (count - at < needed || at > count) luaL_error(L, "a value from the host is cut short");
}

size_t skip_value(const uint8_t *bytes, size_t count, size_t at) {
  if (at >= count) return count;
  switch (bytes[at]) {
  case CLUA_INTEGER:
  case CLUA_NUMBER:
    return at + 9;
  case CLUA_STRING:
  case CLUA_TABLE:
  case CLUA_RECORD:
  case CLUA_OBJECT:
    return at + 5 + read_u32(bytes + at + 1);
  case CLUA_HANDLE:
  case CLUA_FUNCTION:
    return skip_value(bytes, count, at + 9);
  default:
    return at + 1;
  }
}

static void push_function(lua_State *L, uint32_t id) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, state_of(L)->references);
  if (lua_rawgeti(L, -1, id) != LUA_TFUNCTION)
    luaL_error(L, "a function from the host is unknown");
  lua_remove(L, -2);
}

static size_t push_table(
  lua_State *L, const uint8_t *bytes, size_t count, size_t at, uint32_t items, uint32_t fields
) {
  lua_createtable(L, (int)items, (int)fields);
  for (uint32_t i = 1; i <= items; i++) {
    at = decode_value(L, bytes, count, at, false);
    lua_rawseti(L, -2, i);
  }
  for (uint32_t i = 0; i < fields; i++) {
    at = decode_value(L, bytes, count, at, false);
    at = decode_value(L, bytes, count, at, false);
    lua_rawset(L, -3);
  }
  return at;
}

size_t decode_value(lua_State *L, const uint8_t *bytes, size_t count, size_t at, bool in_record) {
  require_bytes(L, count, at, 1);
  luaL_checkstack(L, 6, NULL);
  size_t next = skip_value(bytes, count, at);
  if (next > count) luaL_error(L, "a value from the host is cut short");
  const uint8_t *payload = bytes + at + 1;
  switch (bytes[at]) {
  case CLUA_NIL:
    lua_pushnil(L);
    break;
  case CLUA_FALSE:
  case CLUA_TRUE:
    lua_pushboolean(L, bytes[at] == CLUA_TRUE);
    break;
  case CLUA_INTEGER: {
    int64_t integer;
    memcpy(&integer, payload, sizeof integer);
    lua_pushinteger(L, integer);
    break;
  }
  case CLUA_NUMBER: {
    double number;
    memcpy(&number, payload, sizeof number);
    lua_pushnumber(L, number);
    break;
  }
  case CLUA_STRING:
    lua_pushlstring(L, (const char *)payload + 4, read_u32(payload));
    break;
  case CLUA_TABLE:
  case CLUA_RECORD:
  case CLUA_OBJECT: {
    require_bytes(L, count, at, HEADER);
    uint32_t items = read_u32(payload + 4), fields = read_u32(payload + 8);
    size_t body = at + HEADER;
    if (bytes[at] != CLUA_TABLE) {
      uint32_t class_size = (uint32_t)(skip_value(bytes, count, body) - body);
      push_record(
        L, bytes + body, next - body, items, fields, class_size, bytes[at] == CLUA_RECORD);
    } else if (in_record) {
      push_record(L, bytes + body, next - body, items, fields, 0, true);
    } else {
      push_table(L, bytes, count, body, items, fields);
    }
    break;
  }
  case CLUA_HANDLE: {
    uint64_t id;
    memcpy(&id, payload, sizeof id);
    push_handle(L, id, payload + 8, next - at - 9);
    break;
  }
  case CLUA_FUNCTION:
    push_function(L, read_u32(payload));
    break;
  default:
    luaL_error(L, "a value from the host has no known kind");
  }
  return next;
}

int decode_sequence(lua_State *L, const uint8_t *bytes, size_t count) {
  require_bytes(L, count, 0, 4);
  uint32_t values = read_u32(bytes);
  if (values > 1000) luaL_error(L, "too many values from the host");
  luaL_checkstack(L, (int)values + 6, NULL);
  size_t at = 4;
  for (uint32_t i = 0; i < values; i++) at = decode_value(L, bytes, count, at, false);
  return (int)values;
}
