// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bend.h"

#include <math.h>

#include "score.h"
#include "sine.h"

/* Half a cosine from 0 to 1. */
static float
ease(float x)
{
  return x <= 0.0f ? 0.0f : x >= 1.0f ? 1.0f : x * x * (3.0f - 2.0f * x);
}

/* 4 to 5 Hz and ever a little faster, from 30 cents to its full size (haegeum
   and daegeum, measured: about 4 Hz, 60 to 153 cents). */
static float
shake(const struct yeoun_bending *bending, float seconds)
{
  const float late = seconds - 0.12f;
  if (late <= 0.0f) {
    return 0.0f;
  }
  const float size = fabsf(bending->cents) > 1.0f ? fabsf(bending->cents) : 100;
  const float grown = 30.0f + (size - 30.0f) * ease(late / 0.9f);
  const float turns = 4.2f * late + 0.12f * late * late;
  return 0.5f * grown * ease(late / 0.15f) * yeoun_sine(turns);
}

/* Strikes the upper note for a tenth of a second, then slides off it. */
static float
broken(const struct yeoun_bending *bending, float seconds)
{
  const float hold =
    bending->length_s > 0.0f ? fminf(0.11f, 0.3f * bending->length_s) : 0.11f;
  return bending->cents * ease((seconds - hold) / 0.06f);
}

static float
fall(const struct yeoun_bending *bending, float seconds)
{
  const float lasts = fminf(0.18f, 0.4f * bending->length_s);
  const float from = bending->length_s - lasts;
  return bending->length_s > 0.0f
           ? bending->cents * ease((seconds - from) / lasts)
           : 0.0f;
}

struct yeoun_bending
yeoun_bending_of(const struct yeoun_message *message)
{
  return (struct yeoun_bending){
    .kind = message->bend,
    .cents = (float)message->bend_cents,
    .length_s = message->length_s,
  };
}

float
yeoun_bending_cents(const struct yeoun_bending *bending, float seconds)
{
  switch (bending->kind) {
    case YEOUN_BEND_SHAKE:
      return shake(bending, seconds);
    case YEOUN_BEND_BREAK:
      return broken(bending, seconds);
    case YEOUN_BEND_PUSH:
      return bending->cents * (1.0f - ease(seconds / 0.09f));
    case YEOUN_BEND_FALL:
      return fall(bending, seconds);
    default:
      return 0.0f;
  }
}
