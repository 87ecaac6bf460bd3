#ifndef CHEAP_H
#define CHEAP_H

/// Prepares malloc for a thread that is going to allocate much: its heap grows in large steps, keeps
/// what is freed for what comes next, and asks for huge pages. Where the system knows nothing of
/// that, nothing happens. Each thread is prepared once.
void cheap_prepare(void);

#endif
