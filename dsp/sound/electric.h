// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The electric piano by frequency modulation: one pair for the bar, one for the
   tine (Chowning 1973; Chowning & Bristow 1986, FM Theory and Applications). */

#ifndef YEOUN_SOUND_ELECTRIC_H
#define YEOUN_SOUND_ELECTRIC_H

#include "model.h"

extern const struct yeoun_model yeoun_electric_model;

#endif
