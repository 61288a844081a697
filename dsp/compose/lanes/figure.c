// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "figure.h"

#include "compose/melody/comic.h"

/* No voice of the accompaniment above G5 (Huron 2001). */
enum { HIGHEST = 79 };

/* One chord struck. */
struct stroke {
  int32_t at, length;
  bool is_short;
};

static void
add_one(const struct yeoun_pen *pen, int pitch, struct stroke stroke)
{
  if (yeoun_comic_holds_breath(pen->plan, (int)(stroke.at / YEOUN_SLOT))) {
    return;
  }
  yeoun_score_add(
    pen->score,
    (struct yeoun_note){.start = stroke.at,
                        .length = stroke.length,
                        .pitch = (uint8_t)pitch,
                        .lane = YEOUN_LANE_CHORDS,
                        .articulation = stroke.is_short
                                          ? YEOUN_ARTICULATION_STACCATO
                                          : YEOUN_ARTICULATION_PLAIN});
}

static void
add_chord(const struct yeoun_pen *pen, unsigned first, struct stroke stroke)
{
  const uint8_t *const pitch = pen->voicing->pitch;
  for (unsigned v = first; v < YEOUN_VOICES_OF_CHORD; ++v) {
    if (v == first || pitch[v] != pitch[v - 1]) {
      add_one(pen, pitch[v], stroke);
    }
  }
}

/* The tones of a chord as a ladder: its four voices, then those that rise above
   them an octave higher, as far as the range goes. */
struct ladder {
  int rungs;
  uint8_t pitch[2 * YEOUN_VOICES_OF_CHORD];
};

static struct ladder
ladder_of(const struct yeoun_voicing *voicing)
{
  struct ladder ladder = {0};
  for (int v = 0; v < YEOUN_VOICES_OF_CHORD; ++v) {
    ladder.pitch[ladder.rungs++] = voicing->pitch[v];
  }
  for (int v = 0; v < YEOUN_VOICES_OF_CHORD; ++v) {
    const int pitch = voicing->pitch[v] + 12;
    if (pitch > ladder.pitch[ladder.rungs - 1] && pitch <= HIGHEST) {
      ladder.pitch[ladder.rungs++] = (uint8_t)pitch;
    }
  }
  return ladder;
}

/* Rungs in turn, from the first where the chord begins. */
static void
break_chord(const struct yeoun_pen *pen,
            const uint8_t *order,
            int count,
            int32_t step)
{
  const struct ladder ladder = ladder_of(pen->voicing);
  int i = 0;
  for (int32_t at = pen->from; at < pen->to; at += step, ++i) {
    const int rung = order[i % count];
    const int top = ladder.rungs - 1;
    const int32_t left = pen->to - at;
    add_one(pen,
            ladder.pitch[rung < top ? rung : top],
            (struct stroke){at, step < left ? step : left, false});
  }
}

static void
repeat_chord(const struct yeoun_pen *pen, int32_t step)
{
  for (int32_t at = pen->from; at < pen->to; at += step) {
    const int32_t left = pen->to - at;
    add_chord(pen, 0, (struct stroke){at, step < left ? step : left, false});
  }
}

/* The lowest voice on the downbeat, the others a pulse later: calm, but each
   bar breathes. */
static void
spread_chord(const struct yeoun_pen *pen)
{
  const int32_t bar = pen->plan->bar_ticks;
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  for (int32_t at = pen->from; at < pen->to; at += bar) {
    const int32_t end = at + bar < pen->to ? at + bar : pen->to;
    if (end - at > pulse) {
      add_one(
        pen, pen->voicing->pitch[0], (struct stroke){at, end - at, false});
      add_chord(pen, 1, (struct stroke){at + pulse, end - at - pulse, false});
    } else {
      add_chord(pen, 0, (struct stroke){at, end - at, false});
    }
  }
}

/* Short chords after the beat (um-pah) or after every beat (chop). */
static void
answer_beats(const struct yeoun_pen *pen, bool each)
{
  const struct yeoun_plan *const plan = pen->plan;
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  for (int32_t at = pen->from; at < pen->to; at += pulse) {
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
      if (stroke < pen->to) {
        add_chord(pen, 1, (struct stroke){stroke, YEOUN_SLOT, true});
      }
    }
  }
}

