// What is told of a run: where it stands, or why it failed.
#include "state.h"
#include <string.h>

enum {
  DEEP = 2000,            // calls inside one another, beyond what any rule means to do
  RESERVE = 256 * 1024,   // bytes above the cap to tell that it was reached
  LONGEST_MESSAGE = 4096
};

clua_outcome run_outcome(clua_state *s, int status, const run *r) {
  return (clua_outcome){
    .status = status, .bytes = s->outgoing.bytes, .count = s->outgoing.count, .slot = r->slot,
    .generation = r->generation, .wait = r->wait, .given = r->given,
  };
}

clua_outcome plain_failure(clua_state *s, int reason, const char *message) {
  uint32_t count = 4;
  uint8_t nil = CLUA_NIL;
  buffer_reset(&s->outgoing);
  bool fits = buffer_append(&s->outgoing, &count, sizeof count)
    && encode_string(&s->outgoing, message, strlen(message))
    && buffer_append(&s->outgoing, &nil, 1) && buffer_append(&s->outgoing, &nil, 1)
    && encode_string(&s->outgoing, "", 0);
  clua_outcome result = {.status = CLUA_FAILED, .reason = reason};
  if (fits) {
    result.bytes = s->outgoing.bytes;
    result.count = s->outgoing.count;
  }
  return result;
}

clua_outcome protected_failure(clua_state *s, int status, int reason) {
  const char *message = lua_type(s->lua, -1) == LUA_TSTRING ? lua_tostring(s->lua, -1) : "";
  return plain_failure(s, status == LUA_ERRMEM ? CLUA_MEMORY : reason, message);
}

typedef struct {
  clua_state *s;
  run *r;
  lua_State *thread;
  int reason;
} failed_run;

// Replaces the error value on the top by a text. No script code runs any more: no __tostring.
static void describe_value(lua_State *L) {
  switch (lua_type(L, -1)) {
  case LUA_TSTRING:
  case LUA_TNUMBER:
    lua_tostring(L, -1);
    return;
  case LUA_TNIL:
    lua_pushliteral(L, "an error without a message: error(nil)");
    break;
  case LUA_TTABLE:
    lua_pushliteral(L, "message");
    if (lua_rawget(L, -2) != LUA_TSTRING)
      lua_pushliteral(L, "an error whose message is a table: error({...}); give it a string");
    break;
  default:
    lua_pushfstring(L, "an error whose message is a %s", luaL_typename(L, -1));
  }
}

static int describe(lua_State *L) {
  failed_run *f = lua_touserdata(L, 1);
  clua_state *s = f->s;
  luaL_checkstack(L, 20, NULL);
  if (lua_gettop(f->thread) > 0) lua_xmove(f->thread, L, 1);
  else lua_pushnil(L);
  describe_value(L);
  size_t length;
  const char *message = lua_tolstring(L, -1, &length);
  lua_Debug where;
  bool found = calling_line(f->thread, 0, &where);
  const char *file = found ? where.source + (where.source[0] == '=') : "?";
  int64_t line = found ? where.currentline : 0;
  if (f->r->verdict_line != 0) {
    found = true;
    file = f->r->verdict_file;
    line = f->r->verdict_line;
  }
  luaL_traceback(L, f->thread, NULL, 0);
  const char *trace = lua_tostring(L, -1);

  lua_Debug deep;
  if ((f->reason == CLUA_MEMORY || f->reason == CLUA_BLOCK) && lua_getstack(f->thread, DEEP, &deep))
    f->reason = CLUA_RECURSION;

  uint32_t count = 4;
  uint8_t nil = CLUA_NIL, integer = CLUA_INTEGER;
  buffer_reset(&s->outgoing);
  bool fits = buffer_append(&s->outgoing, &count, sizeof count)
    && encode_string(&s->outgoing, message, length < LONGEST_MESSAGE ? length : LONGEST_MESSAGE)
    && (found ? encode_string(&s->outgoing, file, strlen(file))
              : buffer_append(&s->outgoing, &nil, 1))
    && buffer_append(&s->outgoing, &integer, 1)
    && buffer_append(&s->outgoing, &line, sizeof line)
    && encode_string(&s->outgoing, trace, strlen(trace));
  return fits ? 0 : luaL_error(L, "no memory is left");
}

clua_outcome failed_outcome(clua_state *s, run *r, int status) {
  failed_run f = {.s = s, .r = r, .thread = r->thread, .reason = CLUA_RUNTIME};
  if (r->verdict != 0) f.reason = r->verdict;
  else if (status == LUA_ERRMEM) f.reason = CLUA_MEMORY;
  if (f.reason == CLUA_MEMORY && s->block_refused) f.reason = CLUA_BLOCK;
  s->limits.memory += RESERVE;
  int described = protect(s, describe, &f);
  s->limits.memory -= RESERVE;
  clua_outcome result = described == LUA_OK
    ? run_outcome(s, CLUA_FAILED, r) : plain_failure(s, f.reason, "no memory is left");
  result.reason = f.reason;
  result.given = r->given;
  return result;
}
