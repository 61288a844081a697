// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Bars and drums: a stroke that is brighter than what rings, a triangle that is
   high, brushes that are low, heads that are no pure sines. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

#define RATE 48000.0

enum { SHORT = 2048, BINS = SHORT / 2 };

static float *
play(unsigned instrument, unsigned key)
{
  uint32_t frames;
  const struct tone tone = {
    .instrument = instrument,
    .key = key,
    .velocity = 80,
    .seed = 5,
    .rate = RATE,
    .held_s = 3,
    .whole_s = 2,
  };
  return tone_play(&tone, &frames);
}

/* Power up to 16 kHz, bin by bin; how many. */
static int
powers_of(const float *x, double *power)
{
  int count = 0;
  for (int b = 2; b * RATE / SHORT < 16000; ++b) {
    const double level = spectrum_at(x, SHORT, b * RATE / SHORT, RATE, NULL);
    power[count++] = level * level + 1e-20;
  }
  return count;
}

/* Centre of the amplitudes, Hz. */
static double
centre_of(const float *x)
{
  double power[BINS];
  const int count = powers_of(x, power);
  double sum = 0, whole = 0;
  for (int b = 0; b < count; ++b) {
    sum += sqrt(power[b]) * (b + 2) * RATE / SHORT;
    whole += sqrt(power[b]);
  }
  return sum / whole;
}

/* Geometric over arithmetic mean of the powers: 0 dB is noise. */
static double
flatness_of(const float *x)
{
  double power[BINS];
  const int count = powers_of(x, power);
  double logs = 0, sum = 0;
  for (int b = 0; b < count; ++b) {
    const double some = fmax(power[b], 1e-30);
    logs += log10(some) / count;
    sum += some / count;
  }
  return 10 * (logs - log10(fmax(sum, 1e-30)));
}

static void
study_strokes_of_bars(void)
{
  static const struct {
    unsigned instrument, key;
    const char *source;
  } rows[] = {
    {YEOUN_VIBRAPHONE, 67, "recorded 1.0"},
    {YEOUN_CELESTA, 72, "recorded .7"},
    {YEOUN_GLOCKENSPIEL, 86, "recorded 1.5"},
  };
  table_head("octaves that the stroke is brighter than what rings");
  for (unsigned i = 0; i < sizeof(rows) / sizeof(rows[0]); ++i) {
    float *const x = play(rows[i].instrument, rows[i].key);
    table_row(yeoun_instrument_facts(rows[i].instrument)->name,
              .3,
              log2(centre_of(x) / centre_of(x + 14400)),
              2.5,
              rows[i].source);
    free(x);
  }
}

void
study_struck(void)
{
  static const struct {
    const char *what;
    unsigned key;
    double low, high;
    const char *source;
  } centres[] = {
    {"triangle", YEOUN_DRUM_TRIANGLE, 7000, 12500, "recorded 10 to 12 kHz"},
    {"brush, tapped", YEOUN_DRUM_BRUSH_TAP, 700, 3200, "recorded 1.25 kHz"},
    {"brush, swept", YEOUN_DRUM_BRUSH_SWEEP, 700, 4000, "recorded 1.25 kHz"},
  };
  static const struct {
    const char *what;
    unsigned key;
  } heads[] = {
    {"kick", YEOUN_DRUM_KICK},
    {"frame drum, low", YEOUN_DRUM_FRAME_LOW},
    {"frame drum, high", YEOUN_DRUM_FRAME_HIGH},
    {"janggu, kung", YEOUN_DRUM_JANGGU_KUNG},
    {"janggu, deok", YEOUN_DRUM_JANGGU_DEOK},
  };
  study_strokes_of_bars();
  table_head("centre of the spectrum, Hz");
  for (unsigned i = 0; i < sizeof(centres) / sizeof(centres[0]); ++i) {
    float *const x = play(YEOUN_KIT, centres[i].key);
    table_row(centres[i].what,
              centres[i].low,
              centre_of(x + 960),
              centres[i].high,
              centres[i].source);
    free(x);
  }
  table_head("flatness of the spectrum 80 ms after the blow, dB");
  for (unsigned i = 0; i < sizeof(heads) / sizeof(heads[0]); ++i) {
    float *const x = play(YEOUN_KIT, heads[i].key);
    table_row(
      heads[i].what, -65, flatness_of(x + 3840), -5, "recorded -60 to -20");
    free(x);
  }
}
