// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What was done, a gesture a step, so that it can be undone and done again.
   Knows nothing of what the changes mean. The interface's thread. */

#ifndef YEOUN_UI_MODEL_HISTORY_H
#define YEOUN_UI_MODEL_HISTORY_H

#include <stdbool.h>

/** Steps that can be undone. */
#define YEOUN_STEPS 128

/** One thing that changed: a number, or a text. */
struct yeoun_change {
  bool is_text;
  unsigned what;
  float before, after;
  char *text_before, *text_after; /**< own these; NULL of a number */
};

struct yeoun_step {
  struct yeoun_change *change;
  unsigned count, capacity;
};

struct yeoun_history {
  struct yeoun_step step[YEOUN_STEPS];
  unsigned done, count;   /**< steps that are done, and that there are */
  struct yeoun_step open; /**< of the gesture that goes on */
  bool is_open;
};

void
yeoun_history_free(struct yeoun_history *history);

/** A gesture begins. */
void
yeoun_history_begin(struct yeoun_history *history);

/** It ends: what was undone is forgotten if anything changed. */
void
yeoun_history_end(struct yeoun_history *history);

/** A number changed; outside a gesture that is one of its own. */
void
yeoun_history_number(struct yeoun_history *history,
                     unsigned what,
                     float before,
                     float after);

/** A text changed. */
void
yeoun_history_text(struct yeoun_history *history,
                   unsigned what,
                   const char *before,
                   const char *after);

/** The step to be undone, its changes to be gone through backwards; NULL when
    there is none. */
const struct yeoun_step *
yeoun_history_undo(struct yeoun_history *history);

/** The step to be done again. */
const struct yeoun_step *
yeoun_history_redo(struct yeoun_history *history);

/** Whether the gesture that goes on has changed a number. */
bool
yeoun_history_holds(const struct yeoun_history *history, unsigned what);

#endif
