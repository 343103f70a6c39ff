#include "CRE2.h"
#include <new>
#include <re2/re2.h>
#include <string>

struct cre2_pattern {
  RE2 expression;
  std::string error;

  cre2_pattern(const re2::StringPiece &text, const RE2::Options &options)
    : expression(text, options) {
    if (!expression.ok()) error = expression.error();
  }
};

extern "C" {

cre2_pattern *cre2_compile(const char *text, size_t count, bool ignores_case, int64_t memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignores_case);
  options.set_max_mem(memory);
  // Only whether it matches is asked, never which part does.
  options.set_never_capture(true);
  return new (std::nothrow) cre2_pattern(re2::StringPiece(text, count), options);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->expression.ok() ? nullptr : pattern->error.c_str();
}

bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t count) {
  return RE2::PartialMatch(re2::StringPiece(text, count), pattern->expression);
}

}
