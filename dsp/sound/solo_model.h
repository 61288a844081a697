// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* One who bows or blows: waves as recorded instruments have them, between which
   the player never stands still, and the noise of bow or breath. Additive
   synthesis with a fixed body for what would be dear as waveguides and is as
   exact in tune as its table (Horner & Beauchamp 1996). */

#ifndef YEOUN_SOUND_SOLO_MODEL_H
#define YEOUN_SOUND_SOLO_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_solo_model;

#endif
