// A bump allocator for each thread, for libcmark: a document's nodes are freed all at once, and
// cmark's allocator functions have no argument that could carry a heap.

#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct chunk {
  struct chunk *previous;
  size_t capacity;
  _Alignas(16) unsigned char bytes[];
} chunk;

enum { first_capacity = 256 * 1024, largest_kept = 4 * 1024 * 1024 };

static _Thread_local chunk *current;
static _Thread_local size_t used;

// Each block has its size before it, since cmark's realloc doesn't say how much to keep.
enum { header = 16 };

static size_t rounded(size_t size) {
  if (size > SIZE_MAX / 4) abort();
  return (size + 15) & ~(size_t)15;
}

static void *take(size_t size) {
  size_t need = rounded(size) + header;
  if (!current || current->capacity - used < need) {
    size_t capacity = current ? current->capacity * 2 : first_capacity;
    if (capacity < need) capacity = need;
    chunk *next = malloc(sizeof(chunk) + capacity);
    if (!next) abort();
    next->previous = current;
    next->capacity = capacity;
    current = next;
    used = 0;
  }
  unsigned char *block = current->bytes + used;
  *(size_t *)block = size;
  used += need;
  return block + header;
}

void *carena_calloc(size_t count, size_t size) {
  size_t total;
  // A division would cost more than the rest.
  if (__builtin_mul_overflow(count, size, &total)) abort();
  void *block = take(total);
  memset(block, 0, total);
  return block;
}

void *carena_realloc(void *pointer, size_t size) {
  if (!pointer) return take(size);
  unsigned char *block = (unsigned char *)pointer - header;
  size_t old = *(size_t *)block;
  if (size <= old) return pointer;
  size_t start = (size_t)(block - current->bytes);
  int is_last = block >= current->bytes && start < used && start + header + rounded(old) == used;
  if (is_last && current->capacity - start >= rounded(size) + header) {
    used = start + header + rounded(size);
    *(size_t *)block = size;
    return pointer;
  }
  void *moved = take(size);
  memcpy(moved, pointer, old);
  return moved;
}

void carena_free(void *pointer) { (void)pointer; }

carena_mark carena_save(void) { return (carena_mark){current, used}; }

void carena_release(carena_mark mark) {
  while (current && current != mark.chunk) {
    // The first chunk stays: a thread that renders one document renders many.
    if (!current->previous) break;
    chunk *previous = current->previous;
    free(current);
    current = previous;
  }
  // But not one that a single huge text made huge.
  if (current && !mark.chunk && current->capacity > largest_kept) {
    free(current);
    current = NULL;
  }
  used = current == mark.chunk ? mark.used : 0;
}
