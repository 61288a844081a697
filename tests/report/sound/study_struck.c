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

static const struct tone struck = {.rate = RATE, .held_s = 3, .whole_s = 2};

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

/* Geometric over arithmetic mean of the powers in a band: 0 dB is noise. */
static double
flatness_of(const float *x, double from, double to)
{
  double power[BINS];
  const int count = powers_of(x, power);
  double logs = 0, sum = 0;
  int used = 0;
  for (int b = 0; b < count; ++b) {
    const double hertz = (b + 2) * RATE / SHORT;
    if (hertz >= from && hertz <= to) {
      const double some = fmax(power[b], 1e-30);
      logs += log10(some);
      sum += some;
      ++used;
    }
  }
  return 10 * (logs / used - log10(fmax(sum / used, 1e-30)));
}

void
study_bars(void)
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
    float *const x =
      tone_strike(&struck, rows[i].instrument, rows[i].key, 80, 5);
    table_row(yeoun_instrument_facts(rows[i].instrument)->name,
              .3,
              log2(centre_of(x) / centre_of(x + 14400)),
              2.5,
              rows[i].source);
    free(x);
  }
}

struct drum {
  const char *what;
  unsigned key;
  double low, high;
  const char *source;
};

static void
print_drums(const char *head,
            double (*measure)(const float *),
            const struct drum *drums,
            unsigned count)
{
  table_head(head);
  for (unsigned i = 0; i < count; ++i) {
    float *const x = tone_strike(&struck, YEOUN_KIT, drums[i].key, 80, 5);
    table_row(
      drums[i].what, drums[i].low, measure(x), drums[i].high, drums[i].source);
    free(x);
  }
}

static double
centre_of_drum(const float *x)
{
  return centre_of(x + 960);
}

static double
late_flatness(const float *x)
{
  return flatness_of(x + 3840, 0, 16000);
}

static double
stroke_flatness(const float *x)
{
  return flatness_of(x, 1000, 8000);
}

/* dB of what is above 1 kHz against all, first 43 ms. */
static double
stroke_height(const float *x)
{
  double power[BINS];
  const int count = powers_of(x, power);
  double high = 0, whole = 1e-30;
  for (int b = 0; b < count; ++b) {
    high += (b + 2) * RATE / SHORT > 1000 ? power[b] : 0;
    whole += power[b];
  }
  return 10 * log10(high / whole);
}

/* Recorded: kick, tom-toms, snare, woodblocks, triangle and shaker of two
   banks; nobody recorded a janggu there. */
void
study_drums(void)
{
  static const struct drum centres[] = {
    {"triangle", YEOUN_DRUM_TRIANGLE, 7000, 12500, "recorded 10 to 12 kHz"},
    {"brush, tapped", YEOUN_DRUM_BRUSH_TAP, 700, 3200, "recorded 1.25 kHz"},
    {"brush, swept", YEOUN_DRUM_BRUSH_SWEEP, 700, 4000, "recorded 1.25 kHz"},
    {"shaker", YEOUN_DRUM_SHAKER, 5500, 11500, "recorded 10.4 kHz"},
  };
  static const struct drum rests[] = {
    {"kick", YEOUN_DRUM_KICK, -60, -25, "recorded -52 to -49"},
    {"frame drum, low", YEOUN_DRUM_FRAME_LOW, -60, -25, "recorded -45 to -40"},
    {"frame drum, high",
     YEOUN_DRUM_FRAME_HIGH,
     -60,
     -25,
     "recorded -53 to -48"},
    {"janggu, kung", YEOUN_DRUM_JANGGU_KUNG, -60, -20, "its like -32"},
    {"janggu, deok", YEOUN_DRUM_JANGGU_DEOK, -60, -10, "its like -30"},
    {"triangle", YEOUN_DRUM_TRIANGLE, -45, -15, "recorded -36 to -32"},
  };
  static const struct drum strokes[] = {
    {"kick", YEOUN_DRUM_KICK, -12, 0, "recorded -8"},
    {"frame drum, low", YEOUN_DRUM_FRAME_LOW, -12, 0, "recorded -10 to -8"},
    {"frame drum, high", YEOUN_DRUM_FRAME_HIGH, -12, 0, "recorded -9 to -7"},
    {"janggu, kung", YEOUN_DRUM_JANGGU_KUNG, -12, 0, "its like -9"},
    {"janggu, deok", YEOUN_DRUM_JANGGU_DEOK, -12, 0, "its like -7"},
    {"brush, tapped", YEOUN_DRUM_BRUSH_TAP, -10, 0, "recorded -4"},
    {"brush, swept", YEOUN_DRUM_BRUSH_SWEEP, -10, 0, "recorded -4"},
    {"woodblock, high", YEOUN_DRUM_WOODBLOCK_HIGH, -25, 0, "recorded -15"},
    {"woodblock, low", YEOUN_DRUM_WOODBLOCK_LOW, -25, 0, "recorded -17"},
    {"triangle", YEOUN_DRUM_TRIANGLE, -27, 0, "recorded -17"},
    {"shaker", YEOUN_DRUM_SHAKER, -15, 0, "recorded -12"},
  };
  static const struct drum heights[] = {
    {"kick", YEOUN_DRUM_KICK, -31, -18, "recorded -24"},
    {"frame drum, low", YEOUN_DRUM_FRAME_LOW, -24, -8, "recorded -10"},
    {"frame drum, high", YEOUN_DRUM_FRAME_HIGH, -23, -10, "recorded -17"},
    {"janggu, kung", YEOUN_DRUM_JANGGU_KUNG, -25, -4, "its like -4"},
    {"brush, tapped", YEOUN_DRUM_BRUSH_TAP, -12, -3, "recorded -11"},
  };
  print_drums("centre of the spectrum, Hz",
              centre_of_drum,
              centres,
              sizeof(centres) / sizeof(centres[0]));
  print_drums("flatness of the spectrum 80 ms after the blow, dB",
              late_flatness,
              rests,
              sizeof(rests) / sizeof(rests[0]));
  print_drums("flatness of the stroke from 1 to 8 kHz, first 43 ms, dB",
              stroke_flatness,
              strokes,
              sizeof(strokes) / sizeof(strokes[0]));
  print_drums("stroke above 1 kHz against all, first 43 ms, dB",
              stroke_height,
              heights,
              sizeof(heights) / sizeof(heights[0]));
}
