// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What tells a held note from a machine: partials flicker, there is noise of
   bow or breath, harder is brighter, the end rings. Recorded figures: medians
   of fourteen banks of single notes. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { WINDOW = 4096, HOP = 1200, NOTES = 3 };

static const struct tone held = {.rate = RATE, .held_s = 2.5, .whole_s = 3};

/* Standard deviation of the level of harmonics 1 to 8, dB, mean of all. */
static double
flicker_of(unsigned instrument, unsigned key)
{
  double mean = 0;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const x = tone_strike(&held, instrument, key, 80, seed);
    for (int n = 1; n <= 8; ++n) {
      double sum = 0, squares = 0;
      int count = 0;
      for (uint32_t at = 24000; at + WINDOW < 110000; at += 2 * HOP) {
        const double level =
          20 * log10(1e-9 +
                     spectrum_near(
                       x + at, WINDOW, n * tone_hertz(key), 0.02, RATE, NULL));
        sum += level;
        squares += level * level;
        ++count;
      }
      mean +=
        sqrt(fmax(0, squares / count - sum / count * sum / count)) / 8 / NOTES;
    }
    free(x);
  }
  return mean;
}

static const struct tone straight = {
  .rate = RATE,
  .held_s = 2.5,
  .whole_s = 3,
  .is_straight = true,
};

/* dB of some partials over what lies half-way between them. */
static double
over_noise(const struct tone *like,
           unsigned instrument,
           unsigned key,
           int from,
           int to)
{
  double clean = 1e-30, dirty = 1e-30;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const x = tone_strike(like, instrument, key, 80, seed);
    spectrum_part(
      x + 48000, 2 * WINDOW, tone_hertz(key), from, to, RATE, &clean, &dirty);
    free(x);
  }
  return 10 * log10(clean / dirty);
}

static double
purity_of(unsigned instrument, unsigned key)
{
  return over_noise(&held, instrument, key, 1, 8);
}

/* Of upper partials, which bow and breath drown: those below are so much louder
   that what their flicker spreads is louder than any breath. */
static double
upper_purity_of(unsigned instrument, unsigned key)
{
  return over_noise(&straight, instrument, key, 9, 14);
}

/* dB at 150 ms after the end against just before it. */
static double
release_of(unsigned instrument, unsigned key)
{
  double mean = 0;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const x = tone_strike(&held, instrument, key, 80, seed);
    mean += (spectrum_level(x + 120000 + 6000, 2400) -
             spectrum_level(x + 120000 - 4800, 2400)) /
            NOTES;
    free(x);
  }
  return mean;
}

static double
brighter_of(unsigned instrument, unsigned key)
{
  double octaves = 0;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const soft = tone_strike(&held, instrument, key, 45, seed);
    float *const loud = tone_strike(&held, instrument, key, 115, seed);
    octaves +=
      log2(spectrum_centroid(loud + 48000, 2 * WINDOW, tone_hertz(key), RATE) /
           spectrum_centroid(soft + 48000, 2 * WINDOW, tone_hertz(key), RATE)) /
      NOTES;
    free(soft);
    free(loud);
  }
  return octaves;
}

/* Standard deviation of the power about partials 3 to 6, cents. */
static double
width_of(unsigned instrument, unsigned key)
{
  double mean = 0;
  for (uint32_t seed = 1; seed <= NOTES; ++seed) {
    float *const x = tone_strike(&held, instrument, key, 80, seed);
    for (int n = 3; n <= 6; ++n) {
      mean +=
        spectrum_width(x + 48000, 49152, n * tone_hertz(key), RATE) / 4 / NOTES;
    }
    free(x);
  }
  return mean;
}

struct row {
  unsigned instrument, key;
  double low, high;
  const char *source;
};

static void
print_rows(const char *head,
           double (*measure)(unsigned, unsigned),
           const struct row *rows,
           unsigned count)
{
  table_head(head);
  for (unsigned i = 0; i < count; ++i) {
    table_row(yeoun_instrument_facts(rows[i].instrument)->name,
              rows[i].low,
              measure(rows[i].instrument, rows[i].key),
              rows[i].high,
              rows[i].source);
  }
}

void
study_flicker(void)
{
  static const struct row flicker[] = {
    {YEOUN_VIOLIN, 69, 1, 5, "recorded 3.2"},
    {YEOUN_CELLO, 52, .8, 4, "recorded 1.9"},
    {YEOUN_BASSOON, 50, .5, 3, "recorded 1.25"},
    {YEOUN_CLARINET, 62, .4, 3, ""},
    {YEOUN_FLUTE, 74, .4, 3.5, ""},
    {YEOUN_STRINGS, 60, 1, 7, "many players beat"},
  };
  print_rows("flicker of partials, dB",
             flicker_of,
             flicker,
             sizeof(flicker) / sizeof(flicker[0]));
}

void
study_width(void)
{
  static const struct row width[] = {
    {YEOUN_STRINGS, 55, 10.5, 15, "recorded 11.3"},
    {YEOUN_STRINGS, 60, 10.5, 15, "recorded 12.1"},
    {YEOUN_STRINGS, 67, 10.5, 15, "recorded 10.7"},
    {YEOUN_VOICES, 55, 10.5, 17, "recorded 13.2"},
  };
  print_rows("how far many players spread a partial, cents",
             width_of,
             width,
             sizeof(width) / sizeof(width[0]));
}

void
study_noise(void)
{
  static const struct row purity[] = {
    {YEOUN_STRINGS, 60, 8, 24, "recorded 15"},
    {YEOUN_VIOLIN, 69, 15, 45, "a bow is heard"},
    {YEOUN_FLUTE, 74, 20, 55, "breath is heard"},
  };
  static const struct row upper[] = {
    {YEOUN_VIOLIN, 69, 2, 20, "recorded 10 to 12"},
    {YEOUN_CELLO, 52, 8, 26, "recorded 21 to 25"},
    {YEOUN_FLUTE, 74, -6, 16, "recorded 0 to 2"},
    {YEOUN_DAEGEUM, 67, -12, 14, "shakuhachi -10"},
  };
  print_rows("held partials over the noise between them, dB",
             purity_of,
             purity,
             sizeof(purity) / sizeof(purity[0]));
  print_rows("partials 9 to 14 over the noise between them, dB",
             upper_purity_of,
             upper,
             sizeof(upper) / sizeof(upper[0]));
}

void
study_release(void)
{
  static const struct row release[] = {
    {YEOUN_VIOLIN, 69, -32, -14, "recorded -24"},
    {YEOUN_CELLO, 52, -32, -14, "recorded -24"},
    {YEOUN_STRINGS, 60, -15, -4, "recorded -6"},
  };
  print_rows("left 150 ms after the end, dB",
             release_of,
             release,
             sizeof(release) / sizeof(release[0]));
}

void
study_colour(void)
{
  static const struct row brighter[] = {
    {YEOUN_CLARINET, 62, .3, 1.4, "recorded .90"},
    {YEOUN_BASSOON, 50, .25, 1.2, "recorded .60"},
    {YEOUN_FLUTE, 74, .2, 1.2, "recorded .58"},
    {YEOUN_CELLO, 52, .2, 1.2, "recorded .45"},
  };
  print_rows("octaves brighter from velocity 45 to 115, held",
             brighter_of,
             brighter,
             sizeof(brighter) / sizeof(brighter[0]));
}
