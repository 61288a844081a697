// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "pedal.h"

#include "music/instrument.h"
#include "music/number.h"
#include "timing.h"

/* Down this long after the stroke, so that the chord before is damped. */
static const float late_ms = 70.0f;

/* Where the last note of the chords lane within a stretch ends as written; the
   stretch's start when there is none. Notes are searched from `*from` on. */
static int32_t
last_end(const struct yeoun_score *score, int32_t start, int32_t end, int *from)
{
  int32_t last = start;
  while (*from < score->notes && score->note[*from].start < start) {
    ++*from;
  }
  for (int i = *from; i < score->notes && score->note[i].start < end; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_CHORDS && note->start + note->length > last) {
      last = note->start + note->length;
    }
  }
  return yeoun_min_i(last, end);
}

static void
add(const struct yeoun_rendition *rendition,
    const struct yeoun_curve *curve,
    struct yeoun_performance *performance,
    int32_t start,
    int32_t end)
{
  const float scale = rendition->ms_per_tick;
  const float down = yeoun_timing_common_ms(rendition, curve, start) + late_ms;
  const float up = yeoun_timing_common_ms(rendition, curve, end);
  const int32_t from = start + (int32_t)(down / scale);
  int32_t to = end + (int32_t)(up / scale);
  to = yeoun_min_i(to, performance->length);
  if (to > from && performance->pedals < YEOUN_SPANS_MAX) {
    performance->pedal[performance->pedals++] =
      (struct yeoun_pedal){.start = from, .end = to, .lane = YEOUN_LANE_CHORDS};
  }
}

void
yeoun_pedal_press(const struct yeoun_rendition *rendition,
                  const struct yeoun_curve *curve,
                  struct yeoun_performance *performance)
{
  const struct yeoun_score *const score = rendition->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  int note = 0;
  if (!yeoun_instrument_facts(score->instrument[YEOUN_LANE_CHORDS])
         ->is_pedalled ||
      rendition->mood->feature[YEOUN_FEATURE_GATE] < 0.8f) {
    return;
  }
  for (int s = 0; s < score->spans; ++s) {
    const int32_t end = score->span[s].start + score->span[s].length;
    int32_t at = score->span[s].start;
    while (at < end) {
      const int32_t next_bar = (at / bar + 1) * bar;
      const int32_t to = yeoun_min_i(next_bar, end);
      const int32_t sounds = last_end(score, at, to, &note);
      if (sounds > at) {
        add(rendition, curve, performance, at, sounds);
      }
      at = to;
    }
  }
}
