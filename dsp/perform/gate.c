// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "gate.h"

#include "kth.h"
#include "music/instrument.h"
#include "music/number.h"
#include "music/random.h"
#include "timing.h"

/* A note is never shorter than this, unless the next one cuts it. */
static const float least_ms = 30.0f;

/* Slurred notes overlap by this at least, or a quarter of the note. */
static const float slur_ms = 30.0f;

/* The pause before the climax: none in calm moods, up to 160 ms. */
static float
pause_ms(const struct yeoun_mood *mood)
{
  const float ms = 200.0f * mood->feature[YEOUN_FEATURE_RUBATO] - 20.0f;
  return ms < 80.0f ? 0.0f : (ms > 160.0f ? 160.0f : ms);
}

/* The overlap of a legato mark, of the duration: KTH. */
static float
legato_overlap(float duration_ms)
{
  const float percent = -0.0109f * duration_ms + 17.1683f;
  return percent > 0.0f ? 0.01f * percent : 0.0f;
}

/* Sounded over written length. */
static float
gate_of(const struct yeoun_rendition *rendition, int i, bool is_bound)
{
  const struct yeoun_note *const note = &rendition->score->note[i];
  float gate = rendition->mood->feature[YEOUN_FEATURE_GATE];
  switch (note->articulation) {
    case YEOUN_ARTICULATION_STACCATO:
      return 1.0f - yeoun_kth.staccato_gap;
    case YEOUN_ARTICULATION_LEGATO:
      return is_bound ? 1.0f + legato_overlap(rendition->note[i].duration_ms)
                      : 1.0f;
    case YEOUN_ARTICULATION_TENUTO:
    case YEOUN_ARTICULATION_TREMOLO:
      return 1.0f;
    case YEOUN_ARTICULATION_MARCATO:
      gate = yeoun_min_f(gate, 0.85f);
      break;
    default:
      break;
  }
  if (note->lane == YEOUN_LANE_PAD) {
    return 1.0f;
  }
  if (note->lane == YEOUN_LANE_BASS && gate < 0.5f) {
    gate = 0.5f;
  }
  return gate > 1.0f && !is_bound ? 1.0f : gate;
}

/* Where a player goes on in one bow or breath: then the next note begins before
   this one ends, by which instruments know it, ours and a composer's own. */
static bool
is_slurred(const struct yeoun_rendition *rendition, int i)
{
  const struct yeoun_score *const score = rendition->score;
  const struct yeoun_note *const note = &score->note[i];
  const int after = rendition->note[i].after;
  const uint8_t instrument = score->instrument[note->lane];
  return note->articulation == YEOUN_ARTICULATION_LEGATO &&
         after != YEOUN_NO_NOTE && score->note[after].pitch != note->pitch &&
         yeoun_instrument_facts(instrument)->sustain == YEOUN_SUSTAIN_HELD;
}

static int32_t
place(const struct yeoun_rendition *rendition,
      const struct yeoun_curve *curve,
      int32_t tick)
{
  const float late = yeoun_timing_common_ms(rendition, curve, tick);
  return tick + (int32_t)(late / rendition->ms_per_tick);
}

static void
close_note(const struct yeoun_rendition *rendition,
           const struct yeoun_curve *curve,
           struct yeoun_performed *performed,
           int i)
{
  const struct yeoun_score *const score = rendition->score;
  const struct yeoun_note *const note = &score->note[i];
  const struct yeoun_rendered *const own = &rendition->note[i];
  const int32_t written = note->start + note->length;
  const bool is_bound =
    own->after != YEOUN_NO_NOTE && score->note[own->after].start <= written;
  const int32_t end = is_bound && score->note[own->after].start == written
                        ? performed[own->after].start
                        : place(rendition, curve, written);
  const int32_t start = performed[i].start;
  const float whole = end > start ? (float)(end - start) : 1.0f;
  const float gate = gate_of(rendition, i, is_bound);
  float sounded = whole * gate;
  if (gate > 0.8f) {
    /* Short gates are silence enough. */
    sounded -= own->gap_ms / rendition->ms_per_tick;
  }
  if (is_slurred(rendition, i) && is_bound) {
    const float over = slur_ms / rendition->ms_per_tick;
    sounded = yeoun_max_f(sounded, whole + yeoun_min_f(over, 0.25f * whole));
  }
  const float least = least_ms / rendition->ms_per_tick;
  const float shortest = yeoun_min_f(least, whole);
  sounded = yeoun_max_f(sounded, shortest);
  performed[i].end = start + (sounded > 1.0f ? (int32_t)sounded : 1);
}

/* All that stops where the climax begins stops early. */
static void
breathe(const struct yeoun_rendition *rendition,
        struct yeoun_performed *performed)
{
  const struct yeoun_score *const score = rendition->score;
  const int32_t pause =
    (int32_t)(pause_ms(rendition->mood) / rendition->ms_per_tick);
  int climax = YEOUN_NO_NOTE;
  for (int i = 0; i < score->notes && climax == YEOUN_NO_NOTE; ++i) {
    climax = score->note[i].marks & YEOUN_MARK_CLIMAX ? i : YEOUN_NO_NOTE;
  }
  if (climax == YEOUN_NO_NOTE || pause == 0) {
    return;
  }
  const int32_t at = score->note[climax].start;
  const int32_t silence = performed[climax].start - pause;
  for (int i = 0; i < climax; ++i) {
    const int32_t end = score->note[i].start + score->note[i].length;
    if (end >= at - pause && end <= at && performed[i].end > silence &&
        performed[i].start < silence) {
      performed[i].end = silence;
    }
  }
}

