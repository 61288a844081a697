// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "scale.h"

#include <assert.h>

#include "number.h"

static const int8_t modes[YEOUN_MODES][7] = {
  [YEOUN_MODE_IONIAN] = {0, 2, 4, 5, 7, 9, 11},
  [YEOUN_MODE_DORIAN] = {0, 2, 3, 5, 7, 9, 10},
  [YEOUN_MODE_PHRYGIAN] = {0, 1, 3, 5, 7, 8, 10},
  [YEOUN_MODE_LYDIAN] = {0, 2, 4, 6, 7, 9, 11},
  [YEOUN_MODE_MIXOLYDIAN] = {0, 2, 4, 5, 7, 9, 10},
  [YEOUN_MODE_AEOLIAN] = {0, 2, 3, 5, 7, 8, 10},
  [YEOUN_MODE_LOCRIAN] = {0, 1, 3, 5, 6, 8, 10},
};

struct yeoun_scale
yeoun_scale_of_key(struct yeoun_key key)
{
  assert(key.tonic < 12);
  struct yeoun_scale scale = {.tonic = key.tonic};
  for (int i = 0; i < 7; ++i) {
    scale.degree[i] = modes[key.mode < YEOUN_MODES ? key.mode : 0][i];
  }
  return scale;
}

uint16_t
yeoun_scale_tones(const struct yeoun_scale *scale)
{
  unsigned tones = 0;
  for (int i = 0; i < 7; ++i) {
    tones |= 1U << yeoun_pitch_class(scale->tonic + scale->degree[i]);
  }
  return (uint16_t)tones;
}

/* Raised tones replace the letter below, lowered ones the letter above. A major
   third, a sharp fifth or a major seventh is raised; every other foreign tone
   is lowered (the borrowed b3, b6, b7 and their roots). */
static bool
is_raised(int interval_above_root)
{
  return interval_above_root == 4 || interval_above_root == 8 ||
         interval_above_root == 11;
}

static void
bend_degree(struct yeoun_scale *scale, int tone, bool raised, uint16_t chord)
{
  for (int attempt = 0; attempt < 2; ++attempt) {
    const int step = (raised == (attempt == 0)) ? 1 : -1;
    for (int i = 0; i < 7; ++i) {
      const int old = scale->tonic + scale->degree[i];
      if (yeoun_pitch_class(old + step) == tone &&
          !yeoun_tones_hold(chord, old)) {
        scale->degree[i] = (int8_t)(scale->degree[i] + step);
        return;
      }
    }
  }
}

struct yeoun_scale
yeoun_scale_under(struct yeoun_scale scale, struct yeoun_chord chord)
{
  for (int interval = 0; interval < 12; ++interval) {
    const int tone = (chord.root + interval) % 12;
    if (((chord.tones >> tone) & 1) &&
        !((yeoun_scale_tones(&scale) >> tone) & 1)) {
      bend_degree(&scale, tone, is_raised(interval), chord.tones);
    }
  }
  return scale;
}

int
yeoun_scale_pitch(const struct yeoun_scale *scale, int degree)
{
  const int octave = degree / 7 - (degree % 7 < 0);
  return scale->tonic + 12 * octave + scale->degree[degree - 7 * octave];
}

int
yeoun_scale_nearest(const struct yeoun_scale *scale, int pitch)
{
  int best = 0;
  int best_distance = 1000;
  /* From the last degree of the octave below to the first of the one above; a
     scale that holds a chord may reach a little beyond its octave. */
  const int above = pitch - scale->tonic;
  const int from = (above < 0 ? above / 12 - 1 : above / 12) * 7 - 2;
  for (int degree = yeoun_max_i(from, 0); degree < from + 12; ++degree) {
    const int off = yeoun_scale_pitch(scale, degree) - pitch;
    const int distance = off < 0 ? -off : off;
    if (distance < best_distance) {
      best_distance = distance;
      best = degree;
    }
  }
  return best;
}
