// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "analysis.h"

#include "compose/melody/motif.h"
#include "music/key.h"
#include "music/random.h"

uint64_t
yeoun_analysis_seed(const struct yeoun_theme *theme)
{
  uint64_t seed = yeoun_random_mix(0, theme->chords);
  for (int i = 0; i < theme->chords; ++i) {
    const struct yeoun_chord chord = theme->chord[i];
    seed = yeoun_random_mix(seed, chord.root);
    seed = yeoun_random_mix(seed, chord.type);
    seed = yeoun_random_mix(seed, chord.bass);
    seed = yeoun_random_mix(seed, (uint64_t)theme->length[i]);
  }
  for (int i = 0; i < theme->notes; ++i) {
    seed = yeoun_random_mix(seed, theme->note[i]);
  }
  return seed;
}

/* Three chords for a theme of notes, as degrees of the key: what songs put
   under a tune that begins at home (the most frequent three-chord loops of
   popular music). */
static const uint8_t progressions[2][6][3] = {
  {{0, 5, 3}, {0, 3, 4}, {0, 4, 3}, {3, 4, 0}, {5, 3, 0}, {0, 1, 4}},
  {{0, 5, 6}, {0, 3, 4}, {0, 5, 2}, {0, 6, 5}, {5, 6, 0}, {3, 0, 6}},
};

/* The triad on a degree, as the key has it; major on the fifth of minor. */
static struct yeoun_chord
diatonic_triad(struct yeoun_key key, int degree)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  const int root = yeoun_scale_pitch(&scale, 35 + degree);
  const int third = yeoun_scale_pitch(&scale, 37 + degree) - root;
  const int fifth = yeoun_scale_pitch(&scale, 39 + degree) - root;
  unsigned type = third == 3 ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ;
  if (fifth == 6) {
    type = YEOUN_CHORD_DIM;
  } else if (key.mode == YEOUN_MODE_AEOLIAN && degree == 4) {
    type = YEOUN_CHORD_MAJ;
  }
  return yeoun_chord_make(
    (unsigned)yeoun_pitch_class(root), type, (unsigned)yeoun_pitch_class(root));
}

/* How many notes the first chord holds; the first note counts double. */
static float
fit_of(struct yeoun_chord chord, const struct yeoun_theme *theme)
{
  float fit = 0.0f;
  for (int i = 0; i < theme->notes; ++i) {
    if (yeoun_tones_hold(chord.tones, theme->note[i])) {
      fit += i == 0 || i == theme->notes - 1 ? 2.0f : 1.0f;
    }
  }
  return fit;
}

static void
harmonise(const struct yeoun_theme *theme, struct yeoun_analysis *analysis)
{
  struct yeoun_random random =
    yeoun_random_stream(analysis->seed, "harmonise", 0);
  const int minor = yeoun_key_is_minor(analysis->key) ? 1 : 0;
  int best = 0;
  float best_fit = -1.0f;
  for (int p = 0; p < 6; ++p) {
    const struct yeoun_chord first =
      diatonic_triad(analysis->key, progressions[minor][p][0]);
    const float fit = fit_of(first, theme) + yeoun_random_unit(&random);
    if (fit > best_fit) {
      best_fit = fit;
      best = p;
    }
  }
  analysis->chords = 3;
  for (int i = 0; i < 3; ++i) {
    analysis->chord[i] =
      diatonic_triad(analysis->key, progressions[minor][best][i]);
    analysis->length[i] = 4 * YEOUN_BEAT;
  }
}

void
yeoun_analyse(const struct yeoun_theme *theme,
              struct yeoun_meter meter,
              unsigned take,
              struct yeoun_analysis *analysis)
{
  *analysis = (struct yeoun_analysis){.seed = yeoun_analysis_seed(theme)};
  analysis->key = yeoun_key_infer(theme);
  analysis->scale = yeoun_scale_of_key(analysis->key);
  analysis->chords = theme->chords;
  for (int i = 0; i < theme->chords; ++i) {
    analysis->chord[i] = theme->chord[i];
    analysis->length[i] = theme->length[i];
  }
  if (!theme->chords) {
    harmonise(theme, analysis);
  }
  yeoun_motif_derive(theme, meter, take, analysis);
}
