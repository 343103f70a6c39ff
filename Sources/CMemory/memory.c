#define _GNU_SOURCE
#include "CMemory.h"

#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct {
  int pagemap;
  size_t page;
  size_t offered;
} returning;

// proc_pid_pagemap(5)
static const uint64_t PRESENT = 1ull << 63, SWAPPED = 1ull << 62, OF_A_FILE = 1ull << 61;

// Whether no page in use is a copy of the process's own, which would be lost.
static bool is_as_in_file(const returning *it, uintptr_t start, uintptr_t end) {
  uint64_t entries[512];
  for (uintptr_t page = start / it->page, last = end / it->page; page < last;) {
    size_t count = last - page < 512 ? last - page : 512;
    ssize_t size = pread(it->pagemap, entries, count * 8, (off_t)(page * 8));
    if (size != (ssize_t)(count * 8)) return false;
    for (size_t i = 0; i < count; i++)
      if ((entries[i] & (PRESENT | SWAPPED)) && !(entries[i] & OF_A_FILE)) return false;
    page += count;
  }
  return true;
}

static int give_back(struct dl_phdr_info *object, size_t size, void *context) {
  (void)size;
  returning *it = context;
  for (size_t i = 0; i < object->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type != PT_LOAD || (segment->p_flags & PF_W)) continue;
    // Whole pages of this segment alone.
    uintptr_t from = object->dlpi_addr + segment->p_vaddr, to = from + segment->p_filesz;
    uintptr_t start = (from + it->page - 1) & ~(it->page - 1), end = to & ~(it->page - 1);
    if (start >= end || !is_as_in_file(it, start, end)) continue;
    if (madvise((void *)start, end - start, MADV_DONTNEED) == 0) it->offered += end - start;
  }
  return 0;
}

size_t cmemory_give_back(void) {
  malloc_trim(0);
  long page = sysconf(_SC_PAGESIZE);
  returning it = {.pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC), .page = (size_t)page};
  if (it.pagemap < 0) return 0;
  // Nothing is loaded or unloaded in the meantime.
  dl_iterate_phdr(give_back, &it);
  close(it.pagemap);
  return it.offered;
}
