// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The sustaining pedal. */

#ifndef YEOUN_PERFORM_PEDAL_H
#define YEOUN_PERFORM_PEDAL_H

#include "curve.h"
#include "rendition.h"

/** Press the pedal of the chords lane, when its instrument has one and the mood
    binds its notes: changed with every harmony and every bar, down just after
    the stroke (Rowland 1993), up where the next one falls and wherever the lane
    is silent. Any thread. */
void
yeoun_pedal_press(const struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performance *performance);

#endif
