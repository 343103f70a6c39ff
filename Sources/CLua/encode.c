// Values to bytes.
#include "state.h"
#include <stdlib.h>
#include <string.h>

enum { MAXIMAL_DEPTH = 64, MOST_TABLES = 10000, KEPT_CAPACITY = 64 * 1024 };

bool buffer_append(buffer *b, const void *bytes, size_t count) {
  if (b->capacity - b->count < count) {
    size_t capacity = (b->count + count) * 2 + 256;
    uint8_t *moved = may_allocate(b->allocations) ? realloc(b->bytes, capacity) : NULL;
    if (moved == NULL) return false;
    b->bytes = moved;
    b->capacity = capacity;
  }
  if (count > 0) memcpy(b->bytes + b->count, bytes, count);
  b->count += count;
  return true;
}

void buffer_reset(buffer *b) {
  if (b->capacity > KEPT_CAPACITY) buffer_free(b);
  b->count = 0;
}

void buffer_free(buffer *b) {
  free(b->bytes);
  *b = (buffer){.allocations = b->allocations};
}

typedef struct {
  lua_State *L;
  clua_state *s;
  int depth;
  const void *outer[MAXIMAL_DEPTH];
} encoder;

static const char *const no_memory = "no memory is left to copy it";

static const char *put(encoder *e, const void *bytes, size_t count) {
  if (e->s->outgoing.count + count > e->s->limits.value_bytes)
    return "it is too large to be handed over";
  return buffer_append(&e->s->outgoing, bytes, count) ? NULL : no_memory;
}

static const char *put_tagged(encoder *e, uint8_t tag, const void *payload, size_t count) {
  const char *wrong = put(e, &tag, 1);
  return wrong != NULL ? wrong : put(e, payload, count);
}

static const char *put_string(encoder *e, const char *text, size_t count) {
  uint32_t length = (uint32_t)count;
  if (count > e->s->limits.value_bytes) return "it is too large to be handed over";
  const char *wrong = put_tagged(e, CLUA_STRING, &length, sizeof length);
  return wrong != NULL ? wrong : put(e, text, count);
}

bool encode_string(buffer *b, const char *text, size_t count) {
  uint8_t tag = CLUA_STRING;
  uint32_t length = (uint32_t)count;
  return buffer_append(b, &tag, 1) && buffer_append(b, &length, sizeof length)
    && buffer_append(b, text, count);
}

static const char *put_value(encoder *e, int index);

// The number of the function on the top of the stack; the same for the same function.
static const char *put_function(encoder *e, int index) {
  lua_State *L = e->L;
  clua_state *s = e->s;
  if (!s->loading) return "functions are handed over only while the file loads";
  lua_rawgeti(L, LUA_REGISTRYINDEX, s->references);
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) != LUA_TNUMBER) {
    s->reference_count++;
    lua_pushvalue(L, index);
    lua_rawseti(L, -3, s->reference_count);
    lua_pushvalue(L, index);
    lua_pushinteger(L, s->reference_count);
    lua_rawset(L, -4);
    lua_pushinteger(L, s->reference_count);
    lua_replace(L, -2);
  }
  uint32_t numbers[2] = {(uint32_t)lua_tointeger(L, -1), 0};
  lua_pop(L, 2);
  lua_Debug where;
  lua_pushvalue(L, index);
  lua_getinfo(L, ">Su", &where);
  // No file has so many lines that both would not fit.
  numbers[1] = where.linedefined > 0 ? (uint32_t)where.linedefined & 0xFFFFFF : 0;
  numbers[1] |= (uint32_t)where.nparams << 24;
  const char *file = where.source[0] == '=' ? where.source + 1 : where.source;
  const char *wrong = put_tagged(e, CLUA_FUNCTION, numbers, sizeof numbers);
  return wrong != NULL ? wrong : put_string(e, file, strlen(file));
}

static const char *put_fields(encoder *e, int index, lua_Integer items, uint32_t *fields) {
  lua_State *L = e->L;
  const char *wrong = NULL;
  lua_pushnil(L);
  while (lua_next(L, index)) {
    int key = lua_gettop(L) - 1;
    if (lua_isinteger(L, key)) {
      lua_Integer number = lua_tointeger(L, key);
      if (number >= 1 && number <= items) {
        lua_pop(L, 1);
        continue;
      }
    } else if (lua_type(L, key) != LUA_TSTRING) {
      return "a key in it is neither a string nor an integer";
    }
    if ((wrong = put_value(e, key)) != NULL) return wrong;
    if ((wrong = put_value(e, key + 1)) != NULL) return wrong;
    (*fields)++;
    lua_pop(L, 1);
  }
  return NULL;
}

