// What the parts of the embedding share.
#pragma once
#include "CLua.h"
#include <lua5.4/lauxlib.h>
#include <lua5.4/lua.h>
#include <lua5.4/lualib.h>

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
  int64_t *allocations;   // left
} buffer;

// One run of a function. Its thread is kept for the next run when it ended well.
typedef struct run {
  lua_State *thread;
  int anchor;             // what keeps the thread alive, in the registry
  struct run *parent;     // the run that waits for this one, a branch of it; NULL for none
  struct run *root;       // whose budget is spent: the run itself if it is no branch
  int forked;             // the functions that its branches start with, in the registry
  uint32_t slot, next_free;
  uint32_t generation;    // counts the runs of the slot
  uint32_t wait;          // counts the waits of the run
  bool busy, waiting;
  int verdict;            // 0, or the reason (from CLUA_INSTRUCTIONS on) that nothing may catch
  int verdict_line;       // where it was passed; 0 when unknown
  char verdict_file[160];
  clua_budget given, left;
  uint64_t random;
} run;

// The coroutines that are inside one another right now, innermost first.
typedef struct active {
  lua_State *thread;
  struct active *outer;
} active;

typedef struct {
  char *name;
  unsigned flags;
} host_function;

// The fields that a class has declared, outside of Lua, where tables of them would take several times as
// much in every state.
typedef struct shape {
  struct shape *next;
  size_t size;            // of all this
  uint32_t fields;
  uint8_t names[];        // each a byte for its length, and its bytes
} shape;

struct clua_state {
  lua_State *lua;         // runs no script itself
  clua_limits limits;
  clua_callback callback;
  void *context;
  bool loading;

  size_t memory;          // bytes allocated now
  int64_t allocated;      // bytes allocated since they were last charged for
  bool block_refused;     // an allocation was refused for its own size
  int large_blocks;       // of those that are allocated

  buffer outgoing;        // values on their way to the host
  int tables_out;         // tables among them
  buffer answer;          // and from it

  run **runs;
  uint32_t run_count, first_free, idle_threads, waiting;
  run *current;           // the run that is on, if any
  active *innermost;
  bool suspending;        // a host call is yielding through all active coroutines
  bool clock_started;
  double clock_start;     // of the processor time
  double coarse_last;     // when it was last looked at
  int64_t since_clock;    // instructions charged since

  host_function *functions;
  uint32_t function_count;
  shape *shapes;
  uint32_t serial;        // of declarations
  int module_count;
  // References into the registry.
  int classes;            // name -> metatable
  int references;         // id -> function, function -> id
  int modules;            // name -> value, or false while it loads
  uint32_t reference_count;
};

static inline clua_state *state_of(lua_State *L) {
  void *state;
  lua_getallocf(L, &state);
  return state;
}

// Flags in a thread's extra space.
enum { THREAD_OF_HOST = 1, THREAD_WAITS = 2 };
static inline uintptr_t *thread_flags(lua_State *L) { return lua_getextraspace(L); }

// state.c
enum { NO_RUN = UINT32_MAX };
// Calls the function with the argument as its light userdata; the error is left on the stack.
int protect(clua_state *s, lua_CFunction body, void *argument);
// Collects what loading has left behind, and sets how much may gather from now on.
void settle(clua_state *s);

// outcome.c
clua_outcome run_outcome(clua_state *s, int status, const run *r);
// A failure that no script line belongs to.
clua_outcome plain_failure(clua_state *s, int reason, const char *message);
// The same, with the error that `protect` has left.
clua_outcome protected_failure(clua_state *s, int status, int reason);
// A failure of the run, from the status that its thread has ended with.
clua_outcome failed_outcome(clua_state *s, run *r, int status);

// budget.c
enum { HOOK_INTERVAL = 250 };  // instructions
void *limited_alloc(void *state, void *block, size_t old_size, size_t size);
// Takes one off the allocations that are left; false when there is none.
bool may_allocate(int64_t *allocations);
void arm(lua_State *L);
// Charges instructions; raises when the budget is used up.
void spend(lua_State *L, int64_t instructions);
// Raises again what no script may catch; status is what a protected call returned.
void rethrow(lua_State *L, int status);
// Passes a verdict on the run, and ends it.
_Noreturn void condemn(lua_State *L, int reason);
// The time between the two is charged to the run that is on.
void start_clock(clua_state *s);
void stop_clock(clua_state *s);
double processor_seconds(void);

