// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "model.h"

#include "tone.h"

const struct yeoun_model *
yeoun_model_of(unsigned instrument, unsigned key)
{
  (void)instrument;
  (void)key;
  return &yeoun_tone_model;
}
