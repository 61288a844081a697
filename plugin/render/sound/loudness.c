// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loudness.h"

#include <math.h>

#include <ebur128.h>
#include <sndfile.h>

#include "music/number.h"
#include "render/say.h"

#define STRETCH 4096

static ebur128_state *
begin(double rate)
{
  ebur128_state *const state = ebur128_init(
    2, (unsigned long)rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  if (!state) {
    yeoun_say("loudness cannot be measured at %.0f Hz", rate);
  }
  return state;
}

static struct yeoun_loudness
finish(ebur128_state *state)
{
  struct yeoun_loudness loudness = {YEOUN_NO_LOUDNESS, YEOUN_NO_LOUDNESS};
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

bool
yeoun_loudness_of_take(const struct yeoun_take *take,
                       struct yeoun_loudness *loudness)
{
  float frame[STRETCH * 2];
  const float *const left = take->audio[yeoun_take_mix(take)];
  const float *const right = take->audio[yeoun_take_mix(take) + 1];
  ebur128_state *const state = begin(take->rate);
  if (!state) {
    return false;
  }
  for (int64_t at = 0; at < take->frames; at += STRETCH) {
    const int64_t rest = take->frames - at;
    const int64_t count = yeoun_min_l(rest, STRETCH);
    for (int64_t i = 0; i < count; ++i) {
      frame[2 * i] = left[at + i];
      frame[2 * i + 1] = right[at + i];
    }
    ebur128_add_frames_float(state, frame, (size_t)count);
  }
  *loudness = finish(state);
  return true;
}

bool
yeoun_loudness_of_file(const char *path, struct yeoun_loudness *loudness)
{
  float frame[STRETCH * 2];
  SF_INFO info = {0};
  SNDFILE *const file = sf_open(path, SFM_READ, &info);
  ebur128_state *const state =
    file && info.channels == 2 ? begin(info.samplerate) : NULL;
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
