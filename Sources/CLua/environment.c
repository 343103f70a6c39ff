// What scripts find: the harmless part of Lua's libraries, read-only, and what the host adds.
#include "state.h"
#include <stdlib.h>
#include <string.h>

static const char *const base_names[] = {
  "assert", "error", "getmetatable", "ipairs", "rawequal", "rawget", "rawlen", "rawset",
  "select", "setmetatable", "tonumber", "tostring", "type", NULL};
static const char *const string_names[] = {
  "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse",
  "sub", "upper", NULL};
static const char *const table_names[] = {
  "concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
static const char *const math_names[] = {
  "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log",
  "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan",
  "tointeger", "type", "ult", NULL};
static const char *const utf8_names[] = {
  "char", "charpattern", "codepoint", "codes", "len", "offset", NULL};
static const char *const coroutine_names[] = {"isyieldable", "running", "status", NULL};

// Marks the metatables of read-only tables.
static const char lock;

bool is_locked(lua_State *L, int index) {
  if (!lua_getmetatable(L, index)) return false;
  lua_rawgetp(L, -1, &lock);
  bool locked = lua_toboolean(L, -1);
  lua_pop(L, 2);
  return locked;
}

// MARK: errors of names

// Upvalue: the name of the table.
static int unknown_member(lua_State *L) {
  const char *container = lua_tostring(L, lua_upvalueindex(1));
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  lua_settop(L, 2);
  push_hidden(L, container);
  if (strcmp(container, "_G") == 0) container = "";
  return unknown_name(L, container, lua_tostring(L, 2), 3);
}

static int assign_member(lua_State *L) {
  const char *container = lua_tostring(L, lua_upvalueindex(1));
  const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
  if (strcmp(container, "_G") == 0)
    return luaL_error(
      L, "'%s' is global, and rules have no global variables; write 'local %s'", name, name);
  return luaL_error(L, "%s is read-only: '%s' cannot be set", container, name);
}

// MARK: read-only tables

// Gives the table on the top a metatable that sends reading to `index`, below it on the stack.
static void lock_table(lua_State *L, const char *name) {
  lua_createtable(L, 0, 4);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushstring(L, name);
  lua_pushcclosure(L, assign_member, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, false);
  lua_setfield(L, -2, "__metatable");
  lua_pushboolean(L, true);
  lua_rawsetp(L, -2, &lock);
  lua_setmetatable(L, -2);
}

void push_hidden(lua_State *L, const char *name) {
  luaL_checkstack(L, 8, NULL);
  lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  if (lua_getfield(L, -1, name) == LUA_TTABLE) {
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushstring(L, name);
  lua_pushcclosure(L, unknown_member, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, name);
  lua_remove(L, -2);

  lua_newtable(L);
  lock_table(L, name);
  if (strcmp(name, "_G") == 0) {
    // Where the compiler takes the globals of a chunk from.
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    return;
  }
  const char *dot = strrchr(name, '.');
  if (dot != NULL) lua_pushlstring(L, name, (size_t)(dot - name));
  else lua_pushliteral(L, "_G");
  push_hidden(L, lua_tostring(L, -1));
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, dot != NULL ? dot + 1 : name);
  lua_pop(L, 3);
}

// MARK: libraries

static void copy_names(lua_State *L, int from, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(L, from, *names);
    lua_setfield(L, -2, *names);
  }
}

static void add_library(
  lua_State *L, const char *name, lua_CFunction open, const char *const *names,
  void (*guard)(lua_State *)
) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  push_hidden(L, name);
  copy_names(L, lua_gettop(L) - 1, names);
  if (guard != NULL) guard(L);
  lua_pop(L, 2);
}

static void set_string(lua_State *L) {
  set_guarded_string(L);
  set_patterns(L);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  set_guarded_arithmetic(L);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, false);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

static void set_base(lua_State *L) {
  set_guarded_base(L);
  set_protected_calls(L);
  lua_pushcfunction(L, ordered_pairs);
  lua_setfield(L, -2, "pairs");
  lua_pushcfunction(L, ordered_next);
  lua_setfield(L, -2, "next");
  lua_pushcfunction(L, host_require);
  lua_setfield(L, -2, "require");
}

