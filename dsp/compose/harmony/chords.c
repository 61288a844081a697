// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "chords.h"

#include "music/key.h"

struct yeoun_chord
yeoun_chords_on(int root, enum yeoun_chord_type type)
{
  const unsigned r = (unsigned)yeoun_pitch_class(root);
  return yeoun_chord_make(r, type, r);
}

float
yeoun_chords_draw(const struct yeoun_plan *plan,
                  const char *purpose,
                  int32_t tick)
{
  const uint32_t index =
    (uint32_t)(tick / YEOUN_SLOT) * 128U + plan->request->harmony_take;
  struct yeoun_random random = yeoun_plan_stream(plan, purpose, index);
  return yeoun_random_unit(&random);
}

void
yeoun_chords_add(struct yeoun_score *score, struct yeoun_span span)
{
  if (span.length <= 0) {
    return;
  }
  if (score->spans < YEOUN_SPANS_MAX) {
    score->span[score->spans++] = span;
  } else {
    struct yeoun_span *const last = &score->span[score->spans - 1];
    last->length = span.start + span.length - last->start;
  }
}

void
yeoun_chords_insert(struct yeoun_score *score,
                    int s,
                    int32_t length,
                    struct yeoun_chord chord)
{
  if (score->spans >= YEOUN_SPANS_MAX || length >= score->span[s].length) {
    return;
  }
  for (int i = score->spans; i > s + 1; --i) {
    score->span[i] = score->span[i - 1];
  }
  ++score->spans;
  score->span[s].length -= length;
  score->span[s + 1] =
    (struct yeoun_span){.start = score->span[s].start + score->span[s].length,
                        .length = length,
                        .chord = chord,
                        .slot = -1};
}

int
yeoun_chords_degree(const struct yeoun_scale *scale, int root)
{
  for (int i = 0; i < 7; ++i) {
    if ((scale->tonic + scale->degree[i]) % 12 == root) {
      return 35 + i;
    }
  }
  return -1;
}

struct yeoun_chord
yeoun_chords_of_degree(const struct yeoun_scale *scale, int degree)
{
  const int root = yeoun_scale_pitch(scale, degree);
  const int third = yeoun_scale_pitch(scale, degree + 2) - root;
  const int fifth = yeoun_scale_pitch(scale, degree + 4) - root;
  return yeoun_chords_on(root,
                         fifth == 6   ? YEOUN_CHORD_M7B5
                         : third == 3 ? YEOUN_CHORD_MIN
                                      : YEOUN_CHORD_MAJ);
}

struct yeoun_chord
yeoun_chords_parallel(const struct yeoun_plan *plan, struct yeoun_chord chord)
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

bool
yeoun_chords_fit(const struct yeoun_plan *plan, struct yeoun_chord chord)
{
  return !(chord.tones & ~yeoun_scale_tones(&plan->analysis.scale));
}
