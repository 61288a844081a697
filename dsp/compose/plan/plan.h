// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* The plan of a variation: its time, its form and what is done to the theme.
   All that the lanes have to agree on, decided before any note. */

#ifndef YEOUN_COMPOSE_PLAN_PLAN_H
#define YEOUN_COMPOSE_PLAN_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#include "analysis.h"
#include "compose/compose.h"
#include "layers.h"
#include "music/random.h"
#include "phrases.h"
#include "techniques.h"

#define YEOUN_UNITS 64

/** What a stretch of one or two bars does in the form. */
enum yeoun_role {
  YEOUN_ROLE_IDEA,     /**< the basic idea: the motif */
  YEOUN_ROLE_REPEAT,   /**< the idea again, in sequence */
  YEOUN_ROLE_CONTRAST, /**< another idea */
  YEOUN_ROLE_FRAGMENT, /**< a piece of the idea */
  YEOUN_ROLE_CADENCE,  /**< the close */
};

struct yeoun_unit {
  int16_t bar, bars; /**< place and length */
  uint8_t role;      /**< enum yeoun_role */
  uint8_t block;     /**< the sentence or period that it belongs to */
  bool ends_phrase;  /**< breath after it */
  bool ends_block;   /**< full close */
  float rank;        /**< 0..1, evenly spread and shuffled: whatever is done by
                          degrees reaches the units in this order */
};

struct yeoun_plan {
  const struct yeoun_request *request;
  struct yeoun_analysis analysis;
  const float *feature; /**< of the mood, YEOUN_FEATURES */
  float pole_feature[YEOUN_POLES]
                    [YEOUN_FEATURES]; /**< of the bars in each pole */
  uint64_t seed;                      /**< of theme and variation */
  struct yeoun_meter meter;           /**< felt */
  int32_t bar_ticks;                  /**< felt */
  int bars;                           /**< felt */
  int slots;                          /**< of a bar */
  int doubling;            /**< felt time against the host's: 0 the same,
                                1 twice as fast, -1 half */
  float pulses_per_second; /**< felt pulse */
  float slots_per_second;
  bool is_statement;
  uint8_t form; /**< enum yeoun_form, never auto */
  int phrases;
  struct yeoun_phrase_plan phrase[YEOUN_PLAN_PHRASES];
  struct yeoun_layers layers; /**< who plays in which bar */
  int units;
  struct yeoun_unit unit[YEOUN_UNITS];
  uint8_t pole_of_bar[YEOUN_UNITS]; /**< enum yeoun_pole: the mood that a bar
                                         speaks in */
  struct yeoun_budget budget;       /**< what is done to the theme */
  float register_offset;            /**< semitones off the mood's register */
  float density_factor;             /**< against the mood's density */
  uint8_t instrument[YEOUN_LANES];
  int low[YEOUN_POLES], high[YEOUN_POLES]; /**< MIDI keys between which each
                                                pole writes its melody */
};

/** Find metre, bars and pulse alone, and what is done to the theme. The request
    must outlive the plan. Any thread. */
void
yeoun_plan_begin(const struct yeoun_request *request, struct yeoun_plan *plan);

/** Make the plan. The request must outlive it. Any thread. */
void
yeoun_plan_make(const struct yeoun_request *request, struct yeoun_plan *plan);

/** Let every bar speak in one pole. Any thread. */
void
yeoun_plan_speak(struct yeoun_plan *plan, unsigned pole);

/** A stream of draws for a purpose of this variation; `index` may tell units or
    bars apart. Any thread. */
struct yeoun_random
yeoun_plan_stream(const struct yeoun_plan *plan,
                  const char *purpose,
                  uint32_t index);

/** The same for one lane: its take is mixed in. Any thread. */
struct yeoun_random
yeoun_plan_lane_stream(const struct yeoun_plan *plan,
                       enum yeoun_lane lane,
                       const char *purpose,
                       uint32_t index);

/** Units with the same number rhyme: their rhythms and turns are alike.
    Any thread. */
unsigned
yeoun_plan_rhyme(const struct yeoun_unit *unit);

/** The features of a bar: those of its pole, trimmed as the mood is. Any
 * thread. */
static inline const float *
yeoun_plan_features(const struct yeoun_plan *plan, int bar)
{
  return plan->pole_feature[plan->pole_of_bar[bar]];
}

/** MIDI key around which a pole asks its melody to lie: as the mood has it, or
    an octave down when it is given to the tenor, which no comic tune is. Any
   thread. */
float
yeoun_plan_register(const struct yeoun_plan *plan, unsigned pole);

/** Seconds of a bar, for counting its notes: at the host's tempo, or else at
    that of its pole, so that a bar stays as it is while the tempo of a blend
    moves. Any thread. */
float
yeoun_plan_bar_seconds(const struct yeoun_plan *plan, int bar);

/** The unit in which a bar lies. Any thread. */
const struct yeoun_unit *
yeoun_plan_unit(const struct yeoun_plan *plan, int bar);

#endif
