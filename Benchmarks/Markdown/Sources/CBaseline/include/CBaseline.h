#ifndef CBASELINE_H
#define CBASELINE_H

#include <stddef.h>

/// What a C program does: one call of `cmark_markdown_to_html` for a document.
///
/// Returns how long the HTML is.
size_t baseline_render(const char *text, size_t length, int smart);

#endif
