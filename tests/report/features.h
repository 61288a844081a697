// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Features measured on MIDI, as a listener meets them: what a mood promises. */

#ifndef YEOUN_TESTS_REPORT_FEATURES_H
#define YEOUN_TESTS_REPORT_FEATURES_H

#include <stddef.h>
#include <stdint.h>

/** Features that MIDI alone tells, in units of dsp/mood.h. */
enum feature {
  FEATURE_TEMPO,
  FEATURE_DENSITY,
  FEATURE_REGISTER,
  FEATURE_RANGE,
  FEATURE_STEP,
  FEATURE_LEAP,
  FEATURE_REVERSAL,
  FEATURE_GATE,
  FEATURE_LEVEL,
  FEATURE_DYNAMICS,
  FEATURE_ORNAMENT,
  FEATURE_SPACE,
  FEATURE_COUNTER,
  FEATURE_MOTION,
  FEATURES
};

/** "tempo", ...: the last part of the feature's URI. */
extern const char *const feature_names[FEATURES];

/** A note as it was heard. */
struct heard {
  double start_s, end_s;
  uint8_t channel, key, velocity;
};

/** Measure. Notes are in order of start.
    @param pulse_s  length of a felt pulse
    @param length_s  of what was heard */
void
features_measure(const struct heard *note,
                 size_t notes,
                 double pulse_s,
                 double length_s,
                 double feature[FEATURES]);

#endif
