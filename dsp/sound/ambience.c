// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ambience.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Lengths in seconds without common factors, a middle-sized hall. */
static const float lengths_s[YEOUN_AMBIENCE_LINES] =
  {.0297f, .0371f, .0411f, .0437f, .0533f, .0617f, .0671f, .0793f};

int
yeoun_ambience_init(struct yeoun_ambience *ambience, double rate)
{
  uint32_t all = 0;
  ambience->rate = (float)rate;
  for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
    ambience->length[i] = (uint32_t)(lengths_s[i] * rate) + 1;
    all += ambience->length[i];
  }
  float *const memory = calloc(all, sizeof(float));
  if (!memory) {
    return -1;
  }
  uint32_t from = 0;
  for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
    ambience->line[i] = memory + from;
    from += ambience->length[i];
  }
  yeoun_ambience_reset(ambience);
  yeoun_ambience_set_time(ambience, 1.8f);
  return 0;
}

void
yeoun_ambience_free(struct yeoun_ambience *ambience)
{
  free(ambience->line[0]);
}

void
yeoun_ambience_reset(struct yeoun_ambience *ambience)
{
  for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
    memset(ambience->line[i], 0, ambience->length[i] * sizeof(float));
    ambience->at[i] = 0;
    ambience->low[i] = 0.0f;
  }
}

void
yeoun_ambience_set_time(struct yeoun_ambience *ambience, float seconds)
{
  ambience->damp = expf(-6.2831853f * 4500.0f / ambience->rate);
  for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
    const float line_s = (float)ambience->length[i] / ambience->rate;
    ambience->gain[i] = powf(10.0f, -3.0f * line_s / seconds);
  }
}

/* Hadamard matrix of eight, in three rounds of sums and differences. */
static void
mix(float x[YEOUN_AMBIENCE_LINES])
{
  for (int step = 1; step < YEOUN_AMBIENCE_LINES; step *= 2) {
    for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
      if (!(i & step)) {
        const float a = x[i];
        const float b = x[i + step];
        x[i] = a + b;
        x[i + step] = a - b;
      }
    }
  }
  for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
    x[i] *= 0.35355339f;
  }
}

void
yeoun_ambience_render(struct yeoun_ambience *ambience,
                      const float *in,
                      float *left,
                      float *right,
                      uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    float x[YEOUN_AMBIENCE_LINES];
    for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
      const float out = ambience->line[i][ambience->at[i]];
      ambience->low[i] =
        out + ambience->damp * (ambience->low[i] - out) + 1e-18f;
      x[i] = ambience->low[i] * ambience->gain[i];
    }
    left[f] = 0.4f * (x[0] + x[2] + x[4] - x[6]);
    right[f] = 0.4f * (x[1] + x[3] + x[5] - x[7]);
    mix(x);
    for (int i = 0; i < YEOUN_AMBIENCE_LINES; ++i) {
      ambience->line[i][ambience->at[i]] = x[i] + (i & 1 ? in[f] : -in[f]);
      ambience->at[i] =
        ambience->at[i] + 1 < ambience->length[i] ? ambience->at[i] + 1 : 0;
    }
  }
}
