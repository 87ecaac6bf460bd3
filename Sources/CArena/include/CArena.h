#ifndef TWEETUP_CARENA_H
#define TWEETUP_CARENA_H

#include <stddef.h>

/// What the calling thread's arena has given out so far: what to return to.
typedef struct {
  void *chunk;
  size_t used;
} carena_mark;

/// Zeroed memory from the calling thread's arena; aborts when the machine has none left.
void *carena_calloc(size_t count, size_t size);

/// The same bytes in a larger place, which is the old one where nothing was given out since.
void *carena_realloc(void *pointer, size_t size);

/// Does nothing: memory comes back with `carena_release`.
void carena_free(void *pointer);

/// The calling thread's arena as it is now.
carena_mark carena_save(void);

/// Takes back all that the calling thread was given since; keeps the first chunk for the next time.
void carena_release(carena_mark mark);

#endif
