// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../music/statistics.h"
#include "../music/table.h"
#include "music/palette.h"
#include "spectrum.h"
#include "study.h"
#include "tone.h"

/* Cents off the key. */
static double
cents_off(unsigned instrument, unsigned key, double rate, uint32_t seed)
{
  const double wanted = tone_hertz(key);
  const struct tone tone = {
    .instrument = instrument,
    .key = key,
    .velocity = 80,
    .seed = seed,
    .rate = rate,
    .held_s = 3,
    .whole_s = 1.4,
    .is_straight = true,
  };
  uint32_t frames;
  float *const x = tone_play(&tone, &frames);
  /* What is struck is measured while it rings, what is held once it stands. */
  const int is_held =
    yeoun_instrument_facts(instrument)->sustain == YEOUN_SUSTAIN_HELD;
  const double from = is_held ? 0.35 : 0.02;
  const double length = is_held ? 0.9 : fmax(0.3, 12 / wanted);
  const float *const at = x + (uint32_t)(from * rate);
  const uint32_t count = (uint32_t)(length * rate);
  const double found =
    yeoun_instrument_facts(instrument)->model == YEOUN_MODEL_SECTION
      ? spectrum_middle(at, count, wanted, fmax(50, 4000 / wanted), rate)
      : spectrum_pitch(at, count, wanted, rate);
  free(x);
  return 1200 * log2(found / wanted);
}

/* Several desks or singers are apart on purpose; of low keys a Hz is many
 * cents.
 */
static double
tolerance(unsigned instrument, unsigned key)
{
  const int is_many =
    instrument == YEOUN_STRINGS || instrument == YEOUN_VOICES ||
    instrument == YEOUN_WARM_PAD || instrument == YEOUN_GLASS_PAD;
  return (is_many ? 8 : 3) * (key < 48 ? 1.5 : 1);
}

/* Desks beat against each other, and no player stands still: of what is held
   the middle of seven notes counts. */
static double
middle_off(unsigned instrument, unsigned key, double rate)
{
  double off[7];
  const int notes =
    yeoun_instrument_facts(instrument)->sustain == YEOUN_SUSTAIN_HELD ? 7 : 1;
  for (int n = 0; n < notes; ++n) {
    off[n] = cents_off(instrument, key, rate, key + 97U * (unsigned)n);
  }
  return fabs(statistics_median(off, notes));
}

void
study_tuning(void)
{
  static const double rates[] = {44100, 48000, 96000};
  table_head("cents off the key, worst of the range at 44.1, 48, 96 kHz");
  for (unsigned i = YEOUN_FELT_PIANO; i < YEOUN_KIT; ++i) {
    const struct yeoun_instrument_facts *const facts =
      yeoun_instrument_facts(i);
    double worst = 0;
    double limit = 3;
    double share = 0;
    unsigned at = 0;
    for (int r = 0; r < 3; ++r) {
      for (unsigned key = facts->low; key <= facts->high; key += 5) {
        const double off = middle_off(i, key, rates[r]);
        if (off / tolerance(i, key) > share) {
          share = off / tolerance(i, key);
          limit = tolerance(i, key);
          worst = off;
          at = key;
        }
      }
    }
    char where[32];
    snprintf(where, sizeof(where), "worst at key %u", at);
    table_row(facts->name, -INFINITY, worst, limit, where);
  }
}
