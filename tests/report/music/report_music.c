// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Prints how settings move the music, and what the performer does with it,
   against the thresholds that they are held to. The notes themselves are judged
   by the judge, which knows nothing of the engine. */

#include "study.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
  static struct subjects subjects;
  const bool is_quick = argc == 3 && !strcmp(argv[2], "--quick");
  if (argc != 2 && !is_quick) {
    fprintf(stderr, "usage: report-music THEMES [--quick]\n");
    return 2;
  }
  if (!subjects_read(argv[1], is_quick ? 8 : 1, is_quick ? 8 : 16, &subjects)) {
    return 2;
  }
  printf("%d themes x %d moods, %d bars, algorithm %d\n",
         subjects.count,
         YEOUN_POLES,
         subjects.bars,
         YEOUN_ALGORITHM);
  study_blend(&subjects);
  study_trims(&subjects);
  study_takes(&subjects);
  study_performance(&subjects);
  printf("\n%d of %d rows pass, %d fail\n",
         table_rows() - table_failures(),
         table_rows(),
         table_failures());
  return table_failures() ? 1 : 0;
}
