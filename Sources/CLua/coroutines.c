// Protected calls that cannot catch a verdict, and coroutines that a host call can suspend through.
#include "state.h"

// MARK: pcall, xpcall

// Protected calls within one another are no instructions, and each is dear.
enum { COST_OF_PROTECTION = 20 };

// Ends a protected call, at once or after it was suspended; `before` values stand before the
// results.
static int end_protected(lua_State *L, int status, lua_KContext before) {
  rethrow(L, status);
  if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - (int)before;
  lua_pushboolean(L, false);
  lua_insert(L, -2);
  return 2;
}

static int own_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  spend(L, COST_OF_PROTECTION);
  lua_pushboolean(L, true);
  lua_insert(L, 1);
  int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, end_protected);
  return end_protected(L, status, 0);
}

// A handler runs where the error was raised; when that is the count hook, no hook counts what the
// handler does. So after a verdict it is not called. Upvalue: the script's handler.
static int handle_message(lua_State *L) {
  clua_state *s = state_of(L);
  lua_settop(L, 1);
  if (s->current == NULL || s->current->verdict != 0) return 1;
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int own_xpcall(lua_State *L) {
  luaL_checktype(L, 2, LUA_TFUNCTION);
  spend(L, COST_OF_PROTECTION);
  int arguments = lua_gettop(L) - 2;
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, handle_message, 1);
  lua_replace(L, 2);
  lua_pushboolean(L, true);
  lua_pushvalue(L, 1);
  lua_rotate(L, 3, 2);  // function, handler, true, function, arguments
  int status = lua_pcallk(L, arguments, LUA_MULTRET, 2, 2, end_protected);
  return end_protected(L, status, 2);
}

void set_protected_calls(lua_State *L) {
  lua_pushcfunction(L, own_pcall);
  lua_setfield(L, -2, "pcall");
  lua_pushcfunction(L, own_xpcall);
  lua_setfield(L, -2, "xpcall");
}

// MARK: coroutines

enum { SUSPENDED_BY_HOST = -2, FAILED = -1 };

static void new_thread(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  // Its first instructions go uncounted, up to the first hook.
  spend(L, HOOK_INTERVAL);
  lua_State *thread = lua_newthread(L);
  *thread_flags(thread) = 0;
  arm(thread);
  lua_pushvalue(L, 1);
  lua_xmove(L, thread, 1);
}

// Texts that Lua makes outside of every protected call: when it resumes what cannot be resumed, and
// when a thread dies of an error in the handling of errors. Were there no memory for one of them then,
// Lua would end the process. What exists already is found, and takes none.
void keep_unprotected_texts(lua_State *L) {
  static const char *const texts[] = {
    "cannot resume dead coroutine", "cannot resume non-suspended coroutine", "C stack overflow",
    "error in error handling", NULL};
  for (int i = 0; texts[i] != NULL; i++) {
    lua_pushstring(L, texts[i]);
    luaL_ref(L, LUA_REGISTRYINDEX);
  }
}

// Resumes with the arguments on the top. The number of results, now on the top; FAILED, with the
// error on the top; or SUSPENDED_BY_HOST: the caller has to yield too.
static int resume(lua_State *L, lua_State *thread, int arguments) {
  clua_state *s = state_of(L);
  uintptr_t *flags = thread_flags(thread);
  if (*flags != 0) {
    lua_settop(L, lua_gettop(L) - arguments);
    lua_pushliteral(L, "cannot resume a coroutine that waits for the host");
    return FAILED;
  }
  if (!lua_checkstack(thread, arguments)) {
    lua_settop(L, lua_gettop(L) - arguments);
    lua_pushliteral(L, "too many arguments to resume");
    return FAILED;
  }
  lua_xmove(L, thread, arguments);
  active self = {.thread = thread, .outer = s->innermost};
  s->innermost = &self;
  int results = 0;
  int status = lua_resume(thread, L, arguments, &results);
  s->innermost = self.outer;
  if (status == LUA_YIELD && s->suspending) {
    *flags |= THREAD_WAITS;
    return SUSPENDED_BY_HOST;
  }
  rethrow(L, status);
  if (status != LUA_OK && status != LUA_YIELD) {
    lua_xmove(thread, L, 1);
    return FAILED;
  }
  if (!lua_checkstack(L, results + 1)) {
    lua_settop(thread, -results - 1);
    lua_pushliteral(L, "too many results to resume");
    return FAILED;
  }
  lua_xmove(thread, L, results);
  return results;
}

static lua_State *resumed_thread(lua_State *L) {
  lua_State *thread = lua_tothread(L, 1);
  luaL_argexpected(L, thread != NULL, 1, "coroutine");
  return thread;
}

// coroutine.resume: the coroutine is the first on the stack.
static int end_resume(lua_State *L, int status, lua_KContext context) {
  (void)status;
  (void)context;
  lua_State *thread = resumed_thread(L);
  *thread_flags(thread) &= ~(uintptr_t)THREAD_WAITS;
  int results = resume(L, thread, lua_gettop(L) - 1);
  if (results == SUSPENDED_BY_HOST) return lua_yieldk(L, 0, 0, end_resume);
  lua_pushboolean(L, results != FAILED);
  if (results == FAILED) results = 1;
  lua_insert(L, -(results + 1));
  return results + 1;
}

static int own_resume(lua_State *L) {
  lua_State *thread = resumed_thread(L);
  uintptr_t flags = *thread_flags(thread);
  // end_resume takes the mark of waiting off, which only the host's own answer may.
  if (flags != 0) {
    lua_pushboolean(L, false);
    lua_pushliteral(L, "cannot resume a coroutine that waits for the host");
    return 2;
  }
  return end_resume(L, LUA_OK, 0);
}

// What coroutine.wrap gives; the coroutine is its upvalue.
static int end_wrapped(lua_State *L, int status, lua_KContext waited) {
  (void)status;
  lua_State *thread = lua_tothread(L, lua_upvalueindex(1));
  if (waited) *thread_flags(thread) &= ~(uintptr_t)THREAD_WAITS;
  int results = resume(L, thread, lua_gettop(L));
  if (results == SUSPENDED_BY_HOST) return lua_yieldk(L, 0, 1, end_wrapped);
  if (results == FAILED) return lua_error(L);
  return results;
}

static int call_wrapped(lua_State *L) { return end_wrapped(L, LUA_OK, 0); }

static int own_wrap(lua_State *L) {
  new_thread(L);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

static int own_create(lua_State *L) {
  new_thread(L);
  return 1;
}

static int own_yield(lua_State *L) {
  if ((*thread_flags(L) & THREAD_OF_HOST) != 0)
    return luaL_error(L, "coroutine.yield outside a coroutine: nobody waits for the value");
  return lua_yield(L, lua_gettop(L));
}

void set_coroutines(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"create", own_create}, {"resume", own_resume}, {"wrap", own_wrap}, {"yield", own_yield},
    {NULL, NULL}};
  luaL_setfuncs(L, functions, 0);
}

bool is_transparent(lua_CFunction function) {
  return function == own_pcall || function == own_xpcall || function == own_resume
    || function == call_wrapped;
}
