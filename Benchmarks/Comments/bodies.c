/* Renders comments' bodies with cmark and does nothing else: what a build's comments are held against.
 *
 * bodies FILE: FILE has bodies, each followed by a NUL. Each is rendered once, as in a build. Prints the seconds
 * of user and system time that this took, and how many bodies there are. */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static double cpu_seconds(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  FILE *file = fopen(argv[1], "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) return 74;
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (!text || fread(text, 1, size, file) != (size_t)size) return 74;
  text[size] = 0;

  size_t count = 0;
  double start = cpu_seconds();
  for (char *body = text; body < text + size; body += strlen(body) + 1, count++)
    free(cmark_markdown_to_html(body, strlen(body), CMARK_OPT_DEFAULT));
  printf("%f %zu\n", cpu_seconds() - start, count);
  return 0;
}
