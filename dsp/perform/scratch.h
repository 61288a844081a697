// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Where performing keeps what it adds up: too much for a thread's stack.
   Whoever performs owns one. */

#ifndef YEOUN_PERFORM_SCRATCH_H
#define YEOUN_PERFORM_SCRATCH_H

#include "curve.h"
#include "rendition.h"

struct yeoun_perform_scratch {
  struct yeoun_rendition rendition;
  struct yeoun_curve curve;
};

#endif
