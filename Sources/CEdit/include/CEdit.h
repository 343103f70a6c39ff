#pragma once
// What a console needs of libedit, whose own interface is variadic: one line editor on standard input
// and output, with history and completion. One at a time, from one thread.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cedit cedit;

/// Completions of what ends at byte `end` of `line`: sets `*typed` to how many bytes before `end` belong
/// to it, fills whole words into `words`, at most `capacity` bytes, one after the other, each ended by a
/// zero byte, and returns their number.
typedef int (*cedit_complete)(
  void *context, const char *line, size_t end, size_t *typed, char *words, size_t capacity);

/// NULL without memory or a usable terminal.
cedit *cedit_open(const char *program, int history_length);
void cedit_close(cedit *editor);
void cedit_on_complete(cedit *editor, cedit_complete complete, void *context);
/// NULL at the end of input. Valid until the next call.
const char *cedit_read(cedit *editor, const char *prompt);
void cedit_add(cedit *editor, const char *line);
/// False if the file cannot be read or written.
bool cedit_load(cedit *editor, const char *path);
bool cedit_save(cedit *editor, const char *path);
