// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "drum_model.h"
#include "electric.h"
#include "mallet_model.h"
#include "model.h"
#include "music/instrument.h"
#include "section_model.h"
#include "solo_model.h"
#include "string_model.h"

const struct yeoun_model *
yeoun_model_of(unsigned instrument)
{
  static const struct yeoun_model *const models[] = {
    [YEOUN_MODEL_STRING] = &yeoun_string_model,
    [YEOUN_MODEL_SOLO] = &yeoun_solo_model,
    [YEOUN_MODEL_SECTION] = &yeoun_section_model,
    [YEOUN_MODEL_MALLET] = &yeoun_mallet_model,
    [YEOUN_MODEL_ELECTRIC] = &yeoun_electric_model,
    [YEOUN_MODEL_DRUM] = &yeoun_drum_model,
  };
  return models[yeoun_instrument_facts(instrument)->model];
}
