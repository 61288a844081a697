// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Variations composed for the eye: what cards, siblings and the roll show. A
   slot says which request it wants; one is composed a call, the more urgent
   first, and what is no longer wanted never is. The interface's thread. */

#ifndef YEOUN_UI_MODEL_PREVIEWS_H
#define YEOUN_UI_MODEL_PREVIEWS_H

#include <stdbool.h>
#include <stdint.h>

#include "compose/request.h"
#include "music/score.h"

/** Cards of a page. */
#define YEOUN_CARDS 10

/** Siblings of the chosen card: see sibling.h. */
#define YEOUN_SIBLINGS 10

/** The slots, the most urgent first. */
enum {
  YEOUN_SLOT_SOUNDING,
  YEOUN_SLOT_CHOSEN,    /**< the one that the siblings belong to */
  YEOUN_SLOT_STATEMENT, /**< whose motif is the theme's */
  YEOUN_SLOT_BEFORE,    /**< what was chosen before settings changed */
  YEOUN_SLOT_CARD,
  YEOUN_SLOT_SIBLING = YEOUN_SLOT_CARD + YEOUN_CARDS,
  YEOUN_SLOT_KEPT = YEOUN_SLOT_SIBLING + YEOUN_SIBLINGS, /**< see kept.h */
  YEOUN_PREVIEWS
};

struct yeoun_preview {
  bool is_wanted;
  struct yeoun_request wanted;
  bool is_there;                /**< score is that of the request below */
  struct yeoun_request request; /**< may be an older one than what is wanted */
  struct yeoun_score *score;
  uint32_t serial; /**< changes with the score */
};

struct yeoun_previews;

/** NULL when memory fails. */
struct yeoun_previews *
yeoun_previews_new(void);

void
yeoun_previews_free(struct yeoun_previews *previews);

/** Want a request in a slot; NULL for none. Returns whether the slot shows
    another score than before: one that another slot had. */
bool
yeoun_previews_want(struct yeoun_previews *previews,
                    unsigned slot,
                    const struct yeoun_request *request);

const struct yeoun_preview *
yeoun_previews_get(const struct yeoun_previews *previews, unsigned slot);

/** Whether a slot shows what it wants. */
bool
yeoun_preview_is_ready(const struct yeoun_preview *preview);

/** Compose one that is wanted and not there (some 2 ms); false when there is
    none. */
bool
yeoun_previews_step(struct yeoun_previews *previews);

#endif
