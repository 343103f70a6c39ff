// Read-only objects whose fields are decoded when they are read, and opaque handles.
#include "state.h"
#include <string.h>

#define NOWHERE SIZE_MAX

// Everything a script can hold as a userdata begins with a word that tells its kind.
static void *to_object(lua_State *L, int index, uint32_t kind, size_t least) {
  if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) < least) return NULL;
  uint32_t *object = lua_touserdata(L, index);
  return *object == kind ? object : NULL;
}

record *to_record(lua_State *L, int index) {
  return to_object(L, index, OBJECT_RECORD, sizeof(record));
}

handle *to_handle(lua_State *L, int index) {
  return to_object(L, index, OBJECT_HANDLE, sizeof(handle));
}

// Where a class's metatable holds the shape of its objects, if it has one.
enum { CLASS_SHAPE = 1 };

// Pushes the metatable of the class whose name is encoded there; "" is the class of nested tables.
static void push_class(lua_State *L, const uint8_t *name, size_t size) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, state_of(L)->classes);
  if (size > 5) lua_pushlstring(L, (const char *)name + 5, size - 5);
  else lua_pushliteral(L, "");
  if (lua_rawget(L, -2) != LUA_TTABLE) {
    if (size > 5) lua_pushlstring(L, (const char *)name + 5, size - 5);
    luaL_error(L, "the host defines no class '%s'", lua_tostring(L, -1));
  }
  lua_replace(L, -2);
}

// The shape of an object with so many fields, whose class is on the top.
static const shape *shape_of_class(lua_State *L, uint32_t fields) {
  lua_rawgeti(L, -1, CLASS_SHAPE);
  const shape *declared = lua_touserdata(L, -1);
  lua_pop(L, 1);
  if (declared == NULL || declared->fields != fields)
    luaL_error(L, "the host gives fields that no class declares");
  return declared;
}

void push_record(
  lua_State *L, const uint8_t *bytes, size_t size, uint32_t items, uint32_t fields,
  uint32_t class_size, bool has_keys
) {
  push_class(L, bytes, class_size);
  const shape *shape = has_keys ? NULL : shape_of_class(L, fields);
  record *r = lua_newuserdatauv(L, sizeof(record) + size, 1);
  *r = (record){
    .kind = OBJECT_RECORD, .items = items, .fields = fields, .class_size = class_size,
    .shape = shape, .size = size, .cursor = class_size,
  };
  memcpy(r->bytes, bytes, size);
  lua_insert(L, -2);
  lua_setmetatable(L, -2);
}

void push_handle(lua_State *L, uint64_t id, const uint8_t *name, size_t size) {
  handle *h = lua_newuserdatauv(L, sizeof(handle) + size, 0);
  *h = (handle){.kind = OBJECT_HANDLE, .id = id, .size = size};
  memcpy(h->bytes, name, size);
  push_class(L, name, size);
  lua_setmetatable(L, -2);
}

// Where the item is; items are mostly read in order, so the search goes on from the last one.
static size_t find_item(lua_State *L, record *r, lua_Integer item) {
  if (item - 1 < (lua_Integer)r->cursor_item) {
    r->cursor_item = 0;
    r->cursor = r->class_size;
  }
  lua_Integer distance = item - 1 - (lua_Integer)r->cursor_item;
  if (distance > 16) spend(L, distance / 16);
  for (; (lua_Integer)r->cursor_item < item - 1; r->cursor_item++)
    r->cursor = skip_value(r->bytes, r->size, r->cursor);
  return r->cursor;
}

// Where the value of the object's field is.
static size_t find_declared(lua_State *L, record *r, int key) {
  if (lua_type(L, key) != LUA_TSTRING) return NOWHERE;
  size_t length;
  const char *wanted = lua_tolstring(L, key, &length);
  const uint8_t *name = r->shape->names;
  for (uint32_t i = 1; i <= r->fields; i++, name += 1 + name[0])
    if (name[0] == length && memcmp(name + 1, wanted, length) == 0)
      return find_item(L, r, (lua_Integer)r->items + i);
  return NOWHERE;
}

static size_t find_field(lua_State *L, record *r, int key) {
  if (r->shape != NULL) return find_declared(L, r, key);
  size_t at = find_item(L, r, (lua_Integer)r->items + 1);
  size_t length = 0;
  const char *name = NULL;
  if (lua_type(L, key) == LUA_TSTRING) name = lua_tolstring(L, key, &length);
  else if (!lua_isinteger(L, key)) return NOWHERE;
  int64_t number = lua_tointeger(L, key);
  for (uint32_t i = 0; i < r->fields; i++) {
    const uint8_t *field = r->bytes + at;
    bool found = name != NULL
      ? field[0] == CLUA_STRING && read_u32(field + 1) == length
        && memcmp(field + 5, name, length) == 0
      : field[0] == CLUA_INTEGER && memcmp(field + 1, &number, sizeof number) == 0;
    at = skip_value(r->bytes, r->size, at);
    if (found) return at;
    at = skip_value(r->bytes, r->size, at);
  }
  return NOWHERE;
}

bool record_get(lua_State *L, int index, record *r) {
  int key = lua_gettop(L);
  size_t at = NOWHERE;
  if (lua_isinteger(L, key)) {
    lua_Integer item = lua_tointeger(L, key);
    if (item >= 1 && item <= (lua_Integer)r->items) at = find_item(L, r, item);
  }
  if (at == NOWHERE) at = find_field(L, r, key);
  if (at == NOWHERE) {
    lua_pop(L, 1);
    lua_pushnil(L);
    return false;
  }
  uint8_t tag = r->bytes[at];
  if (tag < CLUA_TABLE) {
    decode_value(L, r->bytes, r->size, at, true);
    lua_replace(L, key);
    return true;
  }
  // What is more than a scalar is made once, so that it stays equal to itself.
  if (lua_getiuservalue(L, index, 1) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, index, 1);
  }
  lua_pushvalue(L, key);
  if (lua_rawget(L, -2) == LUA_TNIL) {
    lua_pop(L, 1);
    decode_value(L, r->bytes, r->size, at, true);
    lua_pushvalue(L, key);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
  }
  lua_replace(L, key);
  lua_settop(L, key);
  return true;
}

