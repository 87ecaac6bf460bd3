/* Renders comments' bodies with cmark and does nothing else: what a build's comments are held against.
 *
 * bodies FILE ROUNDS: FILE has bodies, each followed by a NUL. Prints the seconds of user and system time
 * that the best round took, and how many bodies there are. */
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
  if (argc != 3) return 64;
  FILE *file = fopen(argv[1], "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) return 74;
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (!text || fread(text, 1, size, file) != (size_t)size) return 74;
  text[size] = 0;

  double best = 1e9;
  size_t count = 0;
  for (int round = atoi(argv[2]); round > 0; round--) {
    double start = cpu_seconds();
    count = 0;
    for (char *body = text; body < text + size; body += strlen(body) + 1, count++)
      free(cmark_markdown_to_html(body, strlen(body), CMARK_OPT_DEFAULT));
    double time = cpu_seconds() - start;
    if (time < best) best = time;
  }
  printf("%f %zu\n", best, count);
  return 0;
}
