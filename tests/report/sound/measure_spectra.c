// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Harmonic levels of the held instruments of a soundfont, as rows of
   dsp/sound/spectra.c: key, then dB below the strongest, soft and loud. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/statistics.h"
#include "music/instrument.h"
#include "recorded.h"
#include "spectrum.h"

enum {
  HARMONICS = 24,
  WINDOW = 8192,
  WINDOWS = 9,
  STEP = 7,
  SOFT = 40,
  LOUD = 112
};

/* In dB: the middle of the windows, so that beating does not choose. */
static double
level_of(const float *x, double hertz)
{
  double level[WINDOWS];
  for (int w = 0; w < WINDOWS; ++w) {
    level[w] =
      20 *
      log10(1e-9 +
            spectrum_near(
              x + w * WINDOW / 2, WINDOW, hertz, 0.012, RECORDED_RATE, NULL));
  }
  return statistics_median(level, WINDOWS);
}

static void
print_levels(const float *x, unsigned key)
{
  const double first = 440 * exp2(((double)key - 69) / 12);
  double level[HARMONICS];
  double most = -300;
  for (int n = 0; n < HARMONICS; ++n) {
    const double hertz = first * (n + 1);
    level[n] = hertz < 12000 ? level_of(x, hertz) : -300;
    most = fmax(most, level[n]);
  }
  printf("{");
  for (int n = 0; n < HARMONICS; ++n) {
    printf("%s%.0f", n ? ", " : "", fmin(99, most - level[n]));
  }
  printf("}");
}

int
main(int argc, char **argv)
{
  static const unsigned instruments[] = {YEOUN_VIOLIN,
                                         YEOUN_CELLO,
                                         YEOUN_FLUTE,
                                         YEOUN_CLARINET,
                                         YEOUN_BASSOON,
                                         YEOUN_STRINGS,
                                         YEOUN_VOICES};
  if (argc != 2) {
    fprintf(stderr, "usage: measure-spectra FONT\n");
    return 2;
  }
  for (unsigned i = 0; i < sizeof(instruments) / sizeof(instruments[0]); ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(instruments[i]);
    struct recorded_note note[64];
    unsigned count = 0;
    uint32_t frames;
    for (unsigned key = facts->low; key <= facts->high; key += STEP) {
      note[count++] = (struct recorded_note){(uint8_t)key, SOFT};
      note[count++] = (struct recorded_note){(uint8_t)key, LOUD};
    }
    float *const x =
      recorded_play(argv[1], facts->program, note, count, 2, 2.5, &frames);
    if (!x) {
      fprintf(stderr, "measure-spectra: no FluidSynth, or no %s\n", argv[1]);
      return 1;
    }
    printf("%s\n", facts->name);
    for (unsigned n = 0; n < count; n += 2) {
      const float *const soft = x + (size_t)n * frames + RECORDED_RATE / 2;
      printf("  {%u, {", note[n].key);
      print_levels(soft, note[n].key);
      printf(", ");
      print_levels(soft + frames, note[n].key);
      printf("}},\n");
    }
    free(x);
  }
  return 0;
}
