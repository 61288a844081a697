// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Jokes: which phrase tells which, and the silence that each needs. All are
   broken expectations, told once the expectation stands (Huron 2006, chapter
   14: the devices that made audiences laugh; here drifting tonality,
   implausible delay, excessive repetition, misplaced register, metric
   disruption), at most one in four bars. Before a punch nothing sounds, and
   after it nothing for a moment; the punch itself is long or loud enough to
   land. */

#ifndef YEOUN_COMPOSE_PLAN_JOKES_H
#define YEOUN_COMPOSE_PLAN_JOKES_H

#include <stdint.h>

struct yeoun_plan;

enum yeoun_joke {
  YEOUN_JOKE_NONE,
  YEOUN_JOKE_THREE,       /**< said twice, broken off the third time */
  YEOUN_JOKE_LOW_PUNCH,   /**< the close two octaves too low */
  YEOUN_JOKE_HIGH_PUNCH,  /**< the close squeaked out an octave too high */
  YEOUN_JOKE_WRONG_FINAL, /**< a semitone above the tonic, then put right; major
                               only (Nagy et al., Music Theory Online 22.3) */
  YEOUN_JOKE_LAUGH,       /**< five notes of 75 ms, every 214 ms, falling and
                               fading (Provine and Yong 1991) */
  YEOUN_JOKE_DELAY,       /**< everybody waits for the last note */
  YEOUN_JOKE_BANG,        /**< very loud after very soft (Haydn's Surprise) */
  YEOUN_JOKE_SHORT_RUN,   /**< a run that stops one note short, and tiptoes */
  YEOUN_JOKES
};

/** The joke that a phrase tells: it depends on the variation and on how the
    humour of the comic pole is set. None where its last bar speaks in another
    pole. Any thread. */
enum yeoun_joke
yeoun_joke_of(const struct yeoun_plan *plan, int p);

/** Add the silences of all jokes to the plan's stops. Any thread. */
void
yeoun_jokes_lay_stops(struct yeoun_plan *plan);

#endif
