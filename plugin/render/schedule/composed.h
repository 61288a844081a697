// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* A cue as it was written: the notes of the score before they were performed,
   with chords and phrases, over all rounds. */

#ifndef YEOUN_RENDER_SCHEDULE_COMPOSED_H
#define YEOUN_RENDER_SCHEDULE_COMPOSED_H

#include <stdbool.h>

#include "music/score.h"
#include "render/host/host.h"
#include "render_plan.h"

/** Where a note begins as it is performed. */
struct yeoun_onset {
  int32_t tick;
  uint8_t lane, velocity;
};

struct yeoun_composed {
  struct yeoun_meter meter;
  struct yeoun_key key;
  int32_t length;                  /**< ticks */
  uint8_t instrument[YEOUN_LANES]; /**< that plays, in a remix too */
  bool is_left[YEOUN_LANES]; /**< the remix has no instrument for its notes */
  unsigned notes, note_capacity;
  struct yeoun_note *note; /**< by start, lane, pitch */
  unsigned spans, span_capacity;
  struct yeoun_span *span; /**< within one bar each */
  unsigned onsets, onset_capacity;
  struct yeoun_onset *onset; /**< of notes as they are performed, in no order */
  unsigned pedals, pedal_capacity;
  struct yeoun_pedal *pedal;
  unsigned phrases, phrase_capacity;
  int32_t *phrase; /**< where each begins */
};

/** The tempo that the plugin would choose where it is told none, as it answers
    when it is asked (yeoun_host_ask()), without composing. Quarter notes a
    minute.
    @param host  with the controls of the cue
    @param plan  of which the metre is known */
double
yeoun_composed_tempo(const struct yeoun_host *host,
                     const struct yeoun_render_plan *plan);

/** Compose what the plugin plays for a plan, bar by bar, with its controls as
    they then are. Says what is wrong.
    @param host  as yeoun_render_plan_make() left it */
bool
yeoun_composed_make(const struct yeoun_host *host,
                    const struct yeoun_render_plan *plan,
                    struct yeoun_composed *composed);

void
yeoun_composed_free(struct yeoun_composed *composed);

#endif
