// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A score on its way to a performance: what the rules add up, note by note. */

#ifndef YEOUN_PERFORM_RENDITION_H
#define YEOUN_PERFORM_RENDITION_H

#include "music/mood.h"
#include "music/score.h"

#define YEOUN_NO_NOTE (-1)

/** What the rules say of one note. */
struct yeoun_rendered {
  int16_t before, after; /**< neighbours in a lane of single notes, by index,
                              graces passed over; or YEOUN_NO_NOTE */
  float duration_ms;     /**< to the next onset, or as written */
  float level_db;        /**< sum of the rules */
  float shift_ms;        /**< what the rules add to duration_ms */
  float gap_ms;          /**< silence before the next note */
};

struct yeoun_rendition {
  const struct yeoun_score *score;
  const struct yeoun_mood *mood;
  float ms_per_tick;
  float humanize; /**< 0..1 */
  float swing;    /**< amount of long-short in pairs of eighths */
  uint64_t seed;
  float level_scale; /**< of the rules' levels, so that they vary as much as the
                          mood wants: yeoun_level_write() */
  struct yeoun_rendered note[YEOUN_NOTES_MAX];
};

/** Begin: find neighbours and durations, all sums at 0. Any thread. */
void
yeoun_rendition_open(struct yeoun_rendition *rendition);

/** True for lanes of single notes: melody, counter, bass. Any thread. */
bool
yeoun_rendition_is_line(unsigned lane);

/** The span in which a tick lies, searched from `span` on, which is moved; NULL
    when the score has none. Any thread. */
const struct yeoun_span *
yeoun_rendition_span(const struct yeoun_score *score, int32_t tick, int *span);

#endif
