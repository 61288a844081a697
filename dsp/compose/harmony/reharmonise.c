// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "reharmonise.h"

#include "chords.h"
#include "cliche.h"
#include "mixture.h"
#include "music/key.h"
#include "substitution.h"

static const struct yeoun_unit *
unit_at(const struct yeoun_plan *plan, int32_t tick)
{
  return yeoun_plan_unit(plan, (int)(tick / plan->bar_ticks));
}

/* Chords with the flat sixth that darken the way back to the tonic. */
static struct yeoun_chord
borrowed_chord(const struct yeoun_plan *plan, float which)
{
  const int tonic = plan->analysis.key.tonic;
  if (yeoun_key_is_minor(plan->analysis.key)) {
    return which < 0.5f ? yeoun_chords_on(tonic + 1, YEOUN_CHORD_MAJ)
                        : yeoun_chords_on(tonic + 7, YEOUN_CHORD_7B9);
  }
  return which < 0.5f   ? yeoun_chords_on(tonic + 5, YEOUN_CHORD_M6)
         : which < 0.8f ? yeoun_chords_on(tonic + 2, YEOUN_CHORD_M7B5)
                        : yeoun_chords_on(tonic + 8, YEOUN_CHORD_MAJ);
}

static struct yeoun_chord
applied_dominant(struct yeoun_chord goal)
{
  const bool minor = yeoun_tones_hold(goal.tones, goal.root + 3);
  return yeoun_chords_on(goal.root + 7,
                         minor ? YEOUN_CHORD_7B9 : YEOUN_CHORD_7);
}

/* The dominant a semitone above its goal instead: comic music slips into it. */
static struct yeoun_chord
slip_into(struct yeoun_chord goal)
{
  return yeoun_chords_on(goal.root + 1, YEOUN_CHORD_7);
}

/* How much of a span may be given away at its end. */
static int32_t
tail_of(const struct yeoun_plan *plan, const struct yeoun_span *span)
{
  const int32_t pulse = yeoun_pulse_ticks(plan->meter);
  const int32_t half = span->length / 2 / pulse * pulse;
  const int32_t most = plan->bar_ticks / 2 / pulse * pulse;
  return half < most ? half : most;
}

static void
insert_chords(const struct yeoun_plan *plan,
              unsigned pole,
              struct yeoun_score *score)
{
  const float chromatic = plan->pole_feature[pole][YEOUN_FEATURE_CHROMATIC];
  const float reach = 0.4f + 1.2f * plan->request->distance;
  const float borrowed =
    chromatic * reach + plan->budget.amount[YEOUN_TECHNIQUE_MIXTURE];
  const float applied =
    0.5f * chromatic * reach + plan->budget.amount[YEOUN_TECHNIQUE_APPLIED];
  for (int s = score->spans - 1; s >= 0; --s) {
    const struct yeoun_span *const span = &score->span[s];
    const struct yeoun_chord next = score->span[(s + 1) % score->spans].chord;
    const int32_t tail = tail_of(plan, span);
    if (tail < yeoun_pulse_ticks(plan->meter) ||
        next.root == span->chord.root) {
      continue;
    }
    const bool goes_home = next.root == plan->analysis.key.tonic;
    const int32_t place = span->start + span->length - tail;
    if (goes_home && yeoun_chords_draw(plan, "borrowed", place) < borrowed) {
      yeoun_chords_insert(
        score,
        s,
        tail,
        borrowed_chord(plan, yeoun_chords_draw(plan, "which", place)));
    } else if (yeoun_chords_draw(plan, "applied", place) < applied * 0.8f) {
      const bool slips =
        pole == YEOUN_COMIC && yeoun_chords_draw(plan, "slip", place) < 0.35f;
      const struct yeoun_chord dominant =
        slips ? slip_into(next) : applied_dominant(next);
      if (dominant.root != span->chord.root) {
        yeoun_chords_insert(score, s, tail, dominant);
      }
    }
  }
}

