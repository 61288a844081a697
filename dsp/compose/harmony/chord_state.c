// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "compose/harmony/chord_state.h"

enum yeoun_quality
yeoun_quality_of(enum yeoun_chord_type type)
{
  /* By the tones: the third, the fifth, the seventh decide. */
  enum { MINOR = 1 << 3, MAJOR = 1 << 4, FLAT5 = 1 << 6, FIFTH = 1 << 7 };
  enum {
    SHARP5 = 1 << 8,
    SIXTH = 1 << 9,
    SEVENTH = 1 << 10,
    LEADING = 1 << 11
  };
  const unsigned tones = yeoun_chord_intervals(type);
  if (tones & MAJOR) {
    return (tones & SEVENTH)                      ? YEOUN_QUALITY_7
           : (tones & LEADING)                    ? YEOUN_QUALITY_MAJ7
           : (tones & (SHARP5 | FIFTH)) == SHARP5 ? YEOUN_QUALITY_AUG
                                                  : YEOUN_QUALITY_MAJ;
  }
  if ((tones & MINOR) && (tones & (FLAT5 | FIFTH)) == FLAT5) {
    return (tones & SEVENTH) ? YEOUN_QUALITY_M7B5
           : (tones & SIXTH) ? YEOUN_QUALITY_DIM7
                             : YEOUN_QUALITY_DIM;
  }
  if (tones & MINOR) {
    return (tones & SEVENTH) ? YEOUN_QUALITY_M7 : YEOUN_QUALITY_MIN;
  }
  return tones == (1 | FIFTH) ? YEOUN_QUALITY_5 : YEOUN_QUALITY_SUS;
}

int
yeoun_chord_state(struct yeoun_chord chord, int tonic)
{
  const int root = (chord.root - tonic % 12 + 12) % 12;
  return root * YEOUN_QUALITIES +
         (int)yeoun_quality_of((enum yeoun_chord_type)chord.type);
}

struct yeoun_chord
yeoun_state_chord(int state, int tonic)
{
  static const uint8_t type[YEOUN_QUALITIES] = {
    [YEOUN_QUALITY_MAJ] = YEOUN_CHORD_MAJ,
    [YEOUN_QUALITY_MIN] = YEOUN_CHORD_MIN,
    [YEOUN_QUALITY_DIM] = YEOUN_CHORD_DIM,
    [YEOUN_QUALITY_AUG] = YEOUN_CHORD_AUG,
    [YEOUN_QUALITY_7] = YEOUN_CHORD_7,
    [YEOUN_QUALITY_MAJ7] = YEOUN_CHORD_MAJ7,
    [YEOUN_QUALITY_M7] = YEOUN_CHORD_M7,
    [YEOUN_QUALITY_M7B5] = YEOUN_CHORD_M7B5,
    [YEOUN_QUALITY_DIM7] = YEOUN_CHORD_DIM7,
    [YEOUN_QUALITY_SUS] = YEOUN_CHORD_SUS4,
    [YEOUN_QUALITY_5] = YEOUN_CHORD_5,
  };
  const unsigned root = (unsigned)(yeoun_state_root(state) + tonic) % 12;
  return yeoun_chord_make(root, type[yeoun_state_quality(state)], root);
}
