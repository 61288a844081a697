// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "master.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "limit.h"
#include "loudness.h"
#include "render/say.h"

/* Gain and limiter are found by trial: what the limiter takes is given back,
   what rises above the ceiling between two samples lowers it. */
#define TRIALS 12
#define NEAR_LU 0.02
#define MARGIN_DB 0.02

/* A limiter that works harder than this is heard: rather too soft than
   squashed. */
#define MOST_DB 12.0

/* How loud usual music is before it is mastered: the mean energy of twelve
   variations of Am F C in each of the three moods was -19.8 LUFS. */
#define USUAL_LUFS (-20.0)

/** A copy of the mix of a take, to try gains on. */
static bool
copy_mix(const struct yeoun_take *take, struct yeoun_take *trial)
{
  const unsigned mix = yeoun_take_mix(take);
  const float *const audio[2] = {take->audio[mix], take->audio[mix + 1]};
  *trial = (struct yeoun_take){.rate = take->rate, .channels = 2};
  if (!yeoun_take_reserve(trial, take->frames, 1)) {
    return false;
  }
  yeoun_take_add_audio(trial, audio, (uint32_t)take->frames);
  return true;
}

/** Find the gain of every frame, through the limiter. False when memory fails.
    @param now  of the take as it is */
static bool
find_gain(const struct yeoun_take *take,
          unsigned target,
          bool is_one_gain,
          struct yeoun_loudness now,
          float *gain)
{
  struct yeoun_take trial = {0};
  const bool has_wish = target && !is_one_gain;
  const double lufs = has_wish ? yeoun_target_lufs(target) : now.lufs;
  const double peak_db = yeoun_target_peak_db(target) - MARGIN_DB;
  const double start_db = lufs - now.lufs;
  double gain_db = start_db;
  double ceiling_db = peak_db;
  bool is_good = true;
  for (int i = 0; i < TRIALS && is_good; ++i) {
    yeoun_take_free(&trial);
    is_good =
      copy_mix(take, &trial) && yeoun_limit(take, gain_db, ceiling_db, gain) &&
      yeoun_take_scale(&trial, gain) && yeoun_loudness_of_take(&trial, &now);
    const double over_db = now.peak_db - peak_db;
    const double under_lu = lufs - now.lufs;
    const bool is_high = over_db > MARGIN_DB / 2;
    const bool is_soft = has_wish && fabs(under_lu) > NEAR_LU;
    if (!is_high && (!is_soft || gain_db >= start_db + MOST_DB)) {
      break;
    }
    ceiling_db -= is_high ? over_db : 0;
    gain_db = fmin(gain_db + (is_soft ? under_lu : 0), start_db + MOST_DB);
  }
  yeoun_take_free(&trial);
  return is_good;
}

/** Master by one gain if that is enough: then loudness and peak are known
    without another look.
    @param[out] now  of the take as it was, when it is not enough */
static bool
try_gain(struct yeoun_take *take,
         unsigned target,
         struct yeoun_loudness *now,
         bool *is_enough)
{
  *is_enough = !target && yeoun_take_peak(take, 0) <= 1;
  if (*is_enough) {
    return true;
  }
  if (!yeoun_loudness_of_take(take, now)) {
    return false;
  }
  const double gain_db = target ? yeoun_target_lufs(target) - now->lufs : 0;
  const double peak_db = yeoun_target_peak_db(target) - MARGIN_DB;
  const bool is_silent = now->lufs <= YEOUN_NO_LOUDNESS;
  *is_enough =
    is_silent || (now->peak_db + gain_db <= peak_db &&
                  (double)yeoun_take_peak(take, 0) * pow(10, gain_db / 20) <
                    1); /* stems too */
  if (*is_enough && !is_silent) {
    yeoun_take_amplify(take, (float)pow(10, gain_db / 20));
  }
  return true;
}

/** The gain that all cues of a target get, whatever they are; peaks may still
   ask for the limiter. @param[out] now  of the take then */
static bool
give_one_gain(struct yeoun_take *take,
              unsigned target,
              struct yeoun_loudness *now,
              bool *is_enough)
{
  const double gain_db = yeoun_target_lufs(target) - USUAL_LUFS;
  yeoun_take_amplify(take, (float)pow(10, gain_db / 20));
  const bool is_good = yeoun_loudness_of_take(take, now);
  *is_enough = now->peak_db <= yeoun_target_peak_db(target);
  return is_good;
}

bool
yeoun_master_plainly(struct yeoun_take *take,
                     unsigned target,
                     bool is_one_gain,
                     bool *is_enough)
{
  struct yeoun_loudness now;
  if (!is_one_gain || !target) {
    return try_gain(take, target, &now, is_enough);
  }
  const bool is_good = give_one_gain(take, target, &now, is_enough);
  if (!*is_enough) {
    const double gain_db = USUAL_LUFS - yeoun_target_lufs(target);
    yeoun_take_amplify(take, (float)pow(10, gain_db / 20));
  }
  return is_good;
}

bool
yeoun_master(struct yeoun_take *take, unsigned target, bool is_one_gain)
{
  struct yeoun_loudness now;
  bool is_enough = false;
  is_one_gain = is_one_gain && target;
  if (!(is_one_gain ? give_one_gain(take, target, &now, &is_enough)
                    : try_gain(take, target, &now, &is_enough)) ||
      is_enough) {
    return is_enough;
  }
  float *const gain = (float *)malloc((size_t)take->frames * sizeof(float));
  const bool is_done = gain &&
                       find_gain(take, target, is_one_gain, now, gain) &&
                       yeoun_take_scale(take, gain);
  if (!is_done) {
    yeoun_say("out of memory");
  }
  free(gain);
  return is_done;
}
