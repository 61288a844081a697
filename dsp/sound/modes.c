// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "modes.h"

#include <math.h>
#include <string.h>

void
yeoun_modes_clear(struct yeoun_modes *modes, float rate)
{
  memset(modes, 0, sizeof(*modes));
  modes->rate = rate;
}

static void
turn(struct yeoun_modes *modes, int i, float factor)
{
  const float angle = modes->step[i] * factor;
  modes->along[i] = modes->fade[i] * cosf(angle);
  modes->across[i] = modes->fade[i] * sinf(angle);
}

static float
fade_of(float seconds, float rate)
{
  return expf(-6.9078f / (seconds * rate));
}

void
yeoun_modes_add(struct yeoun_modes *modes,
                float hertz,
                float amplitude,
                float seconds)
{
  const int i = modes->filled;
  if (i == YEOUN_MODES || hertz > 0.45f * modes->rate) {
    return;
  }
  modes->step[i] = 6.28318531f * hertz / modes->rate;
  modes->fade[i] = fade_of(seconds, modes->rate);
  modes->cosine[i] = amplitude;
  modes->sine[i] = 0.0f;
  turn(modes, i, 1.0f);
  modes->filled = i + 1;
  modes->count = (modes->filled + 3) / 4 * 4;
}

void
yeoun_modes_bend(struct yeoun_modes *modes, float factor)
{
  for (int i = 0; i < modes->filled; ++i) {
    turn(modes, i, factor);
  }
}

void
yeoun_modes_damp(struct yeoun_modes *modes, float seconds)
{
  const float most = fade_of(seconds, modes->rate);
  for (int i = 0; i < modes->filled; ++i) {
    if (modes->fade[i] > most) {
      modes->along[i] *= most / modes->fade[i];
      modes->across[i] *= most / modes->fade[i];
      modes->fade[i] = most;
    }
  }
}

/* Four modes at once: what a vector register holds. */
static void
render_four(struct yeoun_modes *modes, int from, float *out, uint32_t frames)
{
  float cosine[4], sine[4], along[4], across[4];
  for (int i = 0; i < 4; ++i) {
    cosine[i] = modes->cosine[from + i];
    sine[i] = modes->sine[from + i];
    along[i] = modes->along[from + i];
    across[i] = modes->across[from + i];
  }
  for (uint32_t f = 0; f < frames; ++f) {
    float next[4];
    for (int i = 0; i < 4; ++i) {
      next[i] = along[i] * cosine[i] - across[i] * sine[i];
      sine[i] = across[i] * cosine[i] + along[i] * sine[i];
      cosine[i] = next[i];
    }
    out[f] += (sine[0] + sine[1]) + (sine[2] + sine[3]);
  }
  for (int i = 0; i < 4; ++i) {
    modes->cosine[from + i] = cosine[i];
    modes->sine[from + i] = sine[i];
  }
}

float
yeoun_modes_render(struct yeoun_modes *modes, float *out, uint32_t frames)
{
  float loudest = 0.0f;
  for (int i = 0; i < modes->count; i += 4) {
    render_four(modes, i, out, frames);
  }
  for (int i = 0; i < modes->filled; ++i) {
    const float power =
      modes->cosine[i] * modes->cosine[i] + modes->sine[i] * modes->sine[i];
    if (power < 1e-14f) {
      modes->cosine[i] = modes->sine[i] = 0.0f; /* before it is a denormal */
    }
    loudest = power > loudest ? power : loudest;
  }
  return sqrtf(loudest);
}

float
yeoun_mallet(float hertz, float contact)
{
  const float x = 2.0f * hertz * contact;
  const float off = 1.0f - x * x;
  return fabsf(off) < 1e-3f ? 0.7854f : fabsf(cosf(1.57079633f * x) / off);
}
