// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Prints what the sound measures against the thresholds that it is held to. */

#include <stdio.h>
#include <string.h>

#include "../music/table.h"
#include "study.h"

static const struct {
  const char *name;
  void (*run)(void);
} studies[] = {
  {"tuning", study_tuning},
  {"clicks", study_clicks},
  {"dirt", study_dirt},
  {"shape", study_shape},
  {"strokes", study_strokes},
  {"struck", study_struck},
  {"held", study_held},
  {"vibrato", study_vibrato},
  {"cheong", study_cheong},
  {"loudness", study_loudness},
  {"levels", study_levels},
  {"cues", study_cues},
};

/* All, or those that are named; --calibrate: what palette_db should be. */
int
main(int argc, char **argv)
{
  if (argc == 2 && !strcmp(argv[1], "--calibrate")) {
    study_calibrate();
    return 0;
  }
  for (unsigned s = 0; s < sizeof(studies) / sizeof(studies[0]); ++s) {
    int is_wanted = argc < 2;
    for (int a = 1; a < argc; ++a) {
      is_wanted |= !strcmp(argv[a], studies[s].name);
    }
    if (is_wanted) {
      studies[s].run();
    }
  }
  printf("\n%d of %d rows pass, %d fail\n",
         table_rows() - table_failures(),
         table_rows(),
         table_failures());
  return table_failures() ? 1 : 0;
}