static const char *put_table(encoder *e, int index) {
  lua_State *L = e->L;
  const void *identity = lua_topointer(L, index);
  for (int i = 0; i < e->depth; i++)
    if (e->outer[i] == identity) return "a table in it contains itself";
  if (e->depth >= e->s->limits.value_depth || e->depth >= MAXIMAL_DEPTH)
    return "tables in it are nested too deep";
  // A table that was large once takes its time even when nothing is left in it.
  if (++e->s->tables_out > MOST_TABLES) return "it has too many tables to be handed over";
  e->outer[e->depth++] = identity;
  luaL_checkstack(L, 6, NULL);

  lua_Integer items = (lua_Integer)lua_rawlen(L, index);
  size_t start = e->s->outgoing.count;
  uint32_t counts[3] = {0, (uint32_t)items, 0};
  const char *wrong = put_tagged(e, CLUA_TABLE, counts, sizeof counts);
  for (lua_Integer i = 1; i <= items && wrong == NULL; i++) {
    lua_rawgeti(L, index, i);
    wrong = put_value(e, lua_gettop(L));
    lua_pop(L, 1);
  }
  if (wrong == NULL) wrong = put_fields(e, index, items, &counts[2]);
  if (wrong != NULL) return wrong;
  counts[0] = (uint32_t)(e->s->outgoing.count - start - 5);
  memcpy(e->s->outgoing.bytes + start + 1, counts, sizeof counts);
  e->depth--;
  return NULL;
}

static const char *put_record(encoder *e, const record *r) {
  uint32_t counts[3] = {(uint32_t)(r->size + 8), r->items, r->fields};
  uint8_t tag = r->shape != NULL ? CLUA_OBJECT : r->class_size > 0 ? CLUA_RECORD : CLUA_TABLE;
  const char *wrong = put_tagged(e, tag, counts, sizeof counts);
  return wrong != NULL ? wrong : put(e, r->bytes, r->size);
}

static const char *put_object(encoder *e, int index) {
  const record *r = to_record(e->L, index);
  if (r != NULL) return put_record(e, r);
  const handle *h = to_handle(e->L, index);
  if (h == NULL) return "it is an object of Lua's own";
  const char *wrong = put_tagged(e, CLUA_HANDLE, &h->id, sizeof h->id);
  return wrong != NULL ? wrong : put(e, h->bytes, h->size);
}

static const char *put_value(encoder *e, int index) {
  lua_State *L = e->L;
  switch (lua_type(L, index)) {
  case LUA_TNIL:
    return put_tagged(e, CLUA_NIL, NULL, 0);
  case LUA_TBOOLEAN:
    return put_tagged(e, lua_toboolean(L, index) ? CLUA_TRUE : CLUA_FALSE, NULL, 0);
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      int64_t integer = lua_tointeger(L, index);
      return put_tagged(e, CLUA_INTEGER, &integer, sizeof integer);
    } else {
      double number = lua_tonumber(L, index);
      return put_tagged(e, CLUA_NUMBER, &number, sizeof number);
    }
  case LUA_TSTRING: {
    size_t count;
    const char *text = lua_tolstring(L, index, &count);
    return put_string(e, text, count);
  }
  case LUA_TTABLE:
    return put_table(e, index);
  case LUA_TFUNCTION:
    return put_function(e, index);
  case LUA_TUSERDATA:
    return put_object(e, index);
  default:
    return "a coroutine cannot be handed over";
  }
}

const char *encode_value(lua_State *L, int index) {
  encoder e = {.L = L, .s = state_of(L)};
  return put_value(&e, lua_absindex(L, index));
}

const char *encode_sequence(lua_State *L, int first, int count) {
  clua_state *s = state_of(L);
  uint32_t values = (uint32_t)count;
  if (!buffer_append(&s->outgoing, &values, sizeof values)) return no_memory;
  luaL_checkstack(L, 6, NULL);
  const char *wrong = NULL;
  for (int i = 0; i < count && wrong == NULL; i++) {
    int top = lua_gettop(L);
    wrong = encode_value(L, first + i);
    lua_settop(L, top);
  }
  return wrong;
}
