// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Bars and tines that are struck, as the sum of their modes (Fletcher & Rossing
   1998, chapters 2 and 19). */

#ifndef YEOUN_SOUND_MALLET_MODEL_H
#define YEOUN_SOUND_MALLET_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_mallet_model;

#endif
