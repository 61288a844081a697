// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Many who play or sing as one, and pads. */

#ifndef YEOUN_SOUND_SECTION_MODEL_H
#define YEOUN_SOUND_SECTION_MODEL_H

#include "model.h"

extern const struct yeoun_model yeoun_section_model;

#endif
