// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "claims.h"

#include <stdlib.h>

#include "claims_motif.h"
#include "compose/harmony/harmony.h"
#include "compose/plan/rhythm.h"
#include "music/key.h"

/* What is described, and what it is compared with. */
struct claim {
  const struct yeoun_plan *plan;
  const struct yeoun_version *stated;
  const struct yeoun_score *score;
};

static int
count_lane(const struct yeoun_score *score, unsigned lane)
{
  int notes = 0;
  for (int i = 0; i < score->notes; ++i) {
    notes += score->note[i].lane == lane;
  }
  return notes;
}

/* Half of the bars have another rhythm than the statement's. */
static bool
has_new_rhythm(const struct claim *claim)
{
  const struct yeoun_plan *const plan = claim->plan;
  int others = 0;
  for (int bar = 0; bar < plan->bars; ++bar) {
    /* Of bars beyond 64 slots, slots a whole 64 apart share a bit. */
    uint64_t now = 0;
    uint64_t then = 0;
    for (int i = 0; i < claim->score->notes; ++i) {
      const struct yeoun_note *const note = &claim->score->note[i];
      if (note->lane == YEOUN_LANE_MELODY &&
          note->articulation != YEOUN_ARTICULATION_GRACE &&
          note->start / plan->bar_ticks == bar) {
        now |= UINT64_C(1) << (note->start % plan->bar_ticks / YEOUN_SLOT & 63);
      }
    }
    for (int i = 0; i < claim->stated->tune.notes; ++i) {
      const int slot = claim->stated->tune.note[i].slot;
      if (slot / plan->slots == bar) {
        then |= UINT64_C(1) << (slot % plan->slots & 63);
      }
    }
    others += now != then;
  }
  return 2 * others >= plan->bars;
}

/* A fifth more notes. */
static bool
is_ornamented(const struct claim *claim)
{
  return 5 * count_lane(claim->score, YEOUN_LANE_MELODY) >=
         6 * claim->stated->tune.notes;
}

/* Around D4 or below on the mean. */
static bool
is_in_tenor(const struct claim *claim)
{
  long sum = 0;
  for (int i = 0; i < claim->score->notes; ++i) {
    const struct yeoun_note *const note = &claim->score->note[i];
    sum += note->lane == YEOUN_LANE_MELODY ? note->pitch - 62 : 0;
  }
  return sum <= 0;
}

/* The other third of the key sounds longer than its own. */
static bool
is_in_parallel(const struct claim *claim)
{
  const struct yeoun_key key = claim->plan->analysis.key;
  const int own_third = yeoun_key_is_minor(key) ? 3 : 4;
  int32_t balance = 0;
  for (int i = 0; i < claim->score->notes; ++i) {
    const struct yeoun_note *const note = &claim->score->note[i];
    const int up = yeoun_pitch_class(note->pitch - key.tonic);
    if (note->lane != YEOUN_LANE_DRUMS && (up == 3 || up == 4)) {
      balance += up == own_third ? -note->length : note->length;
    }
  }
  return balance > 0;
}

static bool
has_tone(const struct yeoun_chord *chord, int up)
{
  return yeoun_tones_hold(chord->tones, chord->root + up);
}

/* A chord with a tone that is foreign to the key: one that leads up a fourth by
   its major third, or one that does not. */
static bool
has_foreign_chord(const struct claim *claim, bool is_applied)
{
  const struct yeoun_key key = claim->plan->analysis.key;
  unsigned known = yeoun_scale_tones(&claim->plan->analysis.scale);
  known |= yeoun_key_is_minor(key) ? 1U << (key.tonic + 11) % 12 : 0U;
  for (int s = 0; s < claim->score->spans; ++s) {
    const struct yeoun_chord *const chord = &claim->score->span[s].chord;
    const struct yeoun_chord *const next =
      s + 1 < claim->score->spans ? &claim->score->span[s + 1].chord : chord;
    const bool leads =
      has_tone(chord, 4) && yeoun_pitch_class(next->root - chord->root) == 5;
    if ((chord->tones & ~known) && leads == is_applied) {
      return true;
    }
  }
  return false;
}

