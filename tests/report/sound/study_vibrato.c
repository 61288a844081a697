// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Vibrato and the left hand: there, late, of a human size, and never quite
   even. Recorded figures: medians of fourteen banks of single notes. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "pitch_track.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { NOTES = 4, TRACK = 600 };

struct shaken {
  unsigned instrument, key;
  double hertz_low, hertz_high; /* swings a second */
  double cents_low, cents_high; /* either way */
  double from_s, to_s;          /* where it stands */
  double early_cents;           /* at most, from 50 to 200 ms */
  const char *source;
};

static const struct tone held = {.rate = RATE, .held_s = 3.2, .whole_s = 3.5};

/* Half the way between highest and lowest, early in the note. */
static double
early_of(const float *x, double hertz)
{
  double cents[TRACK];
  const int count = track_pitch(x + 2400, 7200, hertz, cents, TRACK);
  double most = -INFINITY;
  double least = INFINITY;
  for (int i = 0; i < count; ++i) {
    most = fmax(most, cents[i]);
    least = fmin(least, cents[i]);
  }
  return 0.5 * (most - least);
}

static void
study_one(const struct shaken *shaken)
{
  const double hertz = tone_hertz(shaken->key);
  const char *const name = yeoun_instrument_facts(shaken->instrument)->name;
  struct vibrato mean = {.swings = 0};
  double early = 0;
  char what[64];
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    double cents[TRACK];
    float *const x =
      tone_strike(&held, shaken->instrument, shaken->key, 80, seed);
    const int count =
      track_pitch(x + (uint32_t)(shaken->from_s * RATE),
                  (uint32_t)((shaken->to_s - shaken->from_s) * RATE),
                  hertz,
                  cents,
                  TRACK);
    const struct vibrato one = track_vibrato(cents, count);
    mean.hertz += one.hertz / NOTES;
    mean.cents += one.cents / NOTES;
    mean.rate += one.rate / NOTES;
    mean.widths += one.widths / NOTES;
    early += early_of(x, hertz) / NOTES;
    free(x);
  }
  snprintf(what, sizeof(what), "%s, swings a second", name);
  table_row(what, shaken->hertz_low, mean.hertz, shaken->hertz_high, "");
  snprintf(what, sizeof(what), "%s, cents either way", name);
  table_row(
    what, shaken->cents_low, mean.cents, shaken->cents_high, shaken->source);
  snprintf(what, sizeof(what), "%s, periods apart, %%", name);
  table_row(what, 5, mean.rate, 25, "recorded 6 to 19");
  snprintf(what, sizeof(what), "%s, sizes apart, %%", name);
  table_row(what, 10, mean.widths, 40, "recorded 13 to 25");
  if (shaken->early_cents > 0) {
    snprintf(what, sizeof(what), "%s, cents before it begins", name);
    table_row(what, -INFINITY, early, shaken->early_cents, "it comes late");
  }
}

/* A string of the gayageum that is pushed by a whole tone after the pluck:
   where partials 1 and 5 stand then, and how much faster the first dies. */
void
study_push(void)
{
  const double hertz = tone_hertz(57);
  double at[2], fall[2];
  table_head("pushed");
  for (int pushed = 0; pushed < 2; ++pushed) {
    uint32_t frames;
    const struct tone tone = {
      .instrument = YEOUN_GAYAGEUM,
      .key = 57,
      .velocity = 80,
      .seed = 3,
      .rate = RATE,
      .held_s = 3,
      .whole_s = 3,
      .is_straight = true,
      .bend_at_s = pushed ? 0.1 : 0,
      .bend_cents = pushed ? 200 : 0,
    };
    const double now = hertz * exp2(pushed ? 200.0 / 1200 : 0);
    float *const x = tone_play(&tone, &frames);
    at[0] = spectrum_pitch(x + 14400, 12000, now, RATE);
    at[1] = spectrum_pitch(x + 14400, 12000, 5 * now, RATE);
    /* Both planes beat: where they begin and end stands for both alike. */
    fall[pushed] =
      spectrum_level(x + 14400, 9600) - spectrum_level(x + 14400 + 48000, 9600);
    free(x);
  }
  table_row("gayageum pushed by 200 cents, partial 1",
            195,
            1200 * log2(at[0] / hertz),
            205,
            "chuseong: to the next tone of the scale");
  table_row("gayageum pushed by 200 cents, partial 5",
            193,
            1200 * log2(at[1] / (5 * hertz)),
            210,
            "the whole string follows");
  table_row("and how many times as fast it dies",
            1.04,
            fall[1] / fall[0],
            1.25,
            "2^(2/12) = 1.12: as much a turn of the loop");
}

void
study_vibrato(void)
{
  static const struct shaken rows[] = {
    {YEOUN_VIOLIN, 69, 5, 6.8, 10, 30, 1, 3, 0, "KTH: 6 Hz, 20 cents"},
    {YEOUN_CELLO, 57, 4.5, 6.3, 8, 28, 1, 3, 0, ""},
    {YEOUN_FLUTE, 74, 4.5, 6, 3, 16, 1, 3, 0, ""},
    {YEOUN_DAEGEUM, 67, 3, 4.3, 18, 45, 1, 3, 0, "recorded 3.5 Hz, 29 cents"},
    {YEOUN_GAYAGEUM,
     57,
     3.7,
     5.2,
     15,
     60,
     1.1,
     3,
     6,
     "nonghyeon; bends of the court style 17 to 46"},
  };
  table_head("vibrato");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    study_one(&rows[i]);
  }
}