// encode.c, decode.c
bool buffer_append(buffer *b, const void *bytes, size_t count);
void buffer_reset(buffer *b);
void buffer_free(buffer *b);
// Appends values to outgoing; NULL, or why not.
const char *encode_value(lua_State *L, int index);
const char *encode_sequence(lua_State *L, int first, int count);
bool encode_string(buffer *b, const char *text, size_t count);
// Pushes the values of a sequence and returns their count; raises on lack of memory.
int decode_sequence(lua_State *L, const uint8_t *bytes, size_t count);
// Pushes one value and returns where the next begins. Tables within a record are read-only.
size_t decode_value(lua_State *L, const uint8_t *bytes, size_t count, size_t at, bool in_record);
size_t skip_value(const uint8_t *bytes, size_t count, size_t at);
uint32_t read_u32(const uint8_t *bytes);

// loading.c
// Pushes the compiled text, or the error; answers as lua_load does.
int load_text(lua_State *L, const uint8_t *text, size_t count, const char *chunk);
// Shows the host the function on the top of the stack. Without memory for it the host sees nothing.
void show_code(lua_State *L);

// records.c
enum { OBJECT_RECORD = 0x52454352, OBJECT_HANDLE = 0x48414e44, OBJECT_OTHER = 0x4f544852 };
typedef struct {
  uint32_t kind;
  uint32_t items, fields;
  uint32_t class_size;    // bytes of the class name before the items; 0 in a table within a record
  const shape *shape;     // of an object; NULL: keys stand with the values
  size_t size;
  uint32_t cursor_item;   // the last item looked for, and where it is
  size_t cursor;
  uint8_t bytes[];
} record;
typedef struct {
  uint32_t kind;
  uint64_t id;
  size_t size;            // of the class name as a STRING
  uint8_t bytes[];
} handle;
record *to_record(lua_State *L, int index);
handle *to_handle(lua_State *L, int index);
// Without keys its fields are those of its class.
void push_record(
  lua_State *L, const uint8_t *bytes, size_t size, uint32_t items, uint32_t fields,
  uint32_t class_size, bool has_keys);
void push_handle(lua_State *L, uint64_t id, const uint8_t *name, size_t size);
// Pushes a table of the keys, items first, and returns their number.
lua_Integer push_record_keys(lua_State *L, record *r);
// Pushes the value of the key on the top, in its place; false (and nil) when there is none.
bool record_get(lua_State *L, int index, record *r);
void new_class(lua_State *L, clua_state *s, const char *name);
// Declares the fields, a sequence of strings, of the class on the top.
void declare_fields(lua_State *L, const uint8_t *bytes, size_t count);
// Pushes the table of a class's methods, made when it is first asked for; false if there is no such class.
bool push_methods(lua_State *L, clua_state *s, const char *name);

// host.c
int call_host(lua_State *L);
int host_require(lua_State *L);
// Raises the error for a name that is not there. Known names are the keys of the tables between
// first_known and the top of the stack, or the values of a list.
int unknown_name(lua_State *L, const char *container, const char *name, int first_known);
// The line that the innermost script function of the thread is at.
bool calling_line(lua_State *L, int level, lua_Debug *out);

// environment.c
void build_environment(lua_State *L, clua_state *s);
// Pushes the table behind a read-only one, made when it is not there; "_G" for the globals. They
// stand where Lua looks for the names of functions, so that its own error texts know them.
void push_hidden(lua_State *L, const char *name);
bool is_locked(lua_State *L, int index);

// Libraries: each sets its functions in the table on the top of the stack.
void set_guarded_base(lua_State *L);         // guards.c
void set_guarded_string(lua_State *L);       // guards.c
void set_guarded_arithmetic(lua_State *L);   // guards.c
void set_guarded_table(lua_State *L);        // tables.c
void set_guarded_utf8(lua_State *L);         // guards.c
void set_guarded_math(lua_State *L);         // guards.c
void set_protected_calls(lua_State *L);      // coroutines.c
void set_coroutines(lua_State *L);           // coroutines.c
void keep_unprotected_texts(lua_State *L);   // coroutines.c
// Whether a call can be suspended through the function.
bool is_transparent(lua_CFunction function); // coroutines.c
void set_patterns(lua_State *L);             // patterns.c
int ordered_next(lua_State *L);              // order.c
int ordered_pairs(lua_State *L);             // order.c
// Pushes the value as text, without addresses.
const char *push_text(lua_State *L, int index, size_t *count);
// Sets the library's own function as a closure over the original, which is run in the same frame.
void wrap(lua_State *L, const char *name, lua_CFunction guard);
int run_original(lua_State *L);
