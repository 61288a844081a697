// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Have many cues made, several at once, each by a process of its own: one that
   fails, or is ended, takes no other with it. */

#ifndef YEOUN_RENDER_LIBRARY_WORK_H
#define YEOUN_RENDER_LIBRARY_WORK_H

#include <stdbool.h>

/** One piece of work. */
struct yeoun_work {
  const char *name;
  double size;  /**< how much it is, in any unit: for the time left */
  bool is_done; /**< already, or by the end */
};

/** Do all work that is not done.
    @param jobs  how many at once
    @param make  does one piece, in its own process; says what is wrong
    @return how many failed */
unsigned
yeoun_work_do(struct yeoun_work *work,
              unsigned count,
              unsigned jobs,
              bool (*make)(void *handle, unsigned i),
              void *handle);

#endif
