// Memory and instructions: what a script may use, and the verdict when it is used up.
#include "state.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum {
  BYTES_PER_INSTRUCTION = 16,  // allocated, that cost as much as one instruction
  // Where there are large strings, one instruction that compares two may take milliseconds.
  LARGE_BLOCK = 512 * 1024,
  FINE_INTERVAL = 16
};

bool may_allocate(int64_t *allocations) {
  if (*allocations <= 0) return false;
  (*allocations)--;
  return true;
}

void *limited_alloc(void *state, void *block, size_t old_size, size_t size) {
  clua_state *s = state;
  if (block == NULL) old_size = 0;  // for a new object Lua gives its type here
  if (size == 0) {
    s->memory -= old_size;
    s->large_blocks -= old_size >= LARGE_BLOCK;
    free(block);
    return NULL;
  }
  if (size > old_size) {
    size_t growth = size - old_size;
    if (size > s->limits.block) {
      s->block_refused = true;
      return NULL;
    }
    if (s->memory + growth > s->limits.memory || !may_allocate(&s->limits.allocations)) return NULL;
    s->allocated += (int64_t)growth;
  }
  void *moved = realloc(block, size);
  if (moved == NULL) return size <= old_size ? block : NULL;
  s->memory += size;
  s->memory -= old_size;
  s->large_blocks += (size >= LARGE_BLOCK) - (old_size >= LARGE_BLOCK);
  return moved;
}

double processor_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

// A clock that costs no system call, and moves every few milliseconds.
static double coarse_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void start_clock(clua_state *s) {
  s->clock_started = false;
  s->coarse_last = coarse_seconds();
}

// Reading the processor's clock is a system call: short runs do without. Of small charges only one in
// some looks at the clock at all.
static bool processor_time_used_up(clua_state *s, int64_t instructions) {
  enum { LEAST = 10 };
  s->since_clock += instructions < LEAST ? LEAST : instructions;
  if (s->since_clock < HOOK_INTERVAL && s->large_blocks == 0) return false;
  s->since_clock = 0;
  double coarse = coarse_seconds();
  if (coarse == s->coarse_last) return false;
  s->coarse_last = coarse;
  double now = processor_seconds();
  if (!s->clock_started) {
    s->clock_started = true;
    s->clock_start = now;
  }
  return now - s->clock_start > s->current->root->left.processor_seconds;
}

void stop_clock(clua_state *s) {
  if (s->clock_started && s->current != NULL)
    s->current->root->left.processor_seconds -= processor_seconds() - s->clock_start;
  s->clock_started = false;
}

// Whether the run may go on.
static bool charge(clua_state *s, int64_t instructions) {
  run *r = s->current;
  if (r == NULL) return true;
  clua_budget *left = &r->root->left;
  if (instructions < 0 || instructions > left->instructions) left->instructions = -1;
  else left->instructions -= instructions + s->allocated / BYTES_PER_INSTRUCTION;
  s->allocated = 0;
  if (r->verdict != 0) return false;
  if (left->instructions < 0) r->verdict = CLUA_INSTRUCTIONS;
  else if (processor_time_used_up(s, instructions)) r->verdict = CLUA_PROCESSOR;
  return r->verdict == 0;
}

// Where the run was when the verdict was passed: catching and raising it again moves the stack on.
static void remember_place(lua_State *L) {
  run *r = state_of(L)->current;
  lua_Debug where;
  if (r->verdict_line != 0 || !calling_line(L, 0, &where)) return;
  r->verdict_line = where.currentline;
  snprintf(
    r->verdict_file, sizeof r->verdict_file, "%s", where.source + (where.source[0] == '='));
}

static int hook_interval(const clua_state *s) {
  return s->large_blocks > 0 ? FINE_INTERVAL : HOOK_INTERVAL;
}

static void on_count(lua_State *L, lua_Debug *activation) {
  (void)activation;
  clua_state *s = state_of(L);
  int interval = lua_gethookcount(L);
  if (charge(s, interval)) {
    // Also of a coroutine that a condemned run has left behind.
    if (interval != hook_interval(s)) arm(L);
    return;
  }
  remember_place(L);
  lua_sethook(L, on_count, LUA_MASKCOUNT, 1);
  luaL_error(L, "budget used up");
}

void arm(lua_State *L) { lua_sethook(L, on_count, LUA_MASKCOUNT, hook_interval(state_of(L))); }

_Noreturn void condemn(lua_State *L, int reason) {
  clua_state *s = state_of(L);
  if (s->current != NULL) {
    if (s->current->verdict == 0) s->current->verdict = reason;
    remember_place(L);
  }
  lua_sethook(L, on_count, LUA_MASKCOUNT, 1);
  luaL_error(L, "budget used up");
  abort();  // not reached
}

void spend(lua_State *L, int64_t instructions) {
  clua_state *s = state_of(L);
  if (!charge(s, instructions)) condemn(L, s->current->verdict);
}

void rethrow(lua_State *L, int status) {
  clua_state *s = state_of(L);
  if (status == LUA_ERRMEM) condemn(L, CLUA_MEMORY);
  if (s->current != NULL && s->current->verdict != 0) condemn(L, s->current->verdict);
}
