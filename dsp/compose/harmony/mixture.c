// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "mixture.h"

#include "chords.h"
#include "music/key.h"

/* +1 a major third above the root, -1 a minor one, 0 neither. */
static int
brightness_of(struct yeoun_chord chord)
{
  return yeoun_tones_hold(chord.tones, chord.root + 4)   ? 1
         : yeoun_tones_hold(chord.tones, chord.root + 3) ? -1
                                                         : 0;
}

float
yeoun_shade_brightness(const struct yeoun_score *score)
{
  float sum = 0.0f;
  for (int s = 0; s < score->spans; ++s) {
    sum += (float)(score->span[s].length * brightness_of(score->span[s].chord));
  }
  return sum / (float)score->length;
}

/* A darker (-1) or a brighter chord in the place of one: the theme's own where
   that is it, else the relative; of a major key's subdominant the minor one,
   whose third is the flat sixth; instead of an inserted dominant the half
   diminished chord that leads to the same goal. */
static struct yeoun_span
shade_span(const struct yeoun_plan *plan, struct yeoun_span span, int way)
{
  const struct yeoun_analysis *const analysis = &plan->analysis;
  const struct yeoun_chord chord = span.chord;
  const bool is_subdominant = chord.root == (analysis->key.tonic + 5) % 12 &&
                              !yeoun_key_is_minor(analysis->key);
  if (span.slot < 0) {
    span.chord = way < 0 ? yeoun_chords_on(chord.root + 7, YEOUN_CHORD_M7B5)
                         : yeoun_chords_on(chord.root, YEOUN_CHORD_MAJ);
    return span;
  }
  const struct yeoun_chord own = analysis->chord[span.slot];
  const bool is_lost = !span.is_substitute && chord.root != own.root;
  const struct yeoun_chord same_root =
    yeoun_chords_on(chord.root, way < 0 ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ);
  const struct yeoun_chord relative = yeoun_chords_relative(chord);
  if (is_lost) {
    /* The one that belongs to the key. */
    const bool leaves =
      !yeoun_chords_fit(plan, same_root) && yeoun_chords_fit(plan, relative);
    span.chord = leaves ? relative : same_root;
  } else if (brightness_of(own) == way) {
    span.chord = own;
  } else if (way < 0 && is_subdominant) {
    span.chord = yeoun_chords_on(chord.root, YEOUN_CHORD_M6);
  } else {
    span.chord = yeoun_chords_relative(own);
  }
  span.is_substitute = !is_lost && span.chord.root != own.root;
  return span;
}

/* Of a chord that is more than what is left to shade, only the last bars. */
static void
shade_last_bars(const struct yeoun_plan *plan,
                int s,
                int way,
                float left,
                struct yeoun_score *score)
{
  const int32_t length = score->span[s].length;
  const int32_t bar = plan->bar_ticks;
  const int32_t tail = (int32_t)(0.5f * left + 0.5f * (float)bar) / bar * bar;
  if (tail <= 0) {
    return;
  }
  if (tail >= length) {
    score->span[s] = shade_span(plan, score->span[s], way);
    return;
  }
  const int8_t slot = score->span[s].slot;
  const int spans = score->spans;
  yeoun_chords_insert(score, s, tail, score->span[s].chord);
  if (score->spans > spans) {
    score->span[s + 1].slot = slot;
    score->span[s + 1].is_substitute = score->span[s].is_substitute;
    score->span[s + 1] = shade_span(plan, score->span[s + 1], way);
  }
}

void
yeoun_shade_chords(const struct yeoun_plan *plan,
                   unsigned pole,
                   float stated,
                   struct yeoun_score *score)
{
  static const float as_given = 0.3f; /* of the feature */
  const float distance = plan->request->distance;
  const float reach = distance < 0.2f ? distance / 0.2f : 1.0f;
  const float all = (float)score->length;
  const float wanted =
    all * (stated +
           reach * (plan->pole_feature[pole][YEOUN_FEATURE_BRIGHT] - as_given));
  float found = all * yeoun_shade_brightness(score);
  float place[YEOUN_SPANS_MAX];
  const int way = found > wanted ? -1 : 1;
  yeoun_chords_order(plan, score, "shade", place);
  for (;;) {
    int first = -1;
    float best = 0.0f;
    for (int s = 1; s < score->spans; ++s) {
      const struct yeoun_span *const span = &score->span[s];
      const int root = shade_span(plan, *span, way).chord.root;
      /* What would stand still comes last. */
      const float turn =
        place[s] + (yeoun_chords_stand_still(score, s, root) ? 1.0f : 0.0f);
      if (brightness_of(span->chord) == -way && (first < 0 || turn < best)) {
        first = s;
        best = turn;
      }
    }
    const float change =
      first < 0 ? 0.0f : 2.0f * (float)score->span[first].length;
    const float left = way < 0 ? found - wanted : wanted - found;
    if (first >= 0 && left < change) {
      shade_last_bars(plan, first, way, left, score);
    }
    if (first < 0 || left < change) {
      return;
    }
    score->span[first] = shade_span(plan, score->span[first], way);
    found += (float)way * change;
  }
}
