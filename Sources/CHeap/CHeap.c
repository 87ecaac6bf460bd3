// glibc's malloc lets the heap of each thread but the first grow by the page: an mprotect for every
// few kilobytes, and a page fault for each four. A build allocates tens of megabytes and then ends,
// so it takes them in large steps and in huge pages, of which the kernel fills in one at a time.

#define _GNU_SOURCE
#include "CHeap.h"

#include <stdlib.h>

#ifdef __GLIBC__

#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/mman.h>

// A thread's heap is at most 64 MiB in one piece, and malloc caps its limit for mmap at 32.
static const size_t step = (size_t)32 << 20;
static const size_t huge_page = (size_t)2 << 20;

static pthread_once_t is_tuned = PTHREAD_ONCE_INIT;
static _Thread_local int is_prepared;

static void tune(void) {
  mallopt(M_TOP_PAD, (int)step);
  mallopt(M_TRIM_THRESHOLD, (int)(4 * step));
  mallopt(M_MMAP_THRESHOLD, (int)step);
}

void cheap_prepare(void) {
  if (is_prepared) return;
  is_prepared = 1;
  pthread_once(&is_tuned, tune);
  // Too large for what is free: it comes from the heap's end, which grows by a step behind it.
  void *block = malloc(huge_page);
  if (!block) return;
  uintptr_t first = ((uintptr_t)block + huge_page - 1) & ~(huge_page - 1);
  // Advice that reaches past the heap does no harm, and advice that isn't taken none either.
  madvise((void *)first, step, MADV_HUGEPAGE);
  free(block);
}

#else

void cheap_prepare(void) {}

#endif
