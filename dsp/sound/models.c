// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drum_model.h"
#include "electric.h"
#include "mallet_model.h"
#include "model.h"
#include "music/palette.h"
#include "string_model.h"
#include "sustained_model.h"

const struct yeoun_model *
yeoun_model_of(unsigned instrument)
{
  switch (instrument) {
    case YEOUN_VIOLIN:
    case YEOUN_CELLO:
    case YEOUN_STRINGS:
    case YEOUN_DAEGEUM:
    case YEOUN_FLUTE:
    case YEOUN_CLARINET:
    case YEOUN_BASSOON:
    case YEOUN_WARM_PAD:
    case YEOUN_GLASS_PAD:
    case YEOUN_VOICES:
    case YEOUN_SYNTH_BASS:
      return &yeoun_sustained_model;
    case YEOUN_CELESTA:
    case YEOUN_GLOCKENSPIEL:
    case YEOUN_MUSIC_BOX:
    case YEOUN_VIBRAPHONE:
      return &yeoun_mallet_model;
    case YEOUN_ELECTRIC_PIANO:
      return &yeoun_electric_model;
    case YEOUN_KIT:
      return &yeoun_drum_model;
    default:
      return &yeoun_string_model;
  }
}
