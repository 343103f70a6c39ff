#include "CEdit.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cedit {
  EditLine *line;
  History *history;
  const char *prompt;
  cedit_complete complete;
  void *context;
  char *text;
};

enum { words_capacity = 16384 };

static char *prompt_of(EditLine *line) {
  cedit *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return (char *)editor->prompt;
}

static size_t common_length(const char *words, int count) {
  size_t length = strlen(words);
  const char *word = words;
  for (int index = 1; index < count; index++) {
    word += strlen(word) + 1;
    size_t same = 0;
    while (same < length && word[same] == words[same]) same++;
    length = same;
  }
  // Not in the middle of a character.
  while (length > 0 && ((unsigned char)words[length] & 0xC0) == 0x80) length--;
  return length;
}

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  cedit *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  if (editor->complete == NULL) return CC_ERROR;
  const LineInfo *info = el_line(line);
  size_t length = (size_t)(info->lastchar - info->buffer);
  char *copy = malloc(length + 1);
  char *words = malloc(words_capacity);
  unsigned char result = CC_ERROR;
  if (copy != NULL && words != NULL) {
    memcpy(copy, info->buffer, length);
    copy[length] = 0;
    size_t end = (size_t)(info->cursor - info->buffer);
    size_t typed = 0;
    int count = editor->complete(editor->context, copy, end, &typed, words, words_capacity);
    if (count > 0) {
      size_t common = common_length(words, count);
      if (common > typed) {
        char kept = words[common];
        words[common] = 0;
        el_insertstr(line, words + typed);
        words[common] = kept;
        if (count == 1) el_insertstr(line, " ");
        result = CC_REFRESH;
      } else if (count == 1) {
        el_insertstr(line, " ");
        result = CC_REFRESH;
      } else {
        printf("\n");
        const char *word = words;
        for (int index = 0; index < count; index++, word += strlen(word) + 1) printf("%s  ", word);
        printf("\n");
        fflush(stdout);
        result = CC_REDISPLAY;
      }
    }
  }
  free(copy);
  free(words);
  return result;
}

/// Ctrl-C gives the line up, as in a shell.
static unsigned char give_up(EditLine *line, int key) {
  (void)key;
  const LineInfo *info = el_line(line);
  int after = (int)(info->lastchar - info->cursor);
  int length = (int)(info->lastchar - info->buffer);
  el_cursor(line, after);
  el_deletestr(line, length);
  printf("^C\n");
  fflush(stdout);
  return CC_REDISPLAY;
}

cedit *cedit_open(const char *program, int history_length) {
  cedit *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->prompt = "";
  // libedit reads characters by the locale; ours are UTF-8, whatever it says.
  if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
    setlocale(LC_CTYPE, "C.UTF-8");
  editor->line = el_init(program, stdin, stdout, stderr);
  editor->history = history_init();
  if (editor->line == NULL || editor->history == NULL) {
    cedit_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, history_length);
  history(editor->history, &event, H_SETUNIQUE, 1);
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_PROMPT, prompt_of);
  el_set(editor->line, EL_EDITOR, "emacs");
  el_set(editor->line, EL_HIST, history, editor->history);
  // A window that changes its size, a stop and a continuation leave the terminal as they should.
  el_set(editor->line, EL_SIGNAL, 1);
  // While a line is edited Ctrl-C is a key; before and after it ends the program.
  el_set(editor->line, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor->line, EL_ADDFN, "understudy-give-up", "Give up the line", give_up);
  el_set(editor->line, EL_BIND, "^C", "understudy-give-up", NULL);
  el_set(editor->line, EL_ADDFN, "understudy-complete", "Complete the word", complete);
  el_set(editor->line, EL_BIND, "\t", "understudy-complete", NULL);
  return editor;
}

void cedit_close(cedit *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) el_end(editor->line);
  if (editor->history != NULL) history_end(editor->history);
  free(editor->text);
  free(editor);
}

void cedit_on_complete(cedit *editor, cedit_complete complete, void *context) {
  editor->complete = complete;
  editor->context = context;
}

const char *cedit_read(cedit *editor, const char *prompt) {
  editor->prompt = prompt;
  int count = 0;
  const char *line = el_gets(editor->line, &count);
  if (line == NULL || count <= 0) return NULL;
  free(editor->text);
  editor->text = strndup(line, line[count - 1] == '\n' ? (size_t)count - 1 : (size_t)count);
  return editor->text;
}

void cedit_add(cedit *editor, const char *line) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, line);
}

bool cedit_load(cedit *editor, const char *path) {
  HistEvent event;
  return history(editor->history, &event, H_LOAD, path) >= 0;
}

bool cedit_save(cedit *editor, const char *path) {
  HistEvent event;
  return history(editor->history, &event, H_SAVE, path) >= 0;
}
