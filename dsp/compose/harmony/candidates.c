// Copyright 2026 the Yeoun authors
// SPDX-License-Identifier: ISC

#include "candidates.h"

#include "chord_statistics.h"
#include "chords.h"
#include "chromatic.h"
#include "music/key.h"

enum { BIT = 16 };

/* The index of an entry, found or added; -1 when there is no room. */
static int
entry_of(struct yeoun_candidates *candidates,
         struct yeoun_chord chord,
         int slot,
         int row)
{
  for (int e = 0; e < candidates->entries; ++e) {
    const struct yeoun_entry *const entry = &candidates->entry[e];
    if (entry->slot == slot && entry->row == row &&
        entry->chord.root == chord.root && entry->chord.type == chord.type) {
      return e;
    }
  }
  if (candidates->entries == YEOUN_CANDIDATES_MAX) {
    return -1;
  }
  candidates->entry[candidates->entries] = (struct yeoun_entry){
    .chord = chord,
    .state = (int16_t)yeoun_chord_state(chord, candidates->tonic),
    .slot = (int8_t)slot,
    .row = (int8_t)row,
  };
  return candidates->entries++;
}

/* 0 none, 1 minor, 2 major. */
static int
third_of(struct yeoun_chord chord)
{
  return yeoun_tones_hold(chord.tones, chord.root + 4)   ? 2
         : yeoun_tones_hold(chord.tones, chord.root + 3) ? 1
                                                         : 0;
}

static void
add_main(struct yeoun_candidates *candidates,
         int slot,
         struct yeoun_chord chord,
         int row,
         float cost)
{
  struct yeoun_choices *const choices = &candidates->choices[slot];
  const int entry =
    entry_of(candidates, chord, choices->mains ? -1 : slot, row);
  if (entry >= 0 && choices->mains < YEOUN_CHOICES) {
    const struct yeoun_chord own =
      candidates->entry[choices->mains ? choices->main[0] : entry].chord;
    choices->main[choices->mains] = (uint8_t)entry;
    choices->keeps[choices->mains] =
      own.root == chord.root && third_of(own) == third_of(chord);
    choices->leads[choices->mains] = false;
    choices->cost[choices->mains++] = cost;
  }
}

static void
add_insert(struct yeoun_candidates *candidates,
           int slot,
           struct yeoun_chord chord,
           int row,
           float cost)
{
  struct yeoun_choices *const choices = &candidates->choices[slot];
  const int entry = entry_of(candidates, chord, -1, row);
  if (entry >= 0 && choices->inserts < YEOUN_INSERTS) {
    const int own = choices->main[0];
    choices->insert[choices->inserts++] =
      (struct yeoun_insert){.entry = (uint8_t)entry,
                            .target = candidates->entry[own].chord.root,
                            .cost = cost};
  }
}

static int
common_tones(struct yeoun_chord a, struct yeoun_chord b)
{
  int count = 0;
  for (unsigned both = a.tones & b.tones; both; both &= both - 1) {
    ++count;
  }
  return count;
}

/* A chord that leads: a dominant, of the key or applied, or a chord that no key
   of the theme explains. It keeps its place; or what holds its leading note
   takes it. */
static bool
leads(const struct yeoun_candidates *candidates, struct yeoun_chord chord)
{
  const bool has_third = yeoun_tones_hold(chord.tones, chord.root + 4);
  const bool is_dominant =
    chord.root == (candidates->tonic + 7) % 12 && has_third;
  const bool has_tritone = yeoun_tones_hold(chord.tones, chord.root + 10) ||
                           yeoun_tones_hold(chord.tones, chord.root + 6);
  const unsigned key = yeoun_scale_tones(&candidates->scale);
  return is_dominant || (has_third && has_tritone) ||
         (chord.tones & ~key) != 0 || chord.type == YEOUN_CHORD_DIM7 ||
         chord.type == YEOUN_CHORD_AUG;
}

/* Chords of the scale in a chord's place: by what sets of variations put there,
   and at great distances by the moves alone. */
