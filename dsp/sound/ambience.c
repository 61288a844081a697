// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "ambience.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = YEOUN_AMBIENCE_LINES, FRAMES = YEOUN_AMBIENCE_FRAMES };

/* Lengths in ms, spread evenly by their logarithm, none near a ratio of small
   numbers to another: a hall of middle size. */
static const float lengths_ms[LINES] = {29.7f,
                                        32.3f,
                                        35.9f,
                                        38.3f,
                                        41.9f,
                                        45.7f,
                                        48.1f,
                                        52.9f,
                                        56.3f,
                                        61.1f,
                                        65.3f,
                                        69.7f,
                                        74.9f,
                                        79.3f,
                                        84.7f,
                                        89.9f};

/* Ways off the walls, ms, and what is left of them (a room of 18 by 12 by 9 m,
   image sources: Allen & Berkley 1979, thinned). */
static const float taps_ms[2][YEOUN_AMBIENCE_TAPS] = {
  {9.1f, 14.3f, 19.7f, 26.9f, 33.1f, 41.3f, 49.7f, 58.1f, 67.3f},
  {11.3f, 16.1f, 22.3f, 25.1f, 36.7f, 39.1f, 53.3f, 55.9f, 71.1f}};

static float
tap_gain(int tap)
{
  return (tap % 3 == 1 ? -0.28f : 0.28f) * (1.0f - 0.085f * (float)tap);
}

static int
take_memory(struct yeoun_ambience *ambience)
{
  size_t all = (size_t)2 * ambience->early_length;
  for (int i = 0; i < LINES; ++i) {
    all += ambience->length[i];
  }
  ambience->memory = calloc(all, sizeof(float));
  if (!ambience->memory) {
    return -1;
  }
  ambience->early[0] = ambience->memory;
  ambience->early[1] = ambience->memory + ambience->early_length;
  float *from = ambience->early[1] + ambience->early_length;
  for (int i = 0; i < LINES; ++i) {
    ambience->line[i] = from;
    from += ambience->length[i];
  }
  return 0;
}

int
yeoun_ambience_init(struct yeoun_ambience *ambience, double rate)
{
  ambience->rate = (float)rate;
  for (int i = 0; i < LINES; ++i) {
    /* At least a block, so that one can be read before it is written. */
    const uint32_t length = (uint32_t)lrint(0.001 * lengths_ms[i] * rate);
    ambience->length[i] = length > FRAMES ? length : FRAMES;
  }
  uint32_t most = 0;
  for (int side = 0; side < 2; ++side) {
    for (int t = 0; t < YEOUN_AMBIENCE_TAPS; ++t) {
      const uint32_t tap = (uint32_t)lrint(0.001 * taps_ms[side][t] * rate);
      ambience->tap[side][t] = tap;
      most = tap > most ? tap : most;
    }
  }
  ambience->early_length = most + FRAMES + 1;
  if (take_memory(ambience)) {
    return -1;
  }
  yeoun_ambience_reset(ambience);
  ambience->time_s = 0.0f;
  yeoun_ambience_set_time(ambience, 1.8f);
  return 0;
}

void
yeoun_ambience_free(struct yeoun_ambience *ambience)
{
  free(ambience->memory);
}

void
yeoun_ambience_reset(struct yeoun_ambience *ambience)
{
  memset(ambience->early[0], 0, ambience->early_length * sizeof(float));
  memset(ambience->early[1], 0, ambience->early_length * sizeof(float));
  ambience->early_at = 0;
  for (int i = 0; i < LINES; ++i) {
    memset(ambience->line[i], 0, ambience->length[i] * sizeof(float));
    ambience->at[i] = 0;
    ambience->low[i] = 0.0f;
  }
}

void
yeoun_ambience_set_time(struct yeoun_ambience *ambience, float seconds)
{
  if (fabsf(seconds - ambience->time_s) < 0.005f) {
    return;
  }
  ambience->time_s = seconds;
  /* One pole a line: the loss at rest for the whole time, at half the rate for
     a sixth of it (Jot & Chaigne 1991, equations 13 to 16). */
  for (int i = 0; i < LINES; ++i) {
    const float line_s = (float)ambience->length[i] / ambience->rate;
    const float rest = powf(10.0f, -3.0f * line_s / seconds);
    const float bright = powf(10.0f, -3.0f * line_s / (0.16f * seconds));
    const float damp = (rest - bright) / (rest + bright) *
                       fminf(1.0f, 0.55f + 0.45f * 48000.0f / ambience->rate);
    ambience->damp[i] = damp;
    ambience->low_gain[i] = rest * (1.0f - damp);
  }
}