/* An eighth of the time over other roots or thirds than the statement's. */
static bool
is_reharmonised(const struct claim *claim)
{
  const int32_t pulse = yeoun_pulse_ticks(claim->plan->meter);
  int others = 0;
  int pulses = 0;
  int s = 0;
  for (int32_t tick = 0; tick < claim->score->length; tick += pulse, ++pulses) {
    while (s + 1 < claim->stated->spans &&
           claim->stated->span[s + 1].start <= tick) {
      ++s;
    }
    const struct yeoun_chord *const then = &claim->stated->span[s].chord;
    const struct yeoun_chord *const now =
      &yeoun_harmony_at(claim->score, tick)->chord;
    others += then->root != now->root || has_tone(then, 3) != has_tone(now, 3);
  }
  return 8 * others >= pulses;
}

/* The bass that sounds at a tick, -1 for none. */
static int
bass_at(const struct yeoun_score *score, int32_t tick)
{
  int pitch = -1;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane == YEOUN_LANE_BASS && note->start <= tick &&
        tick < note->start + note->length) {
      pitch = note->pitch;
    }
  }
  return pitch;
}

/* Four bars over one bass tone and several roots. */
static bool
has_pedal(const struct claim *claim)
{
  const struct yeoun_plan *const plan = claim->plan;
  for (int bar = 0; bar + 4 <= plan->bars; ++bar) {
    unsigned tones = 0;
    unsigned roots = 0;
    for (int32_t tick = bar * plan->bar_ticks;
         tick < (bar + 4) * plan->bar_ticks;
         tick += yeoun_pulse_ticks(plan->meter)) {
      const int pitch = bass_at(claim->score, tick);
      tones |= pitch >= 0 ? 1U << pitch % 12 : 0U;
      roots |= 1U << yeoun_harmony_at(claim->score, tick)->chord.root;
    }
    if (tones && !(tones & (tones - 1)) && (roots & (roots - 1))) {
      return true;
    }
  }
  return false;
}

/* Four bass tones in a row, each a step below the last. */
static bool
has_descent(const struct claim *claim)
{
  const int32_t pulse = yeoun_pulse_ticks(claim->plan->meter);
  int last = -1;
  int steps = 0;
  for (int32_t tick = 0; tick < claim->score->length; tick += pulse) {
    const int pitch = bass_at(claim->score, tick);
    if (pitch < 0 || (last >= 0 && (pitch - last) % 12 == 0)) {
      continue;
    }
    const int down = last < 0 ? 0 : yeoun_pitch_class(last - pitch);
    steps = down == 1 || down == 2 ? steps + 1 : 0;
    last = pitch;
    if (steps >= 3) {
      return true;
    }
  }
  return false;
}

static unsigned
inner_tones(const struct yeoun_score *score, const struct yeoun_span *span)
{
  unsigned tones = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    if (note->lane != YEOUN_LANE_MELODY && note->lane != YEOUN_LANE_DRUMS &&
        note->start < span->start + span->length &&
        note->start + note->length > span->start) {
      tones |= 1U << note->pitch % 12;
    }
  }
  return tones;
}

/* Over four chords a tone moves by semitones, one way. */
static bool
has_creeping_voice(const struct claim *claim)
{
  const struct yeoun_score *const score = claim->score;
  unsigned last[4] = {0};
  for (int s = 0; s < score->spans; ++s) {
    for (int i = 0; i < 3; ++i) {
      last[i] = last[i + 1];
    }
    last[3] = inner_tones(score, &score->span[s]);
    for (int from = 0; s >= 3 && from < 12; ++from) {
      unsigned falls = 1;
      unsigned rises = 1;
      for (int i = 0; i < 4; ++i) {
        falls &= last[i] >> (from + 12 - i) % 12;
        rises &= last[i] >> (from + i) % 12;
      }
      if ((falls | rises) & 1U) {
        return true;
      }
    }
  }
  return false;
}