static void
add_scale_chords(struct yeoun_candidates *candidates,
                 const struct yeoun_colour *colour,
                 int slot)
{
  const struct yeoun_entry own =
    candidates->entry[candidates->choices[slot].main[0]];
  const float free = 6.5f - 4.0f * colour->distance;
  const bool keeps = leads(candidates, own.chord);
  for (int degree = 0; degree < 7; ++degree) {
    struct yeoun_chord chord =
      yeoun_chords_of_degree(&candidates->scale, 35 + degree);
    const bool is_half_diminished = chord.type == YEOUN_CHORD_M7B5;
    if (chord.root == own.chord.root || (is_half_diminished && degree != 1)) {
      continue;
    }
    const int state = yeoun_chord_state(chord, candidates->tonic);
    const int bits = yeoun_chord_substitute_cost(
      candidates->is_minor, yeoun_candidates_plain(own.state), state);
    const bool is_free = bits >= 64;
    const float cost = is_free ? free : (float)bits / BIT;
    if (!keeps && !(is_free && colour->distance < 0.4f)) {
      add_main(candidates, slot, chord, -1, cost);
    }
  }
}

/* For a dominant, what holds its leading note: the diminished seventh on it. */
static void
add_leading_chord(struct yeoun_candidates *candidates,
                  const struct yeoun_colour *colour,
                  int slot)
{
  const struct yeoun_chord own =
    candidates->entry[candidates->choices[slot].main[0]].chord;
  if (yeoun_tones_hold(own.tones, own.root + 4) &&
      yeoun_tones_hold(own.tones, own.root + 7) && leads(candidates, own) &&
      colour->pole != YEOUN_LYRICAL && colour->distance > 0.1f) {
    add_main(candidates,
             slot,
             yeoun_chords_on(own.root + 4, YEOUN_CHORD_DIM7),
             -1,
             5.0f - 4.0f * colour->chromatic);
    struct yeoun_choices *const choices = &candidates->choices[slot];
    choices->leads[choices->mains - 1] = true;
  }
}

static bool
suits_pole(const struct yeoun_chromatic *row, unsigned pole)
{
  switch (row->use) {
    case YEOUN_CHROMATIC_MIXTURE:
    case YEOUN_CHROMATIC_APPLIED:
      return true;
    case YEOUN_CHROMATIC_SIXTH:
      return pole == YEOUN_ROMANTIC;
    case YEOUN_CHROMATIC_SLIP:
      return pole == YEOUN_COMIC;
    default:
      return false;
  }
}

/* Bits of a chromatic chord at the mood's colour, against a plain one. */
static float
chromatic_cost(const struct yeoun_plan *plan,
               const struct yeoun_chromatic *row,
               const struct yeoun_colour *colour)
{
  static const float plain = 96.0f;
  const float *const amount = plan->budget.amount;
  const float asked = row->use == YEOUN_CHROMATIC_APPLIED
                        ? amount[YEOUN_TECHNIQUE_APPLIED]
                        : amount[YEOUN_TECHNIQUE_MIXTURE];
  const float chromatic = colour->chromatic + 0.3f * asked;
  const int cost = yeoun_chromatic_cost(row, chromatic);
  if (cost >= YEOUN_COST_NEVER || !suits_pole(row, colour->pole)) {
    return YEOUN_FORBIDDEN;
  }
  return ((float)cost - plain) / BIT - 2.0f * asked;
}

/* Chromatic chords: before a theme's chord that is their goal, and instead of
   one with which they share two tones and the root or the function. */
static void
add_chromatic_chords(const struct yeoun_plan *plan,
                     struct yeoun_candidates *candidates,
                     const struct yeoun_colour *colour,
                     int slot)
{
  const struct yeoun_entry own =
    candidates->entry[candidates->choices[slot].main[0]];
  int rows = 0;
  const struct yeoun_chromatic *const table = yeoun_chromatics(&rows);
  for (int r = 0; r < rows; ++r) {
    const struct yeoun_chromatic *const row = &table[r];
    /* Minor keeps its own subdominant and tonic. */
    const bool is_here =
      candidates->is_minor
        ? row->is_in_minor && row->use != YEOUN_CHROMATIC_MIXTURE
        : row->is_in_major;
    const float cost =
      is_here ? chromatic_cost(plan, row, colour) : YEOUN_FORBIDDEN;
    if (cost >= YEOUN_FORBIDDEN) {
      continue;
    }
    const struct yeoun_chord chord =
      yeoun_state_chord(row->state, candidates->tonic);
    if (yeoun_candidates_goal(row, own.state)) {
      add_insert(candidates, slot, chord, r, cost);
    }
    const bool is_mild = row->use == YEOUN_CHROMATIC_APPLIED ||
                         row->use == YEOUN_CHROMATIC_MIXTURE;
    if (is_mild && chord.type != YEOUN_CHORD_DIM7 &&
        !leads(candidates, own.chord) && yeoun_state_root(row->state) != 0 &&
        common_tones(chord, own.chord) >= 2) {
      add_main(candidates, slot, chord, r, 2.0f + cost);
    }
  }
}

