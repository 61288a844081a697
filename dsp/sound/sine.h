// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The sine that all models use. */

#ifndef YEOUN_SOUND_SINE_H
#define YEOUN_SOUND_SINE_H

#include "music/sine.h"

#endif
