// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loudness.h"

#include <math.h>
#include <stddef.h>

#include <ebur128.h>
#include <sndfile.h>

#include "music/number.h"
#include "render/say.h"

#define STRETCH 4096

static ebur128_state *
begin(double rate, int mode)
{
  ebur128_state *const state = ebur128_init(
    2, (unsigned long)rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK | mode);
  if (!state) {
    yeoun_say("loudness cannot be measured at %.0f Hz", rate);
  }
  return state;
}

static struct yeoun_loudness
finish(ebur128_state *state)
{
  struct yeoun_loudness loudness = {.lufs = YEOUN_NO_LOUDNESS,
                                    .peak_db = YEOUN_NO_LOUDNESS};
  double lufs = 0;
  double highest = 0;
  if (!ebur128_loudness_global(state, &lufs) && lufs > YEOUN_NO_LOUDNESS) {
    loudness.lufs = lufs;
  }
  for (unsigned i = 0; i < 2; ++i) {
    double peak = 0;
    ebur128_true_peak(state, i, &peak);
    highest = yeoun_max_d(highest, peak);
  }
  if (highest > 1e-6) {
    loudness.peak_db = 20 * log10(highest);
  }
  ebur128_destroy(&state);
  return loudness;
}

/** Let a meter hear a pair of channels. @param loudest  NULL, or what it tells
   on the way */
static void
hear(ebur128_state *state,
     const struct yeoun_take *take,
     unsigned channel,
     struct yeoun_loudness *loudest)
{
  float frame[STRETCH * 2];
  const float *const left = take->audio[channel];
  const float *const right = take->audio[channel + 1];
  for (int64_t at = 0; at < take->frames; at += STRETCH) {
    const int64_t rest = take->frames - at;
    const int64_t count = yeoun_min_l(rest, STRETCH);
    for (int64_t i = 0; i < count; ++i) {
      frame[2 * i] = left[at + i];
      frame[2 * i + 1] = right[at + i];
    }
    ebur128_add_frames_float(state, frame, (size_t)count);
    double now = 0;
    if (loudest && !ebur128_loudness_momentary(state, &now)) {
      loudest->momentary_lufs = yeoun_max_d(loudest->momentary_lufs, now);
    }
    if (loudest && !ebur128_loudness_shortterm(state, &now)) {
      loudest->short_lufs = yeoun_max_d(loudest->short_lufs, now);
    }
  }
  yeoun_take_rest(take, channel);
  yeoun_take_rest(take, channel + 1);
}

bool
yeoun_loudness_of_take(const struct yeoun_take *take,
                       struct yeoun_loudness *loudness)
{
  ebur128_state *const state = begin(take->rate, 0);
  if (!state) {
    return false;
  }
  hear(state, take, yeoun_take_mix(take), NULL);
  *loudness = finish(state);
  return true;
}

bool
yeoun_loudness_of_pair(const struct yeoun_take *take,
                       unsigned channel,
                       struct yeoun_loudness *loudness)
{
  struct yeoun_loudness loudest = {.momentary_lufs = YEOUN_NO_LOUDNESS,
                                   .short_lufs = YEOUN_NO_LOUDNESS};
  ebur128_state *const state =
    begin(take->rate, EBUR128_MODE_LRA | EBUR128_MODE_S | EBUR128_MODE_M);
  if (!state) {
    return false;
  }
  hear(state, take, channel, &loudest);
  ebur128_loudness_range(state, &loudest.range_lu);
  *loudness = finish(state);
  loudness->range_lu = loudest.range_lu;
  loudness->momentary_lufs = loudest.momentary_lufs;
  loudness->short_lufs = loudest.short_lufs;
  return true;
}

bool
yeoun_loudness_of_file(const char *path, struct yeoun_loudness *loudness)
{
  float frame[STRETCH * 2];
  SF_INFO info = {0};
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ebur128_state *const state =
    file && info.channels == 2 ? begin(info.samplerate, 0) : NULL;
  if (state) {
    sf_count_t count = 0;
    while ((count = sf_readf_float(file, frame, STRETCH)) > 0) {
      ebur128_add_frames_float(state, frame, (size_t)count);
    }
    *loudness = finish(state);
  } else {
    yeoun_say("%s: cannot be read again", path);
  }
  sf_close(file);
  return state;
}
