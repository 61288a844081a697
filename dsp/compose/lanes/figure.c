// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "figure.h"

#include "ladder.h"
#include "lanes.h"

/* One chord struck. */
struct stroke {
  int32_t at, length;
  bool is_short;
};

/* Places of a broken chord. */
enum path { CLIMB, ALBERTI };

static void
add_one(const struct yeoun_pen *pen, int pitch, struct stroke stroke)
{
  const struct yeoun_lanes *const lanes = pen->lanes;
  const int32_t left = pen->to - stroke.at;
  if (left <= 0) {
    return;
  }
  yeoun_score_add(
    lanes->score,
    (struct yeoun_note){.start = stroke.at,
                        .length = stroke.length < left ? stroke.length : left,
                        .pitch = (uint8_t)pitch,
                        .lane = YEOUN_LANE_CHORDS,
                        .level_db = (int8_t)pen->level_db,
                        .articulation = stroke.is_short
                                          ? YEOUN_ARTICULATION_STACCATO
                                          : YEOUN_ARTICULATION_PLAIN});
}

static void
add_chord(const struct yeoun_pen *pen, int first, struct stroke stroke)
{
  for (int v = first; v < pen->voicing->voices; ++v) {
    add_one(pen, pen->voicing->pitch[v], stroke);
  }
}

/* Where the half bar in which a tick lies comes to its end. */
static int32_t
end_of_half(const struct yeoun_pen *pen, int32_t at)
{
  const struct yeoun_plan *const plan = pen->lanes->plan;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = (plan->bar_ticks / 2 + pulse - 1) / pulse * pulse;
  const int32_t bar = at - at % plan->bar_ticks;
  const int32_t end = at - bar < half ? bar + half : bar + plan->bar_ticks;
  return end < pen->to ? end : pen->to;
}

static int
onsets(const struct yeoun_pen *pen, int32_t from, int32_t to)
{
  return yeoun_heard_onsets(&pen->lanes->heard, from, to);
}

/* Onsets of the melody here and at the same place of the bar that makes a pair
   with this one, so that both bars of a pair move alike. */
static int
onsets_of_pair(const struct yeoun_pen *pen, int32_t from, int32_t to)
{
  const struct yeoun_plan *const plan = pen->lanes->plan;
  const int bar = (int)(from / plan->bar_ticks);
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const int place = bar - phrase->bar;
  const int twin = place % 2 ? place - 1 : place + 1;
  const int32_t away =
    (twin < phrase->bars ? twin - place : 0) * plan->bar_ticks;
  return onsets(pen, from, to) + onsets(pen, from + away, to + away);
}

/* Rungs in turn: twice as slowly where the melody runs, and the chord held
   where the phrase breathes. */
static void
break_chord(const struct yeoun_pen *pen,
            enum path path,
            int rungs,
            int32_t step)
{
  static const uint8_t alberti[] = {0, 9, 1, 9};
  const struct yeoun_ladder ladder = yeoun_ladder_make(pen, rungs);
  int i = 0;
  for (int32_t at = pen->from; at < pen->to; ++i) {
    const int32_t end = end_of_half(pen, at);
    const bool runs =
      onsets(pen, at, end) > 3 || onsets_of_pair(pen, at, end) > 4;
    if (at >= pen->breath) {
      /* It comes to rest on the whole chord. */
      add_chord(pen, 0, (struct stroke){at, pen->to - at, false});
      return;
    }
    const int32_t own = runs && at + 2 * step <= end  ? 2 * step
                        : at + step > end && end > at ? end - at
                                                      : step;
    const int wanted =
      path == CLIMB ? yeoun_ladder_climb(&ladder, i) : alberti[i % 4];
    const int rung = wanted < ladder.rungs ? wanted : ladder.rungs - 1;
    add_one(pen, ladder.pitch[rung], (struct stroke){at, own, false});
    at += own;
  }
}

/* One chord a half bar, or a bar where the melody runs or the phrase rests; an
   inner voice goes on alone where the melody holds. */
static void
strike_halves(const struct yeoun_pen *pen, bool moves)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->lanes->plan->meter);
  const struct yeoun_ladder ladder = yeoun_ladder_make(pen, 5);
  for (int32_t at = pen->from; at < pen->to;) {
    const bool rests =
      at >= pen->breath || onsets_of_pair(pen, at, pen->to) > 10;
    const int32_t end = rests ? pen->to : end_of_half(pen, at);
    const bool answers = !rests && end - at >= 2 * pulse &&
                         (moves || onsets(pen, at + 1, end) == 0);
    add_chord(pen, answers ? 1 : 0, (struct stroke){at, end - at, false});
    if (answers) {
      const int low = pen->voicing->pitch[0];
      const int other = ladder.pitch[0] == low ? ladder.pitch[1] : low;
      const bool is_free = other != pen->voicing->pitch[1];
      add_one(pen, low, (struct stroke){at, is_free ? pulse : end - at, false});
      if (is_free) {
        add_one(
          pen, other, (struct stroke){at + pulse, end - at - pulse, false});
      }
    }
    at = end;
  }
}

/* The lowest voice on the downbeat, the others a pulse later; where the melody
   holds through the second half of the bar they come one by one. */
static void
spread_chord(const struct yeoun_pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->lanes->plan->meter);
  const int voices = pen->voicing->voices;
  const int32_t whole = pen->to - pen->from;
  if (whole <= pulse) {
    add_chord(pen, 0, (struct stroke){pen->from, whole, false});
    return;
  }
  add_one(
    pen, pen->voicing->pitch[0], (struct stroke){pen->from, whole, false});
  const int32_t middle = end_of_half(pen, pen->from);
  const bool holds = middle < pen->to && pen->breath >= pen->to &&
                     onsets(pen, middle, pen->to) == 0;
  for (int v = 1; v < voices; ++v) {
    const int32_t late = holds ? (v - 1) * pulse : 0;
    const int32_t at = pen->from + pulse + late;
    add_one(pen, pen->voicing->pitch[v], (struct stroke){at, whole, false});
  }
}

