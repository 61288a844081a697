// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "compose/scratch.h"
#include "table.h"

#include <math.h>
#include <stdio.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

enum { ALL_LANES = 0x3F };

static const char *const names[YEOUN_TRIMS] = {
  [YEOUN_TRIM_TEMPO] = "tempo",
  [YEOUN_TRIM_REGISTER] = "register",
  [YEOUN_TRIM_LEVEL] = "level",
  [YEOUN_TRIM_GATE] = "gate",
  [YEOUN_TRIM_LEAP] = "leaps",
  [YEOUN_TRIM_ORNAMENT] = "ornaments",
  [YEOUN_TRIM_CHROMATIC] = "chromatic",
  [YEOUN_TRIM_RUBATO] = "rubato",
  [YEOUN_TRIM_SYNCOPATION] = "syncopation",
  [YEOUN_TRIM_HUMOUR] = "humour",
};

/* Share of the notes that stay when one trim moves by this much, as a mean over
   themes and moods. */
static double
notes_that_stay(const struct subjects *subjects, unsigned trim, float by)
{
  static struct yeoun_score before;
  static struct yeoun_score after;
  double stay = 0.0;
  int pairs = 0;
  for (int s = 0; s < subjects->count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      struct yeoun_request request = subject_request(
        &subjects->subject[s], subjects->bars, pole, 1, STUDY_DISTANCE);
      float weight[YEOUN_POLES] = {0};
      float trims[YEOUN_TRIMS] = {0};
      weight[pole] = 1.0f;
      yeoun_compose(&request, &compose_scratch, &before);
      trims[trim] = by;
      request.mood = yeoun_mood_blend(weight, trims, 0.5f, 0.3f);
      yeoun_compose(&request, &compose_scratch, &after);
      stay += 1.0 - likeness_notes(&before, &after, ALL_LANES);
      ++pairs;
    }
  }
  return pairs ? stay / pairs : 0.0;
}

void
study_trims(const struct subjects *subjects)
{
  table_head("Notes that stay after a trim of .1");
  for (unsigned trim = 0; trim < YEOUN_TRIMS; ++trim) {
    char text[80];
    snprintf(text, 80, "    %s", names[trim]);
    table_row(text, 0.85, notes_that_stay(subjects, trim, 0.1f), 1.0, ".89-1");
  }
}
