// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Strings that are struck or plucked, as the sum of their modes: exact in tune
   and free of aliasing at every rate (Bank, Zambon & Fontana 2010, A
   modal-based real-time piano synthesizer; Fletcher & Rossing 1998, chapter 2).
   Two planes of vibration give the two-stage decay (Weinreich 1977). */

#ifndef YEOUN_SOUND_STRING_MODEL_H
#define YEOUN_SOUND_STRING_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_string_model;

#endif
