// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "envelope.h"

#include <math.h>

#include "modes.h"
#include "music/score.h"

bool
yeoun_onset_is_hard(const struct yeoun_onset *onset)
{
  return onset->articulation == YEOUN_ARTICULATION_MARCATO ||
         onset->articulation == YEOUN_ARTICULATION_STACCATO ||
         onset->articulation == YEOUN_ARTICULATION_GRACE;
}

void
yeoun_envelope_start(struct yeoun_envelope *envelope,
                     const struct yeoun_sustained_motion *motion,
                     const struct yeoun_onset *onset,
                     float chance)
{
  const float rise_s = motion->attack_s * (1.4f - 0.6f * onset->velocity) *
                       (yeoun_onset_is_hard(onset) ? 0.45f : 1.0f) * chance;
  *envelope = (struct yeoun_envelope){
    .rate = onset->rate,
    .rise_s = onset->glide_cents != 0.0f ? fminf(rise_s, 0.04f) : rise_s,
    .swell = motion->swell,
    .fade = yeoun_fade(motion->release_s, onset->rate),
  };
}

float
yeoun_envelope_step(struct yeoun_envelope *envelope, uint32_t frames)
{
  const float seconds = (float)frames / envelope->rate;
  envelope->age_s += seconds;
  if (envelope->is_released) {
    envelope->level *= powf(envelope->fade, (float)frames);
  } else {
    envelope->rise = fminf(1.0f, envelope->rise + seconds / envelope->rise_s);
    const float late = fminf(1.0f, envelope->age_s / 0.8f);
    const float shape =
      envelope->rise * envelope->rise * (3.0f - 2.0f * envelope->rise);
    envelope->level = shape * (1.0f - envelope->swell + envelope->swell * late);
  }
  return envelope->level;
}
