// Calls of the host: Lua's side of the trampoline. Only this side raises or yields.
#include "state.h"
#include <string.h>

enum {
  COST_OF_A_CALL = 50,
  COST_OF_AN_UNKNOWN_NAME = 1000,  // the nearest of the known ones is looked for
  BYTES_PER_INSTRUCTION = 4,       // handed over: they are checked, copied and decoded
  LONGEST_NAME = 100,
  MOST_BRANCHES = 16,
  MOST_LEVELS = 500                // looked at for why a call cannot wait
};

bool calling_line(lua_State *L, int level, lua_Debug *out) {
  for (; lua_getstack(L, level, out); level++) {
    lua_getinfo(L, "Sl", out);
    if (out->currentline > 0) return true;
  }
  return false;
}

// The line of script code that has called the running C function.
static bool script_line(lua_State *L, lua_Debug *out) {
  clua_state *s = state_of(L);
  if (calling_line(L, 1, out)) return true;
  active *outer = s->innermost != NULL ? s->innermost->outer : NULL;
  for (; outer != NULL; outer = outer->outer)
    if (calling_line(outer->thread, 0, out)) return true;
  return false;
}

// Asks the host; what it is asked is in the outgoing buffer.
static int ask(lua_State *L, clua_call call) {
  clua_state *s = state_of(L);
  lua_Debug where;
  if (script_line(L, &where)) {
    call.file = where.source[0] == '=' ? where.source + 1 : where.source;
    call.line = where.currentline;
  }
  call.bytes = s->outgoing.bytes;
  call.count = s->outgoing.count;
  call.running = !s->loading;
  if (s->current != NULL) {
    call.slot = s->current->slot;
    call.generation = s->current->generation;
    call.wait = s->current->wait;
  }
  buffer_reset(&s->answer);
  int answer = s->callback(s->context, s, &call);
  buffer_reset(&s->outgoing);
  return answer;
}

