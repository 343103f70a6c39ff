#pragma once
#include <stddef.h>

/// Gives memory back to the system that this process holds without needing it: free heap, and pages of
/// code and constants, which the system reads again from their files (most often from its cache) when they
/// are touched. Nothing is lost by it and nobody has to wait for it; what is used every minute is back
/// within microseconds.
///
/// Only pages that are the file's own are given back: a segment in which anybody has written (relocations
/// in the code, a debugger's breakpoint) is left alone, and so is everything where the system does not tell.
///
/// Any thread may call it, beside all others. Returns the bytes of address space that were offered, at most
/// what is mapped; 0 where the system does not do such a thing.
///
/// See madvise(2) on MADV_DONTNEED, proc_pid_pagemap(5), malloc_trim(3), dl_iterate_phdr(3).
size_t cmemory_give_back(void);
