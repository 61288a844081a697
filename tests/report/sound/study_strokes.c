// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What tells a struck or plucked note from a synthetic one: it falls fast, then
   slowly; there is noise between its partials; harder is brighter; no two are
   the same. Recorded figures: medians of fourteen banks of single notes. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { MILLISECOND = 48, WINDOW = 8192 };

static const struct tone struck = {
  .rate = RATE,
  .held_s = 5,
  .whole_s = 3,
  .is_straight = true,
};

/* dB a second of the straight line through levels of 50 ms, mean of notes. */
static double
slope_of(unsigned instrument, unsigned key, double from_s, double to_s)
{
  double slope = 0;
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    float *const x = tone_strike(&struck, instrument, key, 80, seed);
    double n = 0, sum_t = 0, sum_y = 0, sum_tt = 0, sum_ty = 0;
    for (double t = from_s; t + 0.05 <= to_s + 1e-9; t += 0.025) {
      const double y =
        spectrum_level(x + (uint32_t)(t * RATE), 50U * MILLISECOND);
      ++n;
      sum_t += t;
      sum_y += y;
      sum_tt += t * t;
      sum_ty += t * y;
    }
    slope += (n * sum_ty - sum_t * sum_y) / (n * sum_tt - sum_t * sum_t) / 4;
    free(x);
  }
  return slope;
}

void
study_stages(void)
{
  static const struct {
    const char *what;
    unsigned instrument, key;
    double late_from, late_to;
    double early_low, early_high, late_low, late_high;
    const char *source;
  } rows[] = {
    {"grand piano C4",
     YEOUN_GRAND_PIANO,
     60,
     1,
     2.5,
     -26,
     -13,
     -13,
     -5,
     "recorded -19, then -9"},
    {"nylon guitar E4",
     YEOUN_NYLON_GUITAR,
     64,
     1,
     2.5,
     -28,
     -15,
     -13,
     -5,
     "recorded -21, then -9"},
    {"pizzicato E4",
     YEOUN_PIZZICATO,
     64,
     .8,
     1.4,
     -70,
     -40,
     -30,
     -10,
     "recorded -54, then -18"},
  };
  table_head("decay in its two stages, dB a second: 50 to 350 ms, and late");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    char what[64];
    const double early = slope_of(rows[i].instrument, rows[i].key, .05, .35);
    const double late = slope_of(
      rows[i].instrument, rows[i].key, rows[i].late_from, rows[i].late_to);
    snprintf(what, sizeof(what), "%s, early", rows[i].what);
    table_row(
      what, rows[i].early_low, early, rows[i].early_high, rows[i].source);
    snprintf(what, sizeof(what), "%s, late", rows[i].what);
    table_row(what, rows[i].late_low, late, rows[i].late_high, rows[i].source);
    snprintf(what, sizeof(what), "%s, early over late", rows[i].what);
    table_row(what, 1.4, early / late, INFINITY, "fast, then slowly");
  }
}

#define BIN_HERTZ (RATE / SPECTRUM_FRAMES)

/* Amplitudes bin by bin, below 12 kHz, through a window of WINDOW. */
static unsigned
spectrum_of(const float *x, double *level)
{
  static double shaped[SPECTRUM_FRAMES], power[SPECTRUM_FRAMES / 2];
  const unsigned bins = (unsigned)(12000 / BIN_HERTZ);
  for (int f = 0; f < WINDOW; ++f) {
    shaped[f] = (double)x[f] * (0.5 - 0.5 * cos(2 * M_PI * f / WINDOW));
  }
  spectrum_power(shaped, power);
  for (unsigned b = 0; b < bins; ++b) {
    level[b] = sqrt(power[b]);
  }
  return bins;
}

static double
centroid_of(unsigned instrument, unsigned key, unsigned velocity)
{
  static double level[SPECTRUM_FRAMES / 2];
  double mean = 0;
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    float *const x = tone_strike(&struck, instrument, key, velocity, seed);
    const unsigned bins = spectrum_of(x + 50 * MILLISECOND, level);
    double sum = 0;
    double whole = 1e-30;
    double most = 0;
    for (unsigned b = 0; b < bins; ++b) {
      most = fmax(most, level[b]);
    }
    /* Below -50 dB there is noise that has no colour of its own. */
    for (unsigned b = 0; b < bins; ++b) {
      if (level[b] < 0.00316 * most) {
        continue;
      }
      sum += level[b] * b * BIN_HERTZ;
      whole += level[b];
    }
    mean += log2(sum / whole) / 4;
    free(x);
  }
  return mean;
}

