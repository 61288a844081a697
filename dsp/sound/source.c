// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "source.h"

#include <math.h>

#include "noise.h"
#include "spectra.h"

static float
level_of(const struct yeoun_slope *slope, float n, float hertz)
{
  const float x = hertz / slope->hertz;
  return powf(n, -slope->steep) / (1.0f + x * x);
}

static float
even_of(const struct yeoun_sustained_source *source, int n, float hertz)
{
  if (n % 2 || source->even >= 1.0f || hertz >= source->even_hertz) {
    return 1.0f;
  }
  const float x = hertz / source->even_hertz;
  return source->even + (1.0f - source->even) * x * x;
}

/* Soft and loud amplitude of harmonic n, before the body's part in vibrato. */
static void
level_harmonic(const struct yeoun_sustained_source *source,
               const struct yeoun_spectrum_row *rows,
               float hertz,
               int n,
               float *soft,
               float *loud)
{
  const float f = hertz * (float)n;
  if (rows) {
    const float key = 69.0f + 12.0f * log2f(hertz / 440.0f);
    const float level = yeoun_spectrum_level(rows, key, n);
    const float brighter = powf((float)n, source->tilt);
    /* As it was measured at a middle velocity. */
    *loud = level * powf(brighter, 0.4f);
    *soft = *loud / brighter;
    for (const struct yeoun_peak *p = source->buzz; p && p->hertz > 0.0f; ++p) {
      const float off = p->quality * (f / p->hertz - p->hertz / f);
      *loud += p->gain / (1.0f + off * off);
    }
    return;
  }
  *soft = even_of(source, n, f) * level_of(&source->soft, (float)n, f);
  *loud = even_of(source, n, f) * level_of(&source->loud, (float)n, f);
}

int
yeoun_source_spectrum(unsigned instrument,
                      float hertz,
                      float top,
                      struct yeoun_spectrum *spectrum)
{
  const struct yeoun_sustained_facts *const facts =
    yeoun_sustained_facts(instrument);
  const struct yeoun_spectrum_row *const rows = yeoun_spectrum_rows(instrument);
  const float aside = exp2f(YEOUN_SWEEP_CENTS / 1200.0f);
  uint32_t chance = yeoun_noise_seed((uint32_t)hertz);
  spectrum->harmonics = 0;
  for (int n = 1; n <= YEOUN_HARMONICS && (float)n * hertz < top; ++n) {
    const int i = spectrum->harmonics++;
    const float f = hertz * (float)n;
    /* What was measured was measured through the body: vibrato moves it. */
    const float here = rows ? yeoun_body_gain(&facts->body, f) : 1.0f;
    const float side[2] = {yeoun_body_gain(&facts->body, f / aside) / here,
                           yeoun_body_gain(&facts->body, f * aside) / here};
    float loudness[2];
    level_harmonic(&facts->source, rows, hertz, n, &loudness[0], &loudness[1]);
    for (int four = 0; four < YEOUN_WAVES / 2; ++four) {
      const float own =
        exp2f(facts->motion.flicker_db / 6.0206f * yeoun_noise_next(&chance));
      const float gain = own * side[four / YEOUN_WAVE_ABOVE];
      spectrum->level[four][i] = gain * loudness[0];
      spectrum->level[YEOUN_WAVE_LOUD + four][i] = gain * loudness[1];
    }
    spectrum->phase[i] = -1.5707963f + 3.14159265f * facts->source.scatter *
                                         yeoun_noise_next(&chance);
  }
  return spectrum->harmonics;
}
