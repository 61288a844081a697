// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "rendition.h"

#include "music/palette.h"
#include "music/random.h"

bool
yeoun_rendition_is_line(unsigned lane)
{
  return lane == YEOUN_LANE_MELODY || lane == YEOUN_LANE_COUNTER ||
         lane == YEOUN_LANE_BASS;
}

const struct yeoun_span *
yeoun_rendition_span(const struct yeoun_score *score, int32_t tick, int *span)
{
  if (score->spans == 0) {
    return NULL;
  }
  while (*span + 1 < score->spans && score->span[*span + 1].start <= tick) {
    ++*span;
  }
  return &score->span[*span];
}

/* Backwards, so that each note meets the one after it. */
static void
link_lane(struct yeoun_rendition *rendition, unsigned lane)
{
  const struct yeoun_score *const score = rendition->score;
  int later = YEOUN_NO_NOTE; /* first note of the onset after */
  int group = YEOUN_NO_NOTE; /* first note of this onset so far */
  for (int i = score->notes - 1; i >= 0; --i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane != lane || note->articulation == YEOUN_ARTICULATION_GRACE) {
      continue;
    }
    if (group != YEOUN_NO_NOTE && score->note[group].start != note->start) {
      later = group;
    }
    group = i;
    rendition->note[i].after = (int16_t)later;
    if (later != YEOUN_NO_NOTE) {
      rendition->note[later].before = (int16_t)i;
      rendition->note[i].duration_ms =
        (float)(score->note[later].start - note->start) *
        rendition->ms_per_tick;
    }
  }
}

/* Eighths long-short: comic moods lilt a little, an upright bass swings; the
   amount of one performance is drawn. Compound metres have their own. */
static float
draw_swing(const struct yeoun_rendition *rendition)
{
  const struct yeoun_score *const score = rendition->score;
  const bool is_jazz = score->instrument[YEOUN_LANE_BASS] == YEOUN_UPRIGHT_BASS;
  struct yeoun_random random = yeoun_random_stream(rendition->seed, "swing", 0);
  const float drawn = 0.2f + 0.4f * yeoun_random_unit(&random);
  const float comic = rendition->mood->weight[YEOUN_COMIC];
  return score->meter.unit == 4 ? drawn * comic + (is_jazz ? 0.35f : 0.0f)
                                : 0.0f;
}

void
yeoun_rendition_open(struct yeoun_rendition *rendition)
{
  const struct yeoun_score *const score = rendition->score;
  rendition->swing = draw_swing(rendition);
  for (int i = 0; i < score->notes; ++i) {
    rendition->note[i] = (struct yeoun_rendered){
      .before = YEOUN_NO_NOTE,
      .after = YEOUN_NO_NOTE,
      .duration_ms = (float)score->note[i].length * rendition->ms_per_tick,
    };
  }
  for (unsigned lane = 0; lane < YEOUN_LANES; ++lane) {
    if (yeoun_rendition_is_line(lane)) {
      link_lane(rendition, lane);
    }
  }
}