/* Chords of the key that lead to a chord of the theme: its dominant, and what
   songs put between two chords of a loop (V between IV and I, V or bVII between
   I and IV, IV between I and V, bVI and bVII in minor: 737 of McGill
   Billboard). */
static void
add_leading_inserts(struct yeoun_candidates *candidates, int slot)
{
  const struct yeoun_entry own =
    candidates->entry[candidates->choices[slot].main[0]];
  const int up = (own.chord.root - candidates->tonic + 12) % 12;
  const int tonic = candidates->tonic;
  if (up == 0) {
    add_insert(
      candidates, slot, yeoun_chords_on(tonic + 7, YEOUN_CHORD_7), -1, -0.5f);
  }
  static const struct {
    uint8_t target, root, type;
    float cost;
  } ways[] = {
    {0, 5, YEOUN_CHORD_MAJ, 1.0f},
    {0, 10, YEOUN_CHORD_MAJ, 1.0f},
    {7, 2, YEOUN_CHORD_MIN, 0.0f},
    {7, 5, YEOUN_CHORD_MAJ, 0.5f},
    {5, 0, YEOUN_CHORD_MAJ, 1.5f},
    {9, 4, YEOUN_CHORD_MIN, 0.5f},
    {0, 5, YEOUN_CHORD_MIN, 0.8f},
    {7, 5, YEOUN_CHORD_MIN, 0.5f},
    {7, 8, YEOUN_CHORD_MAJ, 0.5f},
    {8, 10, YEOUN_CHORD_MAJ, 0.5f},
    {3, 10, YEOUN_CHORD_MAJ, 0.0f},
    {10, 5, YEOUN_CHORD_MIN, 0.5f},
    {2, 9, YEOUN_CHORD_MIN, 0.5f},
    {4, 7, YEOUN_CHORD_MAJ, 1.5f},
    {7, 2, YEOUN_CHORD_M7B5, 0.5f},
  };
  for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); ++i) {
    const struct yeoun_chord chord =
      yeoun_chords_on(tonic + ways[i].root, ways[i].type);
    const unsigned key = yeoun_scale_tones(&candidates->scale);
    if (ways[i].target == up && !(chord.tones & ~key)) {
      add_insert(candidates, slot, chord, -1, ways[i].cost);
    }
  }
}

void
yeoun_candidates_find(const struct yeoun_plan *plan,
                      const struct yeoun_colour *colour,
                      bool is_parallel,
                      struct yeoun_candidates *candidates)
{
  const struct yeoun_analysis *const analysis = &plan->analysis;
  const struct yeoun_key key =
    is_parallel ? yeoun_key_parallel(analysis->key) : analysis->key;
  candidates->is_minor = yeoun_key_is_minor(key);
  candidates->tonic = key.tonic;
  candidates->scale = yeoun_scale_of_key(key);
  candidates->tones = yeoun_scale_tones(&candidates->scale);
  candidates->entries = 0;
  for (int slot = 0; slot < analysis->chords; ++slot) {
    const struct yeoun_chord given = analysis->chord[slot];
    const struct yeoun_chord chord =
      is_parallel ? yeoun_chords_parallel(plan, given) : given;
    candidates->tones |= chord.tones;
    candidates->choices[slot].mains = candidates->choices[slot].inserts = 0;
    add_main(candidates, slot, chord, -1, 0.0f);
  }
  candidates->choices[YEOUN_ROW_END].mains = 0;
  candidates->choices[YEOUN_ROW_END].inserts = 0;
  add_main(
    candidates,
    YEOUN_ROW_END,
    yeoun_chords_on(key.tonic,
                    candidates->is_minor ? YEOUN_CHORD_MIN : YEOUN_CHORD_MAJ),
    -1,
    0.0f);
  for (int slot = 0; slot < analysis->chords; ++slot) {
    add_scale_chords(candidates, colour, slot);
    add_leading_chord(candidates, colour, slot);
    add_leading_inserts(candidates, slot);
    add_chromatic_chords(plan, candidates, colour, slot);
  }
  add_leading_inserts(candidates, YEOUN_ROW_END);
  for (int a = 0; a < candidates->entries; ++a) {
    for (int b = 0; b < candidates->entries; ++b) {
      candidates->move[a][b] = -1.0f;
    }
  }
}
