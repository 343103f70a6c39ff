// Compiling: text only, in bounded time. No hook fires inside the compiler, and what it makes of a
// very long expression takes the square of its length.
#include "state.h"

enum { PIECE = 4096, MOST_CODE = 8 << 20 };
static const double MOST_SECONDS = 1;

typedef struct {
  const char *text;
  size_t left;
  double end;
} reading;

static const char *next_piece(lua_State *L, void *context, size_t *size) {
  reading *r = context;
  if (processor_seconds() > r->end)
    luaL_error(L, "the file takes too long to compile; is an expression in it very long?");
  const char *piece = r->text;
  *size = r->left < PIECE ? r->left : PIECE;
  r->text += *size;
  r->left -= *size;
  return *size == 0 ? NULL : piece;
}

int load_text(lua_State *L, const uint8_t *text, size_t count, const char *chunk) {
  reading r = {
    .text = (const char *)text, .left = count, .end = processor_seconds() + MOST_SECONDS};
  return lua_load(L, next_piece, &r, chunk, "t");
}

static int append_code(lua_State *L, const void *piece, size_t size, void *context) {
  (void)L;
  buffer *code = context;
  return size > MOST_CODE - code->count || !buffer_append(code, piece, size);
}

void show_code(lua_State *L) {
  clua_state *s = state_of(L);
  buffer_reset(&s->outgoing);
  if (lua_dump(L, append_code, &s->outgoing, false) == 0) {
    clua_call call = {
      .ask = CLUA_ASK_CODE, .bytes = s->outgoing.bytes, .count = s->outgoing.count};
    s->callback(s->context, s, &call);
  }
  buffer_reset(&s->outgoing);
}