/* Each bass a step below the one before while a chord tone allows it. */
static int
descend_to(struct yeoun_chord chord, int before)
{
  for (int down = 1; down <= 4; ++down) {
    if (yeoun_tones_hold(chord.tones, before - down)) {
      return yeoun_pitch_class(before - down);
    }
  }
  return chord.bass;
}

static void
move_bass(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float pedal = plan->budget.amount[YEOUN_TECHNIQUE_PEDAL];
  const float descent = plan->budget.amount[YEOUN_TECHNIQUE_DESCENT];
  int before = -1;
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const struct yeoun_unit *const unit = unit_at(plan, span->start);
    const bool starts = span->start % (4 * plan->bar_ticks) == 0;
    if (unit->rank < pedal && !unit->ends_block) {
      span->chord.bass = score->span[0].chord.bass;
    } else if (unit->rank < descent && before >= 0 && !starts) {
      span->chord.bass = (uint8_t)descend_to(span->chord, before + 12);
    }
    before = span->chord.bass;
  }
}

/* Colour: the ninth and the major seventh of lyrical chords, the sixth of comic
   ones; never on a chord that the theme itself made richer than a triad. */
static void
colour_chords(const struct yeoun_plan *plan,
              unsigned pole,
              struct yeoun_score *score)
{
  static const float reaches[YEOUN_POLES] = {0.5f, 0.35f, 0.4f};
  const float reach = reaches[pole];
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const int which =
      (int)(3.0f * yeoun_chords_draw(plan, "colour", span->start + 1));
    if (span->slot < 0 ||
        yeoun_chords_draw(plan, "colours", span->start) >= reach) {
      continue;
    }
    unsigned type = span->chord.type;
    if (type == YEOUN_CHORD_MAJ) {
      static const uint8_t major[] = {
        YEOUN_CHORD_ADD9, YEOUN_CHORD_MAJ7, YEOUN_CHORD_6};
      type = major[which];
    } else if (type == YEOUN_CHORD_MIN) {
      static const uint8_t minor[] = {
        YEOUN_CHORD_M7, YEOUN_CHORD_MADD9, YEOUN_CHORD_M7};
      type = minor[which];
    }
    const struct yeoun_chord richer =
      yeoun_chord_make(span->chord.root, type, span->chord.bass);
    if (yeoun_chords_fit(plan, richer) ||
        !yeoun_chords_fit(plan, span->chord)) {
      span->chord = richer;
    }
  }
}

/* An ending closes: dominant, then the tonic for the last bar. */
static void
close_ending(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const int32_t bar = score->length - plan->bar_ticks;
  const int tonic = plan->analysis.key.tonic;
  const bool minor = yeoun_key_is_minor(plan->analysis.key);
  int last = score->spans - 1;
  while (last > 0 && score->span[last].start >= bar) {
    --last;
  }
  int slot = -1;
  for (int i = 0; i < plan->analysis.chords; ++i) {
    slot = plan->analysis.chord[i].root == tonic ? i : slot;
  }
  if (score->span[last].start >= bar) {
    return;
  }
  score->spans = (uint16_t)(last + 1);
  score->span[last].length = bar - score->span[last].start;
  const int32_t tail = tail_of(plan, &score->span[last]);
  if (score->span[last].chord.root != (tonic + 7) % 12 && tail > 0) {
    yeoun_chords_insert(
      score, last, tail, yeoun_chords_on(tonic + 7, YEOUN_CHORD_7));
  }
  if (score->spans < YEOUN_SPANS_MAX) {
    score->span[score->spans++] =
      (struct yeoun_span){.start = bar,
                          .length = plan->bar_ticks,
                          .chord = yeoun_chords_on(
                            tonic, minor ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ),
                          .slot = (int8_t)slot};
  }
}

void
yeoun_reharmonise(const struct yeoun_plan *plan,
                  unsigned pole,
                  float stated,
                  struct yeoun_score *score)
{
  yeoun_replace_chords(plan, pole, score);
  insert_chords(plan, pole, score);
  yeoun_shade_chords(plan, pole, stated, score);
  yeoun_cliche_write(plan, pole, score);
  colour_chords(plan, pole, score);
  move_bass(plan, score);
  if (plan->request->has_ending) {
    close_ending(plan, score);
  }
}
