// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Jokes: which phrase tells which, and how the whole band stages it. All are
   broken expectations, told once the expectation stands (Huron 2006, chapter
   14: the devices that made audiences laugh; here drifting tonality,
   implausible delay, excessive repetition, misplaced register, metric
   disruption), at most one in four bars. Before a punch, or right after it,
   nobody plays for a beat; the punch is struck by all that play, in the
   register of the tune, and a beat later the music goes on: longer silences
   are heard as holes. A form ends with two strokes, which lead home: readers
   took a last note on the last beat, or a lone wrong one, for a mistake. */

#ifndef YEOUN_COMPOSE_PLAN_JOKES_H
#define YEOUN_COMPOSE_PLAN_JOKES_H

#include <stdbool.h>
#include <stdint.h>

struct yeoun_plan;

enum yeoun_joke {
  YEOUN_JOKE_NONE,
  YEOUN_JOKE_THREE,       /**< said twice; the third time it stops before its
                               last note, which is struck late, by all */
  YEOUN_JOKE_GRUMBLE,     /**< the close, and two low notes that answer it */
  YEOUN_JOKE_ONE_MORE,    /**< all seems over: one more */
  YEOUN_JOKE_WRONG_FINAL, /**< all land a semitone above the tonic, then put it
                               right; major only (Nagy et al., Music Theory
                               Online 22.3) */
  YEOUN_JOKE_LAUGH,       /**< one note again and again, fading, in the value
                               nearest to 214 ms (Provine and Yong 1991) */
  YEOUN_JOKE_DELAY,       /**< everybody waits a beat for the last note */
  YEOUN_JOKE_BANG,        /**< very loud after very soft (Haydn's Surprise) */
  YEOUN_JOKE_SHORT_RUN,   /**< a run that stops one note short, and waits */
  YEOUN_JOKES
};

/** The joke that a phrase tells: it depends on the variation and on how the
    humour of the comic pole is set. None where its last bar speaks in another
    pole. Any thread. */
enum yeoun_joke
yeoun_joke_of(const struct yeoun_plan *plan, int p);

/** A chord that all strike together. */
struct yeoun_hit {
  int32_t at, length; /**< felt ticks */
};

enum { YEOUN_HITS = 3 };

/** How the band plays the last bar of a comic phrase: where it is silent before
    it, what it strikes, and from where it goes on as before. Between the hits
    nobody sounds. */
struct yeoun_stage {
  bool is_set; /**< false: the phrase ends as any other */
  enum yeoun_joke joke;
  int32_t hush;               /**< silence from here to the last bar */
  int32_t close, resume, end; /**< the last bar; where it goes on; its end */
  int hits;
  struct yeoun_hit hit[YEOUN_HITS];
};

/** The stage of a phrase: set where it tells a joke, and in the last phrase of
    a comic form, which is closed by all together. Any thread. */
struct yeoun_stage
yeoun_joke_stage(const struct yeoun_plan *plan, int p);

/** The stage of the phrase that has its last bar here; not set elsewhere.
    Any thread. */
struct yeoun_stage
yeoun_joke_stage_at(const struct yeoun_plan *plan, int bar);

/** Add the silences of all stages to the plan's stops. Any thread. */
void
yeoun_jokes_lay_stops(struct yeoun_plan *plan);

#endif
