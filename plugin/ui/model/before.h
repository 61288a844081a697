// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* What was chosen before the last gesture that changed a setting: so that both
   can be compared. Another number alone is no setting; its card is still there.
   The interface's thread. */

#ifndef YEOUN_UI_MODEL_BEFORE_H
#define YEOUN_UI_MODEL_BEFORE_H

#include <stdbool.h>
#include <stddef.h>

#include "compose/request.h"

struct yeoun_before {
  bool is_there;
  bool is_begun; /**< a gesture goes on */
  struct yeoun_request request;
  struct yeoun_request begun; /**< as the gesture began that goes on */
};

/** A gesture begins. */
void
yeoun_before_begin(struct yeoun_before *before,
                   const struct yeoun_request *now);

/** It ends, if one was begun: what was chosen is kept if settings changed. */
void
yeoun_before_end(struct yeoun_before *before, const struct yeoun_request *now);

/** Name the settings in which two requests differ: "mood, theme"; "" when there
    are none. */
void
yeoun_before_name(const struct yeoun_request *a,
                  const struct yeoun_request *b,
                  char *text,
                  size_t size);

#endif