/* Copy a block out of a ring. */
static void
read_ring(const float *ring, uint32_t length, uint32_t at, float out[FRAMES])
{
  const uint32_t rest = length - at;
  if (rest >= FRAMES) {
    memcpy(out, ring + at, FRAMES * sizeof(float));
  } else {
    memcpy(out, ring + at, rest * sizeof(float));
    memcpy(out + rest, ring, (FRAMES - rest) * sizeof(float));
  }
}

/* And into one; where the next goes. */
static uint32_t
write_ring(float *ring, uint32_t length, uint32_t at, const float in[FRAMES])
{
  const uint32_t rest = length - at;
  if (rest > FRAMES) {
    memcpy(ring + at, in, FRAMES * sizeof(float));
    return at + FRAMES;
  }
  memcpy(ring + at, in, rest * sizeof(float));
  memcpy(ring, in + rest, (FRAMES - rest) * sizeof(float));
  return FRAMES - rest;
}

/* Reflections off the walls: the near wall answers to its own side, every third
   way crosses the room. */
static void
reflect(struct yeoun_ambience *ambience,
        const float *in_left,
        const float *in_right,
        float *left,
        float *right)
{
  const uint32_t length = ambience->early_length;
  float *const out[2] = {left, right};
  float block[FRAMES];
  for (int f = 0; f < FRAMES; ++f) {
    left[f] = right[f] = 0.0f;
  }
  const uint32_t at = ambience->early_at;
  write_ring(ambience->early[0], length, at, in_left);
  ambience->early_at = write_ring(ambience->early[1], length, at, in_right);
  for (int t = 0; t < 2 * YEOUN_AMBIENCE_TAPS; ++t) {
    const uint32_t tap = ambience->tap[t & 1][t / 2];
    const float gain = tap_gain(t / 2);
    float *const side = out[t & 1];
    const int from = (t / 2) % 3 == 2 ? 1 - (t & 1) : t & 1;
    read_ring(
      ambience->early[from], length, (at + length - tap) % length, block);
    for (int f = 0; f < FRAMES; ++f) {
      side[f] += gain * block[f];
    }
  }
}

/* Read a block of four lines and lose what air and walls take: four, so that
   none waits for itself. */
static void
read_lines(struct yeoun_ambience *ambience, int first, float x[4][FRAMES])
{
  float low[4], damp[4], gain[4];
  for (int i = 0; i < 4; ++i) {
    const int line = first + i;
    low[i] = ambience->low[line];
    damp[i] = ambience->damp[line];
    gain[i] = ambience->low_gain[line];
    read_ring(
      ambience->line[line], ambience->length[line], ambience->at[line], x[i]);
  }
  for (int f = 0; f < FRAMES; ++f) {
    for (int i = 0; i < 4; ++i) {
      low[i] = gain[i] * x[i][f] + damp[i] * low[i];
      x[i][f] = low[i];
    }
  }
  for (int i = 0; i < 4; ++i) {
    ambience->low[first + i] = fabsf(low[i]) > 1e-12f ? low[i] : 0.0f;
  }
}

/* Hadamard matrix of sixteen, in four rounds of sums and differences. */
YEOUN_WIDE static void
mix(float x[LINES][FRAMES])
{
  for (int step = 1; step < LINES; step *= 2) {
    for (int i = 0; i < LINES; ++i) {
      if (i & step) {
        continue;
      }
      float *const one = x[i];
      float *const two = x[i + step];
      for (int f = 0; f < FRAMES; ++f) {
        const float a = one[f];
        const float b = two[f];
        one[f] = a + b;
        two[f] = a - b;
      }
    }
  }
}

static void
write_line(struct yeoun_ambience *ambience,
           int i,
           const float *x,
           const float *in)
{
  const float sign = i % 3 == 0 ? -0.5f : 0.5f;
  float next[FRAMES];
  for (int f = 0; f < FRAMES; ++f) {
    const float y = 0.25f * x[f] + sign * in[f];
    next[f] = y * y > 1e-30f ? y : 0.0f;
  }
  ambience->at[i] =
    write_ring(ambience->line[i], ambience->length[i], ambience->at[i], next);
}

void
yeoun_ambience_render(struct yeoun_ambience *ambience,
                      const float *in_left,
                      const float *in_right,
                      float *left,
                      float *right)
{
  float x[LINES][FRAMES];
  reflect(ambience, in_left, in_right, left, right);
  for (int i = 0; i < LINES; i += 4) {
    read_lines(ambience, i, &x[i]);
  }
  for (int i = 0; i < LINES; ++i) {
    float *const side = i & 1 ? right : left;
    const float sign = i & 4 ? -0.3f : 0.3f;
    for (int f = 0; f < FRAMES; ++f) {
      side[f] += sign * x[i][f];
    }
  }
  mix(x);
  for (int i = 0; i < LINES; ++i) {
    write_line(ambience, i, x[i], i & 1 ? in_right : in_left);
  }
}
