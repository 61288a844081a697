// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The critic: reads the whole score before it is given away, finds the
   accidents between lanes that readers name first, and mends each where it
   stands, in the accompaniment rather than in the melody. */

#ifndef YEOUN_COMPOSE_LANES_CRITIC_H
#define YEOUN_COMPOSE_LANES_CRITIC_H

#include "heard.h"

/** Kinds of accidents. */
enum yeoun_accident {
  YEOUN_ACCIDENT_RUB,      /**< a held melody note a semitone from a note of
                                another lane, or one and octaves above it */
  YEOUN_ACCIDENT_BASS,     /**< the bass a semitone, or octaves and a semitone,
                                under a note that does not belong with it */
  YEOUN_ACCIDENT_COVERED,  /**< accompaniment above the tune */
  YEOUN_ACCIDENT_DOUBLED,  /**< the tune's own key struck while it sounds */
  YEOUN_ACCIDENT_MUDDY,    /**< over or under the bass in less than low notes
                                need between them */
  YEOUN_ACCIDENT_HAMMERED, /**< one key three times in a row within a bar */
  YEOUN_ACCIDENT_PARALLEL, /**< fifths or octaves of counter or bass with the
                                melody, of counter with bass */
  YEOUN_ACCIDENT_INNER,    /**< chords or pad a semitone or a minor ninth from
                                what the second voice holds */
  YEOUN_ACCIDENT_STRAY,    /**< a melody note on a weak sixteenth, a leap from
                                both neighbours */
  YEOUN_ACCIDENT_RESTLESS, /**< a bar before a close full of short notes */
  YEOUN_ACCIDENT_ZIGZAG,   /**< a fourth or more, and as much back at once, to
                                a note that nothing asks for */
  YEOUN_ACCIDENT_FALL,     /**< a phrase that falls by a sixth or more onto its
                                last note */
  YEOUN_ACCIDENTS
};

struct yeoun_critic_report {
  uint16_t found[YEOUN_ACCIDENTS]; /**< at the first reading */
  uint16_t left[YEOUN_ACCIDENTS];  /**< after the last */
};

/** Scratch; large: the caller has it. */
struct yeoun_critic {
  struct yeoun_critic_report report;
  struct yeoun_heard melody, bass, counter;
};

#define YEOUN_CRITIC_ALL 0x3fU

/**
   Read a score and mend it.

   @param melody  what is heard of it: its first take, whichever sounds
   @param set  the lanes that may be changed, 1 << lane
   @param score  sorted; sorted again after
   @param[out] critic  its report: what was found and what is left

   At most four readings. Any thread.
*/
void
yeoun_critic_mend(const struct yeoun_plan *plan,
                  const struct yeoun_heard *melody,
                  unsigned set,
                  struct yeoun_score *score,
                  struct yeoun_critic *critic);

/** Count the accidents of a sorted score between its lanes and change nothing;
    the melody's own kinds are left at 0. Any thread. */
void
yeoun_critic_count(const struct yeoun_plan *plan,
                   struct yeoun_score *score,
                   struct yeoun_critic *critic,
                   uint16_t count[YEOUN_ACCIDENTS]);

/** Mend what a tune has of its own before anything is written against it: stray
    notes, zigzags, falls onto the last note of a phrase, and bars before a
   close that run where they should sing. Comic bars may run. Any thread. */
void
yeoun_critic_calm(const struct yeoun_plan *plan,
                  struct yeoun_tune *tune,
                  struct yeoun_critic_report *report);

#endif
