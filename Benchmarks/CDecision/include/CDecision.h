// A decision as one would write it by hand in C against Lua's own API, with nothing around it: no
// sandbox, no budget, no trace. What decisions of ours are measured against.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct byhand_rules byhand_rules;

/// What our rules see of a message, its chat, its sender and the owner; texts may be NULL.
typedef struct {
  int64_t id, date, now;
  const char *text;
  int64_t chat, person;
  const char *kind, *title, *username, *first_name, *last_name;
  bool contact;
  int64_t owner;
  const char *owner_first_name;
} byhand_message;

typedef struct {
  char *text, *reason;
  bool quotes;
  int64_t due;              // in milliseconds since 1970
} byhand_plan;

/// Runs the text, which declares one rule and one delay as our rule files do; NULL when that fails.
byhand_rules *byhand_open(const char *text, size_t count);
void byhand_close(byhand_rules *rules);
/// Looks for the word, makes the message's tables, calls the rule's function in a coroutine, and reads
/// back what it returns. Whether there is a plan; its texts are freed by `byhand_free`.
bool byhand_decide(
  byhand_rules *rules, const char *word, const byhand_message *message, byhand_plan *plan);
void byhand_free(byhand_plan *plan);
