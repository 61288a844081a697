// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "bass_line.h"

enum { BASSES = 3 };

/* A span's choices: the bass it has, the third, the fifth or seventh. */
struct basses {
  int count;
  uint8_t tone[BASSES];
  float cost[BASSES];
};

static float
descent_at(const struct yeoun_plan *plan, int bar)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_DESCENT];
  return yeoun_plan_unit(plan, bar)->rank < amount ? 1.0f : 0.0f;
}

static void
add_bass(struct basses *basses, int tone, float cost)
{
  basses->tone[basses->count] = (uint8_t)yeoun_pitch_class(tone);
  basses->cost[basses->count++] = cost;
}

static struct basses
basses_of(const struct yeoun_plan *plan, const struct yeoun_span *span)
{
  static const float never_far = 0.05f;
  struct basses basses = {0};
  const struct yeoun_chord chord = span->chord;
  const int bar = (int)(span->start / plan->bar_ticks);
  const struct yeoun_phrase_plan *const phrase = yeoun_phrase_at(plan, bar);
  const bool begins = span->start == phrase->bar * plan->bar_ticks;
  const bool closes = span->start + span->length >=
                      (phrase->bar + phrase->bars) * plan->bar_ticks;
  const float distance = plan->request->distance;
  add_bass(&basses, chord.bass, 0.0f);
  if (begins || closes || chord.bass != chord.root || distance < never_far) {
    return basses;
  }
  const float far = distance < 0.6f ? distance / 0.6f : 1.0f;
  static const float stays[YEOUN_POLES] = {1.5f, 1.3f, 2.0f};
  const float own = span->slot >= 0 && !span->is_substitute ? 0.6f : 0.0f;
  const float dear = stays[plan->pole_of_bar[bar]] + own - 0.9f * far -
                     0.8f * descent_at(plan, bar);
  const int third = yeoun_tones_hold(chord.tones, chord.root + 4)   ? 4
                    : yeoun_tones_hold(chord.tones, chord.root + 3) ? 3
                                                                    : 0;
  if (third) {
    add_bass(&basses, chord.root + third, dear);
  }
  if (yeoun_tones_hold(chord.tones, chord.root + 10)) {
    add_bass(&basses, chord.root + 10, dear + 0.6f);
  } else if (yeoun_tones_hold(chord.tones, chord.root + 7) && third) {
    add_bass(&basses, chord.root + 7, dear + 0.9f);
  }
  return basses;
}

/* Steps are good, a fourth or fifth plain, what stands still or leaps over a
   tritone is not; a seventh in the bass falls, a fifth passes by step. */
static float
step_cost(const struct yeoun_plan *plan,
          const struct yeoun_span *from,
          int bass,
          const struct yeoun_span *to,
          int next)
{
  const int up = (next - bass + 12) % 12;
  const int size = up > 6 ? 12 - up : up;
  static const float plain[] = {1.0f, 0.0f, 0.0f, 0.9f, 0.9f, 0.5f, 1.6f};
  const float descent = descent_at(plan, (int)(to->start / plan->bar_ticks));
  const bool falls = up >= 10;
  const int above = (bass - from->chord.root + 12) % 12;
  const int above_next = (next - to->chord.root + 12) % 12;
  const bool is_held = from->chord.root == to->chord.root &&
                       from->chord.type == to->chord.type && size == 0;
  float cost = is_held ? 0.0f : plain[size];
  cost += descent * (falls ? -1.0f : up <= 6 && up > 0 ? 0.5f : 0.0f);
  cost += above == 10 && !falls ? 3.0f : 0.0f;
  cost += (above == 7 || above_next == 7) && size > 2 ? 2.0f : 0.0f;
  /* The leading note below its goal. */
  cost += above == 4 && yeoun_tones_hold(from->chord.tones, bass + 6) && up != 1
            ? 1.0f
            : 0.0f;
  return cost;
}

static void
draw_line(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  uint8_t back[YEOUN_SPANS_MAX][BASSES];
  float cost[BASSES] = {0};
  struct basses before = basses_of(plan, &score->span[0]);
  for (int s = 1; s < score->spans; ++s) {
    const struct basses here = basses_of(plan, &score->span[s]);
    float best[BASSES];
    for (int b = 0; b < here.count; ++b) {
      best[b] = 1e9f;
      for (int a = 0; a < before.count; ++a) {
        const float way = cost[a] + here.cost[b] +
                          step_cost(plan,
                                    &score->span[s - 1],
                                    before.tone[a],
                                    &score->span[s],
                                    here.tone[b]);
        if (way < best[b]) {
          best[b] = way;
          back[s][b] = (uint8_t)a;
        }
      }
    }
    for (int b = 0; b < here.count; ++b) {
      cost[b] = best[b];
    }
    before = here;
  }
  int chosen = 0;
  for (int b = 1; b < before.count; ++b) {
    chosen = cost[b] < cost[chosen] ? b : chosen;
  }
  for (int s = score->spans - 1; s >= 0; --s) {
    struct yeoun_span *const span = &score->span[s];
    span->chord.bass = basses_of(plan, span).tone[chosen];
    chosen = s ? back[s][chosen] : 0;
  }
}

/* Whether nothing in a chord lies a semitone from a held bass. */
static bool
bears(struct yeoun_chord chord, int bass)
{
  return !yeoun_tones_hold(chord.tones, bass + 1) &&
         !yeoun_tones_hold(chord.tones, bass + 11);
}

static void
hold_pedal(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  const float pedal = plan->budget.amount[YEOUN_TECHNIQUE_PEDAL];
  const uint8_t bass = score->span[0].chord.bass;
  for (int s = 0; s < score->spans && pedal > 0.0f; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const struct yeoun_unit *const unit =
      yeoun_plan_unit(plan, (int)(span->start / plan->bar_ticks));
    if (unit->rank < pedal && !unit->ends_block && bears(span->chord, bass)) {
      span->chord.bass = bass;
    }
  }
}

void
yeoun_bass_line_draw(const struct yeoun_plan *plan, struct yeoun_score *score)
{
  if (score->spans > 0) {
    draw_line(plan, score);
    hold_pedal(plan, score);
  }
}
