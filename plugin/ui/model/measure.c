// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "measure.h"

#include <math.h>
#include <stdio.h>
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
    const char *meaning,
    float measured)
{
  const struct yeoun_feature_facts *const facts = yeoun_feature_facts(feature);
  *measure = (struct yeoun_measure){.name = name,
                                    .meaning = meaning,
                                    .feature = feature,
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
yeoun_measure_write(const struct yeoun_measure *measure,
                    float value,
                    char *text,
                    size_t size)
{
  static const char *const names[12] = {"C",
                                        "C\342\231\257",
                                        "D",
                                        "D\342\231\257",
                                        "E",
                                        "F",
                                        "F\342\231\257",
                                        "G",
                                        "G\342\231\257",
                                        "A",
                                        "A\342\231\257",
                                        "B"};
  if (measure->feature == YEOUN_FEATURE_DENSITY) {
    snprintf(text, size, "%.1f notes/s", (double)value);
  } else if (measure->feature == YEOUN_FEATURE_REGISTER) {
    const int key = (int)floor((double)value + 0.5);
    snprintf(text, size, "%s%d", names[key % 12], key / 12 - 1);
  } else {
    snprintf(text, size, "%.0f %%", (double)value * 100);
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
      "Density",
      "Notes a second at the tempo of the mood.",
      (float)c.notes / seconds);
  set(&measure[1],
      request,
      YEOUN_FEATURE_REGISTER,
      "Register",
      "How high it lies: the mean of its notes; C4 is middle C.",
      (float)c.keys / notes);
  set(&measure[2],
      request,
      YEOUN_FEATURE_LEAP,
      "Leaps",
      "How many of its intervals are fourths and more.",
      (float)c.leaps / moves);
  set(&measure[3],
      request,
      YEOUN_FEATURE_STEP,
      "Steps",
      "How many of its intervals are seconds or none.",
      (float)c.steps / moves);
}
