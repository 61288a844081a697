// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "measure.h"

#include <stdlib.h>

#include "music/mood.h"

/** What is counted along the melody. */
struct counts {
  unsigned notes, moves, leaps, steps;
  unsigned keys; /**< their sum */
};

static struct counts
count(const struct yeoun_score *score)
{
  struct counts c = {0};
  int last = -1;
  for (unsigned i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const n = &score->note[i];
    if (n->lane != YEOUN_LANE_MELODY ||
        n->articulation == YEOUN_ARTICULATION_GRACE) {
      continue;
    }
    ++c.notes;
    c.keys += n->pitch;
    if (last >= 0) {
      const int interval = abs(n->pitch - last);
      ++c.moves;
      c.leaps += interval >= 5;
      c.steps += interval <= 2;
    }
    last = n->pitch;
  }
  return c;
}

static void
set(struct yeoun_measure *measure,
    const struct yeoun_request *request,
    enum yeoun_feature feature,
    const char *name,
    float measured)
{
  const struct yeoun_feature_facts *const facts = yeoun_feature_facts(feature);
  *measure = (struct yeoun_measure){.name = name,
                                    .unit = facts->unit,
                                    .asked = request->mood.feature[feature],
                                    .measured = measured,
                                    .low = facts->pole[0].low,
                                    .high = facts->pole[0].high};
  for (unsigned i = 1; i < YEOUN_POLES; ++i) {
    const struct yeoun_feature_range *const pole = &facts->pole[i];
    measure->low = pole->low < measure->low ? pole->low : measure->low;
    measure->high = pole->high > measure->high ? pole->high : measure->high;
  }
}

void
yeoun_measure(const struct yeoun_request *request,
              const struct yeoun_score *score,
              struct yeoun_measure measure[YEOUN_MEASURES])
{
  const struct counts c = count(score);
  const float seconds =
    (float)score->length / YEOUN_BEAT * 60.0f / score->tempo_bpm;
  const float notes = c.notes ? (float)c.notes : 1.0f;
  const float moves = c.moves ? (float)c.moves : 1.0f;
  set(&measure[0],
      request,
      YEOUN_FEATURE_DENSITY,
      "Notes a second",
      (float)c.notes / seconds);
  set(&measure[1],
      request,
      YEOUN_FEATURE_REGISTER,
      "Register",
      (float)c.keys / notes);
  set(
    &measure[2], request, YEOUN_FEATURE_LEAP, "Leaps", (float)c.leaps / moves);
  set(
    &measure[3], request, YEOUN_FEATURE_STEP, "Steps", (float)c.steps / moves);
}
