// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Prints what the sound measures against the thresholds that it is held to. */

#include <stdio.h>
#include <string.h>

#include "../music/table.h"
#include "study.h"

/* A part is run by its own name or by that of its group. */
static const struct {
  const char *group, *name;
  void (*run)(void);
} studies[] = {
  {"tuning", "tuning", study_tuning},
  {"clicks", "clicks", study_clicks},
  {"dirt", "dirt", study_dirt},
  {"shape", "slopes", study_slopes},
  {"shape", "attacks", study_attacks},
  {"shape", "brightness", study_brightness},
  {"shape", "stiffness", study_stiffness},
  {"shape", "directions", study_directions},
  {"strokes", "stages", study_stages},
  {"strokes", "velocity", study_velocity},
  {"strokes", "likeness", study_likeness},
  {"strokes", "purity", study_purity},
  {"struck", "bars", study_bars},
  {"struck", "drums", study_drums},
  {"held", "flicker", study_flicker},
  {"held", "width", study_width},
  {"held", "noise", study_noise},
  {"held", "release", study_release},
  {"held", "colour", study_colour},
  {"pitch", "vibrato", study_vibrato},
  {"pitch", "push", study_push},
  {"cheong", "cheong", study_cheong},
  {"loudness", "instruments", study_instruments},
  {"loudness", "short", study_short},
  {"levels", "levels", study_levels},
  {"mix", "cues", study_cues},
  {"mix", "pads", study_pads},
  {"mix", "depth", study_depth},
};

enum { STUDIES = sizeof(studies) / sizeof(studies[0]) };

static int
is_named(int study, const char *name)
{
  return !strcmp(name, studies[study].group) ||
         !strcmp(name, studies[study].name);
}

/* A name that no study has would measure nothing and pass. */
static int
check_names(int argc, char **argv)
{
  for (int a = 1; a < argc; ++a) {
    int known = 0;
    for (int s = 0; s < STUDIES; ++s) {
      known += is_named(s, argv[a]);
    }
    if (!known) {
      fprintf(stderr, "report-sound: no study is called %s:", argv[a]);
      for (int s = 0; s < STUDIES; ++s) {
        fprintf(stderr, " %s", studies[s].name);
      }
      fprintf(stderr, "\n");
      return -1;
    }
  }
  return 0;
}

/* All, or those that are named; --calibrate: what palette_db should be. */
int
main(int argc, char **argv)
{
  if (argc == 2 && !strcmp(argv[1], "--calibrate")) {
    study_calibrate();
    return 0;
  }
  if (check_names(argc, argv)) {
    return 2;
  }
  for (int s = 0; s < STUDIES; ++s) {
    int is_wanted = argc < 2;
    for (int a = 1; a < argc; ++a) {
      is_wanted |= is_named(s, argv[a]);
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