void build_environment(lua_State *L, clua_state *s) {
  keep_unprotected_texts(L);
  lua_newtable(L);
  lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  int *tables[] = {&s->classes, &s->references, &s->modules};
  for (int i = 0; i < 3; i++) {
    lua_newtable(L);
    *tables[i] = luaL_ref(L, LUA_REGISTRYINDEX);
  }
  new_class(L, s, "");
  // The library's own globals table is left behind when the read-only one takes its place.
  add_library(L, "_G", luaopen_base, base_names, set_base);
  add_library(L, "string", luaopen_string, string_names, set_string);
  add_library(L, "table", luaopen_table, table_names, set_guarded_table);
  add_library(L, "math", luaopen_math, math_names, set_guarded_math);
  add_library(L, "utf8", luaopen_utf8, utf8_names, set_guarded_utf8);
  add_library(L, "coroutine", luaopen_coroutine, coroutine_names, set_coroutines);
}

// MARK: what the host adds

typedef struct {
  clua_state *s;
  const char *name;
  uint32_t id;
  const uint8_t *bytes;
  size_t count;
} definition;

// Pushes the table for the name and returns the last part of the name; raises when it is taken.
static const char *push_place(lua_State *L, clua_state *s, const char *name) {
  const char *colon = strrchr(name, ':'), *dot = strrchr(name, '.'), *last = name;
  if (colon != NULL) {
    last = colon + 1;
    lua_pushlstring(L, name, (size_t)(colon - name));
    if (!push_methods(L, s, lua_tostring(L, -1))) luaL_error(L, "no class for '%s'", name);
  } else if (dot != NULL) {
    last = dot + 1;
    lua_pushlstring(L, name, (size_t)(dot - name));
    push_hidden(L, lua_tostring(L, -1));
  } else {
    push_hidden(L, "_G");
  }
  lua_pushstring(L, last);
  if (lua_rawget(L, -2) != LUA_TNIL) luaL_error(L, "'%s' is taken", name);
  lua_pop(L, 1);
  return last;
}

static int define_function(lua_State *L) {
  const definition *d = lua_touserdata(L, 1);
  const char *last = push_place(L, d->s, d->name);
  lua_pushinteger(L, d->id);
  lua_pushcclosure(L, call_host, 1);
  lua_setfield(L, -2, last);
  return 0;
}

static int define_class(lua_State *L) {
  const definition *d = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, d->s->classes);
  if (lua_getfield(L, -1, d->name) != LUA_TNIL) luaL_error(L, "'%s' is taken", d->name);
  new_class(L, d->s, d->name);
  if (d->count == 0) return 0;
  lua_getfield(L, 2, d->name);
  declare_fields(L, d->bytes, d->count);
  return 0;
}

static int define_constant(lua_State *L) {
  const definition *d = lua_touserdata(L, 1);
  const char *last = push_place(L, d->s, d->name);
  decode_sequence(L, d->bytes, d->count);
  lua_setfield(L, -2, last);
  return 0;
}

static bool define(lua_CFunction body, definition d) {
  lua_State *L = d.s->lua;
  lua_settop(L, 0);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, &d);
  return lua_pcall(L, 1, 0, 0) == LUA_OK;
}

bool clua_define_function(clua_state *s, const char *name, uint32_t id, unsigned flags) {
  if (id != s->function_count) return false;
  int64_t *left = &s->limits.allocations;
  host_function *moved =
    may_allocate(left) ? realloc(s->functions, (id + 1) * sizeof *moved) : NULL;
  if (moved == NULL) return false;
  s->functions = moved;
  char *copy = may_allocate(left) ? strdup(name) : NULL;
  if (copy == NULL) return false;
  s->functions[s->function_count++] = (host_function){.name = copy, .flags = flags};
  return define(define_function, (definition){.s = s, .name = copy, .id = id});
}

bool clua_define_class(
  clua_state *s, const char *name, const uint8_t *fields, size_t count
) {
  return define(
    define_class, (definition){.s = s, .name = name, .bytes = fields, .count = count});
}

bool clua_define_constant(clua_state *s, const char *name, const uint8_t *bytes, size_t count) {
  return define(
    define_constant, (definition){.s = s, .name = name, .bytes = bytes, .count = count});
}
