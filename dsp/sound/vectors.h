// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

/* Frames that are reckoned together. */

#ifndef YEOUN_SOUND_VECTORS_H
#define YEOUN_SOUND_VECTORS_H

#include <string.h>

typedef float yeoun_four __attribute__((vector_size(16)));
typedef float yeoun_eight __attribute__((vector_size(32)));

/** Four frames as they lie. Any thread. */
static inline yeoun_four
yeoun_four_at(const float *x)
{
  yeoun_four four;
  memcpy(&four, x, sizeof(four));
  return four;
}

#endif
