// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "../palette.h"
#include "bar.h"
#include "drum.h"
#include "electric.h"
#include "held.h"
#include "model.h"
#include "strung.h"

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
      return &yeoun_held_model;
    case YEOUN_CELESTA:
    case YEOUN_GLOCKENSPIEL:
    case YEOUN_MUSIC_BOX:
    case YEOUN_VIBRAPHONE:
      return &yeoun_bar_model;
    case YEOUN_ELECTRIC_PIANO:
      return &yeoun_electric_model;
    case YEOUN_KIT:
      return &yeoun_drum_model;
    default:
      return &yeoun_strung_model;
  }
}
