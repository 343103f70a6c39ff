// States: their making, their end and their memory.
#include "state.h"
#include <malloc.h>
#include <stdlib.h>

int protect(clua_state *s, lua_CFunction body, void *argument) {
  lua_settop(s->lua, 0);
  lua_pushcfunction(s->lua, body);
  lua_pushlightuserdata(s->lua, argument);
  return lua_pcall(s->lua, 1, 0, 0);
}

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
  s->outgoing.allocations = s->answer.allocations = &s->limits.allocations;
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
  for (shape *one = s->shapes, *next; one != NULL; one = next) {
    next = one->next;
    limited_alloc(s, one, one->size, 0);
  }
  for (uint32_t i = 0; i < s->run_count; i++) free(s->runs[i]);
  free(s->runs);
  for (uint32_t i = 0; i < s->function_count; i++) free(s->functions[i].name);
  free(s->functions);
  buffer_free(&s->outgoing);
  buffer_free(&s->answer);
  free(s);
}

// The table of all strings shrinks by half at a collection; after many strings one is not enough.
static int collect(lua_State *L) {
  clua_state *s = state_of(L);
  for (size_t before = SIZE_MAX; s->memory < before;) {
    before = s->memory;
    lua_gc(L, LUA_GCCOLLECT);
  }
  return 0;
}

// What may gather between two collections: marking all that lives takes longer than many runs do, so
// that in a small state rubbish is not collected each time it is as much as what lives.
enum { RUBBISH = 64 * 1024, LEAST_PAUSE = 200, MOST_PAUSE = 1000 };

void settle(clua_state *s) {
  protect(s, collect, NULL);
  size_t pause = 100 + (size_t)RUBBISH * 100 / (s->memory + 1);
  if (pause < LEAST_PAUSE) pause = LEAST_PAUSE;
  if (pause > MOST_PAUSE) pause = MOST_PAUSE;
  lua_gc(s->lua, LUA_GCINC, (int)pause, 0, 0);
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

void clua_allow_allocations(clua_state *s, int64_t count) { s->limits.allocations = count; }

size_t clua_memory(const clua_state *s) { return s->memory; }
size_t clua_waiting(const clua_state *s) { return s->waiting; }
