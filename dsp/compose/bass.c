// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "texture.h"

#include "../palette.h"
#include "comic.h"

/* A bass note of a pitch class in the instrument's low register, nearest to the
   note before. */
static int
place_bass(int pitch_class, int before, int low, int high)
{
  int best = -1;
  int best_distance = 1000;
  for (int pitch = low; pitch <= high; ++pitch) {
    const int off = pitch - before;
    const int distance = off < 0 ? -off : off;
    if (pitch % 12 == pitch_class && distance < best_distance) {
      best = pitch;
      best_distance = distance;
    }
  }
  return best < 0 ? low : best;
}

static void
add_bass(const struct yeoun_plan *plan,
         struct yeoun_score *score,
         int pitch,
         int32_t at,
         int32_t length,
         bool is_short)
{
  if (yeoun_comic_holds_breath(plan, (int)(at / YEOUN_SLOT))) {
    return;
  }
  yeoun_score_add(
    score,
    (struct yeoun_note){.start = at,
                        .length = length,
                        .pitch = (uint8_t)pitch,
                        .lane = YEOUN_LANE_BASS,
                        .articulation = is_short ? YEOUN_ARTICULATION_STACCATO
                                                 : YEOUN_ARTICULATION_PLAIN});
}

/* Root and fifth on the strong beats, short: the "um" of um-pah. */
static void
write_umpah(const struct yeoun_plan *plan,
            struct yeoun_score *score,
            const struct yeoun_span *span,
            int root,
            int32_t from,
            int32_t to)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int fifth = span->chord.bass == span->chord.root ? root - 5 : root;
  for (int32_t at = from; at < to; at += pulse) {
    const int beat = (int)(at % plan->bar_ticks / pulse);
    const bool is_um = plan->meter.beats % 2 ? beat == 0 : beat % 2 == 0;
    if (is_um) {
      add_bass(plan, score, beat ? fifth : root, at, pulse / 2, true);
    }
  }
}

void
yeoun_bass_write(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const struct yeoun_instrument_facts *const facts =
    yeoun_instrument_facts(plan->instrument[YEOUN_LANE_BASS]);
  const int low = facts->low > 33 ? facts->low : 33;
  int before = low + 5;
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    const int32_t end = span->start + span->length;
    const int pitch = place_bass(span->chord.bass, before, low, low + 14);
    before = pitch;
    int32_t at = span->start;
    while (at < end) {
      const struct yeoun_unit *const unit =
        yeoun_plan_unit(plan, (int)(at / plan->bar_ticks));
      const enum yeoun_figure figure = yeoun_texture_figure(plan, unit);
      const int32_t bar_end = (at / plan->bar_ticks + 1) * plan->bar_ticks;
      const int32_t to = bar_end < end ? bar_end : end;
      if (figure == YEOUN_FIGURE_UMPAH || figure == YEOUN_FIGURE_CHOP ||
          figure == YEOUN_FIGURE_TANGO) {
        write_umpah(plan, score, span, pitch, at, to);
      } else {
        add_bass(plan, score, pitch, at, to - at, false);
      }
      at = to;
    }
  }
}
