// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "substitution.h"

#include "chords.h"
#include "music/key.h"

bool
yeoun_replace_is_parallel(const struct yeoun_plan *plan, int bar)
{
  const float amount = plan->budget.amount[YEOUN_TECHNIQUE_MODE];
  if (!(amount > 0.0f) || plan->is_statement) {
    return false;
  }
  /* A whole phrase changes its mode: the rank of its first unit decides. The
     opening of a long form stays at home, so that the change is heard as one.
   */
  int u = 0;
  while (u + 1 < plan->units && plan->unit[u + 1].bar <= bar) {
    ++u;
  }
  while (u > 0 && !plan->unit[u - 1].ends_phrase) {
    --u;
  }
  return plan->units > 2 ? plan->unit[u].bar > 0 && plan->unit[u].rank < amount
                         : amount > 0.5f;
}

/* The chord of the same degree in the parallel mode. The dominant stays. */
static struct yeoun_chord
parallel_chord(const struct yeoun_plan *plan, struct yeoun_chord chord)
{
  const struct yeoun_scale to =
    yeoun_scale_of_key(yeoun_key_parallel(plan->analysis.key));
  const int degree = yeoun_chords_degree(&plan->analysis.scale, chord.root);
  const bool plain =
    chord.type == YEOUN_CHORD_MAJ || chord.type == YEOUN_CHORD_MIN ||
    chord.type == YEOUN_CHORD_MAJ7 || chord.type == YEOUN_CHORD_M7;
  return degree < 0 || !plain || degree == 39
           ? chord
           : yeoun_chords_of_degree(&to, degree);
}

/* Which chords no longer stand for the theme's: those whose place is below. The
   first to go still belong to the key, a fifth below; the others are chromatic
   mediants. */
struct loss {
  float near, far;
};

static struct loss
loss_at(float distance)
{
  return (struct loss){
    .near = distance < 0.3f ? 0.3f * distance : 0.09f,
    .far = distance < 0.36f  ? 0.0f
           : distance < 0.6f ? 1.32f * (distance - 0.36f)
                             : 0.317f + 0.75f * (distance - 0.6f),
  };
}

static struct yeoun_chord
lost_chord(const struct yeoun_plan *plan,
           unsigned pole,
           const struct yeoun_score *score,
           int s,
           bool is_near)
{
  static const int near[] = {3, 1, 5}; /* degrees up */
  /* Semitones up: mediants, and in comic music a slip. */
  static const int far[YEOUN_POLES][2] = {{8, 3}, {8, 4}, {8, 1}};
  const struct yeoun_scale *const scale = &plan->analysis.scale;
  const int root = score->span[s].chord.root;
  const int degree = yeoun_chords_degree(scale, root);
  for (int i = 0; is_near && degree >= 0 && i < 3; ++i) {
    const struct yeoun_chord chord =
      yeoun_chords_of_degree(scale, degree + near[i]);
    /* A diminished chord wants to go on: it stands for nothing. */
    if (chord.type != YEOUN_CHORD_M7B5 &&
        !yeoun_chords_stand_still(score, s, chord.root)) {
      return chord;
    }
  }
  const bool is_first =
    !yeoun_chords_stand_still(score, s, (root + far[pole][0]) % 12);
  return yeoun_chords_on(root + far[pole][is_first ? 0 : 1], YEOUN_CHORD_MAJ);
}

void
yeoun_replace_chords(const struct yeoun_plan *plan,
                     unsigned pole,
                     struct yeoun_score *score)
{
  const float distance = plan->request->distance;
  const float amount =
    0.7f * distance + plan->budget.amount[YEOUN_TECHNIQUE_SUBSTITUTE];
  const struct loss loss = loss_at(distance);
  float place[YEOUN_SPANS_MAX];
  bool has_left = false;
  yeoun_chords_order(plan, score, "loss", place);
  for (int s = 0; s < score->spans; ++s) {
    struct yeoun_span *const span = &score->span[s];
    const int bar = (int)(span->start / plan->bar_ticks);
    const struct yeoun_chord old = span->chord;
    if (yeoun_replace_is_parallel(plan, bar)) {
      span->chord = parallel_chord(plan, span->chord);
    }
    const struct yeoun_chord relative = yeoun_chords_relative(span->chord);
    if (s > 0 &&
        yeoun_chords_draw(plan, "substitute", span->start) < 0.6f * amount &&
        yeoun_chords_fit(plan, relative) &&
        !yeoun_chords_stand_still(score, s, relative.root)) {
      span->chord = relative;
    }
    const bool is_near = place[s] < loss.near;
    const bool is_lost = s > 0 && (is_near || place[s] < loss.far);
    if (is_lost) {
      /* Lyrical music leaves the key at great distances only; nothing leaves it
         twice in a row, nor where an idea is told. */
      const bool tells = bar % 8 < 2;
      const bool keeps = distance < 0.8f && (tells || pole == YEOUN_LYRICAL);
      const bool stays = is_near || has_left || keeps;
      span->chord = lost_chord(plan, pole, score, s, stays);
    }
    has_left = is_lost && !yeoun_chords_fit(plan, span->chord);
    span->is_substitute = !is_lost && span->chord.root != old.root;
  }
}
