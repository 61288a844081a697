// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Print a file as the C source of yeoun_page_text. Run by the build. */

#include <stdio.h>

int
main(int argc, char **argv)
{
  FILE *const file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) {
    fputs("usage: yeoun-embed FILE\n", stderr);
    return 2;
  }
  printf("#include \"render/library/page.h\"\n\n"
         "const char yeoun_page_text[] = {");
  for (int byte = 0, i = 0; (byte = getc(file)) != EOF; ++i) {
    printf(i % 16 ? " %d," : "\n  %d,", (signed char)byte);
  }
  printf("\n  0};\n");
  fclose(file);
  return fflush(stdout) ? 1 : 0;
}
