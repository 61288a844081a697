// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "study.h"

#include "compose/scratch.h"
#include "table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Too much for a stack. */
static struct yeoun_compose_scratch compose_scratch;

static bool
lane_is_equal(const struct yeoun_score *a,
              const struct yeoun_score *b,
              unsigned lane)
{
  int i = 0;
  int j = 0;
  for (;;) {
    while (i < a->notes && a->note[i].lane != lane) {
      ++i;
    }
    while (j < b->notes && b->note[j].lane != lane) {
      ++j;
    }
    if (i == a->notes || j == b->notes) {
      return i == a->notes && j == b->notes;
    }
    if (memcmp(&a->note[i++], &b->note[j++], sizeof(a->note[0])) != 0) {
      return false;
    }
  }
}

void
study_takes(const struct subjects *subjects)
{
  static struct yeoun_score first;
  static struct yeoun_score other;
  static const struct yeoun_score none;
  static const float trim[YEOUN_TRIMS];
  table_head("Takes");
  long disturbed = 0;
  long changed[YEOUN_LANES] = {0};
  long present[YEOUN_LANES] = {0};
  for (int s = 0; s < subjects->count; ++s) {
    for (unsigned pole = 0; pole < YEOUN_POLES; ++pole) {
      struct yeoun_request request = subject_request(
        &subjects->subject[s], subjects->bars, pole, 2, STUDY_DISTANCE);
      float weight[YEOUN_POLES] = {0};
      weight[pole] = 1.0f;
      /* At full intensity all lanes play. */
      request.mood = yeoun_mood_blend(weight, trim, 1.0f, 0.0f);
      yeoun_compose(&request, &compose_scratch, &first);
      for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
        request.take[lane] = 1;
        yeoun_compose(&request, &compose_scratch, &other);
        request.take[lane] = 0;
        present[lane] += likeness_notes(&first, &other, 1u << lane) > 0.0 ||
                         !lane_is_equal(&first, &none, lane);
        for (unsigned l = 0; l < YEOUN_LANES; ++l) {
          const bool is_equal = lane_is_equal(&first, &other, l);
          disturbed += l != lane && !is_equal;
          changed[lane] += l == lane && !is_equal;
        }
      }
    }
  }
  table_row(
    "other lanes touched by a take of one", 0, (double)disturbed, 0, "");
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    char text[80];
    snprintf(text, 80, "    takes that change the %s", yeoun_lane_name(lane));
    /* A pad may have one place alone under its tune. */
    table_row(text,
              lane == YEOUN_LANE_PAD ? 0.85 : 0.9,
              present[lane] ? (double)changed[lane] / (double)present[lane]
                            : 0.0,
              INFINITY,
              "");
  }
}
