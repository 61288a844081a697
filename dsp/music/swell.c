// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "swell.h"

#include "decibel.h"
#include "number.h"

/* Half a cosine from 0 to 1. */
static float
ease(float x)
{
  const float in = yeoun_clamp_f(x, 0.0f, 1.0f);
  return in * in * (3.0f - 2.0f * in);
}

float
yeoun_swell_db(const struct yeoun_swell *swell, float share)
{
  const float at = swell->gone + (1.0f - swell->gone) * share;
  if (at < swell->crest_at) {
    return swell->crest_db * ease(at / swell->crest_at);
  }
  const float rest = yeoun_max_f(1.0f - swell->crest_at, 1e-3f);
  const float fall = ease((at - swell->crest_at) / rest);
  return swell->crest_db + fall * (swell->end_db - swell->crest_db);
}

unsigned
yeoun_swell_controller(float level_db)
{
  const double value = 127.0 * yeoun_root_of_db((double)level_db);
  return (unsigned)yeoun_clamp_d(value + 0.5, 1.0, 127.0);
}

unsigned
yeoun_swell_dynamics(unsigned velocity, float level_db)
{
  /* The law's straight line: velocity + b / m is a root of amplitude. */
  const double offset = 3.1147;
  const double root =
    ((double)velocity + offset) * yeoun_root_of_db((double)level_db);
  return (unsigned)yeoun_clamp_d(root - offset + 0.5, 1.0, 127.0);
}
