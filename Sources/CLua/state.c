// States and runs: every way in is protected, every way out is an outcome.
#include "state.h"
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

enum {
  MOST_IDLE_THREADS = 4,
  DEEP = 2000,               // calls inside one another, beyond what any rule means to do
  RESERVE = 256 * 1024,      // bytes above the cap to tell that it was reached
  NO_RUN = UINT32_MAX
};

// Calls the function with the argument as its light userdata; the error is left on the stack.
static int protect(clua_state *s, lua_CFunction body, void *argument) {
  lua_settop(s->lua, 0);
  lua_pushcfunction(s->lua, body);
  lua_pushlightuserdata(s->lua, argument);
  return lua_pcall(s->lua, 1, 0, 0);
}

// MARK: outcomes

static clua_outcome outcome(clua_state *s, int status, const run *r) {
  return (clua_outcome){
    .status = status, .bytes = s->outgoing.bytes, .count = s->outgoing.count, .slot = r->slot,
    .generation = r->generation, .wait = r->wait, .given = r->given,
  };
}

// A failure that no script line belongs to.
static clua_outcome plain_failure(clua_state *s, int reason, const char *message) {
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

static clua_outcome protected_failure(clua_state *s, int status, int reason) {
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
    && encode_string(&s->outgoing, message, length < 4096 ? length : 4096)
    && (found ? encode_string(&s->outgoing, file, strlen(file))
              : buffer_append(&s->outgoing, &nil, 1))
    && buffer_append(&s->outgoing, &integer, 1)
    && buffer_append(&s->outgoing, &line, sizeof line)
    && encode_string(&s->outgoing, trace, strlen(trace));
  return fits ? 0 : luaL_error(L, "no memory is left");
}

// MARK: runs

static run *take_run(clua_state *s, const clua_budget *budget, uint64_t seed) {
  if (s->first_free == NO_RUN) {
    run **moved = realloc(s->runs, (s->run_count + 1) * sizeof *moved);
    if (moved == NULL) return NULL;
    s->runs = moved;
    run *r = calloc(1, sizeof *r);
    if (r == NULL) return NULL;
    *r = (run){.slot = s->run_count, .next_free = NO_RUN, .anchor = LUA_NOREF};
    s->first_free = s->run_count;
    s->runs[s->run_count++] = r;
  }
  run *r = s->runs[s->first_free];
  s->first_free = r->next_free;
  if (r->thread != NULL) s->idle_threads--;
  r->busy = true;
  r->waiting = false;
  r->verdict = 0;
  r->wait = 0;
  r->verdict_line = 0;
  r->given = r->left = *budget;
  r->random = seed;
  return r;
}

// A thread that did not end by itself is left to the collector: resetting it would run <close>
// variables, and after an error raised by a hook no hook would count what they do.
static void free_run(clua_state *s, run *r, bool ended_well) {
  if (r->thread != NULL) {
    if (ended_well && s->idle_threads < MOST_IDLE_THREADS) {
      lua_settop(r->thread, 0);
      s->idle_threads++;
    } else {
      luaL_unref(s->lua, LUA_REGISTRYINDEX, r->anchor);
      r->anchor = LUA_NOREF;
      r->thread = NULL;
    }
  }
  if (r->waiting) s->waiting--;
  r->busy = r->waiting = false;
  r->generation++;
  r->next_free = s->first_free;
  s->first_free = r->slot;
}

typedef struct {
  clua_state *s;
  run *r;
  uint32_t function;      // to start, or
  const char *chunk;      // to load, or neither
  bool failed, is_syntax;
  const uint8_t *bytes;
  size_t count;
  int values;             // that stand on the thread for lua_resume
} entry;

static void ensure_thread(lua_State *L, run *r) {
  if (r->thread != NULL) return;
  lua_State *thread = lua_newthread(L);
  *thread_flags(thread) = THREAD_OF_HOST;
  arm(thread);
  r->anchor = luaL_ref(L, LUA_REGISTRYINDEX);
  r->thread = thread;
}

static void move_values(lua_State *L, run *r, int count) {
  luaL_checkstack(r->thread, count + 1, NULL);
  lua_xmove(L, r->thread, count);
}

static int prepare_start(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  ensure_thread(L, e->r);
  lua_rawgeti(L, LUA_REGISTRYINDEX, e->s->references);
  if (lua_rawgeti(L, -1, e->function) != LUA_TFUNCTION)
    return luaL_error(L, "the function is not of this state");
  e->values = decode_sequence(L, e->bytes, e->count);
  move_values(L, e->r, e->values + 1);
  return 0;
}

static int prepare_load(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  ensure_thread(L, e->r);
  const char *chunk = lua_pushfstring(L, "=%s", e->chunk);
  if (luaL_loadbufferx(L, (const char *)e->bytes, e->count, chunk, "t") != LUA_OK) {
    e->is_syntax = true;
    return lua_error(L);
  }
  move_values(L, e->r, 1);
  return 0;
}

static int prepare_resume(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  lua_pushboolean(L, !e->failed);
  e->values = decode_sequence(L, e->bytes, e->count) + 1;
  move_values(L, e->r, e->values);
  return 0;
}

// Takes the values that the thread has returned.
static int take_results(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  luaL_checkstack(L, e->values + 10, NULL);
  lua_xmove(e->r->thread, L, e->values);
  buffer_reset(&e->s->outgoing);
  const char *wrong = encode_sequence(L, 2, e->values);
  return wrong == NULL ? 0 : luaL_error(L, "what the function returns cannot be used: %s", wrong);
}

static clua_outcome fail_run(clua_state *s, run *r, int status) {
  failed_run f = {.s = s, .r = r, .thread = r->thread, .reason = CLUA_RUNTIME};
  if (r->verdict != 0) f.reason = r->verdict;
  else if (status == LUA_ERRMEM) f.reason = CLUA_MEMORY;
  if (f.reason == CLUA_MEMORY && s->block_refused) f.reason = CLUA_BLOCK;
  s->limits.memory += RESERVE;
  int described = protect(s, describe, &f);
  s->limits.memory -= RESERVE;
  clua_outcome result = described == LUA_OK
    ? outcome(s, CLUA_FAILED, r) : plain_failure(s, f.reason, "no memory is left");
  result.reason = f.reason;
  result.given = r->given;
  free_run(s, r, false);
  if (f.reason >= CLUA_INSTRUCTIONS && f.reason != CLUA_HOST) clua_collect(s);
  return result;
}

// Prepares the thread and lets it go on until it ends or waits.
static clua_outcome enter(entry e, lua_CFunction prepare) {
  clua_state *s = e.s;
  run *r = e.r;
  int status = protect(s, prepare, &e);
  if (status != LUA_OK) {
    clua_outcome failure = protected_failure(s, status, e.is_syntax ? CLUA_SYNTAX : CLUA_HOST);
    free_run(s, r, false);
    return failure;
  }
  active self = {.thread = r->thread};
  s->current = r;
  s->innermost = &self;
  s->suspending = false;
  s->block_refused = false;
  s->allocated = 0;
  status = lua_resume(r->thread, s->lua, e.values, &e.values);
  stop_clock(s);
  s->innermost = NULL;
  s->current = NULL;
  if (r->verdict != 0 || (status != LUA_OK && status != LUA_YIELD)) return fail_run(s, r, status);
  if (status == LUA_YIELD) {
    r->waiting = true;
    s->waiting++;
    return outcome(s, CLUA_WAITING, r);
  }
  status = protect(s, take_results, &e);
  if (status != LUA_OK) {
    clua_outcome failure = protected_failure(s, status, CLUA_RUNTIME);
    free_run(s, r, false);
    return failure;
  }
  clua_outcome result = outcome(s, CLUA_FINISHED, r);
  free_run(s, r, true);
  return result;
}

static clua_outcome begin(clua_state *s, entry e, const clua_budget *budget, uint64_t seed) {
  if (s->current != NULL) return plain_failure(s, CLUA_HOST, "the state is running a script");
  e.s = s;
  e.r = take_run(s, budget, seed);
  if (e.r == NULL) return plain_failure(s, CLUA_MEMORY, "no memory is left");
  return enter(e, e.chunk != NULL ? prepare_load : prepare_start);
}

clua_outcome clua_load(
  clua_state *s, const char *name, const uint8_t *text, size_t count, const clua_budget *budget,
  uint64_t seed
) {
  if (count > s->limits.source_bytes)
    return plain_failure(s, CLUA_SYNTAX, "the file is larger than rule files may be");
  s->loading = true;
  clua_outcome result =
    begin(s, (entry){.chunk = name, .bytes = text, .count = count}, budget, seed);
  s->loading = false;
  return result;
}

clua_outcome clua_start(
  clua_state *s, uint32_t function, const uint8_t *arguments, size_t count,
  const clua_budget *budget, uint64_t seed
) {
  return begin(
    s, (entry){.function = function, .bytes = arguments, .count = count}, budget, seed);
}

clua_outcome clua_resume(
  clua_state *s, uint32_t slot, uint32_t generation, uint32_t wait, bool failed,
  const uint8_t *values, size_t count
) {
  if (s->current != NULL) return plain_failure(s, CLUA_HOST, "the state is running a script");
  run *r = slot < s->run_count ? s->runs[slot] : NULL;
  if (r == NULL || !r->waiting || r->generation != generation || r->wait != wait)
    return (clua_outcome){.status = CLUA_STALE};
  r->waiting = false;
  r->wait++;
  s->waiting--;
  entry e = {.s = s, .r = r, .failed = failed, .bytes = values, .count = count};
  return enter(e, prepare_resume);
}

bool clua_cancel(clua_state *s, uint32_t slot, uint32_t generation) {
  run *r = slot < s->run_count ? s->runs[slot] : NULL;
  if (r == NULL || !r->waiting || r->generation != generation) return false;
  free_run(s, r, false);
  return true;
}

// MARK: states

static int build(lua_State *L) {
  clua_state *s = lua_touserdata(L, 1);
  luaL_checkstack(L, 40, NULL);
  build_environment(L, s);
  return 0;
}

clua_state *clua_open(const clua_limits *limits, clua_callback callback, void *context) {
  clua_state *s = calloc(1, sizeof *s);
  if (s == NULL) return NULL;
  s->limits = *limits;
  s->callback = callback;
  s->context = context;
  s->first_free = NO_RUN;
  s->lua = lua_newstate(limited_alloc, s);
  if (s->lua == NULL) {
    free(s);
    return NULL;
  }
  *thread_flags(s->lua) = THREAD_OF_HOST;
  if (protect(s, build, s) != LUA_OK) {
    clua_close(s);
    return NULL;
  }
  return s;
}

void clua_close(clua_state *s) {
  lua_close(s->lua);
  for (uint32_t i = 0; i < s->run_count; i++) free(s->runs[i]);
  free(s->runs);
  for (uint32_t i = 0; i < s->function_count; i++) free(s->functions[i].name);
  free(s->functions);
  buffer_free(&s->outgoing);
  buffer_free(&s->answer);
  free(s);
}

// The table of all strings shrinks by half at a collection, so one is not enough after many strings.
static int collect(lua_State *L) {
  clua_state *s = state_of(L);
  for (size_t before = SIZE_MAX; s->memory < before;) {
    before = s->memory;
    lua_gc(L, LUA_GCCOLLECT);
  }
  return 0;
}

bool clua_seal(clua_state *s) { return protect(s, collect, NULL) == LUA_OK; }

void clua_collect(clua_state *s) {
  if (s->current != NULL) return;
  protect(s, collect, NULL);
  malloc_trim(0);
}

bool clua_answer(clua_state *s, const uint8_t *bytes, size_t count) {
  buffer_reset(&s->answer);
  return buffer_append(&s->answer, bytes, count);
}

size_t clua_memory(const clua_state *s) { return s->memory; }
size_t clua_waiting(const clua_state *s) { return s->waiting; }
