// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "syncopation.h"

#include "compose/plan/rhythm.h"
#include "music/random.h"

float
yeoun_syncopation_of(const struct yeoun_plan *plan, unsigned pole)
{
  const float own =
    yeoun_feature_facts(YEOUN_FEATURE_SYNCOPATION)->pole[pole].value;
  return 1.5f * (plan->pole_feature[pole][YEOUN_FEATURE_SYNCOPATION] - own);
}

/* Whether a beat moves. */
static bool
is_drawn(float share, uint64_t seed, int slot)
{
  struct yeoun_random random =
    yeoun_random_stream(seed, "syncopation", (uint32_t)slot);
  return yeoun_random_unit(&random) < share;
}

void
yeoun_syncopate(const struct yeoun_plan *plan,
                int bar,
                float share,
                uint64_t seed,
                struct yeoun_phrase_rhythm *rhythm)
{
  const int pulse = yeoun_pulse_ticks(plan->meter) / YEOUN_SLOT;
  const int half = pulse / 2;
  for (int b = 0; b + 1 < rhythm->bars && half > 0; ++b) {
    for (int beat = pulse; beat < plan->slots; beat += pulse) {
      uint32_t *const onset = &rhythm->onset[b];
      const uint32_t on = 1U << beat;
      const uint32_t early = 1U << (beat - half);
      const int slot = (bar + b) * plan->slots + beat;
      if ((*onset & on) && !(*onset & early) && is_drawn(share, seed, slot)) {
        *onset = (*onset & ~on) | early;
      } else if ((*onset & early) && is_drawn(-share, seed, slot)) {
        *onset = (*onset & ~early) | on;
      }
    }
  }
}
