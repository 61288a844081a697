// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "instrument.h"

static const struct yeoun_instrument_facts instruments[YEOUN_INSTRUMENTS] = {
#define INSTRUMENT(ID, name, model, sustain, ...)                              \
  [YEOUN_##                                                                    \
    ID] = {name, YEOUN_MODEL_##model, YEOUN_SUSTAIN_##sustain, __VA_ARGS__},
#include "instrument_list.h"
#undef INSTRUMENT
};

const struct yeoun_instrument_facts *
yeoun_instrument_facts(unsigned instrument)
{
  return &instruments[instrument < YEOUN_INSTRUMENTS ? instrument
                                                     : YEOUN_FELT_PIANO];
}
