#ifndef CHEAP_H
#define CHEAP_H

/// Lets the kernel back this thread's heap with pages of 2 MiB, and keeps what is freed for what comes next.
///
/// A build touches new memory all the time, and each page of 4 KiB costs a fault. Reserves addresses, not
/// memory. Does nothing where the C library isn't glibc, or the system grants no such pages.
void cheap_use_large_pages(void);

#endif
