// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "timing.h"

#include <math.h>

#include "kth.h"
#include "music/number.h"
#include "music/palette.h"
#include "music/random.h"

/* The rules' timing of single lines stays within this, over two bars. */
static const float line_most_ms = 22.0f;

/* Slow beats swing less: the shorter note keeps its length rather than the
   ratio (Friberg and Sundstrom 2002). */
static const float swing_most_ms = 40.0f;

/* Share of the melody's lead by which a lane comes later. */
static const float lag_share[YEOUN_LANES] = {0, 0.5f, 1, 0.7f, 1, 0.3f};

/* The middle of the beat moves back, the beat itself stays. */
static float
swing_ms(const struct yeoun_rendition *rendition, int32_t tick)
{
  const int32_t place = tick % YEOUN_BEAT;
  const int32_t half = YEOUN_BEAT / 2;
  const int32_t from_beat = yeoun_min_i(place, YEOUN_BEAT - place);
  const float most = swing_most_ms / (rendition->ms_per_tick * (float)half);
  const float share = rendition->swing * yeoun_kth.inegale;
  return yeoun_min_f(share, most) * (float)from_beat * rendition->ms_per_tick;
}

float
yeoun_timing_common_ms(const struct yeoun_rendition *rendition,
                       const struct yeoun_curve *curve,
                       int32_t tick)
{
  if (rendition->humanize <= 0.0f) {
    return 0.0f; /* the grid */
  }
  return yeoun_curve_at(curve, curve->late_ms, tick) +
         swing_ms(rendition, tick);
}

/* Lateness of the notes of a line within one stretch, from the first to the
   last index: what has gathered, less what is needed to be home at its end. */
static void
settle(struct yeoun_rendition *rendition, int first, int32_t from, int32_t to)
{
  const struct yeoun_score *const score = rendition->score;
  float total = 0.0f;
  for (int i = first; i != YEOUN_NO_NOTE && score->note[i].start < to;
       i = rendition->note[i].after) {
    total += rendition->note[i].shift_ms;
  }
  float gathered = 0.0f;
  float most = line_most_ms;
  for (int i = first; i != YEOUN_NO_NOTE && score->note[i].start < to;
       i = rendition->note[i].after) {
    const float own = rendition->note[i].shift_ms;
    const float share =
      (float)(score->note[i].start - from) / (float)(to - from);
    const float late = gathered - share * total;
    rendition->note[i].shift_ms = late;
    most = yeoun_max_f(most, fabsf(late));
    gathered += own;
  }
  for (int i = first; i != YEOUN_NO_NOTE && score->note[i].start < to;
       i = rendition->note[i].after) {
    rendition->note[i].shift_ms *= line_most_ms / most;
  }
}

/* From durations to lateness: shift_ms comes to mean how late a note is. */
static void
settle_lines(struct yeoun_rendition *rendition)
{
  const struct yeoun_score *const score = rendition->score;
  const int32_t stretch = 2 * yeoun_bar_ticks(score->meter);
  int32_t settled[YEOUN_LANES] = {0}; /* up to this tick */
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const bool is_chained = rendition->note[i].after != YEOUN_NO_NOTE ||
                            rendition->note[i].before != YEOUN_NO_NOTE;
    if (i > 0 && score->note[i - 1].lane == note->lane &&
        score->note[i - 1].start == note->start) {
      rendition->note[i].shift_ms = rendition->note[i - 1].shift_ms;
    } else if (!is_chained) {
      rendition->note[i].shift_ms = 0.0f;
    } else if (note->start >= settled[note->lane]) {
      const int32_t from = note->start / stretch * stretch;
      settle(rendition, i, from, from + stretch);
      settled[note->lane] = from + stretch;
    }
  }
}

/* How far the melody is ahead: a struck one the more (Repp 1996; Goebl 2001).
 */
static float
lead_ms(const struct yeoun_score *score)
{
  const uint8_t instrument = score->instrument[YEOUN_LANE_MELODY];
  return yeoun_instrument_facts(instrument)->sustain == YEOUN_SUSTAIN_HELD
           ? 6.0f
           : 16.0f;
}

/* Between the notes of a chord struck together, from the lowest up. */
static float
roll_ms(const struct yeoun_score *score, unsigned lane)
{
  const uint8_t own_ms =
    yeoun_instrument_facts(score->instrument[lane])->roll_ms;
  return own_ms ? (float)own_ms : lane == YEOUN_LANE_CHORDS ? 3.0f : 0.0f;
}

static float
motor_noise_ms(const struct yeoun_rendition *rendition,
               const struct yeoun_note *note)
{
  struct yeoun_random random =
    yeoun_random_stream(rendition->seed + (uint64_t)note->start,
                        "motor",
                        note->lane * 128u + note->pitch);
  return 2.0f * rendition->humanize * yeoun_kth.motor_noise *
         (2.0f * yeoun_random_unit(&random) - 1.0f);
}

/* How late a note is, of those that are struck with it in its lane the
   rolled-th. */
static float
lateness_ms(const struct yeoun_rendition *rendition,
            const struct yeoun_curve *curve,
            int i,
            int rolled)
{
  const struct yeoun_score *const score = rendition->score;
  const struct yeoun_note *const note = &score->note[i];
  return yeoun_timing_common_ms(rendition, curve, note->start) +
         rendition->note[i].shift_ms + lag_share[note->lane] * lead_ms(score) +
         (float)rolled * roll_ms(score, note->lane) +
         motor_noise_ms(rendition, note);
}

/* What is written at a bar line sounds at it or after: a lead of some is a lag
   of the others, so that a loop from bar to bar cuts nothing. */
static void
wait_for_bar(struct yeoun_rendition *rendition, int first, int end)
{
  float most = 0.0f;
  for (int i = first; i < end; ++i) {
    most = yeoun_max_f(most, -rendition->note[i].shift_ms);
  }
  for (int i = first; i < end; ++i) {
    rendition->note[i].shift_ms += most;
  }
}

void
yeoun_timing_write(struct yeoun_rendition *rendition,
                   const struct yeoun_curve *curve,
                   struct yeoun_performed *performed)
{
  const struct yeoun_score *const score = rendition->score;
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const bool is_grid = rendition->humanize <= 0.0f;
  settle_lines(rendition);
  int rolled = 0;
  int first = 0; /* of those that are written at one tick */
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    const bool goes_on = i > 0 && score->note[i - 1].lane == note->lane &&
                         score->note[i - 1].start == note->start;
    rolled = goes_on ? rolled + 1 : 0;
    rendition->note[i].shift_ms =
      is_grid ? 0.0f : lateness_ms(rendition, curve, i, rolled);
    first = score->note[first].start == note->start ? first : i;
    const bool is_last =
      i + 1 == score->notes || score->note[i + 1].start != note->start;
    if (is_last && note->start % bar == 0) {
      wait_for_bar(rendition, first, i + 1);
    }
  }
  for (int i = 0; i < score->notes; ++i) {
    const int32_t start =
      score->note[i].start +
      (int32_t)(rendition->note[i].shift_ms / rendition->ms_per_tick);
    performed[i].start = yeoun_clamp_i(start, 0, score->length - 1);
  }
}
