// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A chord as the statistics know it: its root above the tonic and what it is
   of eleven qualities. */

#ifndef YEOUN_COMPOSE_HARMONY_CHORD_STATE_H
#define YEOUN_COMPOSE_HARMONY_CHORD_STATE_H

#include <stdint.h>

#include "music/chord.h"

/** What the many chord types come down to. */
enum yeoun_quality {
  YEOUN_QUALITY_MAJ, /**< also 6, 6/9, add9 */
  YEOUN_QUALITY_MIN, /**< also m6, madd9, mMaj7 */
  YEOUN_QUALITY_DIM,
  YEOUN_QUALITY_AUG,
  YEOUN_QUALITY_7,    /**< also 9, 13, altered dominants, augmented sixths */
  YEOUN_QUALITY_MAJ7, /**< also maj9 */
  YEOUN_QUALITY_M7,   /**< also m9 */
  YEOUN_QUALITY_M7B5,
  YEOUN_QUALITY_DIM7,
  YEOUN_QUALITY_SUS, /**< also 7sus4, 9sus4, 11 */
  YEOUN_QUALITY_5,
  YEOUN_QUALITIES
};

/** Chords that differ for the statistics: root x quality. */
#define YEOUN_STATES (12 * YEOUN_QUALITIES)

/** The state of a root 0..11 above the tonic and a quality; constant. */
#define YEOUN_STATE(root, quality)                                             \
  ((root)*YEOUN_QUALITIES + YEOUN_QUALITY_##quality)

/** The quality of a chord type. Any thread. */
enum yeoun_quality
yeoun_quality_of(enum yeoun_chord_type type);

/** The state of a chord in a key.
    @param tonic pitch class, 0..11
    @return 0..YEOUN_STATES - 1; a bass of its own does not count. Any thread.
 */
int
yeoun_chord_state(struct yeoun_chord chord, int tonic);

/** The plainest chord of a state in a key, its root in the bass. Any thread. */
struct yeoun_chord
yeoun_state_chord(int state, int tonic);

/** Semitones above the tonic, 0..11. Any thread. */
static inline int
yeoun_state_root(int state)
{
  return state / YEOUN_QUALITIES;
}

/** enum yeoun_quality of a state. Any thread. */
static inline int
yeoun_state_quality(int state)
{
  return state % YEOUN_QUALITIES;
}

/** The same quality so many semitones higher (any sign). Any thread. */
static inline int
yeoun_state_transpose(int state, int semitones)
{
  const int root = ((yeoun_state_root(state) + semitones) % 12 + 12) % 12;
  return root * YEOUN_QUALITIES + yeoun_state_quality(state);
}

#endif
