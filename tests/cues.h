// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Cues measured on MIDI, as a listener meets them: what a mood promises. */

#ifndef YEOUN_TESTS_CUES_H
#define YEOUN_TESTS_CUES_H

#include <stddef.h>
#include <stdint.h>

/** Cues that MIDI alone tells, in units of dsp/mood.h. */
enum cue {
  CUE_TEMPO,
  CUE_DENSITY,
  CUE_REGISTER,
  CUE_RANGE,
  CUE_STEP,
  CUE_LEAP,
  CUE_REVERSAL,
  CUE_GATE,
  CUE_LEVEL,
  CUE_DYNAMICS,
  CUE_ORNAMENT,
  CUE_SPACE,
  CUE_COUNTER,
  CUE_MOTION,
  CUES
};

/** "tempo", ...: the last part of the cue's URI. */
extern const char *const cue_names[CUES];

/** A note as it was heard. */
struct heard {
  double start_s, end_s;
  uint8_t channel, key, velocity;
};

/** Measure. Notes are in order of start.
    @param pulse_s  length of a felt pulse
    @param length_s  of what was heard */
void
cues_measure(const struct heard *note,
             size_t notes,
             double pulse_s,
             double length_s,
             double cue[CUES]);

#endif
