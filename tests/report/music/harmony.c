// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmony.h"

#include <stddef.h>

const struct yeoun_span *
harmony_span(const struct yeoun_score *score, int32_t tick)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    if (tick >= span->start && tick < span->start + span->length) {
      return span;
    }
  }
  return NULL;
}
