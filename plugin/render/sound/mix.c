// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mix.h"

#include <stdlib.h>

#include "music/number.h"
#include "render/say.h"

const char *
yeoun_stem_name(unsigned stem)
{
  return stem % YEOUN_STEM_PAIRS < YEOUN_LANES
           ? yeoun_lane_name(stem % YEOUN_STEM_PAIRS)
           : "ambience";
}

bool
yeoun_mix_down(struct yeoun_take *take)
{
  const unsigned stems = take->channels;
  if (stems + 2 > YEOUN_HOST_OUTPUTS) {
    yeoun_say("too many stems");
    return false;
  }
  for (unsigned side = 0; side < 2; ++side) {
    float *const mix = (float *)calloc((size_t)take->capacity, sizeof(float));
    if (!mix) {
      yeoun_say("out of memory");
      return false;
    }
    for (unsigned i = side; i < stems; i += 2) {
      for (int64_t k = 0; k < take->frames; ++k) {
        mix[k] += take->audio[i][k];
      }
    }
    free(take->audio[stems + side]);
    take->audio[stems + side] = mix;
  }
  take->channels += 2;
  return true;
}

void
yeoun_mix_fold(struct yeoun_take *take)
{
  for (unsigned i = 2; i < take->channels; ++i) {
    for (int64_t k = 0; k < take->frames; ++k) {
      take->audio[i % 2][k] += take->audio[i][k];
    }
    free(take->audio[i]);
    take->audio[i] = NULL;
  }
  take->channels = yeoun_min_u(take->channels, 2);
}