/* Short chords after the beat (um-pah) or after every beat (chop); nothing
   after the place where the phrase breathes. */
static void
answer_beats(const struct yeoun_pen *pen, bool each)
{
  const struct yeoun_plan *const plan = pen->lanes->plan;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  for (int32_t at = pen->from; at < pen->to && at < pen->breath; at += pulse) {
    const int beat = (int)(at % plan->bar_ticks / pulse);
    const bool is_pah = plan->meter.beats % 2 ? beat != 0 : beat % 2;
    if (each && at + pulse / 2 < pen->to) {
      add_chord(pen, 1, (struct stroke){at + pulse / 2, pulse / 2, true});
    } else if (!each && is_pah) {
      add_chord(pen, 1, (struct stroke){at, pulse / 2, true});
    }
  }
}

/* Long, short, long, short: dotted eighth, sixteenth, eighth, eighth. */
static void
strike_tango(const struct yeoun_pen *pen)
{
  static const uint8_t slots[] = {0, 3, 4, 6};
  for (int32_t at = pen->from; at < pen->to; at += 8 * YEOUN_SLOT) {
    for (int i = 1; i < 4; ++i) {
      const int32_t stroke = at + slots[i] * YEOUN_SLOT;
      if (stroke < pen->to && stroke < pen->breath + pen->to - pen->from) {
        add_chord(pen, 1, (struct stroke){stroke, YEOUN_SLOT, true});
      }
    }
  }
}

/* The lowest voice, then the others: twice a bar, or in three once and again.
 */
static void
answer_low(const struct yeoun_pen *pen)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->lanes->plan->meter);
  for (int32_t at = pen->from; at < pen->to;) {
    const int32_t end = at >= pen->breath ? pen->to : end_of_half(pen, at);
    const bool fits = end - at > pulse;
    add_one(pen, pen->voicing->pitch[0], (struct stroke){at, end - at, false});
    const int32_t after = fits ? at + pulse : at;
    add_chord(pen, 1, (struct stroke){after, end - after, false});
    at = end;
  }
}

/* Up the ladder, twice as slowly where the melody runs, then all of it rings
   until the bar ends. */
static void
rise_and_ring(const struct yeoun_pen *pen, int rungs, int32_t step)
{
  const struct yeoun_ladder ladder = yeoun_ladder_make(pen, rungs);
  const int32_t half = end_of_half(pen, pen->from);
  const int32_t own =
    onsets_of_pair(pen, pen->from, half) > 4 ? 2 * step : step;
  for (int i = 0; i < ladder.rungs; ++i) {
    const int32_t at = pen->from + i * own;
    if (at > half || at >= pen->to) {
      break;
    }
    add_one(pen, ladder.pitch[i], (struct stroke){at, pen->to - at, false});
  }
}

/* Three, three and two eighths to a bar of four; in other metres as many threes
   as there is room for. */
static void
push_chords(const struct yeoun_pen *pen)
{
  const int32_t bar = pen->lanes->plan->bar_ticks;
  for (int32_t at = pen->from; at < pen->to && at < pen->breath;) {
    const int32_t left = bar - at % bar;
    const int32_t step = left > YEOUN_BEAT ? 3 * YEOUN_BEAT / 2 : left;
    const int32_t end = at + step < pen->to ? at + step : pen->to;
    add_chord(pen, 1, (struct stroke){at, (end - at) / 2, true});
    at = end;
  }
}

void
yeoun_figure_strike(const struct yeoun_pen *pen, int32_t at, int32_t length)
{
  const int32_t pulse = yeoun_pulse_ticks(pen->lanes->plan->meter);
  add_chord(pen, 0, (struct stroke){at, length, length <= pulse});
}

void
yeoun_figure_write(const struct yeoun_pen *pen, enum yeoun_figure figure)
{
  switch (figure) {
    case YEOUN_FIGURE_SPREAD:
      spread_chord(pen);
      break;
    case YEOUN_FIGURE_PULSE:
    case YEOUN_FIGURE_CHORALE:
      strike_halves(pen, figure == YEOUN_FIGURE_CHORALE);
      break;
    case YEOUN_FIGURE_BROKEN:
      break_chord(pen, CLIMB, 4, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_WIDE:
      break_chord(pen, CLIMB, 6, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_ALBERTI:
      break_chord(pen, ALBERTI, 3, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_ROCKING:
      break_chord(pen, ALBERTI, 3, YEOUN_BEAT);
      break;
    case YEOUN_FIGURE_ARPEGGIO:
      break_chord(pen, CLIMB, 7, YEOUN_BEAT / 4);
      break;
    case YEOUN_FIGURE_UMPAH:
      answer_beats(pen, false);
      break;
    case YEOUN_FIGURE_CHOP:
      answer_beats(pen, true);
      break;
    case YEOUN_FIGURE_TANGO:
      strike_tango(pen);
      break;
    case YEOUN_FIGURE_BALLAD:
      answer_low(pen);
      break;
    case YEOUN_FIGURE_HARP:
      rise_and_ring(pen, 4, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_PUSHED:
      push_chords(pen);
      break;
    case YEOUN_FIGURE_CLOSE:
      rise_and_ring(pen, 6, YEOUN_BEAT / 4);
      break;
    case YEOUN_FIGURES:
      break;
  }
}
