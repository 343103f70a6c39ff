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
