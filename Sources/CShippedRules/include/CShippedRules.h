#pragma once
#include <stddef.h>

/// One file of the repository's rules/, as it was when the program was built.
typedef struct {
  const char *_Nullable name;
  const unsigned char *_Nullable bytes;
  size_t size;
} understudy_shipped_rule_file;

size_t understudy_shipped_rule_count(void);

/// `index` must be below the count.
understudy_shipped_rule_file understudy_shipped_rule(size_t index);
