// RE2 in terms of C: regular expressions whose time is linear in the text, whatever they say.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/// Compiles a pattern of at most `memory` bytes of program. NULL when memory is short.
cre2_pattern *cre2_compile(const char *text, size_t count, bool ignores_case, int64_t memory);
void cre2_free(cre2_pattern *pattern);
/// What is wrong with the pattern; NULL when nothing is. Lives as long as the pattern.
const char *cre2_error(const cre2_pattern *pattern);
/// Whether it occurs anywhere in the text, which is UTF-8.
bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t count);

#ifdef __cplusplus
}
#endif
