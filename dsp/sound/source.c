// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "source.h"

#include <math.h>

#include "noise.h"

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

void
yeoun_source_build(const struct yeoun_sustained_facts *facts,
                   float hertz,
                   float rate,
                   struct yeoun_wave *wave)
{
  static const float sweep = YEOUN_SWEEP_CENTS / 1200.0f;
  const struct yeoun_sustained_source *const source = &facts->source;
  const float top = fminf(13000.0f, 0.43f * rate);
  const float aside = exp2f(sweep);
  struct yeoun_spectrum spectrum = {.harmonics = 0};
  uint32_t chance = 1;
  for (int n = 1; n <= YEOUN_HARMONICS && (float)n * hertz < top; ++n) {
    const int i = spectrum.harmonics++;
    const float f = hertz * (float)n;
    const float below = yeoun_body_gain(&facts->body, f / aside);
    const float above = yeoun_body_gain(&facts->body, f * aside);
    const float even = even_of(source, n, f);
    const float soft = even * level_of(&source->soft, (float)n, f);
    const float loud = even * level_of(&source->loud, (float)n, f);
    spectrum.level[YEOUN_SOFT_BELOW][i] = soft * below;
    spectrum.level[YEOUN_SOFT_ABOVE][i] = soft * above;
    spectrum.level[YEOUN_LOUD_BELOW][i] = loud * below;
    spectrum.level[YEOUN_LOUD_ABOVE][i] = loud * above;
    spectrum.phase[i] =
      -1.5707963f + 3.14159265f * source->scatter * yeoun_noise_next(&chance);
  }
  yeoun_wave_build(wave, &spectrum);
}