/* Where the last note of the lane before this one starts; -1 when none. */
static int32_t
start_before(const struct yeoun_score *score,
             const struct yeoun_performed *performed,
             int i)
{
  for (int j = i - 1; j >= 0; --j) {
    if (score->note[j].lane == score->note[i].lane) {
      return performed[j].start;
    }
  }
  return -1;
}

/* 60 to 90 ms, but at most half the time since the note before. */
static void
place_grace(const struct yeoun_rendition *rendition,
            struct yeoun_performed *performed,
            int i,
            int after)
{
  const struct yeoun_note *const note = &rendition->score->note[i];
  struct yeoun_random random = yeoun_random_stream(
    rendition->seed + (uint64_t)note->start, "grace", note->lane);
  const float ms = 60.0f + 30.0f * yeoun_random_unit(&random);
  int32_t length = (int32_t)(ms / rendition->ms_per_tick);
  const int32_t before = start_before(rendition->score, performed, i);
  const int32_t room = performed[after].start - before;
  if (before >= 0 && room / 2 < length) {
    length = room > 3 ? room / 2 : 1;
  } else if (before < 0 && performed[after].start < length) {
    /* Nothing to go before: on the beat, and the note comes later. */
    performed[after].start = length;
    performed[after].end += length;
  }
  performed[i].end = performed[after].start;
  performed[i].start =
    performed[i].end > length ? performed[i].end - length : 0;
  performed[i].end += performed[i].end == performed[i].start;
}

/* Backwards, so that a row of graces stands before one note. */
static void
place_graces(const struct yeoun_rendition *rendition,
             struct yeoun_performed *performed)
{
  const struct yeoun_score *const score = rendition->score;
  int main_note[YEOUN_LANES];
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    main_note[lane] = YEOUN_NO_NOTE;
  }
  for (int i = score->notes - 1; i >= 0; --i) {
    const struct yeoun_note *const note = &score->note[i];
    const int after = main_note[note->lane];
    if (note->articulation == YEOUN_ARTICULATION_GRACE &&
        after != YEOUN_NO_NOTE) {
      place_grace(rendition, performed, i, after);
    }
    main_note[note->lane] = i;
  }
}

/* A line does not sound on under the grace notes that follow it. */
static void
end_before_graces(const struct yeoun_score *score,
                  struct yeoun_performed *performed)
{
  int last[YEOUN_LANES];
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    last[lane] = YEOUN_NO_NOTE;
  }
  for (int i = 0; i < score->notes; ++i) {
    const unsigned lane = score->note[i].lane;
    const int before = last[lane];
    if (score->note[i].articulation == YEOUN_ARTICULATION_GRACE &&
        before != YEOUN_NO_NOTE && performed[before].end > performed[i].start &&
        performed[before].start < performed[i].start) {
      performed[before].end = performed[i].start;
    }
    last[lane] = i;
  }
}

void
yeoun_gate_write(const struct yeoun_rendition *rendition,
                 const struct yeoun_curve *curve,
                 struct yeoun_performed *performed)
{
  for (int i = 0; i < rendition->score->notes; ++i) {
    close_note(rendition, curve, performed, i);
  }
  breathe(rendition, performed);
  place_graces(rendition, performed);
  end_before_graces(rendition->score, performed);
}

static void
drop(struct yeoun_performance *performance, int i)
{
  --performance->notes;
  for (int j = i; j < performance->notes; ++j) {
    performance->note[j] = performance->note[j + 1];
  }
}

static void
shorten(struct yeoun_performed *note, int32_t next, int32_t gap)
{
  const int32_t room = next - note->start;
  const int32_t silence = gap < room / 3 ? gap : room / 3;
  if (note->end > next - silence) {
    note->end = next - silence;
  }
}

void
yeoun_gate_part(struct yeoun_performance *performance, int32_t gap)
{
  int16_t last[YEOUN_LANES][128];
  int16_t first[YEOUN_LANES][128];
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    for (int pitch = 0; pitch < 128; ++pitch) {
      last[lane][pitch] = first[lane][pitch] = YEOUN_NO_NOTE;
    }
  }
  for (int i = 0; i < performance->notes; ++i) {
    struct yeoun_performed *const note = &performance->note[i];
    int16_t *const before = &last[note->lane][note->pitch];
    if (*before != YEOUN_NO_NOTE) {
      struct yeoun_performed *const other = &performance->note[*before];
      if (other->start == note->start) {
        other->velocity = (uint8_t)yeoun_max_u(note->velocity, other->velocity);
        other->end = yeoun_max_i(note->end, other->end);
        drop(performance, i--);
        continue;
      }
      shorten(other, note->start, gap);
    } else {
      first[note->lane][note->pitch] = (int16_t)i;
    }
    *before = (int16_t)i;
  }
  for (int lane = 0; lane < YEOUN_LANES; ++lane) {
    for (int pitch = 0; pitch < 128; ++pitch) {
      if (last[lane][pitch] != YEOUN_NO_NOTE) {
        shorten(&performance->note[last[lane][pitch]],
                performance->note[first[lane][pitch]].start +
                  performance->length,
                gap);
      }
    }
  }
}
