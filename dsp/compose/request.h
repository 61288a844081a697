// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* All that a variation depends on. One plain struct, so that it can be copied
   between threads, compared, written down as a name and read back. The
   composer, and nobody else, turns it into notes. */

#ifndef YEOUN_COMPOSE_REQUEST_H
#define YEOUN_COMPOSE_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "music/mood.h"
#include "music/score.h"
#include "music/theme.h"

/** Raised whenever the same request gives other notes than before. */
#define YEOUN_ALGORITHM 20

/** The statement (0) and the variations (1..). */
#define YEOUN_VARIATIONS 1000

/** Takes of anything that can be rolled again: 0 is the first. */
#define YEOUN_TAKES 100

/** Bars of a request. */
#define YEOUN_BARS_MAX 32

/** Steps by which intensity and space take away. */
#define YEOUN_REQUEST_STEPS 14

/** Stretches of single lanes that are rolled again. */
#define YEOUN_RANGES 16

enum yeoun_form {
  YEOUN_FORM_AUTO,
  YEOUN_FORM_SENTENCE,
  YEOUN_FORM_PERIOD,
  YEOUN_FORM_GI_SEUNG_JEON_GYEOL,
  YEOUN_FORM_GROUND,
  YEOUN_FORMS
};

/** Some bars of one lane, rolled again: all outside stays note for note. */
struct yeoun_bar_range {
  uint8_t lane;        /**< enum yeoun_lane */
  uint8_t first, bars; /**< in bars of the host; first 0..31, bars 1..32 */
  uint8_t take;        /**< 1..99 */
};

struct yeoun_request {
  struct yeoun_theme theme;
  struct yeoun_mood mood;
  struct yeoun_meter meter; /**< of the host, or chosen; {0} = mood's own */
  int8_t doubling;      /**< felt time against the host's: 0 the same, 1 twice
                             as fast, -1 half: all that a host's tempo means
                             to the notes */
  float distance;       /**< 0..1 */
  float warmth;         /**< -1..+1 */
  float korean;         /**< 0..1, how much of the Korean layer */
  float humanize;       /**< 0..1, for the performer */
  uint16_t variation;   /**< 0 = the statement .. 999 */
  uint16_t bars;        /**< 1..32 bars of meter */
  uint8_t form;         /**< enum yeoun_form */
  uint8_t palette;      /**< enum yeoun_palette */
  uint8_t theme_take;   /**< another motif for the same chords, 0..99 */
  uint8_t harmony_take; /**< re-roll of the harmony, 0..99 */
  uint8_t take[YEOUN_LANES];       /**< re-roll of each lane alone, 0..99 */
  uint8_t instrument[YEOUN_LANES]; /**< enum yeoun_instrument; 0 = auto */
  uint8_t ranges;                  /**< 0..YEOUN_RANGES */
  struct yeoun_bar_range range[YEOUN_RANGES]; /**< later ones win */
  bool has_ending; /**< close for good instead of leading back */
  uint32_t kept;   /**< number of notes that were kept and stand for what would
                        be composed; 0: none. Not part of the name */
};

/** Whether two requests ask for the same notes and performance, member by
    member: what lies between the members, or beyond the counts, does not
    count. Any thread. */
bool
yeoun_request_equal(const struct yeoun_request *a,
                    const struct yeoun_request *b);

/** Whether two requests differ in intensity, space and the performer's part
    alone, so that of one the other's notes are known: yeoun_compose_again().
    Any thread. */
bool
yeoun_request_is_thinned(const struct yeoun_request *a,
                         const struct yeoun_request *b);

/** How many steps of a tenth intensity and space take away together: 0 ..
    YEOUN_REQUEST_STEPS. All that they mean to the notes. Any thread. */
int
yeoun_request_steps(const struct yeoun_mood *mood);

/** Whether two requests give the same notes and performance: equal, or with
    intensity and space within the same step. Any thread. */
bool
yeoun_request_sounds_equal(const struct yeoun_request *a,
                           const struct yeoun_request *b);

/** Half, normal or double time: the one whose felt pulse is nearest to the
    mood's own.
    @param host_bpm  quarter notes a minute; 0 = free: normal time
    @param meter  {0} counts as 4/4
    @param before  what was chosen before: it is kept while the host's tempo
                   lies within 4 % of the border; 0 when nothing was
    Any thread. */
int8_t
yeoun_doubling_choose(float host_bpm,
                      const struct yeoun_mood *mood,
                      struct yeoun_meter meter,
                      int8_t before);

#endif
