// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* "Like this, but": variations that differ from one in one thing. Pure. */

#ifndef YEOUN_UI_MODEL_SIBLING_H
#define YEOUN_UI_MODEL_SIBLING_H

#include <stdbool.h>

#include "compose/request.h"
#include "music/score.h"

enum yeoun_sibling {
  YEOUN_OTHER_MOTIF,
  YEOUN_OTHER_MELODY,
  YEOUN_OTHER_HARMONY,
  YEOUN_OTHER_ACCOMPANIMENT,
  YEOUN_OTHER_COUNTER,
  YEOUN_OTHER_INSTRUMENT,
  YEOUN_NEARER,
  YEOUN_FARTHER,
  YEOUN_WARMER, /**< in its sound, and in the instruments that are chosen by
                     it */
  YEOUN_CALMER, /**< less intensity: composed anew */
};

/** What differs: "melody". */
const char *
yeoun_sibling_name(enum yeoun_sibling sibling);

/** Make a sibling.
    @param score  of the request; NULL when it is not composed yet
    @return false when there is none: it is as near, far, warm or calm as can be
    */
bool
yeoun_sibling_make(enum yeoun_sibling sibling,
                   const struct yeoun_request *request,
                   const struct yeoun_score *score,
                   struct yeoun_request *made);

/** Whether two scores have the same notes and instruments. */
bool
yeoun_score_same(const struct yeoun_score *a, const struct yeoun_score *b);

#endif
