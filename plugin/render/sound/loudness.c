// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "loudness.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>

#include <ebur128.h>
#include <sndfile.h>

#include "loudness_range.h"
#include "music/number.h"
#include "render/say.h"

#define STRETCH 4096

/** Frames of a tenth of a second. */
static int64_t
tenth_of(const struct yeoun_take *take)
{
  return yeoun_max_l((int64_t)take->rate / 10, 1);
}

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

/** What a meter tells on the way, ten times a second, as EBU Tech 3341 has
    it. */
struct course {
  double momentary_lufs; /**< the loudest */
  double *short_lufs;    /**< each */
  size_t count;
};

/** Note what a meter tells now. */
static void
note(ebur128_state *state, int64_t at, int64_t tenth, struct course *course)
{
  double now = 0;
  if (!ebur128_loudness_momentary(state, &now)) {
    course->momentary_lufs = yeoun_max_d(course->momentary_lufs, now);
  }
  if (at >= 30 * tenth && !ebur128_loudness_shortterm(state, &now)) {
    course->short_lufs[course->count++] = now;
  }
}

/** Let a meter hear a pair of channels. @param course  NULL, or with room for
   a number each tenth of a second */
static void
hear(ebur128_state *state,
     const struct yeoun_take *take,
     unsigned channel,
     struct course *course)
{
  float frame[STRETCH * 2];
  const float *const left = take->audio[channel];
  const float *const right = take->audio[channel + 1];
  const int64_t tenth = tenth_of(take);
  for (int64_t at = 0; at < take->frames;) {
    const int64_t rest = yeoun_min_l(take->frames - at, tenth - at % tenth);
    const int64_t count = yeoun_min_l(rest, STRETCH);
    for (int64_t i = 0; i < count; ++i) {
      frame[2 * i] = left[at + i];
      frame[2 * i + 1] = right[at + i];
    }
    ebur128_add_frames_float(state, frame, (size_t)count);
    at += count;
    if (course && at % tenth == 0) {
      note(state, at, tenth, course);
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
  struct course course = {
    .momentary_lufs = YEOUN_NO_LOUDNESS,
    .short_lufs = (double *)calloc((size_t)(take->frames / tenth_of(take) + 1),
                                   sizeof(double))};
  ebur128_state *const state =
    course.short_lufs ? begin(take->rate, EBUR128_MODE_S | EBUR128_MODE_M)
                      : NULL;
  if (!state) {
    free(course.short_lufs);
    return false;
  }
  hear(state, take, channel, &course);
  *loudness = finish(state);
  loudness->momentary_lufs = course.momentary_lufs;
  loudness->short_lufs = YEOUN_NO_LOUDNESS;
  for (size_t i = 0; i < course.count; ++i) {
    loudness->short_lufs =
      yeoun_max_d(loudness->short_lufs, course.short_lufs[i]);
  }
  loudness->range_lu = yeoun_loudness_range(course.short_lufs, course.count);
  free(course.short_lufs);
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
