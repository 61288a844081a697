// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Tones that are held: one player or several desks that read the same waves,
   each with its own pitch, vibrato and place, and the noise of bow or breath.
   Additive synthesis with a fixed body for what would be dear as waveguides and
   is as exact in tune as its table (Horner & Beauchamp 1996). */

#ifndef YEOUN_SOUND_SUSTAINED_MODEL_H
#define YEOUN_SOUND_SUSTAINED_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_sustained_model;

#endif
