// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* How loud each palette is in each mood, so that auditioning favours none. */

#include <math.h>
#include <stdio.h>

#include "../music/statistics.h"
#include "../music/table.h"
#include "mix.h"
#include "music/mood.h"
#include "music/palette.h"
#include "piece.h"
#include "sound/sound.h"
#include "study.h"

/* Mezzo-forte, to which a card's level is added, LUFS. */
#define MIDDLE_LUFS (-18.5)

/* Variations differ: another instrument may sing. */
enum { VARIATIONS = 5, SECONDS = 24 };

static double lufs[YEOUN_POLES][YEOUN_PALETTES];
static double farthest; /* of one variation from the middle of its five */

static double
asked_of(unsigned pole)
{
  return MIDDLE_LUFS +
         (double)yeoun_feature_facts(YEOUN_FEATURE_LEVEL)->pole[pole].value;
}

/* The middle of some variations, before the limiter. */
static double
loudness_of(unsigned palette, unsigned pole)
{
  static float left[SECONDS * PIECE_RATE], right[SECONDS * PIECE_RATE];
  double all[VARIATIONS];
  for (int v = 0; v < VARIATIONS; ++v) {
    const struct piece piece = {
      .palette = palette,
      .pole = pole,
      .variation = (uint16_t)(v + 1),
      .bars = 8,
      .seconds = SECONDS,
      .depth = 0.5,
    };
    piece_play(&piece, left, right);
    all[v] = mix_loudness(left, right, SECONDS * PIECE_RATE);
  }
  const double middle = statistics_median(all, VARIATIONS); /* now sorted */
  farthest =
    fmax(farthest, fmax(middle - all[0], all[VARIATIONS - 1] - middle));
  return middle;
}

static void
measure(void)
{
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      lufs[pole][p] = loudness_of(p, pole);
    }
  }
}

void
study_levels(void)
{
  char what[64];
  measure();
  table_head("LU off what the mood's card asks, middle of five variations");
  for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
    double least = INFINITY;
    double most = -INFINITY;
    for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
      const double off = lufs[pole][p] - asked_of(pole);
      least = fmin(least, off);
      most = fmax(most, off);
      snprintf(what,
               sizeof(what),
               "%s %s",
               yeoun_palette_name(p),
               yeoun_pole_name(pole));
      table_row(what, -2, off, 2, "mezzo-forte -18.5 LUFS");
    }
    snprintf(what, sizeof(what), "%s, palettes apart", yeoun_pole_name(pole));
    table_row(what, 0, most - least, 2, "none favoured");
  }
  table_note("the farthest that a variation is off its palette", farthest, "");
}

void
study_calibrate(void)
{
  measure();
  printf(
    "\nthe rows of palette_db in dsp/sound/sound.c, by what is measured\n");
  for (unsigned p = YEOUN_CHAMBER; p < YEOUN_PALETTES; ++p) {
    printf("  %-10s {", yeoun_palette_name(p));
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      const double db = (double)yeoun_sound_palette_db(p, pole) +
                        asked_of(pole) - lufs[pole][p];
      printf("%s%.1ff", pole ? ", " : "", db);
    }
    printf("},\n");
  }
}
