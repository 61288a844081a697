// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "harmony.h"

#include <stdlib.h>

const struct yeoun_span *
harmony_span(const struct yeoun_score *score, int32_t tick)
{
  for (int s = 0; s < score->spans; ++s) {
    const struct yeoun_span *const span = &score->span[s];
    if (tick >= span->start && tick < span->start + span->length) {
      return span;
    }
  }
  return NULL;
}

static bool
is_chordal(const struct yeoun_score *score, int32_t tick, int pitch)
{
  const struct yeoun_span *const span = harmony_span(score, tick);
  return span && ((span->chord.tones >> pitch % 12 & 1) ||
                  span->chord.bass == pitch % 12);
}

double
harmony_scale_consistency(const struct yeoun_score *score)
{
  enum { MAJOR = 0xAB5 }; /* 0 2 4 5 7 9 11 */
  long count[12] = {0};
  long notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    if (score->note[i].lane != YEOUN_LANE_DRUMS) {
      ++count[score->note[i].pitch % 12];
      ++notes;
    }
  }
  long best = 0;
  for (int tonic = 0; tonic < 12; ++tonic) {
    long inside = 0;
    for (int c = 0; c < 12; ++c) {
      inside += MAJOR >> c & 1 ? count[(c + tonic) % 12] : 0;
    }
    best = inside > best ? inside : best;
  }
  return notes ? (double)best / (double)notes : 1.0;
}

void
harmony_count_strong(const struct yeoun_score *score,
                     const struct tune *tune,
                     long *strong,
                     long *chordal)
{
  const int32_t bar = yeoun_bar_ticks(score->meter);
  const int32_t pulse = yeoun_pulse_ticks(score->meter);
  const int32_t strong_step = bar / pulse % 2 == 0 ? bar / 2 : bar;
  for (int i = 0; i < tune->notes; ++i) {
    if (tune->start[i] % bar % strong_step) {
      continue;
    }
    const bool is_dissonance =
      tune->marks[i] & (YEOUN_MARK_SUSPENSION | YEOUN_MARK_APPOGGIATURA);
    const int heard = is_dissonance && i + 1 < tune->notes ? i + 1 : i;
    ++*strong;
    *chordal += is_chordal(score, tune->start[heard], tune->pitch[heard]);
  }
}

void
harmony_count_suspensions(const struct yeoun_score *score,
                          const struct tune *tune,
                          long *suspensions,
                          long *lawful)
{
  for (int i = 0; i < tune->notes; ++i) {
    if (!(tune->marks[i] & YEOUN_MARK_SUSPENSION)) {
      continue;
    }
    ++*suspensions;
    if (i == 0 || i + 1 >= tune->notes) {
      continue;
    }
    const int down = tune->pitch[i] - tune->pitch[i + 1];
    *lawful += tune->pitch[i - 1] == tune->pitch[i] &&
               !is_chordal(score, tune->start[i], tune->pitch[i]) &&
               (down == 1 || down == 2) &&
               is_chordal(score, tune->start[i + 1], tune->pitch[i + 1]);
  }
}

void
harmony_count_bars(const struct yeoun_score *score, long *bars, long *empty)
{
  const int32_t bar = yeoun_bar_ticks(score->meter);
  for (int32_t at = 0; at < score->length; at += bar) {
    bool sounds = false;
    for (int i = 0; i < score->notes && !sounds; ++i) {
      const struct yeoun_note *const note = &score->note[i];
      sounds = note->lane != YEOUN_LANE_DRUMS && note->start < at + bar &&
               note->start + note->length > at;
    }
    ++*bars;
    *empty += !sounds;
  }
}

enum { VOICES = 4, KEYS = 128 };

struct chord {
  int voices;
  int pitch[VOICES]; /* rising */
};

/* The four lowest different pitches: what a figure strikes above them repeats
   them in other octaves. */
static struct chord
voicing_of(const struct yeoun_score *score, const struct yeoun_span *span)
{
  bool is_struck[KEYS] = {false};
  struct chord chord = {.voices = 0};
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_CHORDS && note->start >= span->start &&
        note->start < span->start + span->length) {
      is_struck[note->pitch] = true;
    }
  }
  for (int p = 0; p < KEYS && chord.voices < VOICES; ++p) {
    if (is_struck[p]) {
      chord.pitch[chord.voices++] = p;
    }
  }
  return chord;
}

/* Least sum of moves of the voices still to place (at most four: all orders).
 */
static int
least_moves(const struct chord *a, const struct chord *b, int voice, int taken)
{
  if (voice == a->voices) {
    return 0;
  }
  int best = 1 << 20;
  for (int w = 0; w < b->voices; ++w) {
    if (!(taken >> w & 1)) {
      const int moves = abs(a->pitch[voice] - b->pitch[w]) +
                        least_moves(a, b, voice + 1, taken | 1 << w);
      best = moves < best ? moves : best;
    }
  }
  return best;
}

static long
count_parallels(const struct chord *a, const struct chord *b)
{
  long parallels = 0;
  for (int v = 0; v < a->voices; ++v) {
    for (int w = v + 1; w < a->voices; ++w) {
      const int interval = (a->pitch[w] - a->pitch[v]) % 12;
      const int move = b->pitch[v] - a->pitch[v];
      const bool is_perfect = interval == 7 || interval == 0;
      parallels += is_perfect && move != 0 &&
                   b->pitch[w] - b->pitch[v] == a->pitch[w] - a->pitch[v];
    }
  }
  return parallels;
}

static void
add_spacing(const struct chord *chord, struct voice_leading *sum)
{
  enum { F2 = 41, G5 = 79 };
  for (int v = 0; v < chord->voices; ++v) {
    ++sum->voices;
    sum->inside += chord->pitch[v] >= F2 && chord->pitch[v] <= G5;
  }
  if (chord->voices == VOICES) {
    const double low = chord->pitch[1] - chord->pitch[0];
    const double high = (chord->pitch[3] - chord->pitch[1]) / 2.0;
    ++sum->chords;
    sum->wider += low >= high;
    sum->low_gap += low;
    sum->high_gap += high;
  }
}

void
harmony_add_voice_leading(const struct yeoun_score *score,
                          struct voice_leading *sum)
{
  struct chord before = {.voices = 0};
  for (int s = 0; s < score->spans; ++s) {
    const struct chord chord = voicing_of(score, &score->span[s]);
    if (chord.voices == 0) {
      before.voices = 0; /* nothing leads across a silence */
      continue;
    }
    add_spacing(&chord, sum);
    const bool changes =
      s > 0 && score->span[s].chord.tones != score->span[s - 1].chord.tones;
    if (changes && chord.voices == before.voices && chord.voices > 2) {
      ++sum->changes;
      sum->parallels += count_parallels(&before, &chord);
    }
    if (changes && chord.voices == VOICES && before.voices == VOICES) {
      ++sum->full_changes;
      sum->moves += least_moves(&before, &chord, 0, 0);
    }
    before = chord;
  }
}