void
study_velocity(void)
{
  static const struct {
    unsigned instrument, key;
  } rows[] = {
    {YEOUN_GRAND_PIANO, 60},
    {YEOUN_FELT_PIANO, 60},
    {YEOUN_CELESTA, 72},
    {YEOUN_MUSIC_BOX, 79},
    {YEOUN_VIBRAPHONE, 67},
    {YEOUN_HARP, 67},
    {YEOUN_NYLON_GUITAR, 64},
    {YEOUN_PIZZICATO, 64},
    {YEOUN_GAYAGEUM, 57},
    {YEOUN_GLOCKENSPIEL, 86},
    {YEOUN_UPRIGHT_BASS, 38},
  };
  table_head("octaves that the centre of the spectrum rises from velocity 45 "
             "to 115, 50 to 220 ms");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    const double soft = centroid_of(rows[i].instrument, rows[i].key, 45);
    const double loud = centroid_of(rows[i].instrument, rows[i].key, 115);
    table_row(yeoun_instrument_facts(rows[i].instrument)->name,
              0.3,
              loud - soft,
              1.5,
              "recorded .4 to 1");
  }
}

/* How alike two waveforms are, at best over a millisecond either way; through a
   difference, so that the first partial does not speak for all. */
static double
likeness(const float *one, const float *two)
{
  const uint32_t frames = 400U * MILLISECOND;
  double best = 0;
  for (int lag = -MILLISECOND; lag <= MILLISECOND; lag += 2) {
    double both = 0, a = 1e-30, b = 1e-30;
    for (uint32_t f = MILLISECOND + 1; f < frames; ++f) {
      const float *const there = two + ((int)f + lag);
      const double x = (double)one[f] - (double)one[f - 1];
      const double y = (double)there[0] - (double)there[-1];
      both += x * y;
      a += x * x;
      b += y * y;
    }
    best = fmax(best, both / sqrt(a * b));
  }
  return best;
}

void
study_likeness(void)
{
  static const struct {
    unsigned instrument, key;
  } rows[] = {
    {YEOUN_GRAND_PIANO, 60},
    {YEOUN_FELT_PIANO, 60},
    {YEOUN_CELESTA, 72},
    {YEOUN_VIBRAPHONE, 67},
    {YEOUN_HARP, 67},
    {YEOUN_NYLON_GUITAR, 64},
    {YEOUN_PIZZICATO, 64},
    {YEOUN_GAYAGEUM, 57},
    {YEOUN_UPRIGHT_BASS, 38},
    {YEOUN_GLOCKENSPIEL, 86},
    {YEOUN_MUSIC_BOX, 79},
  };
  table_head("likeness of a note struck again, r of 400 ms, mean of six pairs");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    float *x[4];
    double mean = 0;
    for (uint32_t s = 0; s < 4; ++s) {
      x[s] = tone_strike(&struck, rows[i].instrument, rows[i].key, 80, s + 1);
    }
    for (int pair = 0; pair < 6; ++pair) {
      static const int one[] = {0, 0, 0, 1, 1, 2};
      static const int two[] = {1, 2, 3, 2, 3, 3};
      mean += likeness(x[one[pair]], x[two[pair]]) / 6;
    }
    for (int s = 0; s < 4; ++s) {
      free(x[s]);
    }
    table_row(yeoun_instrument_facts(rows[i].instrument)->name,
              -INFINITY,
              mean,
              0.985,
              "copies have .98 to .997");
  }
}

/* dB of the partials over what lies half-way between them, 150 to 320 ms. */
static double
purity_of(unsigned instrument, unsigned key)
{
  double clean = 1e-30;
  double dirty = 1e-30;
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    float *const x = tone_strike(&struck, instrument, key, 80, seed);
    spectrum_part(x + 150 * MILLISECOND,
                  WINDOW,
                  tone_hertz(key),
                  1,
                  8,
                  RATE,
                  &clean,
                  &dirty);
    free(x);
  }
  return 10 * log10(clean / dirty);
}

void
study_purity(void)
{
  static const struct {
    const char *what;
    unsigned instrument, key;
    double low, high;
    const char *source;
  } rows[] = {
    {"grand piano C4", YEOUN_GRAND_PIANO, 60, 22, 36, "recorded 28"},
    {"nylon guitar E4", YEOUN_NYLON_GUITAR, 64, 24, 42, "recorded 33"},
    {"harp G4", YEOUN_HARP, 67, 20, 36, "recorded 27"},
    {"pizzicato E4", YEOUN_PIZZICATO, 64, 8, 28, "recorded 9"},
    {"upright bass D2", YEOUN_UPRIGHT_BASS, 38, 10, 28, "recorded 16"},
  };
  table_head("partials over the noise between them, dB, 150 to 320 ms");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    table_row(rows[i].what,
              rows[i].low,
              purity_of(rows[i].instrument, rows[i].key),
              rows[i].high,
              rows[i].source);
  }
}