lua_Integer push_record_keys(lua_State *L, record *r) {
  lua_createtable(L, (int)(r->items + r->fields), 0);
  lua_Integer count = 0;
  for (uint32_t i = 1; i <= r->items; i++) {
    lua_pushinteger(L, i);
    lua_rawseti(L, -2, ++count);
  }
  if (r->shape != NULL) {
    const uint8_t *name = r->shape->names;
    for (uint32_t i = 0; i < r->fields; i++, name += 1 + name[0]) {
      lua_pushlstring(L, (const char *)name + 1, name[0]);
      lua_rawseti(L, -2, ++count);
    }
    return count;
  }
  size_t at = find_item(L, r, (lua_Integer)r->items + 1);
  for (uint32_t i = 0; i < r->fields; i++) {
    at = decode_value(L, r->bytes, r->size, at, true);
    lua_rawseti(L, -2, ++count);
    at = skip_value(r->bytes, r->size, at);
  }
  return count;
}

// Upvalues: the class name and its methods, nil where there are none.
static int object_index(lua_State *L) {
  lua_settop(L, 2);
  record *r = to_record(L, 1);
  if (r == NULL && to_handle(L, 1) == NULL) return luaL_error(L, "not an object");
  lua_pushvalue(L, 2);
  if (r != NULL && record_get(L, 1, r)) return 1;
  lua_settop(L, 2);
  bool has_methods = lua_type(L, lua_upvalueindex(2)) == LUA_TTABLE;
  lua_pushvalue(L, 2);
  if (has_methods && lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) return 1;
  if (!has_methods) lua_pushnil(L);
  const char *container = lua_tostring(L, lua_upvalueindex(1));
  if (container[0] == 0 || lua_type(L, 2) != LUA_TSTRING) return 1;
  lua_settop(L, 2);
  if (has_methods) lua_pushvalue(L, lua_upvalueindex(2));
  else lua_newtable(L);
  if (r != NULL) push_record_keys(L, r);
  return unknown_name(L, container, lua_tostring(L, 2), 3);
}

// Not a closure over the name: there are many classes, and it stands in each.
static int object_newindex(lua_State *L) {
  const char *container = luaL_getmetafield(L, 1, "__name") == LUA_TSTRING ? lua_tostring(L, -1) : "";
  return luaL_error(
    L, "%s is read-only: '%s' cannot be set",
    container[0] != 0 && strcmp(container, "table") != 0 ? container : "this table",
    lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "an item");
}

static int object_len(lua_State *L) {
  record *r = to_record(L, 1);
  lua_pushinteger(L, r != NULL ? (lua_Integer)r->items : 0);
  return 1;
}

void new_class(lua_State *L, clua_state *s, const char *name) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, s->classes);
  // What getmetatable would give is refused for all objects alike, so that it need not stand in each.
  lua_createtable(L, 0, 4);
  int metatable = lua_gettop(L);
  lua_pushstring(L, name);
  lua_pushnil(L);
  lua_pushcclosure(L, object_index, 2);
  lua_setfield(L, metatable, "__index");
  lua_pushcfunction(L, object_newindex);
  lua_setfield(L, metatable, "__newindex");
  lua_pushcfunction(L, object_len);
  lua_setfield(L, metatable, "__len");
  lua_pushstring(L, name[0] != 0 ? name : "table");
  lua_setfield(L, metatable, "__name");
  lua_setfield(L, metatable - 1, name);
  lua_pop(L, 1);
}

bool push_methods(lua_State *L, clua_state *s, const char *name) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, s->classes);
  if (lua_getfield(L, -1, name) != LUA_TTABLE) return false;
  lua_getfield(L, -1, "__index");
  int index = lua_gettop(L);
  lua_getupvalue(L, index, 2);
  if (lua_type(L, -1) == LUA_TTABLE) return true;
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setupvalue(L, index, 2);
  return true;
}

void declare_fields(lua_State *L, const uint8_t *bytes, size_t count) {
  enum { HEADER = 1 + 4 };  // of a string
  clua_state *s = state_of(L);
  uint32_t fields = read_u32(bytes);
  size_t size = sizeof(shape), at = 4;
  for (uint32_t i = 0; i < fields; i++, at = skip_value(bytes, count, at)) {
    if (at + HEADER > count || bytes[at] != CLUA_STRING || read_u32(bytes + at + 1) > UINT8_MAX
        || at + HEADER + read_u32(bytes + at + 1) > count)
      luaL_error(L, "a field's name is too long, or none");
    size += 1 + read_u32(bytes + at + 1);
  }
  shape *made = limited_alloc(s, NULL, 0, size);
  if (made == NULL) luaL_error(L, "no memory is left");
  *made = (shape){.next = s->shapes, .size = size, .fields = fields};
  s->shapes = made;
  uint8_t *name = made->names;
  at = 4;
  for (uint32_t i = 0; i < fields; i++, at = skip_value(bytes, count, at)) {
    uint32_t length = read_u32(bytes + at + 1);
    *name++ = (uint8_t)length;
    memcpy(name, bytes + at + HEADER, length);
    name += length;
  }
  lua_pushlightuserdata(L, made);
  lua_rawseti(L, -2, CLASS_SHAPE);
}
