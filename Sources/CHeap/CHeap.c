#include "CHeap.h"

#include <stdint.h>
#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

enum { LARGE_PAGE = 2 << 20, BLOCK = 31 << 20, BLOCKS = 4 };

static _Thread_local int is_done;

void cheap_use_large_pages(void) {
  if (is_done) return;
  is_done = 1;
  /* Up to 32 MiB, the most that glibc allows here, comes from the heap, whose end then stays when it is freed. */
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  void *blocks[BLOCKS];
  for (int i = 0; i < BLOCKS; i++) {
    blocks[i] = malloc(BLOCK);
    if (blocks[i] == NULL) continue;
    uintptr_t start = ((uintptr_t)blocks[i] + LARGE_PAGE - 1) & -(uintptr_t)LARGE_PAGE;
    madvise((void *)start, (uintptr_t)blocks[i] + BLOCK - start, MADV_HUGEPAGE);
  }
  for (int i = 0; i < BLOCKS; i++) free(blocks[i]);
}
#else
void cheap_use_large_pages(void) {}
#endif