static int raise_text(lua_State *L) {
  lua_Debug where;
  if (script_line(L, &where)) {
    lua_pushfstring(L, "%s:%d: ", where.short_src, where.currentline);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int raise_answer(lua_State *L) {
  clua_state *s = state_of(L);
  if (decode_sequence(L, s->answer.bytes, s->answer.count) != 1) lua_pushliteral(L, "host error");
  return raise_text(L);
}

static void encode_arguments(lua_State *L, const char *name, int count) {
  clua_state *s = state_of(L);
  buffer_reset(&s->outgoing);
  s->tables_out = 0;
  uint32_t values = (uint32_t)count;
  if (!buffer_append(&s->outgoing, &values, sizeof values)) luaL_error(L, "no memory is left");
  for (int i = 1; i <= count; i++) {
    const char *wrong = encode_value(L, i);
    if (wrong == NULL) continue;
    lua_pushfstring(L, "%s: argument %d cannot be used: %s", name, i, wrong);
    raise_text(L);
  }
  spend(L, (int64_t)s->outgoing.count / BYTES_PER_INSTRUCTION);
}

// MARK: waiting

// The name under which scripts know the C function on the top of the stack, or a guess.
static const char *function_name(lua_State *L, const char *guess) {
  lua_getfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    lua_pushnil(L);
    while (lua_next(L, -2)) {
      if (lua_rawequal(L, -1, -6) && lua_type(L, -2) == LUA_TSTRING) {
        const char *library = lua_tostring(L, -4), *name = lua_tostring(L, -2);
        if (strcmp(library, "_G") == 0) return name;
        return lua_pushfstring(L, "%s.%s", library, name);
      }
      lua_pop(L, 1);
    }
    lua_pop(L, 1);
  }
  return guess != NULL ? guess : "a library function";
}

// A call can wait only where every frame of every coroutine around it can be left and taken up.
static void require_waitable(lua_State *L, const char *name) {
  for (active *a = state_of(L)->innermost; a != NULL; a = a->outer) {
    if (lua_isyieldable(a->thread)) continue;
    lua_Debug frame;
    int level = a->thread == L ? 1 : 0;
    // Each level is counted from the first: of a deep stack the rest is left unseen.
    for (; level < MOST_LEVELS && lua_getstack(a->thread, level, &frame); level++) {
      lua_getinfo(a->thread, "Sn", &frame);
      if (strcmp(frame.what, "C") != 0) continue;
      luaL_checkstack(L, 10, NULL);
      // An error in another thread than the innermost would leave more behind than that thread.
      if (!lua_checkstack(a->thread, 2)) break;
      lua_getinfo(a->thread, "f", &frame);
      lua_xmove(a->thread, L, 1);
      if (is_transparent(lua_tocfunction(L, -1))) continue;
      const char *inside = function_name(L, frame.name);
      lua_pushfstring(
        L, "%s cannot wait inside %s; call it before, and use its result there", name, inside);
      raise_text(L);
    }
    lua_pushfstring(L, "%s cannot wait here", name);
    raise_text(L);
  }
}

// Continues a call that has waited: whether it went well, then the values or the error text.
static int answered(lua_State *L, int status, lua_KContext context) {
  (void)status;
  (void)context;
  if (lua_toboolean(L, 1)) return lua_gettop(L) - 1;
  lua_settop(L, 2);
  return raise_text(L);
}

static void count_waiting_call(lua_State *L) {
  clua_state *s = state_of(L);
  if (s->current == NULL) luaL_error(L, "no run is on");
  if (--s->current->root->left.host_calls < 0) condemn(L, CLUA_HOST_CALLS);
}

// MARK: branches

// Keeps the functions of the list, the only argument, for branches of the run, and puts their number in
// its place.
static void keep_branches(lua_State *L, const char *name) {
  run *r = state_of(L)->current;
  lua_Integer count = lua_gettop(L) == 1 && lua_type(L, 1) == LUA_TTABLE ? (lua_Integer)lua_rawlen(L, 1) : 0;
  if (count < 1 || count > MOST_BRANCHES) {
    lua_pushfstring(
      L, "%s takes a list of 1 to %d functions: %s { function() ... end, function() ... end }", name,
      MOST_BRANCHES, name);
    raise_text(L);
  }
  luaL_checkstack(L, 6, NULL);
  lua_createtable(L, (int)count, 0);
  for (lua_Integer i = 1; i <= count; i++) {
    if (lua_rawgeti(L, 1, i) != LUA_TFUNCTION) {
      lua_pushfstring(
        L, "%s takes a list of functions; item %d is a %s, so write function() ... end around it", name,
        (int)i, luaL_typename(L, -1));
      raise_text(L);
    }
    lua_rawseti(L, 2, i);
  }
  if (r->forked != LUA_NOREF) luaL_unref(L, LUA_REGISTRYINDEX, r->forked);
  r->forked = LUA_NOREF;
  r->forked = luaL_ref(L, LUA_REGISTRYINDEX);
  lua_settop(L, 0);
  lua_pushinteger(L, count);
}

// MARK: calling

static int cross(lua_State *L, uint32_t id, uint32_t serial) {
  clua_state *s = state_of(L);
  const host_function *f = &s->functions[id];
  encode_arguments(L, f->name, lua_gettop(L));
  int answer = ask(L, (clua_call){.ask = CLUA_ASK_CALL, .function = id, .serial = serial});
  switch (answer) {
  case CLUA_ANSWER_VALUES:
    lua_settop(L, 0);
    spend(L, (int64_t)s->answer.count / BYTES_PER_INSTRUCTION);
    return decode_sequence(L, s->answer.bytes, s->answer.count);
  case CLUA_ANSWER_WAIT:
    s->suspending = true;
    lua_settop(L, 0);
    return lua_yieldk(L, 0, 0, answered);
  default:
    return raise_answer(L);
  }
}

static void require_phase(lua_State *L, uint32_t id) {
  clua_state *s = state_of(L);
  if ((s->functions[id].flags & (s->loading ? CLUA_IN_LOAD : CLUA_IN_RUN)) != 0) return;
  encode_arguments(L, s->functions[id].name, 0);
  ask(L, (clua_call){.ask = CLUA_ASK_PHASE, .function = id});
  raise_answer(L);
}

// The second step of `name "title" {...}`. Upvalues: function, serial, title.
static int call_declared(lua_State *L) {
  uint32_t id = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
  require_phase(L, id);
  lua_pushvalue(L, lua_upvalueindex(3));
  lua_insert(L, 1);
  return cross(L, id, (uint32_t)lua_tointeger(L, lua_upvalueindex(2)));
}

static int open_declaration(lua_State *L, uint32_t id) {
  clua_state *s = state_of(L);
  encode_arguments(L, s->functions[id].name, 1);
  s->serial++;
  int answer = ask(L, (clua_call){.ask = CLUA_ASK_OPEN, .function = id, .serial = s->serial});
  if (answer != CLUA_ANSWER_VALUES) return raise_answer(L);
  lua_pushinteger(L, id);
  lua_pushinteger(L, s->serial);
  lua_pushvalue(L, 1);
  lua_pushcclosure(L, call_declared, 3);
  return 1;
}

// Upvalue: the function's number.
int call_host(lua_State *L) {
  clua_state *s = state_of(L);
  uint32_t id = (uint32_t)lua_tointeger(L, lua_upvalueindex(1));
  const host_function *f = &s->functions[id];
  require_phase(L, id);
  spend(L, COST_OF_A_CALL);
  if ((f->flags & CLUA_WAITS) != 0) {
    require_waitable(L, f->name);
    count_waiting_call(L);
  }
  if ((f->flags & CLUA_FORKS) != 0) keep_branches(L, f->name);
  if ((f->flags & CLUA_DECLARES) != 0 && lua_gettop(L) == 1) return open_declaration(L, id);
  return cross(L, id, 0);
}

// MARK: modules and names

int host_require(lua_State *L) {
  clua_state *s = state_of(L);
  luaL_checktype(L, 1, LUA_TSTRING);
  lua_settop(L, 1);
  if (!s->loading) return luaL_error(L, "require works only while the file loads, not in a rule");
  encode_arguments(L, "require", 1);
  if (ask(L, (clua_call){.ask = CLUA_ASK_MODULE}) != CLUA_ANSWER_VALUES) return raise_answer(L);
  if (decode_sequence(L, s->answer.bytes, s->answer.count) != 2)
    return luaL_error(L, "the host gives no module");
  lua_rawgeti(L, LUA_REGISTRYINDEX, s->modules);  // at 4, after the name and the text
  lua_pushvalue(L, 2);
  int known = lua_rawget(L, 4);
  if (known == LUA_TBOOLEAN && !lua_toboolean(L, -1))
    return luaL_error(
      L, "'%s' requires itself, through other files or directly", lua_tostring(L, 1));
  if (known != LUA_TNIL) return 1;
  if (++s->module_count > s->limits.modules)
    return luaL_error(L, "more than %d modules are required", s->limits.modules);
  size_t count;
  const char *text = lua_tolstring(L, 3, &count);
  const char *chunk = lua_pushfstring(L, "=%s", lua_tostring(L, 2));
  if (load_text(L, (const uint8_t *)text, count, chunk) != LUA_OK) return lua_error(L);
  lua_pushvalue(L, 2);
  lua_pushboolean(L, false);
  lua_rawset(L, 4);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, true);
  }
  lua_pushvalue(L, 2);
  lua_pushvalue(L, -2);
  lua_rawset(L, 4);
  return 1;
}

