// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "key.h"

#include "scale.h"

/* Charge of a root by its distance from the tonic: major keys, minor keys. */
static const float charges[2][12] = {
  {0, 7, 4, 3.5f, 6, 3, 7.5f, 1.5f, 4, 6, 3.5f, 7},
  {0.3f, 8, 2.5f, 7, 3, 3.5f, 7, 2, 6.5f, 1.5f, 6, 5.5f},
};

/* How much less usual a mode is than major: shares in popular loops. */
static const float mode_costs[YEOUN_MODES] =
  {0, 0.6f, 0.85f, 0.8f, 0.45f, 0.1f, 3};

bool
yeoun_key_is_minor(struct yeoun_key key)
{
  return yeoun_scale_of_key(key).degree[2] == 3;
}

struct yeoun_key
yeoun_key_parallel(struct yeoun_key key)
{
  const bool minor = yeoun_key_is_minor(key);
  return (struct yeoun_key){key.tonic,
                            minor ? YEOUN_MODE_IONIAN : YEOUN_MODE_AEOLIAN};
}

float
yeoun_key_charge(struct yeoun_key key, int root)
{
  return charges[yeoun_key_is_minor(key)][yeoun_pitch_class(root - key.tonic)];
}

static bool
is_dominant(struct yeoun_chord chord, struct yeoun_key key)
{
  const bool has_third = yeoun_tones_hold(chord.tones, chord.root + 4);
  return chord.root == (key.tonic + 7) % 12 && has_third;
}

static float
foreign_cost(struct yeoun_chord chord, struct yeoun_key key, uint16_t tones)
{
  float cost = 0.0f;
  for (int tone = 0; tone < 12; ++tone) {
    if (!((chord.tones >> tone) & 1) || ((tones >> tone) & 1)) {
      continue;
    }
    const int above = yeoun_pitch_class(tone - key.tonic);
    const bool leads = above == 11 && is_dominant(chord, key);
    const bool sighs = above == 8 && chord.root == (key.tonic + 5) % 12;
    const bool is_borrowed =
      !yeoun_key_is_minor(key) && (above == 3 || above == 8 || above == 10);
    cost += leads ? 0.2f : sighs ? 0.4f : is_borrowed ? 0.5f : 1.0f;
  }
  return cost;
}

/* How surely a chord leads to the tonic: a dominant seventh, its eleventh chord
   (ii7 or IV over the fifth degree), a dominant triad. */
static float
preparation(struct yeoun_chord chord, struct yeoun_key key)
{
  const bool has_fourth = yeoun_tones_hold(chord.tones, key.tonic + 5);
  if (is_dominant(chord, key)) {
    return has_fourth ? 1.0f : 0.3f;
  }
  const bool is_eleventh = has_fourth && chord.bass == (key.tonic + 7) % 12 &&
                           chord.bass != chord.root;
  return is_eleventh ? 1.0f : 0.0f;
}

/* How well a chord can be the tonic: its third must not contradict the mode,
   and no foreign bass may carry it. */
static bool
is_home(struct yeoun_chord chord, struct yeoun_key key)
{
  const int wrong_third = yeoun_key_is_minor(key) ? 4 : 3;
  return chord.root == key.tonic && yeoun_tones_hold(chord.tones, chord.bass) &&
         !yeoun_tones_hold(chord.tones, chord.root + wrong_third);
}

static float
chords_cost(const struct yeoun_theme *theme, struct yeoun_key key)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  const uint16_t tones = yeoun_scale_tones(&scale);
  const int count = theme->chords;
  float cost = 0.0f;
  bool has_home = false;
  for (int i = 0; i < count; ++i) {
    const struct yeoun_chord chord = theme->chord[i];
    cost += 0.1f * yeoun_key_charge(key, chord.root) / (float)count;
    cost += foreign_cost(chord, key, tones);
    if (is_home(chord, key)) {
      has_home = true;
      /* A six-four chord leans on its bass and rests on nothing. */
      const bool is_six_four = chord.bass == (chord.root + 7) % 12;
      cost -= is_six_four ? 0.2f : i == 0 ? 1.7f : i == count - 1 ? 1.1f : 0.4f;
      cost -= i > 0 ? preparation(theme->chord[i - 1], key) : 0.0f;
    }
  }
  return cost + (has_home ? 0.0f : 1.0f);
}

static float
notes_cost(const struct yeoun_theme *theme, struct yeoun_key key)
{
  const struct yeoun_scale scale = yeoun_scale_of_key(key);
  const uint16_t tones = yeoun_scale_tones(&scale);
  float cost = 0.0f;
  for (int i = 0; i < theme->notes; ++i) {
    cost += yeoun_tones_hold(tones, theme->note[i]) ? 0.0f : 1.5f;
  }
  if (theme->notes) {
    const int first = yeoun_pitch_class(theme->note[0] - key.tonic);
    const int last =
      yeoun_pitch_class(theme->note[theme->notes - 1] - key.tonic);
    cost -= first == 0 ? 0.9f : first == 7 ? 0.4f : 0.0f;
    cost -= last == 0 ? 0.7f : last == 7 ? 0.3f : 0.0f;
    cost -= first == scale.degree[2] || last == scale.degree[2] ? 0.2f : 0.0f;
  }
  return cost;
}

struct yeoun_key
yeoun_key_infer(const struct yeoun_theme *theme)
{
  struct yeoun_key best = {0, YEOUN_MODE_IONIAN};
  float best_cost = 1e9f;
  for (uint8_t mode = 0; mode < YEOUN_MODES; ++mode) {
    for (uint8_t tonic = 0; tonic < 12; ++tonic) {
      const struct yeoun_key key = {tonic, mode};
      float cost = mode_costs[mode];
      cost += theme->chords ? chords_cost(theme, key) : 0.0f;
      cost += (theme->chords ? 0.5f : 1.0f) * notes_cost(theme, key);
      if (cost < best_cost) {
        best_cost = cost;
        best = key;
      }
    }
  }
  return best;
}
