// Runs: their threads, their ways in, and their end.
#include "state.h"
#include <stdlib.h>

enum { MOST_IDLE_THREADS = 4 };

// A branch has a parent, and spends what that was given.
static run *take_run(clua_state *s, run *parent, const clua_budget *budget, uint64_t seed) {
  if (s->first_free == NO_RUN) {
    int64_t *left = &s->limits.allocations;
    size_t size = (s->run_count + 1) * sizeof(run *);
    run **moved = may_allocate(left) ? realloc(s->runs, size) : NULL;
    if (moved == NULL) return NULL;
    s->runs = moved;
    run *r = may_allocate(left) ? calloc(1, sizeof *r) : NULL;
    if (r == NULL) return NULL;
    *r = (run){.slot = s->run_count, .next_free = NO_RUN, .anchor = LUA_NOREF, .forked = LUA_NOREF};
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
  r->parent = parent;
  r->root = parent != NULL ? parent->root : r;
  r->given = r->left = *budget;
  r->random = seed;
  return r;
}

static void free_run(clua_state *s, run *r, bool ended_well);

// Ends what the run has forked, and forgets the functions.
static void end_branches(clua_state *s, run *r) {
  if (r->forked == LUA_NOREF) return;
  for (uint32_t i = 0; i < s->run_count; i++)
    if (s->runs[i]->busy && s->runs[i]->parent == r) free_run(s, s->runs[i], false);
  luaL_unref(s->lua, LUA_REGISTRYINDEX, r->forked);
  r->forked = LUA_NOREF;
}

// A thread that did not end by itself is left to the collector: resetting it would run <close>
// variables, and after an error raised by a hook no hook would count what they do.
static void free_run(clua_state *s, run *r, bool ended_well) {
  end_branches(s, r);
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
  run *parent;            // whose branch of this number to start, or
  const char *chunk;      // to load, or neither
  bool failed, is_syntax, shows_code;
  const uint8_t *bytes;
  size_t count;
  int values;             // that stand on the thread for lua_resume
} entry;

static void ensure_thread(lua_State *L, run *r) {
  if (r->thread != NULL) {
    // Counts from the beginning, whatever ran on the thread before.
    arm(r->thread);
    return;
  }
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

static int prepare_branch(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  ensure_thread(L, e->r);
  lua_rawgeti(L, LUA_REGISTRYINDEX, e->parent->forked);
  if (lua_rawgeti(L, -1, e->function) != LUA_TFUNCTION)
    return luaL_error(L, "there is no such branch");
  e->values = 0;
  move_values(L, e->r, 1);
  return 0;
}

static int prepare_load(lua_State *L) {
  entry *e = lua_touserdata(L, 1);
  ensure_thread(L, e->r);
  const char *chunk = lua_pushfstring(L, "=%s", e->chunk);
  if (load_text(L, e->bytes, e->count, chunk) != LUA_OK) {
    e->is_syntax = true;
    return lua_error(L);
  }
  if (e->shows_code) show_code(L);
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
  e->s->tables_out = 0;
  const char *wrong = encode_sequence(L, 2, e->values);
  return wrong == NULL ? 0 : luaL_error(L, "what the function returns cannot be used: %s", wrong);
}

static clua_outcome fail_run(clua_state *s, run *r, int status) {
  clua_outcome result = failed_outcome(s, r, status);
  free_run(s, r, false);
  if (result.reason >= CLUA_INSTRUCTIONS) clua_collect(s);
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
  start_clock(s);
  status = lua_resume(r->thread, s->lua, e.values, &e.values);
  stop_clock(s);
  s->innermost = NULL;
  s->current = NULL;
  if (r->verdict != 0 || (status != LUA_OK && status != LUA_YIELD)) return fail_run(s, r, status);
  if (status == LUA_YIELD) {
    r->waiting = true;
    s->waiting++;
    return run_outcome(s, CLUA_WAITING, r);
  }
  status = protect(s, take_results, &e);
  if (status != LUA_OK) {
    clua_outcome failure = protected_failure(s, status, CLUA_RUNTIME);
    free_run(s, r, false);
    return failure;
  }
  clua_outcome result = run_outcome(s, CLUA_FINISHED, r);
  free_run(s, r, true);
  return result;
}

static clua_outcome begin(clua_state *s, entry e, const clua_budget *budget, uint64_t seed) {
  if (s->current != NULL) return plain_failure(s, CLUA_HOST, "the state is running a script");
  e.s = s;
  e.r = take_run(s, e.parent, budget, seed);
  if (e.r == NULL) return plain_failure(s, CLUA_MEMORY, "no memory is left");
  if (e.parent != NULL) return enter(e, prepare_branch);
  return enter(e, e.chunk != NULL ? prepare_load : prepare_start);
}

clua_outcome clua_load(
  clua_state *s, const char *name, const uint8_t *text, size_t count, const clua_budget *budget,
  uint64_t seed, bool shows_code
) {
  if (count > s->limits.source_bytes)
    return plain_failure(s, CLUA_SYNTAX, "the file is larger than rule files may be");
  s->loading = true;
  entry e = {.chunk = name, .bytes = text, .count = count, .shows_code = shows_code};
  clua_outcome result = begin(s, e, budget, seed);
  s->loading = false;
  if (result.status == CLUA_FINISHED) settle(s);
  return result;
}

clua_outcome clua_start(
  clua_state *s, uint32_t function, const uint8_t *arguments, size_t count,
  const clua_budget *budget, uint64_t seed
) {
  return begin(
    s, (entry){.function = function, .bytes = arguments, .count = count}, budget, seed);
}

static run *waiting_run(clua_state *s, uint32_t slot, uint32_t generation) {
  run *r = slot < s->run_count ? s->runs[slot] : NULL;
  return r != NULL && r->waiting && r->generation == generation ? r : NULL;
}

clua_outcome clua_branch(
  clua_state *s, uint32_t slot, uint32_t generation, uint32_t wait, uint32_t index, uint64_t seed
) {
  run *r = waiting_run(s, slot, generation);
  if (r == NULL || r->wait != wait || r->forked == LUA_NOREF)
    return (clua_outcome){.status = CLUA_STALE};
  return begin(s, (entry){.parent = r, .function = index}, &r->root->given, seed);
}

clua_outcome clua_resume(
  clua_state *s, uint32_t slot, uint32_t generation, uint32_t wait, bool failed,
  const uint8_t *values, size_t count
) {
  if (s->current != NULL) return plain_failure(s, CLUA_HOST, "the state is running a script");
  run *r = waiting_run(s, slot, generation);
  if (r == NULL || r->wait != wait) return (clua_outcome){.status = CLUA_STALE};
  end_branches(s, r);
  r->waiting = false;
  r->wait++;
  s->waiting--;
  entry e = {.s = s, .r = r, .failed = failed, .bytes = values, .count = count};
  return enter(e, prepare_resume);
}

bool clua_cancel(clua_state *s, uint32_t slot, uint32_t generation) {
  run *r = waiting_run(s, slot, generation);
  if (r == NULL) return false;
  free_run(s, r, false);
  return true;
}

void clua_cancel_branches(clua_state *s, uint32_t slot, uint32_t generation) {
  run *r = waiting_run(s, slot, generation);
  if (r == NULL) return;
  for (uint32_t i = 0; i < s->run_count; i++)
    if (s->runs[i]->busy && s->runs[i]->parent == r) free_run(s, s->runs[i], false);
}
