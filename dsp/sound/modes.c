// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "modes.h"

#include <math.h>
#include <string.h>

#include "model.h"
#include "music/sine.h"
#include "vectors.h"

void
yeoun_modes_clear(struct yeoun_modes *modes, float rate)
{
  memset(modes, 0, sizeof(*modes));
  modes->rate = rate;
}

static void
turn(struct yeoun_modes *modes, int i)
{
  const float angle = modes->step[i];
  modes->along[i] = modes->fade[i] * cosf(angle);
  modes->across[i] = modes->fade[i] * sinf(angle);
}

float
yeoun_fade(float seconds, float rate)
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
  if (i == YEOUN_MODE_SLOTS || hertz > 0.45f * modes->rate) {
    return;
  }
  modes->step[i] = 6.28318531f * hertz / modes->rate;
  modes->fade[i] = yeoun_fade(seconds, modes->rate);
  modes->cosine[i] = amplitude;
  modes->sine[i] = 0.0f;
  turn(modes, i);
  modes->filled = i + 1;
  modes->count = (modes->filled + 7) / 8 * 8;
}

static void
move(struct yeoun_modes *modes, int from, int to)
{
  modes->step[to] = modes->step[from];
  modes->fade[to] = modes->fade[from];
  modes->along[to] = modes->along[from];
  modes->across[to] = modes->across[from];
  modes->cosine[to] = modes->cosine[from];
}

void
yeoun_modes_scale(struct yeoun_modes *modes, float factor)
{
  const int filled = modes->filled;
  float most = 0.0f;
  for (int i = 0; i < filled; ++i) {
    most = fmaxf(most, fabsf(modes->cosine[i]));
  }
  int kept = 0;
  for (int i = 0; i < filled; ++i) {
    if (fabsf(modes->cosine[i]) > 1.6e-4f * most) {
      move(modes, i, kept);
      modes->cosine[kept++] *= factor;
    }
  }
  for (int i = kept; i < filled; ++i) {
    modes->cosine[i] = 0.0f;
  }
  modes->filled = kept;
  modes->count = (kept + 7) / 8 * 8;
}

/* The loop follows: a string that is drawn tighter goes round more often and
   loses as much each time, so its fade is taken to the power of the factor. Of
   numbers so near to one that is a product. */
YEOUN_WIDE void
yeoun_modes_bend(struct yeoun_modes *modes, float factor)
{
  const float turns = 0.15915494f * factor;
  for (int i = 0; i < modes->count; ++i) {
    const float turn = turns * modes->step[i];
    const float fade = 1.0f - factor * (1.0f - modes->fade[i]);
    modes->along[i] = fade * yeoun_sine(turn + 0.25f);
    modes->across[i] = fade * yeoun_sine(turn);
  }
}

void
yeoun_modes_damp(struct yeoun_modes *modes, float seconds)
{
  const float most = yeoun_fade(seconds, modes->rate);
  for (int i = 0; i < modes->filled; ++i) {
    if (modes->fade[i] > most) {
      modes->along[i] *= most / modes->fade[i];
      modes->across[i] *= most / modes->fade[i];
      modes->fade[i] = most;
    }
  }
}

/* Eight at once: two vector registers, so that neither waits for the other. */

/* Below this a mode is not heard, and soon a denormal. */
static const float silent = 2e-6f;

struct turning {
  yeoun_eight cosine, sine, along, across;
};

static inline void
load(const struct yeoun_modes *modes, int from, struct turning *turning)
{
  memcpy(&turning->cosine, modes->cosine + from, sizeof(yeoun_eight));
  memcpy(&turning->sine, modes->sine + from, sizeof(yeoun_eight));
  memcpy(&turning->along, modes->along + from, sizeof(yeoun_eight));
  memcpy(&turning->across, modes->across + from, sizeof(yeoun_eight));
}

/* Put back; the greatest power that one has left. */
static inline float
store(struct yeoun_modes *modes, int from, const struct turning *turning)
{
  memcpy(modes->cosine + from, &turning->cosine, sizeof(yeoun_eight));
  memcpy(modes->sine + from, &turning->sine, sizeof(yeoun_eight));
  const yeoun_eight power =
    turning->cosine * turning->cosine + turning->sine * turning->sine;
  float most = 0.0f;
  for (int i = 0; i < 8; ++i) {
    most = power[i] > most ? power[i] : most;
    if (power[i] < silent * silent) {
      modes->cosine[from + i] = modes->sine[from + i] = 0.0f;
    }
  }
  return most;
}

static inline void
turn_once(struct turning *t)
{
  const yeoun_eight next = t->along * t->cosine - t->across * t->sine;
  t->sine = t->across * t->cosine + t->along * t->sine;
  t->cosine = next;
}

YEOUN_WIDE float
yeoun_modes_render(struct yeoun_modes *modes, float *out, uint32_t frames)
{
  yeoun_eight sum[YEOUN_MODEL_FRAMES];
  float loudest = 0.0f;
  int alive = 0;
  memset(sum, 0, frames * sizeof(sum[0]));
  for (int i = 0; i < modes->count; i += 16) {
    /* Two at once, so that neither waits for itself. */
    const int j = i + 8 < YEOUN_MODE_SLOTS ? i + 8 : i;
    struct turning one, two;
    load(modes, i, &one);
    load(modes, j, &two);
    if (i + 8 < modes->count) {
      for (uint32_t f = 0; f < frames; ++f) {
        turn_once(&one);
        turn_once(&two);
        sum[f] += one.sine + two.sine;
      }
      const float power = store(modes, j, &two);
      loudest = power > loudest ? power : loudest;
      alive = power > silent * silent ? j + 8 : alive;
    } else {
      for (uint32_t f = 0; f < frames; ++f) {
        turn_once(&one);
        sum[f] += one.sine;
      }
    }
    const float power = store(modes, i, &one);
    loudest = power > loudest ? power : loudest;
    alive = power > silent * silent && alive < i + 8 ? i + 8 : alive;
  }
  for (uint32_t f = 0; f < frames && modes->count; ++f) {
    const yeoun_eight x = sum[f];
    out[f] += ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7]));
  }
  modes->count = alive;
  return sqrtf(loudest);
}

float
yeoun_mallet(float hertz, float contact)
{
  /* |cos(pi x / 2) / (1 - x^2)| with its zeros filled: no push is so even. */
  const float x = 2.0f * hertz * contact;
  return 1.0f / sqrtf(1.0f + 0.62f * x * x * x * x);
}

float
yeoun_modes_ring(struct yeoun_modes *modes,
                 float cents,
                 float *now,
                 float *out,
                 uint32_t frames)
{
  if (fabsf(cents - *now) > 0.05f) {
    *now = cents;
    yeoun_modes_bend(modes, exp2f(cents / 1200.0f));
  }
  return yeoun_modes_render(modes, out, frames);
}

void
yeoun_sides_add(const float *out,
                const float gain[2],
                float *left,
                float *right,
                uint32_t frames)
{
  for (uint32_t f = 0; f < frames; ++f) {
    left[f] += gain[0] * out[f];
    right[f] += gain[1] * out[f];
  }
}