/* It sounds in a quarter of the bars. */
static bool
has_counter(const struct claim *claim)
{
  uint64_t bars = 0;
  for (int i = 0; i < claim->score->notes; ++i) {
    const struct yeoun_note *const note = &claim->score->note[i];
    if (note->lane == YEOUN_LANE_COUNTER) {
      bars |= 1ULL << (note->start / claim->plan->bar_ticks) % 64;
    }
  }
  return 4 * __builtin_popcountll(bars) >= claim->plan->bars;
}

/* How many counter notes follow a melody note at a delay and an interval. */
static int
count_followers(const struct yeoun_score *score, int32_t late, int up)
{
  int follow = 0;
  for (int i = 0; i < score->notes; ++i) {
    const struct yeoun_note *const note = &score->note[i];
    for (int j = 0; note->lane == YEOUN_LANE_COUNTER && j < i; ++j) {
      const struct yeoun_note *const led = &score->note[j];
      if (led->lane == YEOUN_LANE_MELODY && led->start + late == note->start &&
          yeoun_pitch_class(note->pitch - led->pitch) == up) {
        ++follow;
        break;
      }
    }
  }
  return follow;
}

static bool
is_canon(const struct claim *claim)
{
  const int notes = count_lane(claim->score, YEOUN_LANE_COUNTER);
  const int32_t pulse = yeoun_pulse_ticks(claim->plan->meter);
  for (int32_t late = pulse; notes > 3 && late <= 2 * claim->plan->bar_ticks;
       late += pulse) {
    for (int up = 0; up < 12; ++up) {
      if (2 * count_followers(claim->score, late, up) >= notes) {
        return true;
      }
    }
  }
  return false;
}

static bool
is_harmony_true(const struct claim *claim, enum yeoun_technique technique)
{
  switch (technique) {
    case YEOUN_TECHNIQUE_MODE:
      return is_in_parallel(claim);
    case YEOUN_TECHNIQUE_MIXTURE:
      return has_foreign_chord(claim, false);
    case YEOUN_TECHNIQUE_APPLIED:
      return has_foreign_chord(claim, true);
    case YEOUN_TECHNIQUE_SUBSTITUTE:
      return is_reharmonised(claim);
    case YEOUN_TECHNIQUE_PEDAL:
      return has_pedal(claim);
    case YEOUN_TECHNIQUE_DESCENT:
      return has_descent(claim);
    case YEOUN_TECHNIQUE_CLICHE:
      return has_creeping_voice(claim);
    case YEOUN_TECHNIQUE_COUNTER:
      return has_counter(claim);
    case YEOUN_TECHNIQUE_CANON:
      return is_canon(claim);
    case YEOUN_TECHNIQUE_TOPIC:
      return claim->plan->budget.topic != YEOUN_TOPIC_WALTZ ||
             claim->plan->meter.beats % 3 == 0;
    default:
      return true;
  }
}

bool
yeoun_claim_is_true(const struct yeoun_plan *plan,
                    const struct yeoun_version *stated,
                    const struct yeoun_score *score,
                    enum yeoun_technique technique)
{
  const struct claim claim = {plan, stated, score};
  switch (technique) {
    case YEOUN_TECHNIQUE_ORNAMENT:
      return is_ornamented(&claim);
    case YEOUN_TECHNIQUE_RHYTHM:
      return has_new_rhythm(&claim);
    case YEOUN_TECHNIQUE_AUGMENT:
    case YEOUN_TECHNIQUE_DIMINISH:
    case YEOUN_TECHNIQUE_EXPAND:
    case YEOUN_TECHNIQUE_INVERT:
    case YEOUN_TECHNIQUE_RETROGRADE:
    case YEOUN_TECHNIQUE_SEQUENCE:
    case YEOUN_TECHNIQUE_FRAGMENT:
      return yeoun_claim_of_motif(
        &stated->tune, score, plan->bar_ticks, technique);
    case YEOUN_TECHNIQUE_REGISTER:
      return is_in_tenor(&claim);
    default:
      return is_harmony_true(&claim, technique);
  }
}
