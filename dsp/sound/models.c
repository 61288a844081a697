// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "model.h"

#include "../palette.h"
#include "drum.h"
#include "tone.h"

const struct yeoun_model *
yeoun_model_of(unsigned instrument, unsigned key)
{
  (void)key;
  switch (instrument) {
    case YEOUN_KIT:
      return &yeoun_drum_model;
    default:
      return &yeoun_tone_model;
  }
}