/* The lowest voice held, the others on every pulse. */
static void
pulse_over_bass(const struct yeoun_pen *pen)
{
  const int32_t bar = pen->plan->bar_ticks;
  const int32_t pulse = yeoun_pulse_ticks(pen->plan->meter);
  for (int32_t at = pen->from; at < pen->to; at += pulse) {
    const int32_t left = pen->to - at;
    const int32_t rest = bar - at % bar < left ? bar - at % bar : left;
    if (at == pen->from || at % bar == 0) {
      add_one(pen, pen->voicing->pitch[0], (struct stroke){at, rest, false});
    }
    add_chord(pen, 1, (struct stroke){at, pulse < left ? pulse : left, false});
  }
}

/* Up the ladder in eighths through the first half of a bar; all of it rings
   until the bar ends. */
static void
rise_and_ring(const struct yeoun_pen *pen)
{
  const struct ladder ladder = ladder_of(pen->voicing);
  const int32_t bar = pen->plan->bar_ticks;
  const int32_t step = YEOUN_BEAT / 2;
  for (int32_t begin = pen->from; begin < pen->to;) {
    const int32_t next = (begin / bar + 1) * bar;
    const int32_t end = next < pen->to ? next : pen->to;
    for (int i = 0; i < ladder.rungs; ++i) {
      const int32_t at = begin + i * step;
      if (at >= begin + (bar + step) / 2 || at >= end) {
        break;
      }
      add_one(pen, ladder.pitch[i], (struct stroke){at, end - at, false});
    }
    begin = next;
  }
}

/* Three, three and two eighths to a bar of four; in other metres as many threes
   as there is room for. */
static void
push_chords(const struct yeoun_pen *pen)
{
  const int32_t bar = pen->plan->bar_ticks;
  for (int32_t at = pen->from; at < pen->to;) {
    const int32_t left = bar - at % bar;
    const int32_t step = left > YEOUN_BEAT ? 3 * YEOUN_BEAT / 2 : left;
    const int32_t end = at + step < pen->to ? at + step : pen->to;
    add_chord(pen, 1, (struct stroke){at, (end - at) / 2, true});
    at = end;
  }
}

/* Figures of three voices leave the lowest one to the bass, all the same one,
   so that voices lead on where the figure changes. */
void
yeoun_figure_write(const struct yeoun_pen *pen, enum yeoun_figure figure)
{
  static const uint8_t broken[] = {0, 1, 2, 3, 2, 3, 2, 1};
  static const uint8_t alberti[] = {1, 3, 2, 3};
  static const uint8_t arpeggio[] = {
    0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 4, 5, 4, 3, 2, 1};
  const struct yeoun_plan *const plan = pen->plan;
  switch (figure) {
    case YEOUN_FIGURE_SPREAD:
      spread_chord(pen);
      break;
    case YEOUN_FIGURE_PULSE:
      repeat_chord(pen, plan->bar_ticks / 2);
      break;
    case YEOUN_FIGURE_CHORALE:
      repeat_chord(pen, yeoun_pulse_ticks(plan->meter));
      break;
    case YEOUN_FIGURE_BROKEN:
      break_chord(pen, broken, 8, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_ALBERTI:
      break_chord(pen, alberti, 4, YEOUN_BEAT / 2);
      break;
    case YEOUN_FIGURE_ROCKING:
      break_chord(pen, alberti, 4, YEOUN_BEAT);
      break;
    case YEOUN_FIGURE_ARPEGGIO:
      break_chord(pen, arpeggio, 16, YEOUN_BEAT / 4);
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
      pulse_over_bass(pen);
      break;
    case YEOUN_FIGURE_HARP:
      rise_and_ring(pen);
      break;
    case YEOUN_FIGURE_PUSHED:
      push_chords(pen);
      break;
    case YEOUN_FIGURES:
      break;
  }
}
