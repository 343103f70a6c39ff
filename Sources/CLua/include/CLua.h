// Lua 5.4 behind a wall. Nothing here raises: every entry is protected, a failure is an answer.
// Values cross as bytes (see the tags below); Swift never sees a lua_State.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct clua_state clua_state;

// The code of a value: a tag byte, then, in the machine's byte order and without padding,
//   INTEGER i64 | NUMBER f64 | STRING u32 length, bytes
//   TABLE   u32 size of what follows, u32 items, u32 fields, items, (key, value)...
//   RECORD  like TABLE, with the class name as a STRING before the items
//   OBJECT  like RECORD, of a class with declared fields: their values in that order, without the keys
//   HANDLE  u64 id, class name as a STRING
//   FUNCTION u32 id, u32 line with the number of parameters in the highest byte, file name as a STRING
// Keys are INTEGER or STRING. A sequence of values is a u32 count and the values.
enum {
  CLUA_NIL, CLUA_FALSE, CLUA_TRUE, CLUA_INTEGER, CLUA_NUMBER, CLUA_STRING, CLUA_TABLE, CLUA_RECORD,
  CLUA_HANDLE, CLUA_FUNCTION, CLUA_OBJECT
};

// What the callback is asked.
enum {
  CLUA_ASK_CALL,     // arguments of a host function
  CLUA_ASK_OPEN,     // first argument of a declaration; the second step follows under its serial
  CLUA_ASK_MODULE,   // a module's name; answered with [name, text]
  CLUA_ASK_UNKNOWN,  // [container, name, known names...]; answered with the error text
  CLUA_ASK_PHASE,    // [] ; a function called in the wrong phase; answered with the error text
  CLUA_ASK_CODE,     // not a question, and not values: the file being loaded, as lua_dump gives it
};

// What the callback returns; the bytes go through clua_answer first.
enum { CLUA_ANSWER_VALUES, CLUA_ANSWER_FAILURE, CLUA_ANSWER_WAIT };

typedef struct {
  int ask;
  uint32_t function;
  uint32_t serial;        // of a declaration; 0 for none
  const uint8_t *bytes;   // a sequence of values, valid during the callback
  size_t count;
  const char *file;       // of the calling line; NULL when there is none
  int line;
  bool running;           // false while the file loads
  uint32_t slot, generation, wait;
} clua_call;

typedef int (*clua_callback)(void *context, clua_state *state, const clua_call *call);

typedef struct {
  size_t memory, block, value_bytes, source_bytes;
  int value_depth, modules;
  int64_t pattern_steps;
  int64_t allocations;    // that may be made from now on; tests let them run out
} clua_limits;

typedef struct {
  int64_t instructions;
  int32_t host_calls;
  double processor_seconds;
} clua_budget;

enum { CLUA_FINISHED, CLUA_WAITING, CLUA_FAILED, CLUA_STALE };
// Why it failed.
enum {
  CLUA_SYNTAX, CLUA_RUNTIME, CLUA_INSTRUCTIONS, CLUA_HOST_CALLS, CLUA_PROCESSOR, CLUA_MEMORY,
  CLUA_BLOCK, CLUA_RECURSION, CLUA_HOST
};

typedef struct {
  int status;
  int reason;
  // FINISHED: the values returned. FAILED: [message, file or nil, line, traceback]. Valid until the
  // next call.
  const uint8_t *bytes;
  size_t count;
  uint32_t slot, generation, wait;
  clua_budget given;      // what the run was started with
} clua_outcome;

enum { CLUA_IN_LOAD = 1, CLUA_IN_RUN = 2, CLUA_WAITS = 4, CLUA_DECLARES = 8, CLUA_FORKS = 16 };
// What forks takes a list of functions; the callback is given their number, and clua_branch starts them.

/// NULL when memory is short.
clua_state *clua_open(const clua_limits *limits, clua_callback callback, void *context);
void clua_close(clua_state *state);

// Between opening and sealing. Names may have dots; a method's has a colon. False when the name is
// taken or memory is short.
bool clua_define_function(clua_state *state, const char *name, uint32_t id, unsigned flags);
// The fields are a sequence of strings, or none.
bool clua_define_class(
  clua_state *state, const char *name, const uint8_t *fields, size_t count);
bool clua_define_constant(clua_state *state, const char *name, const uint8_t *bytes, size_t count);
bool clua_seal(clua_state *state);

/// Gives the bytes of the answer, before the callback returns. False when memory is short.
bool clua_answer(clua_state *state, const uint8_t *bytes, size_t count);

/// If asked to, it shows what the text was compiled to before anything of it runs.
clua_outcome clua_load(
  clua_state *state, const char *name, const uint8_t *text, size_t count,
  const clua_budget *budget, uint64_t seed, bool shows_code);
clua_outcome clua_start(
  clua_state *state, uint32_t function, const uint8_t *arguments, size_t count,
  const clua_budget *budget, uint64_t seed);
/// Gives the run the values, or the error text (a sequence of one string) when it failed.
clua_outcome clua_resume(
  clua_state *state, uint32_t slot, uint32_t generation, uint32_t wait, bool failed,
  const uint8_t *values, size_t count);
/// Starts a function that the waiting run has forked with, from 1. It is a run of its own that spends the
/// other's budget, and ends with its wait at the latest.
clua_outcome clua_branch(
  clua_state *state, uint32_t slot, uint32_t generation, uint32_t wait, uint32_t index,
  uint64_t seed);
bool clua_cancel(clua_state *state, uint32_t slot, uint32_t generation);
/// Ends all branches of the waiting run.
void clua_cancel_branches(clua_state *state, uint32_t slot, uint32_t generation);

void clua_collect(clua_state *state);
/// Replaces the number of allocations in the limits.
void clua_allow_allocations(clua_state *state, int64_t count);
size_t clua_memory(const clua_state *state);
size_t clua_waiting(const clua_state *state);