int unknown_name(lua_State *L, const char *container, const char *name, int first_known) {
  clua_state *s = state_of(L);
  spend(L, COST_OF_AN_UNKNOWN_NAME);
  buffer_reset(&s->outgoing);
  uint32_t count = 2;
  size_t name_length = strlen(name);
  if (name_length > LONGEST_NAME) name_length = LONGEST_NAME;
  bool fits = buffer_append(&s->outgoing, &count, sizeof count)
    && encode_string(&s->outgoing, container, strlen(container))
    && encode_string(&s->outgoing, name, name_length);
  int last_known = lua_gettop(L);
  luaL_checkstack(L, 6, NULL);
  for (int known = first_known; known <= last_known; known++) {
    lua_pushnil(L);
    while (lua_next(L, known)) {
      int word = lua_type(L, -2) == LUA_TSTRING ? -2 : -1;
      size_t length;
      if (lua_type(L, word) == LUA_TSTRING) {
        const char *text = lua_tolstring(L, word, &length);
        fits = fits && encode_string(&s->outgoing, text, length);
        count++;
      }
      lua_pop(L, 1);
    }
  }
  if (!fits) return luaL_error(L, "unknown name '%s'", name);
  memcpy(s->outgoing.bytes, &count, sizeof count);
  ask(L, (clua_call){.ask = CLUA_ASK_UNKNOWN});
  return raise_answer(L);
}
