// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "alternative.h"

#include <string.h>

/* What is set to 1 in each: lanes fall silent, space takes notes away. */
static const struct {
  const char *name;
  const char *set[4];
  bool is_stinger; /**< two bars that close */
} mixes[YEOUN_MIXES] = {
  {"no-melody", {"melody_mute"}, false},
  {"no-drums", {"drums_mute"}, false},
  {"sparse", {"counter_mute", "pad_mute", "drums_mute", "space"}, false},
  {"stinger", {NULL}, true},
};

#define STINGER_BARS 2

const char *
yeoun_alternative_name(unsigned mix)
{
  return mix < YEOUN_MIXES ? mixes[mix].name : NULL;
}

unsigned
yeoun_alternative_find(const char *name)
{
  unsigned mix = 0;
  while (mix < YEOUN_MIXES && strcmp(name, mixes[mix].name) != 0) {
    ++mix;
  }
  return mix;
}

bool
yeoun_alternative_make(struct yeoun_music_cue *cue, unsigned mix)
{
  bool is_good = true;
  for (unsigned i = 0; i < 4 && mixes[mix].set[i] && is_good; ++i) {
    is_good = yeoun_cue_setting(cue, mixes[mix].set[i], NULL, 1);
  }
  if (mixes[mix].is_stinger) {
    cue->bars = STINGER_BARS;
    cue->seconds = 0;
    cue->ring_s = 0;
    cue->has_ring = false;
    cue->hits = 0;
    cue->points = 0;
    cue->has_ending = true;
  }
  return is_good;
}
