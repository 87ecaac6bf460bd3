#include "CBaseline.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

size_t baseline_render(const char *text, size_t length, int smart) {
  int options = CMARK_OPT_UNSAFE | (smart ? CMARK_OPT_SMART : 0);
  char *html = cmark_markdown_to_html(text, length, options);
  size_t size = strlen(html);
  free(html);
  return size;
}
