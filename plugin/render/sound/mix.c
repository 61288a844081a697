// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mix.h"

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
  if (!yeoun_take_add_pair(take)) {
    yeoun_say("there is no room for the mix of the stems");
    return false;
  }
  for (unsigned i = 0; i < stems; ++i) {
    float *const mix = take->audio[stems + i % 2];
    for (int64_t k = 0; k < take->frames; ++k) {
      mix[k] += take->audio[i][k];
    }
    yeoun_take_rest(take, i);
  }
  return true;
}

void
yeoun_mix_fold(struct yeoun_take *take)
{
  for (unsigned i = 2; i < take->channels; ++i) {
    for (int64_t k = 0; k < take->frames; ++k) {
      take->audio[i % 2][k] += take->audio[i][k];
    }
    yeoun_take_drop_channel(take, i);
  }
  take->channels = yeoun_min_u(take->channels, 2);
}
