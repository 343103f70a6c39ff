#include "CLuaReference.h"
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>
#include <lua5.4/lualib.h>
#include <string.h>

size_t reference_run(const char *chunk, size_t count, char *out, size_t capacity) {
  lua_State *L = luaL_newstate();
  if (L == NULL) return 0;
  luaL_openlibs(L);
  if (luaL_loadbufferx(L, chunk, count, "=chunk", "t") == LUA_OK) lua_pcall(L, 0, 1, 0);
  size_t length;
  const char *text = luaL_tolstring(L, -1, &length);
  if (length > capacity) length = capacity;
  memcpy(out, text, length);
  lua_close(L);
  return length;
}

// The function is the first on the state's stack.
reference_function *reference_open(const char *chunk, size_t count) {
  lua_State *L = luaL_newstate();
  if (L == NULL) return NULL;
  luaL_openlibs(L);
  if (luaL_loadbufferx(L, chunk, count, "=chunk", "t") == LUA_OK
      && lua_pcall(L, 0, 1, 0) == LUA_OK && lua_isfunction(L, -1))
    return (reference_function *)L;
  lua_close(L);
  return NULL;
}

long long reference_call(reference_function *function, long long argument) {
  lua_State *L = (lua_State *)function;
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, argument);
  if (lua_pcall(L, 1, 1, 0) != LUA_OK) return -1;
  return lua_tointeger(L, -1);
}

size_t reference_memory(reference_function *function) {
  lua_State *L = (lua_State *)function;
  lua_gc(L, LUA_GCCOLLECT);
  return (size_t)lua_gc(L, LUA_GCCOUNT) * 1024 + (size_t)lua_gc(L, LUA_GCCOUNTB);
}

void reference_close(reference_function *function) {
  if (function != NULL) lua_close((lua_State *)function);
}
