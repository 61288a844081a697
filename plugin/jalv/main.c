// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* yeoun-record CLIENT < BRIEF: record a JACK client as its brief has it, and
   write the files that yeoun-render would. */

#include <stdio.h>

#include "brief.h"
#include "file.h"
#include "record.h"
#include "say.h"
#include "table.h"

int
main(int argc, char **argv)
{
  static struct yeoun_brief brief;
  struct yeoun_take take = {0};
  struct yeoun_row row = {0};
  if (argc != 2 || !yeoun_brief_read(stdin, &brief)) {
    fputs("usage: yeoun-record CLIENT < BRIEF\n", stderr);
    return 2;
  }
  const bool is_done = yeoun_folder_make(brief.out) &&
                       yeoun_jack_record(argv[1], &brief, &take) &&
                       yeoun_brief_finish(&brief, &take, &row);
  if (is_done) {
    yeoun_table_print(&row, 1);
  }
  yeoun_take_free(&take);
  return is_done ? 0 : 1;
}
