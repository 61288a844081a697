// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Drums: a skin, block or bar that rings and the noise of what struck it. */

#ifndef YEOUN_SOUND_DRUM_MODEL_H
#define YEOUN_SOUND_DRUM_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_drum_model;

#endif
